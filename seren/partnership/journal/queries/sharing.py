"""Whom a guardian may share a star about, and who would see it: said by name before it is sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, model_of, rule_for, visible
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import Audience
from seren.people.families.queries import ChildShown, KeyPersonShown, key_people_of


@dataclass(frozen=True, slots=True)
class Seeing:
    """One answer to “who may see it”, with the sentence of who that is."""

    audience: Audience
    label: str
    who: str


@dataclass(frozen=True, slots=True)
class ToShare:
    """The children a star may be about, and the ways to share it."""

    children: tuple[ChildShown, ...]
    seeing: tuple[Seeing, ...]


def to_share(actor: Actor) -> ToShare:
    """Two queries; the narrowest way first. Raises NotThere for somebody who shares no stars here."""
    model = model_of(rule_for(JournalAction.SHARE_STAR))
    rows = visible(actor, JournalAction.SHARE_STAR, model).order_by("known_as", "id")
    children = tuple(ChildShown(*row) for row in rows.values_list("id", "known_as", "tint", "cut"))
    if not children:
        raise NotThere("child")
    keyed = key_people_of([child.id for child in children], actor.at)
    return ToShare(children, tuple(_seeing(children, keyed)))


def _seeing(children: tuple[ChildShown, ...], keyed: tuple[KeyPersonShown, ...]) -> Iterable[Seeing]:
    names = _names(keyed)
    one = children[0].name if len(children) == 1 else ""
    facts = {"names": names, "child": one}
    yield Seeing(Audience.KEY_PERSON, _("The key person"), _key_person(facts))
    yield Seeing(Audience.TEAM, _("The team here"), _team(facts))
    yield Seeing(Audience.FAMILY, _("All the family and the team"), _family(facts))


def _key_person(facts: dict[str, str]) -> str:
    if facts["child"] and facts["names"]:
        return _("%(names)s. Nobody else.") % facts
    return _("The key person and the buddy. Nobody else.")


def _team(facts: dict[str, str]) -> str:
    if facts["child"]:
        return _("Everyone who looks after %(child)s here. No other parent.") % facts
    return _("Everyone who looks after your child here. No other parent.")


def _family(facts: dict[str, str]) -> str:
    if facts["child"]:
        return _("%(child)s’s family too. In another home it says “from home”.") % facts
    return _("The child’s family too. In another home it says “from home”.")


def _names(keyed: tuple[KeyPersonShown, ...]) -> str:
    """Key person and buddy: the two who see what is for the key person."""
    names: dict[UUID, str] = {one.person: one.name for one in keyed}
    said = list(names.values())
    if len(said) == 2:
        return _("%(first)s and %(second)s") % {"first": said[0], "second": said[1]}
    return ", ".join(said)
