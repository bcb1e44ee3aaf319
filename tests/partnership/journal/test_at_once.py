"""Two people, one instant: the first stands, nothing is there twice. Real connections: PostgreSQL only."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.apps import apps

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import ids
from seren.partnership.journal import domain
from seren.partnership.journal.domain import Said
from seren.partnership.journal.models import Moment, Reply
from seren.partnership.journal.terms import ReplyKind
from tests import world as worlds

pytestmark = [pytest.mark.pg, pytest.mark.django_db]
MALI = "Mali Evans"

Together = Callable[..., list[Any]]


@pytest.fixture
def built(built_world: Any, db: None) -> Any:
    return built_world


@pytest.fixture
def star(built: Any, django_db_blocker: Any, now: Any) -> Iterator[Moment]:
    """A star of Rhian's, there for everybody: it goes when the test ends."""
    world, connection = built
    said = Said(ids.new(), (world.children[MALI],), "She hopped.", "en", now)
    with django_db_blocker.unblock(), worlds.connected_to(connection):
        before = keys_of_all(connection)
        made, _new = domain.share_star(actor=world.actor("mother"), said=said, now=now)
        yield made
        take_away(connection, before)


Keys = dict[tuple[str, str], set[Any]]


def keys_of_all(connection: Any) -> Keys:
    """Which rows there are, by table and key column."""
    found: Keys = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table, column = model._meta.db_table, model._meta.pk.column
            cursor.execute(f'SELECT "{column}" FROM "{table}"')
            found[table, column] = {row[0] for row in cursor.fetchall()}
    return found


def take_away(connection: Any, before: Keys) -> None:
    """All that came since, in every table: other tests of this process find the world as it was."""
    now = keys_of_all(connection)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # in any order
        for (table, column), there in now.items():
            if came := there - before[table, column]:
                cursor.execute(f'DELETE FROM "{table}" WHERE "{column}" = ANY(%s)', [list(came)])
        cursor.execute("SET session_replication_role = DEFAULT")


@pytest.fixture
def together(built: Any) -> Together:
    """Each act in a thread with a connection of its own, all let go at once."""
    _world, connection = built

    def run(*acts: Callable[[], Any]) -> list[Any]:
        gate = threading.Barrier(len(acts))

        def one(act: Callable[[], Any]) -> Any:
            own = type(connection)(connection.settings_dict, "default")
            try:
                with worlds.connected_to(own):
                    own.ensure_connection()
                    gate.wait()
                    return act()
            finally:
                own.close()

        with ThreadPoolExecutor(len(acts)) as threads:
            return list(threads.map(one, acts))

    return run


def fresh(moment: Moment) -> Moment:
    return system(SystemReason.WRITING, Moment).get(pk=moment.pk)


def test_two_who_thank_at_once_are_one_thank_you(built, star, together, now):
    world, _connection = built
    at = world.actor("key-person", at=star.shared_at)

    def thank(who: str) -> bool:
        actor = world.actor(who, at=star.shared_at)
        return domain.thank(actor=actor, moment=fresh(star), now=star.shared_at)

    said = together(lambda: thank("key-person"), lambda: thank("practitioner-other-room"))
    assert sorted(said) == [False, True]
    assert fresh(star).thanked_by_id in (at.person, world.people["practitioner-other-room"])


def test_one_answer_sent_twice_at_once_is_one(built, star, together, now):
    world, _connection = built
    key = ids.new()

    def answer() -> bool:
        _reply, new = domain.answer(
            actor=world.actor("mother", at=star.shared_at),
            moment=fresh(star),
            reply=key,
            kind=ReplyKind.WORDS,
            words="And again.",
            language="en",
            now=star.shared_at,
        )
        return new

    assert sorted(together(answer, answer)) == [False, True]
    assert system(SystemReason.WRITING, Reply).filter(pk=key).count() == 1


def test_one_moment_sent_twice_at_once_is_one(built, star, together, now):
    world, _connection = built
    said = Said(ids.new(), (world.children[MALI],), "She ran.", "en", now)

    def note() -> bool:
        return domain.note_moment(actor=world.actor("key-person"), said=said, now=now)[1]

    assert sorted(together(note, note)) == [False, True]
    assert system(SystemReason.WRITING, Moment).filter(pk=said.moment).count() == 1


def test_words_taken_back_while_others_are_written_leave_one_that_waits(built, star, together):
    world, _connection = built
    now, talk = star.shared_at, world.people["mother"]
    given = {"language": "en", "now": now}
    mother, sian = world.actor("mother", at=now), world.actor("key-person", at=now)

    def rhian(words: str) -> None:
        said = {"moment": fresh(star), "reply": ids.new(), "kind": ReplyKind.WORDS, "words": words}
        domain.answer(actor=mother, **said, **given)

    rhian("She hops all day.")
    back, _new = domain.answer_family(
        actor=sian, moment=fresh(star), reply=ids.new(), talk_with=talk, words="Lovely.", **given
    )
    taken = system(SystemReason.WRITING, Reply).get(pk=back.pk)
    together(
        lambda: domain.withdraw_reply(actor=sian, reply=taken, now=now), lambda: rhian("And on one leg.")
    )
    assert system(SystemReason.WRITING, Reply).filter(moment=star, waits=True).count() == 1
