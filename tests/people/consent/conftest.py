"""The small world, in which some families are asked; and short ways to ask and answer in it."""

from types import SimpleNamespace

import pytest
from django.apps import apps

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.people.consent import domain
from seren.people.consent.models import Answer, Asked, TalkWish
from seren.people.consent.terms import Channel, Code, Saying
from seren.people.families.terms import RestrictionCode
from tests.binding import caution
from tests.people.families.conftest import world  # noqa: F401  (leaders look at the pre-school)


@pytest.fixture
def consent(world):  # noqa: F811
    """Verbs by the names of the cast: `consent.ask(Code.PHOTO_WEB)` asks Mali’s family."""

    def place(child="Mali Evans", setting="pre-school"):
        rows = system(SystemReason.WRITING, apps.get_model("families.Enrolment"))
        rows = rows.filter(child=world.children[child], setting=world.settings[setting])
        return rows.latest("from_at").pk

    def ask(code=Code.PHOTO_WEB, child="Mali Evans", setting="pre-school", by="manager", now=None, **of):
        now = now or clock.now()
        return domain.ask(
            actor=world.actor(by, at=now), place=place(child, setting), code=code, now=now, **of
        )

    def say(who, asked, yes, now=None, language="en"):
        now = now or clock.now()
        actor = world.actor(who, at=now)
        return domain.answer(actor=actor, asked=asked, yes=yes, language=language, now=now)

    def take_back(who, asked, now=None):
        now = now or clock.now()
        actor = world.actor(who, at=now)
        return domain.withdraw(actor=actor, asked=asked, language="en", now=now)

    def talk(who, asked):
        return domain.wish_to_talk(actor=world.actor(who), asked=asked, now=clock.now())

    def key(
        who, asked, said=Saying.YES, channel=Channel.PAPER, by="manager", now=None, signed_on=None, **how
    ):
        now = now or clock.now()
        return domain.key_answer(
            actor=world.actor(by, at=now), asked=asked, adult=world.people[who], said=said, channel=channel,
            signed_on=signed_on or clock.day_of(now), language="en", now=now, **how,
        )  # fmt: skip

    def keep_out(who, child="Mali Evans", code=RestrictionCode.NO_INFO):
        """Bound from now on."""
        caution(world, code, who=who, child=child, at=clock.now())

    before = {
        model: set(system(SystemReason.WRITING, model).values_list("pk", flat=True))
        for model in (Answer, Asked, TalkWish)
    }

    def rows(model=Answer):
        """Of what a test asks: the world has asked some families before."""
        return system(SystemReason.WRITING, model).exclude(pk__in=before[model])

    def ask_many(code=Code.PHOTO_WEB, by="manager", now=None, **of):
        now = now or clock.now()
        setting = world.settings["pre-school"]
        return domain.ask_many(actor=world.actor(by, at=now), setting=setting, code=code, now=now, **of)

    return SimpleNamespace(
        world=world, place=place, ask=ask, say=say, take_back=take_back, talk=talk, key=key, rows=rows,
        keep_out=keep_out, ask_many=ask_many,
        asked=lambda: rows(Asked),
    )  # fmt: skip
