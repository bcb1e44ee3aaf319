"""The levels of a sign-in, every combination, against the table of trust.md 4.3 as typed from its prose."""

from datetime import UTC, datetime, timedelta
from itertools import chain, combinations

import pytest

from seren.foundation.access.door import Level
from seren.people.accounts.assurance import Proof, Shown, Step, assure, missing, shown_in
from seren.people.accounts.terms import Hat

NOW = datetime(2025, 5, 14, 9, 40, tzinfo=UTC)
TEN = timedelta(minutes=10)

# Typed by hand: (what was shown, on a device bound to them?) -> level.
TABLE = {
    ((), False): None,
    ((), True): None,
    (("code",), False): Level.CODE,
    (("code",), True): Level.KNOWN,
    (("link",), False): Level.CODE,
    (("link",), True): Level.KNOWN,
    (("met",), False): Level.CODE,
    (("met",), True): Level.KNOWN,
    (("webauthn",), False): Level.STRONG,
    (("webauthn",), True): Level.STRONG,
    (("demo",), False): Level.STRONG,
    (("demo",), True): Level.STRONG,
    (("totp",), False): None,
    (("totp",), True): None,
    (("recovery_codes",), False): None,
    (("recovery_codes",), True): None,
    (("code", "totp"), False): Level.STRONG,
    (("code", "totp"), True): Level.STRONG,
    (("code", "recovery_codes"), False): Level.STRONG,
    (("code", "recovery_codes"), True): Level.STRONG,
    (("link", "totp"), False): Level.STRONG,
    (("link", "totp"), True): Level.STRONG,
    (("met", "totp"), False): Level.STRONG,
    (("met", "totp"), True): Level.STRONG,
    (("totp", "recovery_codes"), False): None,
    (("totp", "recovery_codes"), True): None,
    (("code", "link"), False): Level.CODE,
    (("code", "link"), True): Level.KNOWN,
}


def level(proofs, device_known, *, ago=timedelta()):
    shown = [Shown(Proof(proof), NOW - ago) for proof in proofs]
    return assure(shown, device_known=device_known, at=NOW, fresh_for=TEN)


@pytest.mark.parametrize(("proofs", "device_known"), TABLE)
def test_level_is_the_one_of_the_table(proofs, device_known):
    assert level(proofs, device_known).level is TABLE[(proofs, device_known)]


ALL = list(Proof)
SETS = list(chain.from_iterable(combinations(ALL, size) for size in range(len(ALL) + 1)))


def test_no_combination_of_proofs_is_weaker_for_one_proof_more():
    order = {None: 0, Level.CODE: 1, Level.KNOWN: 2, Level.STRONG: 3}
    for proofs in SETS:
        for device in (False, True):
            for more in ALL:
                before, after = level(proofs, device).level, level((*proofs, more), device).level
                assert order[before] <= order[after]


def test_a_known_device_alone_signs_nobody_in_and_two_second_steps_are_no_first():
    for proofs in SETS:
        if set(proofs) <= {Proof.APP, Proof.RECOVERY}:
            assert level(proofs, True).level is None


@pytest.mark.parametrize(
    ("proofs", "device", "minutes", "fresh"),
    [
        (("code",), True, 0, True),
        (("code",), True, 9, True),
        (("code",), True, 10, False),  # the tenth minute is over
        (("code",), False, 0, False),  # a code on an unknown device is good for binding it, nothing else
        (("webauthn",), False, 3, True),
        (("webauthn",), False, 11, False),
        (("code", "totp"), False, 3, True),
        (("met",), True, 3, True),
    ],
)
def test_fresh_within_ten_minutes_and_never_on_an_unknown_device(proofs, device, minutes, fresh):
    assert level(proofs, device, ago=timedelta(minutes=minutes)).fresh is fresh


def test_a_proof_from_the_future_is_not_fresh():
    """A clock that was put back does not keep anybody fresh for a day."""
    assert not level(("code",), True, ago=timedelta(days=-1)).fresh


STEPS = {
    (Level.CODE, frozenset()): Step.DEVICE,
    (Level.CODE, frozenset({Hat.FAMILY})): Step.DEVICE,
    (Level.CODE, frozenset({Hat.ROOM})): Step.DEVICE,
    (Level.KNOWN, frozenset()): None,
    (Level.KNOWN, frozenset({Hat.FAMILY})): None,
    (Level.KNOWN, frozenset({Hat.ROOM})): Step.SECOND,
    (Level.KNOWN, frozenset({Hat.DESK})): Step.SECOND,
    (Level.KNOWN, frozenset({Hat.COMMITTEE})): Step.SECOND,
    (Level.KNOWN, frozenset({Hat.FAMILY, Hat.COMMITTEE})): Step.SECOND,
    (Level.STRONG, frozenset({Hat.FAMILY})): None,
    (Level.STRONG, frozenset({Hat.ROOM, Hat.DESK, Hat.COMMITTEE, Hat.FAMILY})): None,
}


@pytest.mark.parametrize(("held", "hats"), STEPS)
def test_the_missing_step_is_the_one_of_the_table(held, hats):
    assert missing(held, hats) is STEPS[(held, hats)]


def test_records_the_library_may_come_to_write_count_for_nothing():
    records = [
        {"method": "password", "at": 1.0},
        {"method": "mfa", "type": "new_kind", "at": 1.0},
        {"method": "totp", "at": 1.0},
        {"method": "socialaccount", "at": 1.0},
    ]
    assert [one.proof for one in shown_in(records)] == [Proof.APP]
