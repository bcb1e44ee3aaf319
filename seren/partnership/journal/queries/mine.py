"""My families: key children and buddy children, when home and setting last spoke, and what waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor
from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.foundation.ui.door import Due, DueState, TaskShown
from seren.partnership.journal.queries.staffwords import begins, from_home_words
from seren.partnership.journal.queries.waiting import FromHome, from_home
from seren.people.families.queries import ChildShown, Rhythm, rhythm_of
from seren.people.families.queries.talking import KeyChild, key_children
from seren.people.families.terms import KeyKind
from seren.people.provision.queries.calendar import calendar_of
from seren.people.provision.queries.places import Here

AMBER, RED = rules.need("rhythm.amber"), rules.need("rhythm.red")


@dataclass(frozen=True, slots=True)
class Family:
    """One child of mine. `home`, `ours`: the last exchange each way, with its date; None: none yet."""

    child: ChildShown
    is_buddy: bool
    waiting: tuple[TaskShown, ...]
    home: Due | None
    ours: Due | None


@dataclass(frozen=True, slots=True)
class MinePage:
    """Whose family waits for an answer comes first; then by name. Nothing is counted, nothing ranked."""

    setting: str
    key: tuple[Family, ...]
    buddy: tuple[Family, ...]


def mine(actor: Actor, reads: Sequence[str], here: Here) -> MinePage:
    held = key_children(actor, here.setting)
    names = {one.child.id: one.child.name for one in held}
    waiting = from_home(actor, reads, list(names))
    marks = _Marks(here, actor.at)
    rhythm = rhythm_of(list(names), actor.at)
    families = [_family(one, waiting, names, rhythm, marks, actor.at) for one in held]
    families.sort(key=lambda family: not family.waiting)
    return MinePage(
        here.place.name,
        tuple(family for family in families if not family.is_buddy),
        tuple(family for family in families if family.is_buddy),
    )


class _Marks:
    """Open days since a word, against the rules of the day; the calendar is read once."""

    def __init__(self, here: Here, at: datetime) -> None:
        self.today = clock.day_of(at)
        self.amber = rules.value(here.place.nation.value, AMBER, self.today).number
        self.red = rules.value(here.place.nation.value, RED, self.today).number
        self.is_open = calendar_of(here.setting)

    def mark(self, last: datetime | None, words: str) -> Due | None:
        """A circle while it is lately, a square from amber on, a flag from red on: always with the date."""
        if last is None:
            return None
        day = clock.day_of(last)
        gone = self._open_days_since(day)
        state = DueState.LATE if gone >= self.red else DueState.SOON if gone >= self.amber else DueState.TRACK
        return Due(state, day, words)

    def _open_days_since(self, day: date) -> int:
        """As far as it matters: no further than red."""
        gone = 0
        for number in range(day.toordinal() + 1, self.today.toordinal() + 1):
            gone += self.is_open(date.fromordinal(number))
            if gone >= self.red:
                break
        return gone


def _family(
    one: KeyChild,
    waiting: Sequence[FromHome],
    names: Mapping[UUID, str],
    rhythm: Mapping[UUID, Rhythm],
    marks: _Marks,
    now: datetime,
) -> Family:
    child = one.child
    last = rhythm.get(child.id, Rhythm(None, None))
    return Family(
        child=child,
        is_buddy=one.kind == KeyKind.BUDDY,
        waiting=tuple(
            TaskShown(
                title=begins(item.words.body if item.words else ""),
                url=f"/stars/{item.moment}/" if item.is_star else f"/stars/{item.moment}/#talk",
                hint=from_home_words(item, [names[child_] for child_ in item.children], now),
                star="home",
                language=item.words.language if item.words else "",
            )
            for item in waiting
            if child.id in item.children
        ),
        home=marks.mark(last.from_home, _("Last from home %(day)s")),
        ours=marks.mark(last.from_setting, _("Last from us %(day)s")),
    )
