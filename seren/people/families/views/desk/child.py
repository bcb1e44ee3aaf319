"""`/desk/children/<id>/`: one child, all that leaders keep."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import AnswerShown, LinkShown, Page, Sighting, Tag, day_words
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk import AdultShown, ChildPage, child_page
from seren.people.families.terms import EnrolmentState, KeyKind, LivesWith, Responsibility
from seren.people.families.views.desk.base import AtDesk, yes_no
from seren.people.families.views.desk.words import dated, week_words
from seren.people.provision.queries.desk import Desk


@dataclass(frozen=True, slots=True)
class AdultCard:
    """One adult: their facts as lines, and what to press."""

    name: str
    relation: str
    answers: tuple[AnswerShown, ...]
    tags: tuple[Tag, ...]
    change: str
    end: str
    letter: str


@dataclass(frozen=True, slots=True)
class ChildShownAtDesk:
    """The page. `of` is the read model itself: names and dates the template prints as they are."""

    of: ChildPage
    setting: str
    state: Tag
    url: str
    line: str
    facts: tuple[AnswerShown, ...]
    adults: tuple[AdultCard, ...]
    next_step: LinkShown | None
    next_words: str
    may_start: bool
    sightings: tuple[Sighting, ...]


class ChildAtDesk(AtDesk, Page):
    action = FamilyAction.SEE_DETAILS
    record_class = RecordClass.C5
    template_name = "families/desk/child.html"

    def read(self, actor: Actor, **ids: Any) -> ChildShownAtDesk:
        desk = self.desk(actor)
        return shown(desk, child_page(actor, desk, ids["child"]), actor)

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return model.sightings  # type: ignore[no-any-return]


def shown(desk: Desk, of: ChildPage, actor: Actor) -> ChildShownAtDesk:
    url = f"/desk/children/{of.id}/"
    joining = of.state is EnrolmentState.JOINING
    named = of.holding(KeyKind.KEY) is not None
    next_step, words = _next(of, url) if desk.runs and joining else (None, "")
    return ChildShownAtDesk(
        of=of,
        setting=desk.name,
        state=_state(of),
        url=url,
        line=_("Born %(day)s. %(room)s.") % {"day": day_words(of.born, year=True), "room": of.room},
        facts=tuple(_facts(of, url, desk.runs)),
        adults=tuple(_adult(one, url) for one in of.adults),
        next_step=next_step,
        next_words=words,
        may_start=desk.runs and joining and named and bool(of.sessions),
        sightings=of.sightings,
    )


def _state(of: ChildPage) -> Tag:
    if of.state is None:
        return Tag(_("Left"), "heather")
    if of.state is EnrolmentState.JOINING:
        return Tag(_("Joining"), "sea")
    return Tag(_("Here"), "moss")


def _next(of: ChildPage, url: str) -> tuple[LinkShown | None, str]:
    """What still has to happen before the first day, one thing at a time."""
    names = {"child": of.name}
    if of.whole and not of.adults:
        words = _("Who looks after %(child)s at home? Add the first adult.") % names
        return LinkShown(f"{url}adults/add/", _("Add an adult"), "plus"), words
    if of.holding(KeyKind.KEY) is None:
        words = _("%(child)s cannot start without a key person.") % names
        return LinkShown(f"{url}key-person/", _("Name a key person")), words
    if not of.sessions:
        return LinkShown(f"{url}sessions/", _("Book sessions")), _("When does %(child)s come?") % names
    return None, _("All is ready. Press the button on the first day.")


def _facts(of: ChildPage, url: str, runs: bool) -> Iterable[AnswerShown]:
    def fact(question: str, answer: str, change: str, words: str) -> AnswerShown:
        return AnswerShown(question, answer, f"{url}{change}" if runs and of.state else "", words)

    def holder(kind: KeyKind) -> str:
        now = of.holding(kind)
        coming = next((one for one in of.key_people if one.kind is kind and one.to_come), None)
        if coming is not None:
            words = {
                "now": now.name if now else _("Nobody"),
                "next": coming.name,
                "day": dated(coming.from_day),
            }
            return _("%(now)s. From %(day)s: %(next)s.") % words
        return now.name if now else _("None yet")

    yield fact(_("Name"), f"{of.given_name} {of.family_name}", "details/", _("Put the details right"))
    yield fact(_("Key person"), holder(KeyKind.KEY), "key-person/", _("Change the key person"))
    yield fact(_("Buddy"), holder(KeyKind.BUDDY), "buddy/", _("Change the buddy"))
    yield fact(_("Room"), of.room, "room/", _("Move to another room"))
    week = week_words(of.sessions) or _("None booked")
    yield fact(_("Sessions"), week, "sessions/", _("Change the sessions"))
    first = dated(of.starts_on) if of.starts_on else ""
    yield fact(_("First day"), first, "first-day/", _("Change the first day"))
    last = dated(of.ends_on) if of.ends_on else _("Not planned")
    yield fact(_("Last day"), last, "leave/", _("Note the last day"))


def _adult(one: AdultShown, url: str) -> AdultCard:
    tags = [Tag(code.label, "berry", "care") for code in one.bound_by]
    tags.append(Tag(_("Joined"), "moss", "tick") if one.signs_in else Tag(_("Not joined yet"), "clay"))
    if one.can_collect and not one.kept_from_collecting:
        tags.append(Tag(_("May collect"), "sea"))
    if one.emergency_order:
        tags.append(Tag(_("Emergency: %(number)d") % {"number": one.emergency_order}, ""))
    return AdultCard(
        name=one.name,
        relation=str(one.relation.label),
        answers=tuple(_four_facts(one)),
        tags=tuple(tags),
        change=f"{url}adults/{one.tie}/",
        end=f"{url}adults/{one.tie}/end/",
        letter=f"/desk/families/{one.person}/",
    )


def _four_facts(one: AdultShown) -> Iterable[AnswerShown]:
    yield AnswerShown(_("Birth or adoptive parent"), yes_no(one.natural_parent))
    answer = str(one.responsibility.label)
    if one.responsibility is Responsibility.YES and one.basis is not None:
        answer = _("Yes: %(basis)s") % {"basis": one.basis.label}
    yield AnswerShown(_("Parental responsibility"), answer)
    seen = str(one.evidence.label)
    if one.seen_on:
        seen = _("%(what)s, seen %(day)s") % {"what": seen, "day": dated(one.seen_on)}
    yield AnswerShown(_("Evidence"), seen)
    yield AnswerShown(_("Home"), str(LivesWith(one.lives_with).label))
    yield AnswerShown(_("Day-to-day care"), yes_no(one.day_to_day_care))
