"""The ledger of what is told to several alike: released to all at one instant, and what came of each.

Nothing here asks who is looking. `among` is a queryset of the ids (children, say) whose ledger the caller may
open: a notice that is about anything else as well is not in it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from seren.foundation.access.door import SystemReason, system
from seren.foundation.notify import kinds
from seren.foundation.notify.models import SETTLED, Came, Channel, Chased, Delivery, Notice, Outcome, Way


@dataclass(frozen=True, slots=True)
class Chase:
    """One time somebody told them another way, or tried to. `words` are for whoever may open the ledger."""

    by: UUID
    at: datetime
    way: Way
    came: Came
    words: str


@dataclass(frozen=True, slots=True)
class ToldTo:
    """One adult: how it was to reach them and whether it did. `error`: what the mail server last answered."""

    delivery: UUID
    person: UUID
    channel: Channel
    planned_at: datetime
    sent_at: datetime | None
    outcome: Outcome
    error: str
    chased: tuple[Chase, ...]

    @property
    def left_out(self) -> bool:
        """Not theirs any more when it was to be sent, or taken back before."""
        return self.outcome is Outcome.DROPPED

    @property
    def open(self) -> bool:
        """It has not gone out: somebody may tell them another way."""
        return self.outcome not in _OVER

    @property
    def settled(self) -> bool:
        return any(one.came in SETTLED for one in self.chased)

    @property
    def not_reached(self) -> bool:
        """It did not go out, and nobody has told them, or said why they could not be told."""
        waits = self.channel is Channel.PAPER and self.outcome is Outcome.WAITING
        return (waits or self.outcome in (Outcome.DEAD, Outcome.FAILED)) and not self.settled


@dataclass(frozen=True, slots=True)
class Listed:
    """A notice of the ledger: `called` what, `released_at` one instant for all of them."""

    notice: kinds.Told
    called: kinds.Words
    link: str
    released_at: datetime
    about: tuple[UUID, ...]
    lines: tuple[ToldTo, ...]


def listed(
    setting: UUID,
    among: kinds.Ids,
    *,
    first: int,
    most: int,
    only_not_reached: bool = False,
    of: Collection[UUID] | None = None,
) -> tuple[Listed, ...]:
    """The latest first; with `of`, those about one of these ids. Four queries at most."""
    rows = of_ledger(among).filter(setting_id=setting).order_by("-released_at", "-id")
    if of is not None:
        rows = rows.filter(_about_one_of(of))
    if only_not_reached:
        rows = rows.filter(Exists(_not_reached().filter(notice=OuterRef("pk"))), withdrawn_at=None)
    return _with_lines(list(rows[first : first + most]))


def listed_one(notice: UUID, among: kinds.Ids) -> Listed | None:
    """None where it is not in this ledger. The same queries."""
    return next(iter(_with_lines(list(of_ledger(among).filter(pk=notice)))), None)


def listed_with(delivery: UUID, among: kinds.Ids) -> tuple[Listed, ToldTo] | None:
    """The notice of one delivery, and its line. None where it is not in this ledger."""
    of = system(SystemReason.SHOWING, Delivery).filter(pk=delivery).values("notice_id")
    for found in _with_lines(list(of_ledger(among).filter(pk__in=of))):
        return found, next(line for line in found.lines if line.delivery == delivery)
    return None


def still_theirs(notice: kinds.Told, person: UUID, now: datetime) -> bool:
    """Whether this adult may be told of it now: asked again, as before each sending."""
    return notice.withdrawn_at is None and person in kinds.of(notice.kind).holding(notice, [person], now)


def chase(delivery: UUID, *, by: UUID, way: Way, came: Came, words: str, now: datetime) -> Chased | None:
    """Within a verb's section. A letter joins what waits to be printed.

    None where it went out, or is not theirs any more.
    """
    every = system(SystemReason.TELLING, Delivery).select_related("notice")
    row = every.exclude(outcome__in=_OVER).filter(pk=delivery).first()
    if row is None or not still_theirs(kinds.told(row.notice), row.person_id, now):
        return None
    if way is Way.LETTER:
        row.channel, row.outcome = Channel.PAPER, Outcome.WAITING
        row.planned_at, row.digest_on, row.sent_at = now, None, None
        row.save(update_fields=["channel", "outcome", "planned_at", "digest_on", "sent_at"])
    kept = Chased(
        provider_id=row.provider_id,
        delivery=row,
        person_id=row.person_id,
        by_person=by,
        at=now,
        way=way,
        came=came,
        words=words.strip() or None,
    )
    kept.save(force_insert=True)
    return kept


@dataclass(frozen=True, slots=True)
class Missed:
    """What of one adult's notices did not reach them: given up, waiting, and told or explained since."""

    given_up: int
    waiting: int
    chased: int


