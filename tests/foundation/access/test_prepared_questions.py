"""A question of several lists, written once, answers as the same question put together anew."""

from functools import partial

import pytest
from django.db import connection
from django.db.models import CharField, UUIDField
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import Level, Many, SystemReason, prepared_question, system, visible
from seren.foundation.kernel import ids
from seren.foundation.kernel.questions import ask, ask_all, joined, question
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.policies import JournalAction

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def seen(actor, children):
    return visible(actor, JournalAction.WALK_SKY, MomentChild).filter(child__in=children)


def mine_first(actor, children, rows, written):
    """Whose they are, and of how many children was asked: both are told at each asking."""
    return len(children), [author == actor.person for _moment, author in rows], written


def lists(actor, children, states):
    shared = seen(actor, children).filter(moment__state__in=states).order_by("moment_id", "child_id")
    own = system(SystemReason.SHOWING, Moment).filter(author=actor.person).order_by("id")
    return joined(
        partial(mine_first, actor, children),
        question(list, shared.values_list("moment_id", "moment__author_id")),
        question(lambda rows: [at for (at,) in rows], own.values_list("written_at")),
    )


_lists = prepared_question(children=Many(UUIDField()), states=Many(CharField()))(lists)


def everyone(world):
    for who in ("mother", "father-other-home", "key-person", "father-restricted", "stranger-parent"):
        for level in (Level.CODE, Level.KNOWN, Level.STRONG):
            yield world.actor(who, level=level)


def test_everyone_is_told_their_own_from_one_wording(world):
    children, told = list(world.children.values()), set()
    for _again in range(2):
        for actor in everyone(world):
            for number in (len(children), 1):
                found = ask(_lists(actor, children[:number], ["shared"]))
                assert found == ask(lists(actor, children[:number], ["shared"]))
                told.add(str(found))
    assert len(told) > 6


def test_it_is_asked_with_others_in_one_statement_and_nothing_is_built_again(world, monkeypatch):
    actor, children = world.actor("mother"), list(world.children.values())
    ask(_lists(actor, children, ["shared"]))
    monkeypatch.setattr(_lists, "build", None)
    with CaptureQueriesContext(connection) as queries:
        together = ask_all(_lists(actor, children, ["shared"]), _lists(actor, children[:2], ["shared"]))
    assert len(queries) == 1
    assert [one[0] for one in together] == [len(children), 2]


def test_where_a_list_is_empty_only_what_stands_on_it_is_not_asked(world):
    number, rows, written = ask(_lists(world.actor("key-person"), [], ["shared"]))
    assert (number, rows) == (0, [])
    assert written


def test_one_inside_another_is_a_part_of_it(world):
    outer = prepared_question(children=Many(UUIDField()))(
        lambda actor, children: joined(
            lambda found, more: (found, len(more)),
            _lists(actor, children, ["shared"]),
            question(list, seen(actor, children).values_list("pk")),
        )
    )
    children = list(world.children.values())
    for actor in everyone(world):
        found, number = ask(outer(actor, children))
        assert found == ask(lists(actor, children, ["shared"]))
        assert number == len(seen(actor, children))


def test_what_tells_may_not_look_at_who_asks_while_it_is_written(world):
    @prepared_question()
    def hidden(actor):
        rows = seen(actor, list(world.children.values())).values_list("moment__author_id")
        return question(lambda found: [author == actor.person for (author,) in found], rows)

    with pytest.raises(TypeError, match="worked_out"):
        ask(hidden(world.actor("mother")))


def test_what_no_asking_changes_stands_in_the_statement_and_who_asks_does_not(world):
    actor = world.actor("mother")
    with CaptureQueriesContext(connection) as queries:
        ask(_lists(actor, list(world.children.values()), ["shared"]))
    part = _lists(actor, [ids.new()], ["shared"]).rows[0]
    assert "'shared'" in part.sql, "words of a rule are constants"
    assert actor.person.hex not in part.sql.replace("-", "")
    assert len(queries) == 1


@pytest.mark.parametrize("words", ["O'Neill", "50%", "a;b", "ŵ", "1' OR '1'='1", "x" * 60, "", "%s"])
def test_any_other_words_stay_a_value(world, words):
    named = prepared_question(moment=UUIDField())(
        lambda moment, words: question(
            list, system(SystemReason.SHOWING, Moment).filter(quick_word=words).values_list("id")
        )
    )
    part = named(ids.new(), words).rows[0]
    assert words in part.params
    assert ask(named(ids.new(), words)) == [
        (pk,)
        for pk in system(SystemReason.SHOWING, Moment).filter(quick_word=words).values_list("id", flat=True)
    ]
