"""The lived-in year: much happens, nothing twice on one child's page, nothing by somebody who was not in."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.apps import apps
from django.test import override_settings
from django.utils import translation

from seren.doors import demo
from seren.doors.demo.pictures import ALL
from seren.foundation.access.door import SystemReason, rule_for, system, visible
from seren.foundation.audit.door import verify
from seren.foundation.kernel import clock
from seren.foundation.words.door import bodies
from seren.partnership.journal.policies import JournalAction
from seren.people.consent.queries.standings import Narrowed, Show, standings
from tests import world as worlds
from tests.instant import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seren.doors.demo.world import World

pytestmark = pytest.mark.long


def rows(label: str) -> Any:
    return system(SystemReason.BUILDING, apps.get_model(label))


@pytest.fixture(scope="module")
def _lived_in(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[World, Any]]:
    with django_db_blocker.unblock():
        connection = worlds.open_database("lived_in")
        with (
            worlds.connected_to(connection),
            time_machine.travel(NOW, tick=False),
            translation.override("en"),
            override_settings(STRICT_SECTIONS=False),
        ):
            built = demo.build("lived-in", worlds.TODAY, worlds.SEED)
    yield built, connection
    with django_db_blocker.unblock():
        worlds.close_database(connection)


@pytest.fixture
def year(_lived_in: tuple[World, Any], db: None) -> Iterator[World]:
    built, connection = _lived_in
    with worlds.connected_to(connection), worlds.undone(connection):
        yield built


def test_about_sixty_children_have_a_year_behind_them(year: World) -> None:
    assert 55 <= rows("families.Child").count() <= 65
    assert 600 <= rows("journal.Moment").count() <= 1800
    assert rows("journal.Moment").filter(origin="home").count() > 100
    assert rows("journal.Reply").count() > 200
    assert rows("journal.NextStep").filter(state="closed").count() > 15


def test_no_child_is_told_the_same_words_twice(year: World) -> None:
    for child in rows("families.Child"):
        texts = (
            rows("journal.MomentChild").filter(child_id=child.pk).values_list("moment__text_id", flat=True)
        )
        said = Counter(
            body for found in bodies([text for text in texts if text]).values() for _, body in found
        )
        assert not [words for words, times in said.items() if times > 1], child.given_name


def test_nobody_answers_one_family_twice_with_the_same_words(year: World) -> None:
    said: Counter[tuple[Any, str]] = Counter()
    for reply in rows("journal.Reply").exclude(text_id=None):
        (_, words), *_others = bodies([reply.text_id])[reply.text_id]
        said[reply.talk_with_id, words] += 1
    assert not [who for who, times in said.items() if times > 1]


def test_staff_note_on_open_days_by_day_and_homes_write_in_the_evening(year: World) -> None:
    for moment in rows("journal.Moment").filter(origin="setting"):
        local = clock.local(moment.written_at)
        assert local.weekday() < 5
        assert 8 <= local.hour <= 18, local
    evenings = [clock.local(star.written_at).hour for star in rows("journal.Moment").filter(origin="home")]
    assert sum(17 <= hour <= 21 for hour in evenings) > 0.9 * len(evenings)


def test_lee_notes_nothing_after_the_last_day(year: World) -> None:
    lee = year.people["leaver"]
    ended = rows("provision.Membership").get(person_id=lee).until_at
    noted = rows("journal.Moment").filter(author_id=lee)
    assert noted.count() > 5
    assert not noted.filter(written_at__gt=ended).exists()


def test_families_write_in_their_own_languages(year: World) -> None:
    stars = rows("journal.Moment").filter(origin="home").exclude(text_id=None)
    spoken = {
        language for found in bodies([star.text_id for star in stars]).values() for language, _ in found
    }
    assert spoken >= {"en", "cy", "pl", "ur", "bn", "ro"}


def test_what_families_sent_has_been_thanked_for_but_for_the_newest(year: World) -> None:
    old = rows("journal.Moment").filter(origin="home", written_at__lt=NOW - timedelta(days=21))
    assert old.filter(thanked_at=None).count() <= 0.02 * old.count()


def test_at_most_sixty_pictures_are_drawn_and_all_are_ready(year: World) -> None:
    photos = rows("media.Photo")
    assert len(set(photos.values_list("content", flat=True))) <= len(ALL) <= 60
    assert not photos.exclude(state="ready").exists()


def test_darren_under_a_court_order_is_told_nothing_of_the_whole_year(year: World) -> None:
    darren = year.actor("father-restricted")
    assert rows("journal.MomentChild").filter(child_id=year.children["Ellie"]).count() > 10
    for action in (JournalAction.SEE_MOMENT, JournalAction.WALK_SKY, JournalAction.SEE_REPLY):
        assert not visible(darren, action, apps.get_model(rule_for(action).model)).exists()


def test_the_year_leaves_a_whole_chain_and_no_flood_of_letters(year: World) -> None:
    verdict = verify()
    assert (verdict.fault, verdict.waiting) == ("", 0)
    assert rows("notify.Delivery").count() < 20
    assert apps.get_model("jobs.Job").objects.filter(state="waiting").count() < 30


def test_permissions_were_gone_through_in_september_and_stand_in_every_way(year: World) -> None:
    assert rows("consent.Round").filter(kind="review").count() == 1
    assert rows("consent.Chase").count() >= 3
    setting = year.settings["pre-school"]
    counts = standings(year.actor("manager"), setting, Narrowed()).counts
    assert all(counts[show] > 0 for show in Show), counts
    assert counts[Show.YES] > counts[Show.NO] + counts[Show.SILENT]
