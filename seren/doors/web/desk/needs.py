"""“Needs you today”: what waits in every room, as rows of one list, each with a date and one act."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain

from django.db.models import UUIDField
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.doors.web.desk.care import care_asked
from seren.doors.web.desk.due import due_on
from seren.doors.web.desk.guarded import guarded_asked
from seren.doors.web.desk.permission import permissions_asked
from seren.doors.web.desk.safety import safety_asked
from seren.foundation.access.door import Actor, prepared_question
from seren.foundation.deadlines.door import Badge, BadgeState
from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, ask, joined, known
from seren.foundation.notify import door as notify
from seren.foundation.ui.door import Due, DueState, LinkShown, NeedShown
from seren.partnership.days.queries.outing import OutingLine, outings_to_agree_asked
from seren.partnership.journal.queries.copies import CopyRead, to_take_down_asked
from seren.partnership.journal.queries.desk import (
    Unfiled,
    Waiting,
    records_asked,
    stars_asked,
    unfiled_asked,
)
from seren.people.families.queries.desk import (
    Gap,
    ReachRow,
    Unkeyed,
    gaps_asked,
    unkeyed_asked,
)
from seren.people.provision.queries.desk import Desk
from seren.people.provision.queries.staff import StatementMissing, statements_asked

AHEAD = timedelta(days=14)  # how far the list looks; no length of law
_STATES = {BadgeState.ON_TRACK: DueState.TRACK}


def needs_of(actor: Actor, desk: Desk, reached: Sequence[ReachRow]) -> tuple[NeedShown, ...]:
    """What is overdue and keeps somebody safe, then the nearest day; of one day, what families wait for."""
    return by_date(actor, ask(needs_asked(actor, desk)), reached)


def needs_asked(actor: Actor, desk: Desk) -> Question[tuple[NeedShown, ...]]:
    """What waits in every room, but for adults who have not joined: they are known by who is reached."""
    today, here = clock.day_of(actor.at), desk.id
    until, nothing = today + AHEAD, known(())
    return joined(
        lambda *groups: tuple(chain(*groups)),
        joined(partial(_children, desk, today), unkeyed_asked(actor, here)),
        joined(_stars, stars_asked(actor, here, until)),
        joined(_records, records_asked(actor, here, until)),
        joined(partial(_unfiled, today), unfiled_asked(actor, here)),
        joined(partial(_cover, today), gaps_asked(actor, here, today, today + timedelta(days=6))),
        joined(partial(_staff, today), statements_asked(here, actor.at)),
        joined(partial(_outings, today), outings_to_agree_asked(actor, here)) if desk.runs else nothing,
        joined(partial(_copies, today), to_take_down_asked(actor, here)) if desk.runs else nothing,
        safety_asked(actor, here, until),
        permissions_asked(actor, desk),
        care_asked(actor, desk),
        guarded_asked(actor, here),
        _undelivered_asked(actor, desk, today) if desk.runs else nothing,
        joined(partial(_paper, today), notify.paper_asked(here)) if desk.runs else nothing,
    )


def by_date(actor: Actor, needs: Sequence[NeedShown], reached: Sequence[ReachRow]) -> tuple[NeedShown, ...]:
    found = [*needs, *_not_joined(reached, clock.day_of(actor.at))]
    return tuple(map(_pressing, sorted(found, key=lambda need: (not need.first, need.due.on))))


def _pressing(need: NeedShown) -> NeedShown:
    """What is late has the loud button."""
    if need.due.state is not DueState.LATE:
        return need
    return replace(need, act=replace(need.act, kind="first"))


def _badge(badge: Badge) -> Due:
    return Due(_STATES.get(badge.state) or DueState(badge.state.value), badge.day)


def _children(desk: Desk, today: date, found: Iterable[Unkeyed]) -> Iterable[NeedShown]:
    where, words = ("key-person/", _("Name one")) if desk.runs else ("", _("Look"))
    for one in found:
        yield NeedShown(
            _("Name a key person for %(child)s") % {"child": one.name},
            _("No child starts without one."),
            due_on(one.on, today),
            LinkShown(f"/desk/children/{one.child}/{where}", words, kind="quiet"),
        )


def _stars(found: Iterable[Waiting]) -> Iterable[NeedShown]:
    for one in found:
        yield NeedShown(
            _("A star from home waits for a thank you"),
            _names(one) or _("From a family."),
            _badge(one.badge),
            LinkShown(f"/stars/{one.moment}/", _("See it"), kind="quiet"),
        )


def _records(found: Iterable[Waiting]) -> Iterable[NeedShown]:
    for one in found:
        yield NeedShown(
            _("A parent asks for words in the record"),
            _names(one),
            _badge(one.badge),
            LinkShown(f"/stars/{one.moment}/#record", _("See it"), kind="quiet"),
        )


def _names(one: Waiting) -> str:
    return _("About %(names)s.") % {"names": ", ".join(one.names)} if one.names else ""


def _unfiled(today: date, found: Unfiled | None) -> Iterable[NeedShown]:
    if found is not None:
        title = ngettext(
            "%(count)d moment is not put away", "%(count)d moments are not put away", found.number
        )
        yield NeedShown(
            title % {"count": found.number},
            _("Noted more than a day ago. Families see nothing of it yet."),
            due_on(found.since, today),
            LinkShown("/mine/unfiled/", _("See them"), kind="quiet"),
        )


def _copies(today: date, found: Sequence[CopyRead]) -> Iterable[NeedShown]:
    if found:
        title = ngettext(
            "%(count)d copy of a photo must come down",
            "%(count)d copies of photos must come down",
            len(found),
        )
        yield NeedShown(
            title % {"count": len(found)},
            _("A family said no to it."),
            due_on(found[0].due, today),
            LinkShown("/desk/permissions/copies/", _("See them"), kind="quiet"),
        )


def _cover(today: date, gaps: Iterable[Gap]) -> Iterable[NeedShown]:
    by_day: dict[date, list[Gap]] = {}
    for gap in gaps:
        by_day.setdefault(gap.day, []).append(gap)
    for day, of_day in by_day.items():
        names = sorted({child.name for gap in of_day for child in gap.children})
        title = ngettext(
            "%(count)d child comes without key person and buddy",
            "%(count)d children come without key person and buddy",
            len(names),
        )
        yield NeedShown(
            title % {"count": len(names)},
            few(names),
            Due(due_on(day, today).state, day, _("%(day)s")),
            LinkShown("/desk/people/cover/", _("See the gaps"), kind="quiet"),
        )


def few(names: Sequence[str], most: int = 5) -> str:
    """The first names of a list, and how many more."""
    if len(names) <= most:
        return _("%(names)s.") % {"names": ", ".join(names)}
    rest = len(names) - most
    words = ngettext("%(names)s and %(count)d more.", "%(names)s and %(count)d more.", rest)
    return words % {"names": ", ".join(names[:most]), "count": rest}


def _staff(today: date, found: Iterable[StatementMissing]) -> Iterable[NeedShown]:
    for one in found:
        yield NeedShown(
            _("%(name)s has not given the confidentiality statement") % {"name": one.name},
            _("Nothing opens for them before they do."),
            due_on(one.from_day, today),
            LinkShown("/desk/people/", _("See staff"), kind="quiet"),
        )


def _outings(today: date, found: Iterable[OutingLine]) -> Iterable[NeedShown]:
    for one in found:
        yield NeedShown(
            _("Agree to an outing: %(name)s") % {"name": one.name},
            _("No family is asked before you do."),
            due_on(one.day, today),
            LinkShown(f"/room/outing/{one.id}/", _("Look"), kind="quiet"),
        )


def _undelivered_asked(actor: Actor, desk: Desk, today: date) -> Question[Iterable[NeedShown]]:
    mails = notify.dead_asked(actor.provider, desk.id)
    return joined(partial(_undelivered, today), mails, _jobs_dead_asked(actor.provider))


_jobs_dead_asked = prepared_question(provider=UUIDField())(jobs.dead_asked)


def _undelivered(today: date, mails: list[datetime], given_up: list[datetime]) -> Iterable[NeedShown]:
    if not mails and not given_up:
        return
    oldest, number = min(mails + given_up), len(mails) + len(given_up)
    title = ngettext("%(count)d thing did not go out", "%(count)d things did not go out", number)
    yield NeedShown(
        title % {"count": number},
        _("We tried several times. Put the address right, then try again."),
        due_on(clock.day_of(oldest), today),
        LinkShown("/desk/undelivered/", _("See them"), kind="quiet"),
    )


def _paper(today: date, waiting: tuple[int, datetime | None]) -> Iterable[NeedShown]:
    number, oldest = waiting
    if oldest is not None:
        title = ngettext("%(count)d thing waits to be printed", "%(count)d things wait to be printed", number)
        yield NeedShown(
            title % {"count": number},
            _("For families who read on paper."),
            due_on(clock.day_of(oldest), today),
            LinkShown("/desk/print/", _("Print"), icon="print", kind="quiet"),
        )


def _not_joined(reached: Sequence[ReachRow], today: date) -> Iterable[NeedShown]:
    waiting = {row.account.person: row for row in reached if row.waiting}
    if not waiting:
        return
    ended = [row.account.letter_until for row in waiting.values() if row.account.letter_until]
    title = ngettext(
        "%(count)d adult has not joined yet", "%(count)d adults have not joined yet", len(waiting)
    )
    yield NeedShown(
        title % {"count": len(waiting)},
        few(sorted(row.account.name for row in waiting.values()), 3),
        due_on(min([today, *ended]), today),
        LinkShown("/desk/families/?show=waiting", _("Print letters"), icon="print", kind="quiet"),
    )
