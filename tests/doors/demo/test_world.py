"""The small world: whole, true, the same twice, and tight where somebody must not see."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps

from seren.doors.demo import cast
from seren.doors.demo.pictures import ALL, ALTS
from seren.foundation.access.door import SystemReason, rule_for, system, visible
from seren.foundation.audit.door import anchor_here, verify
from seren.foundation.kernel import clock
from seren.foundation.media.door import MediaAction
from seren.partnership.journal.policies import JournalAction
from seren.people.families.policies import FamilyAction
from tests.world import NOW

if TYPE_CHECKING:
    from seren.doors.demo.world import World

pytestmark = pytest.mark.db


def rows(label: str) -> Any:
    return system(SystemReason.BUILDING, apps.get_model(label))


def test_sixteen_children_stand_in_three_settings(world: World) -> None:
    assert rows("families.Child").count() == 16
    assert sorted(world.settings) == ["bryn-awel", "club", "pre-school"]
    there = rows("families.Enrolment").values_list("setting_id", flat=True)
    assert sorted(list(there).count(world.settings[key]) for key in ("pre-school", "bryn-awel", "club")) == [
        3,
        4,
        10,
    ]


def test_no_child_attends_without_a_key_person_who_works_there_now(world: World) -> None:
    for place in rows("families.Enrolment").filter(state="attending"):
        key = rows("families.KeyPerson").get(
            child=place.child_id, setting=place.setting_id, kind="key", until_at=None
        )
        works = rows("provision.Membership").filter(person=key.person_id, setting=place.setting_id)
        assert any(member.until_at is None or member.until_at > NOW for member in works)


def test_every_record_of_the_audit_is_sealed_and_verifies(world: World) -> None:
    anchor_here()  # the keys of this process are shared with tests of other chains
    verdict = verify()
    assert (verdict.fault, verdict.waiting) == ("", 0)
    assert verdict.entries > 400


def test_whoever_can_sign_in_has_a_login_and_dean_on_paper_has_none(world: World) -> None:
    for part in cast():
        assert (world.person(part.slug).login_id is not None) == part.can_sign_in, part.slug


def test_nothing_happened_after_the_present_and_nothing_at_night(world: World) -> None:
    assert world.present == NOW
    for moment in rows("journal.Moment"):
        assert moment.happened_at <= moment.written_at <= world.present
        assert 6 <= clock.local(moment.written_at).hour <= 21


@pytest.mark.parametrize(
    ("nickname", "state"),
    [
        ("tower", "shared"),
        ("group", "shared"),
        ("own-words", "shared"),
        ("draft", "draft"),
        ("old-draft", "draft"),
        ("withdrawn", "withdrawn"),
        ("waiting", "shared"),
        ("on-paper", "shared"),
        ("at-the-club", "shared"),
    ],
)
def test_a_named_happening_is_as_its_name_says(world: World, nickname: str, state: str) -> None:
    assert world.moment(nickname).state == state


def test_what_is_named_for_its_clock_has_that_age(world: World) -> None:
    hours = {
        name: (NOW - world.moment(name).written_at).total_seconds() / 3600 for name in ("draft", "old-draft")
    }
    assert 0 < hours["draft"] < 2
    assert 24 < hours["old-draft"] < 48
    assert world.moment("waiting").thanked_at is None
    assert world.moment("binned").binned_at is not None


def test_darren_under_a_court_order_sees_nothing_of_ellie(world: World) -> None:
    darren, ellie = world.actor("father-restricted"), world.children["Ellie"]
    everything = {
        JournalAction.SEE_MOMENT: (world.moments["ellie"], world.moments["ellie-group"]),
        JournalAction.SEE_REPLY: tuple(world.replies[name] for name in ("ellie-from-mother",)),
        MediaAction.SEE_PHOTO: (world.photos["ellie"], world.photos["ellie-from-home"]),
        JournalAction.SEE_STEP: (world.steps["ellie"],),
    }
    for action, theirs in everything.items():
        model = apps.get_model(rule_for(action).model)
        seen = set(visible(darren, action, model).values_list("pk", flat=True))
        assert seen.isdisjoint(theirs), action
        assert set(visible(world.actor("Tanya Cole"), action, model).values_list("pk", flat=True)) & {
            *theirs
        }, action
    child = type(world.child("Ellie"))
    assert not visible(darren, FamilyAction.FOLLOW_CHILD, child).filter(pk=ellie)


def test_each_home_of_mali_reads_its_own_talk_about_the_tower(world: World) -> None:
    reply = type(world.reply("tower-from-mother"))
    talk = {
        who: set(
            visible(world.actor(who), JournalAction.SEE_REPLY, reply)
            .filter(moment=world.moments["tower"])
            .values_list("pk", flat=True)
        )
        for who in ("mother", "father-other-home", "grandmother", "key-person")
    }
    told = world.replies
    assert talk["mother"] == {told["tower-from-mother"], told["tower-to-mother"]}
    assert talk["father-other-home"] == {told["tower-from-father"], told["tower-to-father"]}
    assert talk["grandmother"] == set()
    assert talk["key-person"] == talk["mother"] | talk["father-other-home"]


def test_the_two_malis_are_two_children_of_two_families(world: World) -> None:
    mali, other = world.child("Mali Evans"), world.child("Mali Grant")
    assert mali.pk != other.pk
    assert world.children["Mali"] == mali.pk


def test_photos_have_words_for_whoever_cannot_see_them_and_all_sizes(world: World) -> None:
    photos = list(rows("media.Photo"))
    assert len(photos) == 15  # of moments, and of one who collects
    for photo in photos:
        assert (photo.state, bool(photo.alt), photo.upload) == ("ready", True, "")
    assert set(ALTS) == {kind for kind, _ in ALL}
    assert len(ALL) <= 60


def test_notices_of_the_past_are_settled_without_one_delivery(world: World) -> None:
    notices, deliveries = rows("notify.Notice"), rows("notify.Delivery")
    past = notices.filter(created_at__lt=NOW - timedelta(days=1))
    assert past.count() > 30
    assert not past.filter(released_at=None, withdrawn_at=None).exists()
    assert not deliveries.filter(notice__in=past).exists()


def test_jobs_left_to_do_are_of_today(world: World) -> None:
    assert not apps.get_model("jobs.Job").objects.filter(due_at__lt=NOW - timedelta(days=1)).exists()