def missed_by(setting: UUID, people: Collection[UUID]) -> dict[UUID, Missed]:
    """Only those of whom something did not arrive. One query."""
    settled = Exists(_chases().filter(delivery=OuterRef("pk"), came__in=SETTLED))
    rows = system(SystemReason.PROVING, Delivery).filter(_MISSED, person_id__in=people)
    rows = rows.filter(notice__setting_id=setting, notice__withdrawn_at=None)
    found: dict[UUID, list[int]] = {}
    for person, outcome, is_settled in rows.order_by().values_list("person_id", "outcome", settled):
        place = 2 if is_settled else 0 if outcome == Outcome.DEAD else 1
        found.setdefault(person, [0, 0, 0])[place] += 1
    return {person: Missed(*how) for person, how in found.items()}


_OVER = (Outcome.DROPPED, Outcome.SENT, Outcome.DIGESTED)
_MISSED = Q(outcome__in=[Outcome.DEAD, Outcome.FAILED]) | Q(channel=Channel.PAPER, outcome=Outcome.WAITING)


def _not_reached() -> "QuerySet[Delivery]":
    chased = _chases().filter(delivery=OuterRef("pk"), came__in=SETTLED)
    return system(SystemReason.SHOWING, Delivery).filter(_MISSED, ~Exists(chased))


def _chases() -> "QuerySet[Chased]":
    return system(SystemReason.SHOWING, Chased)


def of_ledger(among: kinds.Ids) -> "QuerySet[Notice]":
    """Released to somebody, of a kind with a name in the ledger, and about nothing but these."""
    wanted = Q(pk__in=[])
    for kind, rows in _named():
        if rows is None:
            wanted |= Q(kind=kind.code, about_id__in=among)
        else:
            others = rows.filter(subject=OuterRef("subject_id")).exclude(about__in=among)
            theirs = Q(subject_id__in=rows.filter(about__in=among).values("subject"))
            wanted |= Q(kind=kind.code) & theirs & ~Q(Exists(others))
    to_somebody = system(SystemReason.SHOWING, Delivery).filter(notice=OuterRef("pk"))
    rows = system(SystemReason.SHOWING, Notice).filter(wanted, released_at__isnull=False)
    return rows.filter(Exists(to_somebody))


def _about_one_of(ids: Collection[UUID]) -> Q:
    wanted = Q(about_id__in=ids)
    for kind, rows in _named():
        if rows is not None:
            wanted |= Q(kind=kind.code, subject_id__in=rows.filter(about__in=ids).values("subject"))
    return wanted


def _named() -> Iterator[tuple[kinds.Kind, kinds.Ids | None]]:
    """The kinds of the ledger, each with its rows of subject and about, if it has any."""
    for kind in kinds.all_kinds():
        if kind.called:
            yield kind, None if kind.concerning is None else kind.concerning()


def _with_lines(rows: Sequence[Notice]) -> tuple[Listed, ...]:
    deliveries = system(SystemReason.SHOWING, Delivery).filter(notice__in=[row.pk for row in rows])
    found = list(deliveries.order_by("notice_id", "person_id"))
    chases, about = _chases_of(found), _about(rows)
    lines: dict[UUID, list[ToldTo]] = {}
    for row in found:
        lines.setdefault(row.notice_id, []).append(_line(row, chases.get(row.pk, ())))
    return tuple(
        Listed(
            notice=(said := kinds.told(row)),
            called=(kind := kinds.of(row.kind)).called,
            link=kind.link(said),
            released_at=row.released_at or row.created_at,
            about=tuple(about.get(row.subject_id, (row.about_id,) if row.about_id else ())),
            lines=tuple(lines.get(row.pk, ())),
        )
        for row in rows
    )


def _about(rows: Sequence[Notice]) -> dict[UUID, list[UUID]]:
    """One query for each kind that is about several, and only where such a notice is among them."""
    found: dict[UUID, list[UUID]] = {}
    asked = {row.kind: kinds.of(row.kind).concerning for row in rows}
    for concerning in dict.fromkeys(one for one in asked.values() if one is not None):
        subjects = [row.subject_id for row in rows if asked[row.kind] is concerning]
        for subject, about in concerning().filter(subject__in=subjects).values_list("subject", "about"):
            found.setdefault(subject, []).append(about)
    return found


def _chases_of(deliveries: Iterable[Delivery]) -> dict[UUID, tuple[Chase, ...]]:
    found: dict[UUID, tuple[Chase, ...]] = {}
    for row in _chases().filter(delivery__in=[one.pk for one in deliveries]).order_by("at", "id"):
        one = Chase(row.by_person, row.at, Way(row.way), Came(row.came), row.words or "")
        found[row.delivery_id] = (*found.get(row.delivery_id, ()), one)
    return found


def _line(row: Delivery, chased: tuple[Chase, ...]) -> ToldTo:
    return ToldTo(
        delivery=row.pk,
        person=row.person_id,
        channel=Channel(row.channel),
        planned_at=row.planned_at,
        sent_at=row.sent_at,
        outcome=Outcome(row.outcome),
        error=row.last_error,
        chased=chased,
    )
