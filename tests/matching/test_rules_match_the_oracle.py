"""Two readings of the same prose, one in sentences and one in SQL, agree about everyone (trust.md G2)."""

import gc
from collections import Counter
from dataclasses import replace
from itertools import islice

import pytest

from tests.matching.loading import Loader
from tests.matching.looking import Among, look
from tests.oracle import worlds
from tests.oracle.questions import QUESTIONS, seen_by

pytestmark = [pytest.mark.oracle, pytest.mark.django_db]
LEAST = 600_000  # compared in each run of the gate, pairs not counted (G2)
WORLDS = 27  # of the long run: each with new tables, shared out between the cores


def compared(batch, parts):
    """Every difference in words, and how many decisions were compared."""
    held = Loader(batch).load()
    gc.freeze()  # a world of facts that stays: not to be walked again and again
    differences, decisions = [], 0
    for who in batch.actors:
        among = Among(held, who, parts)
        ours = look(held, who, among)
        theirs = seen_by(batch.world, who, frozenset(ours), among.ids)
        decisions += sum(len(among.ids[QUESTIONS[one][0]]) for one in ours if one in QUESTIONS)
        for question, seen in ours.items():
            said = {one for one in theirs[question] if asked(one, among, held)}
            differences += [told(batch, who, question, one, one in seen) for one in sorted(seen ^ said)]
    return differences, decisions


def asked(thing, among, held):
    """Whether this thing is in the part asked about, and in the database at all."""
    first = thing[0] if isinstance(thing, tuple) else thing
    return first not in held.left_out and among.holds(first)


def told(batch, who, question, thing, ours):
    parts = thing if isinstance(thing, tuple) else (thing,)
    things = " / ".join(batch.labels.get(part, part) for part in parts)
    says = "the rules say yes, the oracle no" if ours else "the oracle says yes, the rules no"
    return f"{question}: {batch.labels[who.person]} at {who.level}: {things}: {says}"


def summed_up(differences):
    counts = Counter((one.partition(":")[0], one.rpartition(":")[2]) for one in differences)
    return "\n".join([str(counts), *differences[:40]])


@pytest.mark.parametrize("half", [0, 1])  # one for each core
def test_every_person_sees_what_the_oracle_says(half):
    plan = next(worlds.plans("gate"))
    batch = worlds.make(replace(plan, people=plan.people[half::2]))
    differences, decisions = compared(batch, parts=8)
    assert not differences, summed_up(differences)
    assert decisions > LEAST // 2


@pytest.mark.long
@pytest.mark.parametrize("number", range(WORLDS))
def test_every_person_sees_what_the_oracle_says_in_every_world(number):
    plan = next(islice(worlds.plans("long"), number, None))
    differences, _decisions = compared(worlds.make(plan), parts=1)
    assert not differences, summed_up(differences)


def test_every_world_of_the_long_run_is_compared():
    assert sum(1 for _plan in worlds.plans("long")) == WORLDS
