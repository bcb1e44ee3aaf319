"""Whose words wait for an answer is kept with the words, and stays true whatever is said or taken back."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import ids
from seren.partnership.journal import domain
from seren.partnership.journal.models import Reply, ReplyAbout
from seren.partnership.journal.terms import Origin, ReplyKind

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MINUTE = timedelta(minutes=1)


def talk(moment, person):
    return system(SystemReason.DECIDING, Reply).filter(moment=moment, talk_with=person)


class Talk:
    """Mali's mother and Sian about one moment, a minute after another."""

    def __init__(self, world, now):
        self.world, self.now, self.moment = world, now, world.moment("tower")
        self.said = []

    def mother(self, kind=ReplyKind.WORDS):
        words = "" if kind == ReplyKind.HEART else f"At home too, at {self.now:%H:%M}."
        given = {"kind": kind, "words": words, "language": "en", "now": self.now}
        self._say(domain.answer, "mother", **given)

    def heart(self):
        self.mother(ReplyKind.HEART)

    def sian(self):
        if not talk(self.moment, self.world.people["mother"]).exists():
            return
        said = {"words": f"Good to hear, at {self.now:%H:%M}.", "language": "en", "now": self.now}
        self._say(domain.answer_family, "key-person", talk_with=self.world.people["mother"], **said)

    def take_back(self):
        """The last words, by whoever wrote them."""
        if self.said:
            who, reply = self.said.pop()
            self.now += MINUTE
            domain.withdraw_reply(actor=self.world.actor(who), reply=reply, now=self.now)

    def _say(self, verb, who, **given):
        reply, new = verb(actor=self.world.actor(who), moment=self.moment, reply=ids.new(), **given)
        self.now += MINUTE
        if new:
            self.said.append((who, reply))

    def waits(self):
        return list(talk(self.moment, self.world.people["mother"]).filter(waits=True))

    def should_wait(self):
        """The sentence itself: the last words that stand are the mother's."""
        stand = talk(self.moment, self.world.people["mother"]).filter(withdrawn_at__isnull=True)
        last = stand.exclude(kind=ReplyKind.HEART).order_by("-written_at", "-id").first()
        return [last] if last is not None and last.author_id == self.world.people["mother"] else []


def test_words_wait_until_sian_answers_and_again_when_she_takes_it_back(world, now):
    talk = Talk(world, now)
    talk.mother()
    assert [reply.author_id for reply in talk.waits()] == [world.people["mother"]]
    talk.sian()
    assert talk.waits() == []
    talk.take_back()
    assert len(talk.waits()) == 1


def test_a_heart_waits_for_nothing(world, now):
    talk = Talk(world, now)
    before = talk.waits()
    talk.heart()
    assert talk.waits() == before


def test_words_taken_back_are_no_exchange(world, now):
    talk = Talk(world, now)
    talk.mother()
    reply = talk.said[-1][1]
    about = system(SystemReason.DECIDING, ReplyAbout).filter(reply=reply)
    assert about.filter(origin=Origin.HOME, said_at=reply.written_at).count() == about.count() > 0
    talk.take_back()
    assert about.filter(said_at__isnull=True).count() == about.count()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.sampled_from(("mother", "heart", "sian", "take_back")), max_size=7))
def test_in_every_talk_the_last_words_say_who_waits(world, now, steps):
    talk = Talk(world, now)
    for step in steps:
        talk.now += MINUTE
        getattr(talk, step)()
        assert talk.waits() == talk.should_wait()
