"""Two readings of the same prose, one in plain Python and one in SQL, agree on every small world."""

from collections import Counter
from itertools import combinations_with_replacement, product

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.people.consent.models import Asked
from seren.people.consent.policies import in_force_for
from seren.people.consent.queries.standing import holds, newest, state_of, with_standing
from seren.people.consent.terms import Code
from seren.people.families.models import Child
from tests.people.consent import oracle
from tests.people.consent.oracle import Asking, Said, World
from tests.people.consent.rows import Rows

CODES = ("photo-web", "plasters", "out-specific")  # pictures, care, trips: the three ways of P-10
ASKINGS = (
    (Asking(1),),
    (Asking(1, until=6),),
    (Asking(1), Asking(4)),
    (Asking(1, until=6), Asking(4)),
    (Asking(1, until=4), Asking(4, until=8)),
    (Asking(1), Asking(7)),
)
WORDS = (
    (),
    (("yes", 2, True),),
    (("no", 2, True),),
    (("yes", 2, True), ("withdrawn", 5, True)),
    (("no", 2, True), ("yes", 5, True)),
    (("yes", 5, True),),
    (("yes", 2, False),),
    (("yes", 2, True), ("no", 5, False)),
)
HOLDS = (((0, None),), ((0, 6),), ((0, 3), (8, None)))
KEPT_OUT = ((), ((6, None),))
INSTANTS = (0, 3, 5, 6, 7, 9)


def adult(name, words, askings):
    """Each word goes to the newest question of its time."""
    return tuple(
        Said(name, what, at, max((one for one in askings if one.at <= at), key=lambda one: one.at), held)
        for what, at, held in words
    )


def worlds(holds=HOLDS, kept_out=KEPT_OUT):
    """A row for each world of two adults, and in it one for each code."""
    one = list(product(WORDS, holds, kept_out))
    return [
        [
            World(
                code,
                askings,
                adult("A", a[0], askings) + adult("B", b[0], askings),
                {"A": a[1], "B": b[1]},
                {"A": a[2], "B": b[2]},
            )
            for code in CODES
        ]
        for a, b in combinations_with_replacement(one, 2)
        for askings in ASKINGS
    ]


def compared(rows, made, instant):
    """Every difference, how many were compared, and which states were met."""
    actor = rows.actor(instant)
    found = {
        (row.child_id, row.code): (state_of(row).value, holds(row))
        for row in with_standing(newest(system(SystemReason.PROVING, Asked), actor.at), actor)
    }
    children = system(SystemReason.PROVING, Child)
    open_to = {}
    for code in CODES:
        holding = in_force_for(Code(code), actor, child="pk", setting=rows.setting)
        open_to[code] = set(children.filter(holding).values_list("pk", flat=True))
    wrong, states = [], Counter()
    for child, of in zip(rows.children, made, strict=True):
        for world in of:
            said = (oracle.state(world, instant), oracle.in_force(world, instant))
            ours = found.get((child, world.code), ("not-asked", False))
            states[world.code, said] += 1
            if said != ours or said[1] != (child in open_to[world.code]):
                wrong.append((world, instant, said, ours, child in open_to[world.code]))
    return wrong, states


@pytest.mark.db
@pytest.mark.django_db
def test_small_worlds_stand_as_the_oracle_says(now):
    """Every seventh: a prime, so that each kind of word, tie, order and asking is among them."""
    compare_all(worlds()[::7], now, 15_000)


@pytest.mark.long
@pytest.mark.db
@pytest.mark.django_db
@pytest.mark.parametrize("part", range(4))
def test_every_small_world_stands_as_the_oracle_says(now, part):
    made = worlds(holds=(*HOLDS, ((0, 3), (4, 6)), ((5, None),)))
    compare_all(made[part::4], now, 60_000)


def compare_all(made, now, at_least):
    rows, met = Rows(made, now), Counter()
    for instant in INSTANTS:
        wrong, states = compared(rows, made, instant)
        assert not wrong, f"{len(wrong)} differ: {wrong[0]}"
        met += states
    assert met.total() > at_least
    for code in CODES:  # none of the states is compared in name only
        assert {state for (of, (state, _)), _number in met.items() if of == code} == {
            "not-asked", "asked", "in-force", "refused", "disputed", "lapsed"
        }  # fmt: skip
    assert met["plasters", ("disputed", True)]
    assert not met["plasters", ("disputed", False)]
    assert met["photo-web", ("disputed", False)]
    assert not met["photo-web", ("disputed", True)]
    assert not met["out-specific", ("disputed", True)]


def test_the_oracle_closes_and_never_opens_when_somebody_loses_a_right():
    """Trust, I5: another restriction, or responsibility that ends, opens nothing that was closed."""
    for of in worlds(holds=(((0, None),),), kept_out=((),)):
        for world in of:
            for instant in (7, 9):
                if oracle.in_force(world, instant):
                    continue
                for name in "AB":
                    bound = World(world.code, world.askings, world.said, world.holds, {name: ((6, None),)})
                    ended = World(world.code, world.askings, world.said, {**world.holds, name: ((0, 6),)}, {})
                    assert not oracle.in_force(bound, instant)
                    asked_anew = any(one.at > 6 for one in world.askings)
                    assert not oracle.in_force(ended, instant) or asked_anew
