"""What families were asked. Yusuf's parents do not agree on all; nor, in the lived-in world, do Mali's."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.doors.demo.spec import PRE_SCHOOL
from seren.doors.demo.stage import Stage
from seren.doors.demo.story import Story
from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.people.consent.domain import answer, ask, chase, key_answer, wish_to_talk
from seren.people.consent.terms import Channel, Code, Saying, Tried
from seren.people.families.domain import keep_out_of_pictures
from seren.people.families.terms import Reach

ASKED, ANSWERED, RUNG = 24, 22, 9  # days ago
BILAL = "Bilal Khan"
KAI = "Kai Bennett"


@dataclass(frozen=True)
class Question:
    """One asking, and the yes (or no) of each adult who said one. `lasts`: days from today, of a trip."""

    code: Code
    said: tuple[tuple[str, bool], ...] = ()
    scope: str = ""
    lasts: int | None = None


YUSUF = (
    Question(Code.PHOTO_JOURNAL_OTHERS, (("parent-urdu", True), (BILAL, True))),
    Question(Code.PHOTO_WEB, (("parent-urdu", True), (BILAL, False))),
    Question(Code.PHOTO_DISPLAY, (("parent-urdu", False),)),
    Question(Code.SUN_CREAM, (), "Sunny Otter, factor 50"),
    Question(Code.OUT_SPECIFIC, ((BILAL, True),), "The ducks on the canal, on foot", 6),
)
MALI = (
    Question(Code.PHOTO_WEB, (("mother", True), ("father-other-home", False))),
    Question(Code.PLASTERS, (("mother", True), ("father-other-home", False))),
    Question(
        Code.OUT_SPECIFIC, (("mother", True), ("father-other-home", False)), "The ducks on the canal", 6
    ),
    Question(Code.PHOTO_JOURNAL_OTHERS, (("mother", True), ("father-other-home", True))),
    Question(Code.ANIMALS),
)


def tell(story: Story) -> None:
    stage = story.stage
    _family(stage, "Yusuf Khan", YUSUF)
    stage.later(stage.days_ago(ANSWERED, 9, 40), lambda now: _on_paper(stage, now))
    stage.later(stage.days_ago(RUNG, 15, 20), lambda now: _rung(stage, now))
    stage.later(stage.days_ago(ANSWERED, 10, 15), lambda now: _out_of_pictures(stage, now))
    if stage.size == "lived-in":
        _family(stage, "Mali Evans", MALI)


def _out_of_pictures(stage: Stage, now: datetime) -> None:
    """Kai lives with Joy, who looks after him for the county."""
    keep_out_of_pictures(
        actor=stage.actor("manager", now),
        child=stage.children[KAI],
        reach=Reach.OTHERS,
        reason="Looked after by the county. His social worker asked for it on the first day.",
        now=now,
    )


def _family(stage: Stage, child: str, questions: tuple[Question, ...]) -> None:
    for number, question in enumerate(questions):
        at = stage.days_ago(ASKED, 11, 10 + number)
        stage.later(at, _asking(stage, child, question))
        for place, (who, yes) in enumerate(question.said):
            when = stage.days_ago(ANSWERED - place, 19, 10 + number)
            stage.later(when, _answering(stage, child, question, who, yes))


def _asking(stage: Stage, child: str, question: Question) -> Callable[[datetime], None]:
    def act(now: datetime) -> None:
        ask(
            actor=stage.actor("manager", now),
            place=place_of(stage, child),
            code=question.code,
            scope=question.scope,
            until=stage.today + timedelta(days=question.lasts) if question.lasts else None,
            now=now,
        )

    return act


def _answering(
    stage: Stage, child: str, question: Question, who: str, yes: bool
) -> Callable[[datetime], None]:
    def act(now: datetime) -> None:
        asked = _asked(stage, child, question.code)
        answer(actor=stage.actor(who, now), asked=asked, yes=yes, language="en", now=now)

    return act


def _on_paper(stage: Stage, now: datetime) -> None:
    """A slip about plasters came back signed; about the sun cream Amina wants to talk."""
    manager = stage.actor("manager", now)
    plasters = ask(actor=manager, place=place_of(stage, "Yusuf Khan"), code=Code.PLASTERS, now=now)
    key_answer(
        actor=manager,
        asked=plasters,
        adult=stage.people["parent-urdu"].pk,
        said=Saying.YES,
        channel=Channel.PAPER,
        signed_on=clock.day_of(now),
        language="en",
        now=now,
    )
    cream = _asked(stage, "Yusuf Khan", Code.SUN_CREAM)
    wish_to_talk(actor=stage.actor("parent-urdu", now), asked=cream, now=now)


def _rung(stage: Stage, now: datetime) -> None:
    """Nobody has said a word about the sun cream: Bev has rung Amina."""
    cream = _asked(stage, "Yusuf Khan", Code.SUN_CREAM)
    pairs = [(cream.pk, stage.people["parent-urdu"].pk)]
    chase(actor=stage.actor("manager", now), pairs=pairs, how=Tried.RUNG, now=now)


def place_of(stage: Stage, child: str) -> UUID:
    rows = system(SystemReason.BUILDING, apps.get_model("families.Enrolment"))
    row: Any = rows.filter(child=stage.children[child].pk, setting=stage.settings[PRE_SCHOOL].pk)
    found: UUID = row.order_by("from_at").values_list("pk", flat=True).last()
    return found


def _asked(stage: Stage, child: str, code: Code) -> Any:
    rows: Any = system(SystemReason.BUILDING, apps.get_model("consent.Asked"))
    return rows.get(child=stage.children[child].pk, code=code)
