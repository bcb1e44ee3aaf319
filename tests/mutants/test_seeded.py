"""Each fault the law names (trust.md 4.7, T5) is caught by the suite."""

import pytest

from tests.mutants import seeded

pytestmark = [pytest.mark.mutants, pytest.mark.long]
FAULTS = {fault.name: fault for fault in seeded.faults()}
NAMED_BY_THE_LAW = {
    "active", "restriction", "subject", "grant-expiry", "grant-revoke", "grant-scope", "tenant",
}  # fmt: skip


@pytest.fixture(scope="module")
def tree():
    with seeded.copied() as tree:
        yield tree


def test_every_fault_the_law_names_is_in_the_list():
    assert set(FAULTS) >= NAMED_BY_THE_LAW


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_the_law_names_is_caught(tree, name):
    assert seeded.outcome(FAULTS[name], tree).by, FAULTS[name].says
