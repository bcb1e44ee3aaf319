"""How the desk says what it read: tables, facts and tags, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from seren.foundation.kernel import clock
from seren.foundation.ui.door import (
    AnswerShown,
    Cell,
    Column,
    Tab,
    Table,
    Tag,
    endonym,
    short_day,
    weekdays_words,
)
from seren.people.accounts.queries import AccountShown, AccountState
from seren.people.families.queries.desk import ChildrenPage, ChildRow, Show, Weekly
from seren.people.provision.queries.desk import Desk

NONE_YET = "–"


@dataclass(frozen=True, slots=True)
class ListShown:
    """`/desk/children/` as its template needs it. Each table has an id of its own."""

    line: str
    tabs: tuple[Tab, ...]
    tables: tuple[tuple[str, Table], ...]
    show: str
    words: str
    more: bool
    runs: bool


def children_list(desk: Desk, found: ChildrenPage) -> ListShown:
    words = {Show.HERE: _("Here"), Show.JOINING: _("Joining"), Show.LEFT: _("Left")}
    tabs = tuple(
        Tab(
            f"/desk/children/?show={show.value}",
            _("%(what)s: %(number)d") % {"what": words[show], "number": found.counts[show]},
            show is found.show,
        )
        for show in Show
    )
    tables = tuple(
        (f"room-{number}", _table(room, rows, found.show)) for number, (room, rows) in enumerate(found.groups)
    )
    return ListShown(desk.name, tabs, tables, found.show.value, found.words, found.more, desk.runs)


def _table(room: str, rows: Sequence[ChildRow], show: Show) -> Table:
    number = ngettext("%(count)d child", "%(count)d children", len(rows)) % {"count": len(rows)}
    if show is Show.LEFT:
        return Table(
            number,
            (Column(_("Child")), Column(_("Room")), Column(_("First day")), Column(_("Last day"))),
            tuple(_left(row) for row in rows),
        )
    day = _("First day") if show is Show.JOINING else _("Here since")
    return Table(
        _("%(room)s: %(children)s") % {"room": room, "children": number},
        (Column(_("Child")), Column(_("Key person")), Column(_("Buddy")), Column(_("Sessions")), Column(day)),
        tuple(_here(row) for row in rows),
    )


def _left(row: ChildRow) -> tuple[Cell, ...]:
    last = dated(row.ends_on) if row.ends_on else NONE_YET
    return _who(row), Cell(row.room), Cell(dated(row.starts_on)), Cell(last)


def _here(row: ChildRow) -> tuple[Cell, ...]:
    key = Cell(row.key_person) if row.key_person else Cell("", tag=Tag(_("None yet"), "clay", "care"))
    sessions = Cell(week_words(row.sessions)) if row.sessions else Cell("", tag=Tag(_("None booked"), "clay"))
    return _who(row), key, Cell(row.buddy or NONE_YET), sessions, Cell(dated(row.starts_on))


def _who(row: ChildRow) -> Cell:
    return Cell(f"{row.name} {row.family_name}", f"/desk/children/{row.id}/")


def week_words(week: Sequence[Weekly]) -> str:
    """“Morning: Mon, Tue. Afternoon: Mon.”"""
    parts = [f"{one.session}: {weekdays_words(one.weekdays)}" for one in week]
    return "; ".join(parts)


def load_words(load: int, languages: Sequence[str]) -> str:
    """“Key person of 6 children. Speaks English, Cymraeg.”"""
    held = ngettext("Key person of %(count)d child.", "Key person of %(count)d children.", load)
    spoken = _("Speaks %(languages)s.") % {"languages": languages_words(languages)}
    return _("%(load)s %(languages)s") % {"load": held % {"count": load}, "languages": spoken}


def languages_words(codes: Sequence[str]) -> str:
    """Each by its own name for itself."""
    return ", ".join(dict.fromkeys(map(endonym, codes)))


def talk_facts(shown: AccountShown) -> tuple[AnswerShown, ...]:
    """What an adult speaks and reads, and the way to change it."""
    url = f"/desk/families/{shown.person}/languages/"
    return (
        AnswerShown(_("Speaks"), languages_words([shown.spoken, *shown.also_speaks]), url, _("Change this")),
        AnswerShown(_("Reads"), languages_words([shown.reads])),
        AnswerShown(_("Likes to read"), str(shown.format.label)),
    )


def said_on(at: datetime | None) -> str:
    """The day of the last word; “Never” where there was none."""
    return short_day(clock.day_of(at)) if at else _("Never")


def account_tag(account: AccountShown) -> Tag:
    words = {
        AccountState.JOINED: Tag(_("Joined"), "moss", "tick"),
        AccountState.ON_PAPER: Tag(_("On paper"), "sea", "print"),
        AccountState.LETTER_OUT: Tag(_("Letter given"), "heather"),
        AccountState.LETTER_OVER: Tag(_("Letter ran out"), "berry"),
        AccountState.NOT_ASKED: Tag(_("Not asked yet"), "clay"),
        AccountState.CLOSED: Tag(_("Closed"), ""),
    }
    return words[account.state]


def dated(day: date) -> str:
    """A day of a list, with its year: “3 Sep 2024”."""
    language = get_language() or "en"
    return format_date(day, "d MMM y", locale="en_GB" if language == "en" else language)
