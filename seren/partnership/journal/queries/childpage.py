"""One child as the staff who look after them read about it. Contacts are behind another page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere
from seren.foundation.kernel.questions import ask_all
from seren.foundation.ui.door import KeyPersonShown, Line, MomentCard, Tab, paper_of
from seren.partnership.journal.queries.languages import language_name
from seren.partnership.journal.queries.showing import card_of
from seren.partnership.journal.queries.sky import sky
from seren.people.families.queries import ChildShown
from seren.people.families.queries.keypeople import KeyPersonShown as KeyPersonRead
from seren.people.families.queries.keypeople import key_people_asked
from seren.people.families.queries.room import SafetyShown, safety_of
from seren.people.families.queries.standing import standing_asked
from seren.people.families.queries.talking import (
    AdultToTalkWith,
    adults_to_talk_with,
    child_asked,
    home_languages_asked,
)
from seren.people.families.terms import KeyKind


@dataclass(frozen=True, slots=True)
class ToTalkWith:
    """One adult: who they are to the child, and how they like to be talked with."""

    name: str
    relation: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AboutPage:
    """`adults` is None for staff who are a parent of this child: other homes are not theirs to read of."""

    child: ChildShown
    tabs: tuple[Tab, ...]
    safety: tuple[SafetyShown, ...]
    languages: str
    key_people: tuple[KeyPersonShown, ...]
    adults: tuple[ToTalkWith, ...] | None


@dataclass(frozen=True, slots=True)
class StarsPage:
    """`watched`: staff who are neither key person nor buddy see photos of the child here."""

    child: ChildShown
    tabs: tuple[Tab, ...]
    cards: tuple[MomentCard, ...]
    older: str
    watched: bool


def about(actor: Actor, child: UUID) -> AboutPage:
    """Raises NotThere."""
    shown, languages, keyed = ask_all(
        child_asked(actor, child), home_languages_asked(child), key_people_asked([child], actor.at)
    )
    return AboutPage(
        child=shown,
        tabs=tabs_of(child, "about"),
        safety=safety_of(actor, [child]).get(child, ()),
        languages=", ".join(map(language_name, languages)),
        key_people=_key_people(shown, keyed),
        adults=_adults(actor, child),
    )


def stars(actor: Actor, child: UUID, reads: Sequence[str], cursor: str) -> StarsPage:
    """The child's sky as this member of staff sees it."""
    shown, keyed, standing = ask_all(
        child_asked(actor, child), key_people_asked([child], actor.at), standing_asked(actor, [child])
    )
    page = sky(actor, [child], reads, standing=standing, limit=12, cursor=cursor)
    cards = tuple(card_of(read, actor.at) for read in page.moments)
    mine = any(one.person == actor.person for one in keyed)
    pictured = any(card.photos for card in cards)
    return StarsPage(shown, tabs_of(child, "stars"), cards, page.after or "", pictured and not mine)


def tabs_of(child: UUID, current: str) -> tuple[Tab, ...]:
    here = f"/room/child/{child}/"
    return (
        Tab(here, _("About"), current == "about"),
        Tab(f"{here}stars/", _("Stars"), current == "stars"),
        Tab(f"/mine/child/{child}/plan/", _("Plan"), current == "plan"),
    )


def _key_people(child: ChildShown, keyed: Iterable[KeyPersonRead]) -> tuple[KeyPersonShown, ...]:
    words = {
        KeyKind.KEY: _("%(child)s’s key person") % {"child": child.name},
        KeyKind.BUDDY: _("%(child)s’s buddy") % {"child": child.name},
    }
    return tuple(
        KeyPersonShown(
            one.name,
            words[one.kind],
            *paper_of(one.person),
            lines=(Line("words", ", ".join(map(language_name, dict.fromkeys(one.languages)))),),
        )
        for one in keyed
    )


def _adults(actor: Actor, child: UUID) -> tuple[ToTalkWith, ...] | None:
    try:
        adults = adults_to_talk_with(actor, child)
    except NotThere:
        return None
    return tuple(ToTalkWith(one.name, str(one.relation.label), _lines(one)) for one in adults)


def _lines(one: AdultToTalkWith) -> tuple[Line, ...]:
    wishes = one.wishes
    speaks = ", ".join(map(language_name, dict.fromkeys(wishes.speaks)))
    lines = [Line("talk", _("Speaks %(languages)s.") % {"languages": speaks})]
    lines.append(Line("words", _("Reads %(language)s.") % {"language": language_name(wishes.reads)}))
    if wishes.prefers_talking:
        lines.append(Line("talk", _("Would rather talk than read.")))
    if wishes.interpreter:
        lines.append(Line("people", _("Would like an interpreter.")))
    if wishes.on_paper:
        lines.append(Line("print", _("Print everything. There is no screen.")))
    elif wishes.format.value != "page":
        lines.append(Line("file", _("Format: %(format)s.") % {"format": wishes.format.label}))
    return tuple(lines)
