"""`/desk/why/` and `/desk/who/`: why somebody sees a page of a child or does not; who does (trust.md 4.5).

For whoever may read the restrictions of every child the page is about. The page itself is asked, as that
person, by the same machinery as `seren why`; so the two cannot disagree. To everybody else there is nothing
here, whether or not the address is one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.doors.web import statement
from seren.doors.web.desk.asked import WHO, WHY, Asked, Asking
from seren.doors.web.explaining import asking, reasons
from seren.doors.web.explaining.telling import on_file
from seren.doors.web.explaining.words import named
from seren.foundation.access.door import Actor, NotThere
from seren.foundation.kernel import ids
from seren.foundation.ui.door import LinkShown, Sighting
from seren.people.accounts.queries import Who
from seren.people.families.queries.desk import facts_about


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """`why`: what opens it, or what stands against it. `needed`: what would open it, where nothing does."""

    headline: str
    why_title: str = ""
    why: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class WhyShown:
    title: str
    address: str
    wrong: str = ""
    about: str = ""
    who: str = ""
    family: tuple[LinkShown, ...] = ()
    staff: tuple[LinkShown, ...] = ()
    answer: AnswerShown | None = None
    sightings: tuple[Sighting, ...] = ()


@dataclass(frozen=True, slots=True)
class Seer:
    name: str
    why: str
    url: str


@dataclass(frozen=True, slots=True)
class WhoShown:
    address: str
    wrong: str = ""
    about: str = ""
    line: str = ""
    family: tuple[Seer, ...] = ()
    staff: tuple[Seer, ...] = ()
    elsewhere: str = ""
    sightings: tuple[Sighting, ...] = ()


class Why(Asking):
    template_name = "web/desk/why.html"

    def read(self, actor: Actor, **given: Any) -> WhyShown:
        typed, asked, wrong = self.asked(actor)
        if asked is None:
            return WhyShown(_("Who can see what"), typed, wrong)
        people = {**asked.family, **asked.staff}
        person = ids.parse(self.request.GET.get("person", ""))
        if "person" in self.request.GET and person not in people:
            raise NotThere("nobody one may ask about")

        def links(of: dict[UUID, str]) -> tuple[LinkShown, ...]:
            return tuple(LinkShown(asked.to(WHY, pk), name) for pk, name in of.items())

        return WhyShown(
            title=_("Who can see this?"),
            address=asked.typed,
            about=asked.about,
            who=asked.to(WHO),
            family=links(asked.family),
            staff=links(asked.staff),
            answer=_answer(asked, person, people[person], actor) if person else None,
            sightings=asked.seen,
        )


class WhoSees(Asking):
    """Everybody near the children is asked: no rule about a child opens it to anybody else."""

    template_name = "web/desk/who.html"

    def read(self, actor: Actor, **given: Any) -> WhoShown:
        typed, asked, wrong = self.asked(actor)
        if asked is None:
            return WhoShown(typed, wrong)
        family = tuple(_seers(asked, asked.family, actor))
        staff = tuple(_seers(asked, asked.staff, actor))
        others = sum(_opens(asked, one, actor) is not None for one in asked.elsewhere)
        return WhoShown(
            address=asked.typed,
            about=asked.about,
            line=_number(len(family) + len(staff) + others),
            family=family,
            staff=staff,
            elsewhere=_elsewhere(others),
            sightings=asked.seen,
        )


def _seers(asked: Asked, people: dict[UUID, str], actor: Actor) -> Iterable[Seer]:
    for person, name in people.items():
        held = _opens(asked, person, actor)
        if held is not None:
            yield Seer(name, ", ".join(map(named, held)), asked.to(WHY, person))


def _opens(asked: Asked, person: UUID, actor: Actor) -> tuple[str, ...] | None:
    """For which reasons; None where it does not open. The page is asked only where the rule says yes."""
    signed = asking.signed_in(person, actor.at)
    if signed is None or not asking.allowed(asked.address, signed[1]):
        return None
    if not asking.sees(asked.address, *signed):
        return None
    return reasons.holding(asked.address, signed[1])


def _answer(asked: Asked, person: UUID, name: str, actor: Actor) -> AnswerShown:
    facts = tuple(on_file(facts_about(person, asked.children, actor.at), asked.places))
    signed = asking.signed_in(person, actor.at)
    if signed is None:
        closed = _("No. The account of %(name)s is closed, and opens nothing.") % {"name": name}
        return AnswerShown(closed, facts=facts)
    rows = list(reasons.explained(asked.address, signed[1]))
    if asking.sees(asked.address, *signed):
        return AnswerShown(
            headline=_("Yes. %(name)s can see it.") % {"name": name},
            why_title=_("Because they are"),
            why=_all((row for row in rows if row.allowed), lambda row: row.because),
            facts=facts,
            note=_note(signed[0]),
        )
    headline = _("No. %(name)s is told that there is no such page.") % {"name": name}
    if any(row.allowed for row in rows):
        return AnswerShown(headline, facts=facts, note=_kept_back(asked, *signed))
    against, within = _all(rows, lambda row: row.against), _all(rows, lambda row: row.within)
    return AnswerShown(
        headline=headline,
        why_title=_("What stands against it") if against else _("What does not hold"),
        why=against or within,
        needed=() if against else _all(rows, lambda row: row.not_so),
        facts=facts,
        note=_note(signed[0]),
    )


def _kept_back(asked: Asked, who: Who, them: Actor) -> str:
    """The rule opens it to them, and the page does not come."""
    if statement.comes_first(asked.address.path, who, them):
        return _("A confidentiality statement waits for them. Then it opens.")
    return _("They may see it, but not on this page. Their pages show another setting, or another role.")


def _note(who: Who) -> str:
    return "" if who.login else _("They do not sign in. What they may see comes to them on paper.")


def _all(rows: Iterable[reasons.Row], of: Callable[[reasons.Row], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(map(named, dict.fromkeys(one for row in rows for one in of(row))))


def _number(number: int) -> str:
    words = ngettext("%(count)d person can see it.", "%(count)d people can see it.", number)
    return words % {"count": number}


def _elsewhere(number: int) -> str:
    words = ngettext(
        "%(count)d of them works at another setting of the child.",
        "%(count)d of them work at other settings of the child.",
        number,
    )
    return words % {"count": number} if number else ""
