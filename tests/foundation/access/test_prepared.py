"""A prepared question gives what the same question asked anew gives, whoever asks and about whatever."""

import pytest
from django.db import connection
from django.db.models import CharField, DateTimeField, Q, UUIDField
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import Level, Many, SystemReason, prepared, system, visible
from seren.foundation.kernel import ids
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.policies import JournalAction

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def asked_anew(actor, **values):
    return list(_walked.build(actor, **values))


@prepared(children=Many(UUIDField()), since=DateTimeField(), states=Many(CharField()))
def _walked(actor, *, children, since, states, newest):
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild)
    seen = seen.filter(Q(moment__state__in=states) | Q(moment__author=actor.person), child__in=children)
    if since is not None:
        seen = seen.filter(shared_at__gte=since)
    order = ("-shared_at" if newest else "shared_at", "moment_id", "child_id")
    return seen.order_by(*order).values_list("moment_id", "child_id", "shared_at")[:30]


@prepared(people=Many(UUIDField()))
def _moments_by(*, people):
    written = system(SystemReason.PROVING, Moment).extra(where=["'100%%s' <> ''"])
    return written.filter(author__in=people).order_by("id").values_list("author_id")


def everyone(world):
    for who in ("mother", "father-other-home", "key-person", "father-restricted", "stranger-parent"):
        for level in (Level.CODE, Level.KNOWN, Level.STRONG):
            yield world.actor(who, level=level)


def test_everyone_gets_their_own_rows_from_one_wording(world):
    children = list(world.children.values())
    got = {}
    for _again in range(2):
        for actor in everyone(world):
            values = {"children": children, "since": None, "states": ["shared"], "newest": True}
            found = _walked(actor, **values)
            assert found == asked_anew(actor, **values)
            got[actor.person, actor.level] = len(found)
    assert len(set(got.values())) > 3
    assert max(got.values()) > 3


def test_lists_of_any_length_and_values_there_or_not(world):
    actor = world.actor("key-person", level=Level.STRONG)
    children = list(world.children.values())
    instants = sorted(row for row in rows_shared(actor, children))
    for number in (1, 2, len(children)):
        for since in (None, instants[len(instants) // 2]):
            for states in (["shared"], ["shared", "draft", "withdrawn"]):
                values = {"children": children[:number], "since": since, "states": states}
                for newest in (True, False):
                    found = _walked(actor, **values, newest=newest)
                    assert found == asked_anew(actor, **values, newest=newest)


def rows_shared(actor, children):
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(child__in=children)
    return seen.filter(shared_at__isnull=False).values_list("shared_at", flat=True)


def test_where_a_list_is_empty_nothing_is_asked(world):
    with CaptureQueriesContext(connection) as queries:
        assert _walked(world.actor("mother"), children=[], since=None, states=["shared"], newest=True) == []
    assert len(queries) == 0


def test_a_percent_sign_in_the_wording_is_no_place_for_a_value(world):
    sian = world.people["key-person"]
    found = _moments_by(people=[ids.new(), sian])
    assert set(found) == {(sian,)}


def test_the_wording_is_written_once(world, monkeypatch):
    written = []
    question = prepared(people=Many(UUIDField()))(lambda *, people: written.append(1) or by(people))
    for number in range(1, 4):
        question(people=[ids.new()] * number)
    assert len(written) == 1
    question.forget()
    question(people=[ids.new()])
    assert len(written) == 2


def by(people):
    return system(SystemReason.PROVING, Moment).filter(author__in=people).values_list("id")


def test_a_wording_that_looks_at_who_asks_is_refused(world):
    @prepared()
    def mothers_only(actor):
        seen = visible(actor, JournalAction.WALK_SKY, MomentChild)
        return (seen if actor.person == ids.new() else seen.none()).values_list("pk")

    with pytest.raises(TypeError, match="worked_out"):
        mothers_only(world.actor("mother"))
