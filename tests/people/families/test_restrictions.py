"""What keeps an adult from something: a paper or a decision, and the two people it takes to end it."""

from datetime import date, datetime, timedelta
from itertools import pairwise, product
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from seren.foundation.access.door import NotThere, SystemReason, may, system
from seren.foundation.audit.models import Entry
from seren.foundation.deadlines.door import deadlines_of, sweep
from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify import door as notify
from seren.people.families.domain import ask_lift, confirm, keep, lift
from seren.people.families.models import Order, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import RestrictionBasis, RestrictionCode
from tests.binding import actor, bind, caution

pytestmark = [pytest.mark.django_db, pytest.mark.db]
CAUTION, SAFEGUARDING = RestrictionBasis.CAUTION, RestrictionBasis.SAFEGUARDING
NO_INFO, NO_COLLECT, NO_IMAGES = (
    RestrictionCode.NO_INFO,
    RestrictionCode.NO_COLLECT,
    RestrictionCode.NO_IMAGES,
)
GARETH = "father-other-home"
LAST_DAY = date(2025, 5, 21)  # five working days after Wednesday 14 May


def follows(world: Any, at: datetime) -> bool:
    return may(actor(world, GARETH, at), FamilyAction.FOLLOW_CHILD, world.children["Mali Evans"])


