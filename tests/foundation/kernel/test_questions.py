"""Asked together or alone, a question has the same answer."""

from datetime import timedelta

import pytest
from django.db import connections
from django.db.models import Count, Exists, Max, OuterRef
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import SystemReason, system, visible
from seren.foundation.kernel.questions import ask, ask_all, joined, known, question
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.people.accounts.models import Person
from seren.people.families.models import Child, Enrolment, Household
from seren.people.provision.models import Session

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def kinds():
    """Lists with every kind of value: ids, days, times, instants, words, JSON, sealed bytes, sums."""
    held = MomentChild._base_manager.filter(moment=OuterRef("pk"))
    of_child = rows(MomentChild).values("child_id").annotate(n=Count("pk"), last=Max("shared_at"))
    shared = rows(Moment).order_by("-written_at").annotate(whose=Exists(held))
    return (
        rows(Person).order_by("-given_name", "id").values_list("id", "also_speaks", "closed_at"),
        rows(Session).order_by("-starts", "id").values_list("starts", "setting__name", "setting_id"),
        rows(Enrolment).order_by("child_id").values_list("starts_on", "child__home_languages"),
        rows(Household).order_by("id").values_list("id", "address", "phone"),
        shared.values_list("written_at", "whose")[:7],
        of_child.order_by("child_id").values_list("child_id", "n", "last"),
        rows(Child).order_by("-known_as").values_list("pk", "date_of_birth"),
        rows(Person).order_by("id").values_list("id", "phone"),  # some have none
    )


def rows(model):
    return system(SystemReason.SHOWING, model)


def test_together_the_same_rows_of_the_same_types_in_the_same_order(world):
    alone = [[tuple(row) for row in rows] for rows in kinds()]
    together = ask(question(lambda *found: list(found), *kinds()))
    assert together == alone
    assert [[list(map(type, row)) for row in rows] for rows in together] == [
        [list(map(type, row)) for row in rows] for rows in alone
    ]
    assert all(alone)


def test_all_of_them_are_one_statement(world):
    with CaptureQueriesContext(connections["default"]) as asked:
        ask(question(len, *kinds()[:1]))
    assert len(asked) == 1
    with CaptureQueriesContext(connections["default"]) as asked:
        ask(question(lambda *found: found, *kinds()))
    assert len(asked) == 1


def test_words_come_back_to_the_letter(world):
    words = '“Mali’s” \\ %s 100% "so" \n\t ŵ ☆ 👋'
    system(SystemReason.WRITING, Person).filter(pk=world.people["mother"]).update(given_name=words)
    rows = system(SystemReason.SHOWING, Person).filter(given_name=words).values_list("given_name")
    assert ask(question(lambda one, two: (one, two), rows, rows)) == ([(words,)], [(words,)])


def test_rules_decide_together_as_they_do_alone(world):
    for who in ("mother", "father-restricted", "key-person", "manager"):
        actor = world.actor(who)
        lists = [
            visible(actor, JournalAction.SEE_MOMENT, Moment).order_by("pk").values_list("pk"),
            visible(actor, JournalAction.WALK_SKY, MomentChild).order_by("pk").values_list("pk", "child_id"),
        ]
        assert ask(question(lambda *found: list(found), *lists)) == [list(rows) for rows in lists]


def test_what_can_never_hold_is_not_asked(world):
    nobody = system(SystemReason.SHOWING, Person).filter(pk__in=[]).values_list("pk")
    everybody = system(SystemReason.SHOWING, Person).values_list("pk")
    with CaptureQueriesContext(connections["default"]) as asked:
        assert ask(question(len, nobody)) == 0
        assert ask_all(known("yes"), question(len, nobody)) == ("yes", 0)
    assert len(asked) == 0
    found = ask(question(lambda *lists: list(map(len, lists)), everybody, nobody, everybody))
    number = everybody.count()
    assert found == [number, 0, number]


def test_questions_are_joined_each_with_its_own_rows(world):
    def number_of(model, **chosen):
        rows = system(SystemReason.SHOWING, model).filter(**chosen)
        return question(lambda found: len(found), rows.values_list("pk"))

    soon = world.present + timedelta(days=1)
    asked = joined(
        lambda people, rest: (people, *rest),
        number_of(Person),
        joined(lambda *each: each, number_of(Child), known(soon), number_of(Session)),
    )
    models = [system(SystemReason.SHOWING, model).count() for model in (Person, Child, Session)]
    assert ask(asked) == (models[0], models[1], soon, models[2])


def test_rows_that_are_not_listed_are_refused(world):
    people = system(SystemReason.SHOWING, Person)
    for rows in (people, people.values_list("pk", flat=True), people.values("pk")):
        with pytest.raises(TypeError):
            ask(question(len, rows))
