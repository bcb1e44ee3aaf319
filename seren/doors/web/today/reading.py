"""`/today/` for one adult of a family: what each may know, and no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse

from seren.doors.web.today import wording
from seren.foundation.access.door import Actor
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import ask_all
from seren.foundation.ui.door import KeyPersonShown, LinkShown, TaskShown
from seren.partnership.journal.queries.news import NewStar, Waits, newest_stars, waiting_asked
from seren.people.consent.queries import unsaid_asked
from seren.people.families.queries import children_followed
from seren.people.families.queries.today import DayOfChild, days_of_children


@dataclass(frozen=True, slots=True)
class TodayPage:
    """`days` is for the frame: what it would read again. A viewer has no day, and no child's name from us."""

    day: date
    title: str
    lines: tuple[str, ...]
    new: tuple[NewStar, ...]
    waiting: tuple[TaskShown, ...]
    key_people: tuple[KeyPersonShown, ...]
    own: bool
    at_home: str
    promise: str
    plans: tuple[LinkShown, ...]
    days: tuple[DayOfChild, ...]


def today_page(actor: Actor, reads: Sequence[str]) -> TodayPage:
    """Nine queries for any number of children and stars; five for a viewer."""
    today = clock.day_of(actor.at)
    followed = children_followed(actor)
    own = [child for child in followed if child.own]
    days = days_of_children(actor) if own else ()
    since = min((one.new_since for one in days), default=today.replace(day=1))
    several = len({one.setting for one in days}) > 1
    return TodayPage(
        day=today,
        title=wording.title(days, viewer=not own),
        lines=tuple(wording.of_the_day(one, actor.at) for one in days),
        new=newest_stars(actor, followed, reads, since) if followed else (),
        waiting=_waiting(actor, own, since) if own else (),
        key_people=tuple(shown for one in days if (shown := wording.key_person(one, several)) is not None),
        own=bool(own),
        at_home=wording.at_home(days),
        promise=wording.promise({one.nation.value for one in days}, today) if days else "",
        plans=tuple(
            LinkShown(plan, wording.next_steps(child.name)) for child in own if (plan := _plan_of(child.id))
        ),
        days=days,
    )


def _waiting(actor: Actor, own: Sequence[object], since: date) -> tuple[TaskShown, ...]:
    """One card for what wants a yes or a no, however many questions; then what else waits."""
    names = {child.id: child.name for child in own}  # type: ignore[attr-defined]
    asked, found = ask_all(unsaid_asked(actor), waiting_asked(actor, list(names), since))
    tasks = [wording.questions(asked.number, asked.since)] if asked else []
    for one in found:
        plan = _plan_of(one.about) if one.what is Waits.STEP else ""
        if one.what is not Waits.STEP or plan:
            tasks.append(wording.task(one, names, plan))
    return tuple(tasks)


def _plan_of(child: object) -> str:
    """Where a child's plan is read; nothing while there is no such page."""
    try:
        return reverse("journal_work:plan", args=[child])
    except NoReverseMatch:
        return ""
