"""A year of permissions: asked of everybody in spring, gone through in September, and of some no word yet."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.apps import apps

from seren.doors.demo.spec import PRE_SCHOOL
from seren.doors.demo.stage import Stage
from seren.foundation.access.door import NotThere, SystemReason, in_force, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.consent.domain import answer, ask_many, chase, start_review, wish_to_talk, withdraw
from seren.people.consent.terms import Code, RoundKind, Tried

ASKED: tuple[tuple[Code, str], ...] = (
    (Code.PHOTO_JOURNAL_OTHERS, ""),
    (Code.PHOTO_DISPLAY, ""),
    (Code.PHOTO_WEB, ""),
    (Code.OUT_ROUTINE, ""),
    (Code.PLASTERS, ""),
    (Code.SUN_CREAM, "Sunny Otter, factor 50"),
)
CARE = ASKED[3:]  # of who came since; what ended with September has not been asked again
# Families who are asked one question at a time, in the story of their own.
TOLD = ("Yusuf Khan", "Mali Evans")
BEFORE, SINCE, RUNG = 120, 30, 4  # days: before September; ago; ago


class Permissions:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.rng = stage.chance("permissions")

    def tell(self) -> None:
        today = self.stage.today
        year = today.year if today >= date(today.year, 9, 20) else today.year - 1
        september = date(year, 9, 4)
        spring = clock.at_london(september - timedelta(days=BEFORE), 10)
        self._later(spring, self._ask)
        self._later(clock.at_london(september, 10), self._review)
        self._later(self.stage.days_ago(SINCE, 10), partial(self._ask, of=CARE))
        self.stage.later(self.stage.days_ago(RUNG, 15), self._ring)

    def _later(self, at: datetime, act: Any) -> None:
        self.stage.later(at, act)
        self.stage.later(at + timedelta(days=3, hours=9), self._answers)

    def _ask(self, now: datetime, of: tuple[tuple[Code, str], ...] = ASKED) -> None:
        """Whoever has not been asked. The families with stories of their own are left to these."""
        for code, thing in of:
            rows: Any = system(SystemReason.BUILDING, apps.get_model("families.Enrolment"))
            here = rows.filter(in_force(now), setting=self._setting())
            children = set(here.exclude(child__in=self.told).values_list("child_id", flat=True))
            try:
                ask_many(
                    actor=self.stage.actor("manager", now), setting=self._setting(), code=code,
                    scope=thing, children=children, now=now,
                )  # fmt: skip
            except Refused:
                continue  # everybody was

    def _review(self, now: datetime) -> None:
        start_review(actor=self.stage.actor("manager", now), setting=self._setting(), now=now)

    def _answers(self, now: datetime) -> None:
        """Of most children one adult says yes; some say no, wish to talk, or say nothing."""
        rows: Any = system(SystemReason.BUILDING, apps.get_model("consent.Asked"))
        recent = rows.filter(setting=self._setting(), asked_at__gt=now - timedelta(days=4))
        # Two families never came back about the website: what they said ended with September.
        web = recent.filter(code=Code.PHOTO_WEB, round__kind=RoundKind.REVIEW).exclude(child__in=self.told)
        silent = set(web.order_by("id").values_list("pk", flat=True)[:2])
        for asked in recent.exclude(child__in=self.told).exclude(pk__in=silent).order_by("asked_at", "id"):
            chance, who = self.rng.random(), self._who(asked, now)
            if who is None or chance > 0.93:
                continue
            act = partial(answer, yes=chance < 0.83, language="en") if chance < 0.9 else wish_to_talk
            try:
                act(actor=who, asked=asked, now=now)
                if chance < 0.02:
                    withdraw(actor=who, asked=asked, language="en", now=now + timedelta(minutes=5))
            except (Refused, NotThere):
                continue  # asked again since, or kept from the child

    def _who(self, asked: Any, now: datetime) -> Any:
        ties: Any = system(SystemReason.BUILDING, apps.get_model("families.Guardianship"))
        held = ties.filter(in_force(now), child=asked.child_id, responsibility="yes").order_by(
            "from_at", "id"
        )
        names = {row.pk: name for name, row in self.stage.people.items()}
        found = next((names[pk] for pk in held.values_list("adult_id", flat=True) if pk in names), None)
        return self.stage.actor(found, now) if found else None

    def _ring(self, now: datetime) -> None:
        """Bev has rung three of those who are silent."""
        rows: Any = system(SystemReason.BUILDING, apps.get_model("consent.Asked"))
        answers: Any = system(SystemReason.BUILDING, apps.get_model("consent.Answer"))
        waiting = rows.filter(setting=self._setting(), asked_at__gt=now - timedelta(days=SINCE))
        waiting = waiting.exclude(pk__in=answers.values("asked")).exclude(child__in=self.told)
        for asked, how in zip(
            waiting.order_by("id")[:3], (Tried.RUNG, Tried.DOOR, Tried.EMAIL), strict=False
        ):
            who = self._who(asked, now)
            if who is not None:
                manager = self.stage.actor("manager", now)
                chase(actor=manager, pairs=[(asked.pk, who.person)], how=how, now=now)

    @property
    def told(self) -> list[Any]:
        return [self.stage.children[name].pk for name in TOLD if name in self.stage.children]

    def _setting(self) -> Any:
        return self.stage.settings[PRE_SCHOOL].pk
