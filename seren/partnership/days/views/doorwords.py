"""How the door says what it read: who may, whom to ask about, who may not; a symbol beside every word."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.ui.door import Cell, Column, Labelled, Tab, Table, Tag, time_words
from seren.partnership.days.models import Release
from seren.partnership.days.queries.collection import ChildAtDoor, GoneHome
from seren.partnership.days.terms import KnownBy
from seren.people.families.queries.door import AtDoor
from seren.people.families.terms import Outcome, Relation

_SIGN = {Outcome.MAY: "✓", Outcome.ASK: "?", Outcome.SUPERVISED: "◐", Outcome.MAY_NOT: "✗"}
_ICON = {
    Outcome.MAY: ("moss", "tick"),
    Outcome.ASK: ("clay", "ask"),
    Outcome.SUPERVISED: ("heather", "eye"),
    Outcome.MAY_NOT: ("berry", "cross"),
}

NEVER = (Outcome.MAY_NOT, Outcome.SUPERVISED)  # no choice of the form


@dataclass(frozen=True, slots=True)
class Group:
    """Those of one outcome, under its word and symbol."""

    tag: Tag
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoorCard:
    of: ChildAtDoor
    line: str
    groups: tuple[Group, ...]
    not_chosen: tuple[Group, ...]
    today: tuple[str, ...]
    gone: str
    url: str


def card(one: ChildAtDoor) -> DoorCard:
    return DoorCard(
        of=one,
        line=_("Until %(time)s.") % {"time": f"{one.until:%H:%M}"} if one.until else _("Not booked today."),
        groups=tuple(_groups(one)),
        not_chosen=tuple(_groups(one, NEVER)),
        today=tuple(_today(who) for who in one.said_today),
        gone=_gone(one.gone) if one.gone else "",
        url=f"/room/door/{one.child.id}/",
    )


def tabs(everyone: Iterable[ChildAtDoor], room: UUID | None) -> tuple[Tab, ...]:
    rooms = sorted({one.room: one.room_name for one in everyone}.items(), key=lambda item: item[1])
    if len(rooms) < 2:
        return ()
    whole = Tab("/room/door/", _("All rooms"), room is None)
    return (whole, *(Tab(f"/room/door/?room={pk}", name, pk == room) for pk, name in rooms))


def choices(one: ChildAtDoor) -> list[tuple[str, Labelled]]:
    """Whom one can say is here: never an adult who may not collect."""
    return [(who.key, Labelled(who.name, _hint(who))) for who in (*one.said_today, *one.may, *one.ask)]


def how_known(held: Release) -> str:
    if held.known_by == KnownBy.FACE:
        if held.password_right:
            return _("You know them by face, and the password was right.")
        return _("You know them by face.")
    if held.password_right:
        return _("The password was right, and the parent was reached.")
    return _("The parent was reached.")


def earlier(gone: GoneHome, why: str) -> str:
    names = {"name": gone.name, "time": time_words(gone.at), "how": gone.ended.label if gone.ended else ""}
    words = _("Written down at %(time)s: %(name)s. %(how)s.") % names
    return f"{words} {why}" if why else words


def printed(everyone: Sequence[ChildAtDoor]) -> Table:
    columns = (_("Child"), _("Until"), _("Today"), _("May collect"), _("Ask, or not"), _("Went with, at"))
    return Table(
        _("Who collects today"), tuple(Column(words) for words in columns), tuple(map(_row, everyone))
    )


def _row(one: ChildAtDoor) -> tuple[Cell, ...]:
    return (
        Cell(one.child.name),
        Cell(f"{one.until:%H:%M}" if one.until else "–"),
        Cell("; ".join(map(_today, one.said_today)) or "–"),
        Cell("; ".join(f"✓ {who.name}" for who in one.may) or "–"),
        Cell("; ".join(f"{_SIGN[who.outcome]} {who.name}" for who in (*one.ask, *one.never)) or "–"),
        Cell(_gone(one.gone) if one.gone else ""),
    )


def _groups(one: ChildAtDoor, outcomes: Collection[Outcome] = tuple(Outcome)) -> Iterable[Group]:
    never = {outcome: [w for w in one.never if w.outcome is outcome] for outcome in Outcome}
    of = {**never, Outcome.MAY: one.may, Outcome.ASK: one.ask}
    for outcome in (Outcome.MAY_NOT, Outcome.SUPERVISED, Outcome.ASK, Outcome.MAY):
        if of[outcome] and outcome in outcomes:
            tone, icon = _ICON[outcome]
            yield Group(Tag(outcome.label, tone, icon), tuple(_named(who) for who in of[outcome]))


def _named(who: AtDoor) -> str:
    if who.relation in (None, Relation.OTHER):
        return who.name
    return _("%(name)s (%(relation)s)") % {"name": who.name, "relation": who.relation.label}


def _today(who: AtDoor) -> str:
    names = {"name": who.name, "by": who.reach_name, "time": f"{who.at:%H:%M}" if who.at else ""}
    if who.at is None:
        return _("Today: %(name)s. %(by)s said so.") % names
    return _("Today at %(time)s: %(name)s. %(by)s said so.") % names


def _said(who: AtDoor) -> str:
    """Beside their name, which it leaves out."""
    if who.at is None:
        return _("Today. %(by)s said so.") % {"by": who.reach_name}
    return _("Today at %(time)s. %(by)s said so.") % {"by": who.reach_name, "time": f"{who.at:%H:%M}"}


def _hint(who: AtDoor) -> str:
    names = {"relation": who.relation.label if who.relation else "", "by": who.reach_name}
    if who.outcome is Outcome.ASK:
        return str(Outcome.ASK.label)
    if who.day:
        return _said(who)
    if who.collector is None:
        return str(names["relation"])
    if who.relation is Relation.OTHER:
        if who.has_password:
            return _("Named by %(by)s, with a password.") % names
        return _("Named by %(by)s, without a password.") % names
    if who.has_password:
        return _("%(relation)s. Named by %(by)s, with a password.") % names
    return _("%(relation)s. Named by %(by)s, without a password.") % names


def _gone(gone: GoneHome) -> str:
    return went(gone.name, gone.at)


def went(name: str, at: datetime) -> str:
    return _("Went with %(name)s at %(time)s.") % {"name": name, "time": time_words(at)}