def swept(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        sweep(at)
        while jobs.run_due():
            pass


def do(verb: Any, world: Any, who: str, held: Restriction, at: datetime, **more: Any) -> None:
    verb(actor=actor(world, who, at), restriction=held.pk, child=held.child_id, now=at, **more)


def test_an_order_stops_what_is_ticked_and_nothing_more(world):
    order = bind(world, GARETH, NO_COLLECT, RestrictionCode.NO_IMAGES)
    held = system(SystemReason.SHOWING, Restriction).filter(order=order)
    assert {(one.code, one.basis, one.decide_by) for one in held} == {
        ("no-collect", "court-order", None),
        ("no-images", "court-order", None),
    }
    assert follows(world, world.present)


def test_an_order_that_stops_nothing_is_not_taken(world):
    with pytest.raises(Refused, match="Choose what the order stops"):
        bind(world, GARETH)
    assert not system(SystemReason.SHOWING, Order).filter(adult=world.people[GARETH]).exists()


def test_a_caution_holds_at_once_and_after_its_last_day(world):
    held = caution(world)
    assert clock.last_day(held.decide_by) == LAST_DAY
    assert not follows(world, world.present)
    assert not follows(world, held.decide_by + timedelta(days=300))
    assert held.overdue_at(held.decide_by)
    assert not held.overdue_at(held.decide_by - timedelta(minutes=1))


def test_a_parents_word_sends_nobody_away_from_the_gate(world):
    with pytest.raises(Refused, match="word alone stops nobody from collecting"):
        caution(world, NO_COLLECT)
    assert not system(SystemReason.SHOWING, Restriction).filter(adult=world.people[GARETH]).exists()


def test_only_the_safeguarding_lead_decides_without_a_paper(world):
    with pytest.raises(Refused, match="Only the safeguarding lead"):
        caution(world, basis=SAFEGUARDING)
    assert caution(world, basis=SAFEGUARDING, by="safeguarding-lead").decide_by is None


def test_a_child_not_released_without_a_paper_is_decided_on_within_a_day(world):
    held = caution(world, NO_COLLECT, SAFEGUARDING, by="safeguarding-lead")
    assert held.decide_by == world.present + timedelta(hours=24)


def test_a_paper_decides_what_was_set_without_one(world):
    held = caution(world)
    order = bind(world, GARETH, NO_INFO)
    held.refresh_from_db()
    assert (held.order_id, held.basis, held.decided_by_id) == (
        order.pk,
        "court-order",
        world.people["manager"],
    )
    assert not held.overdue_at(held.decide_by + timedelta(days=1))
    assert [due.state for due in deadlines_of("families.caution", [held.pk]).values()] == ["met"]
    assert system(SystemReason.SHOWING, Restriction).filter(adult=world.people[GARETH]).count() == 1


def test_the_safeguarding_lead_makes_a_caution_her_decision(world):
    held = caution(world)
    with pytest.raises(NotThere):
        do(confirm, world, "manager", held, world.present, words="We rang the social worker.")
    do(confirm, world, "safeguarding-lead", held, world.present, words="We rang the social worker.")
    held.refresh_from_db()
    assert (held.basis, held.decision, held.reason) == (
        "safeguarding", "We rang the social worker.", "Mum told us at the gate.",
    )  # fmt: skip
    assert not follows(world, world.present)


def test_leaders_are_told_once_that_a_decision_is_overdue_and_what_was_set_stands(world):
    held = caution(world)
    swept(held.decide_by + timedelta(hours=1))
    swept(held.decide_by + timedelta(hours=2))
    late = [one for one in notify.notices_of(held.pk) if one.kind == "families.decision_late"]
    told = [{line.person for line in notify.ledger(one.id)} for one in late]
    assert told == [{world.people[who] for who in ("manager", "deputy", "safeguarding-lead")}]
    assert not follows(world, held.decide_by + timedelta(hours=2))


def test_two_who_both_ask_first_lift_nothing(world):
    held = caution(world)
    do(ask_lift, world, "deputy", held, world.present, reason="It was a mistake.")
    with pytest.raises(Refused, match="has asked this already"):
        do(ask_lift, world, "manager", held, world.present, reason="I think so too.")
    with pytest.raises(Refused, match="Two people lift"):
        do(lift, world, "deputy", held, world.present)
    do(lift, world, "manager", held, world.present)
    assert follows(world, world.present)
    assert Entry.objects.filter(event="families.lifted").count() == 1


def test_the_database_lets_no_one_person_lift(world):
    held = caution(world)
    rows = system(SystemReason.WRITING, Restriction).filter(pk=held.pk)
    bev, tom = world.people["manager"], world.people["deputy"]
    alone = {"lifted_at": world.present, "lifted_by": tom}
    for wrong in (
        alone,
        {**alone, "lift_asked_by": tom, "lift_asked_at": world.present},
        {"lifted_at": held.decide_by, "lifted_by": bev},  # overdue, but by its author
        {**alone, "decide_by": None, "basis": "safeguarding"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
    rows.update(lifted_at=held.decide_by, lifted_by=tom)


def test_a_caution_has_its_day_and_a_paper_its_order_in_the_database(world):
    held = caution(world)
    rows = system(SystemReason.WRITING, Restriction).filter(pk=held.pk)
    for wrong in ({"decide_by": None}, {"basis": "court-order"}, {"code": "no-collect"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)


PEOPLE = ("manager", "deputy", "safeguarding-lead")  # the manager set it
ACTS = ("ask", "lift", "keep")
BEFORE, AFTER = 0, 1


def law(steps: Any) -> list[bool]:
    """What each step may do, said from trust.md 4.3: two different people lift, or, past its day, one other
    than its author. Whoever says it stays takes back the asking.
    """
    asked_by, lifted, allowed = None, False, []
    for person, act, when in steps:
        if lifted:
            allowed.append(False)
        elif act == "ask":
            allowed.append(asked_by is None)
            asked_by = asked_by or person
        elif act == "keep":
            allowed.append(True)
            asked_by = None
        else:
            second = asked_by is not None and asked_by != person
            lifted = second or (when == AFTER and person != "manager")
            allowed.append(lifted)
    return allowed


def histories(length: int) -> list[Any]:
    steps = product(PEOPLE, ACTS, (BEFORE, AFTER))
    return [one for one in product(list(steps), repeat=length) if all(a[2] <= b[2] for a, b in pairwise(one))]


def take(world: Any, held: Restriction, step: Any) -> bool:
    person, act, when = step
    at = held.decide_by if when == AFTER else world.present
    try:
        if act == "ask":
            do(ask_lift, world, person, held, at, reason="It is over.")
        else:
            do({"lift": lift, "keep": keep}[act], world, person, held, at)
    except Refused:
        return False
    return True


def differing(world: Any, length: int) -> list[Any]:
    held, found = caution(world), []
    for history in histories(length):
        inner = transaction.savepoint()
        allowed = [take(world, held, step) for step in history]
        lifted = follows(world, held.decide_by)
        transaction.savepoint_rollback(inner)
        said = law(history)
        ends = any(ok and act == "lift" for ok, (_who, act, _when) in zip(said, history, strict=True))
        if allowed != said or lifted != ends:
            found.append((history, allowed, lifted))
    return found


def test_every_history_of_two_steps_ends_as_the_law_says(world):
    assert len(histories(2)) == 243
    assert differing(world, 2) == []


@pytest.mark.long
def test_every_history_of_three_steps_ends_as_the_law_says(world):
    assert differing(world, 3) == []
