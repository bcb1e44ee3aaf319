"""An outing that is past, one to come for which one family has not answered yet, and the draft of another."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.doors.demo.spec import PRE_SCHOOL
from seren.doors.demo.stage import Stage
from seren.doors.demo.story import Story
from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock, ids
from seren.partnership.days import domain
from seren.partnership.days.terms.outing import Transport
from seren.people.consent.domain import answer

YUSUF, ZOFIA, ELLIE, MALI = "Yusuf Khan", "Zofia Nowak", "Ellie Cole", "Mali Evans"
SAID = {YUSUF: "parent-urdu", ZOFIA: "parent-polish", ELLIE: "Tanya Cole", MALI: "mother"}
AHEAD = 6  # days from today


def tell(story: Story) -> None:
    stage = story.stage
    more = (MALI,) if stage.size == "lived-in" else ()
    past = stage.open_day(6)
    library = _Told(
        stage, past, "Library morning", "The library in Mill Lane", "Library card, if you have one"
    )
    library.until_asked((YUSUF, ZOFIA, *more), before=9)
    library.answered((YUSUF, ZOFIA, *more), before=7)
    library.later(clock.at_london(past, 9, 15), library.close((YUSUF, ZOFIA, *more)))
    library.later(clock.at_london(past, 9, 35), library.step(domain.go_out, "key-person"))
    library.later(clock.at_london(past, 11, 20), library.step(domain.come_back, "key-person"))
    farm = _Told(
        stage,
        stage.first_open_day(-AHEAD, PRE_SCHOOL),
        "Lambs and hens",
        "Lower Barn farm",
        "Wellies, a coat and a drink",
    )
    farm.until_asked((YUSUF, ZOFIA, ELLIE, *more), before=AHEAD + 6)
    farm.answered((ZOFIA, ELLIE, *more), before=AHEAD + 4)
    ducks = _Told(stage, stage.first_open_day(-2 * AHEAD, PRE_SCHOOL), "Duck walk", "The canal path", "")
    ducks.later(stage.days_ago(1, 15), lambda now: ducks.plan((YUSUF,), now))


class _Told:
    """One outing, step by step, each by its own person. `before`: days before its day."""

    def __init__(self, stage: Stage, day: date, name: str, place: str, bring: str) -> None:
        self.stage, self.day, self.key = stage, day, ids.new()
        self.name, self.place, self.bring = name, place, bring

    def later(self, at: datetime, act: Callable[[datetime], None]) -> None:
        self.stage.later(at, act)

    def until_asked(self, children: tuple[str, ...], before: int) -> None:
        self.later(self._at(before, 10), lambda now: self.plan(children, now))
        self.later(self._at(before, 11), self.step(domain.put_outing, "key-person"))
        self.later(self._at(before, 12), self.step(domain.agree_outing, "manager"))
        self.later(self._at(before, 13), self.step(domain.send_slips, "manager"))

    def answered(self, children: tuple[str, ...], before: int) -> None:
        for number, child in enumerate(children):
            self.later(self._at(before, 18, number), self._answer(child))

    def step(self, verb: Callable[..., Any], who: str) -> Callable[[datetime], None]:
        def act(now: datetime) -> None:
            verb(actor=self.stage.actor(who, now), outing=self.key, now=now)

        return act

    def close(self, children: tuple[str, ...]) -> Callable[[datetime], None]:
        def act(now: datetime) -> None:
            actor = self.stage.actor("manager", now)
            domain.close_list(actor=actor, outing=self.key, children=self._ids(children), now=now)

        return act

    def plan(self, children: tuple[str, ...], now: datetime) -> None:
        people = self.stage.people
        plan = domain.Plan(
            name=self.name,
            place=self.place,
            day=self.day,
            leaves=time(9, 30),
            returns=time(11, 30),
            transport=Transport.WALK,
            ride="",
            adults=3,
            children_per_adult=2,
            leader=people["key-person"].pk,
            first_aider=people["deputy"].pk,
            phone="01632 960 188",
            bring=self.bring,
            risks_weighed=True,
        )
        domain.plan_outing(
            actor=self.stage.actor("deputy", now),  # who knows the children of both rooms
            setting=self.stage.settings[PRE_SCHOOL].pk,
            plan=plan,
            children=self._ids(children),
            outing=self.key,
            now=now,
        )

    def _answer(self, child: str) -> Callable[[datetime], None]:
        def act(now: datetime) -> None:
            rows: Any = system(SystemReason.BUILDING, apps.get_model("days.OutingInvited"))
            invited = rows.get(outing=self.key, child=self.stage.children[child].pk)
            actor = self.stage.actor(SAID[child], now)
            answer(actor=actor, asked=invited.asked, yes=True, language="en", now=now)

        return act

    def _ids(self, children: tuple[str, ...]) -> set[UUID]:
        return {self.stage.children[child].pk for child in children}

    def _at(self, before: int, hour: int, minute: int = 0) -> datetime:
        return clock.at_london(self.day - timedelta(days=before), hour, minute)
