"""What is to be broken stands in the product: a fault nobody can put in proves nothing."""

import pytest

from tests.mutants import seeded

pytestmark = pytest.mark.static


@pytest.mark.parametrize("fault", seeded.faults(), ids=lambda fault: fault.name)
def test_the_words_of_a_seeded_fault_stand_there_once(fault):
    assert (seeded.ROOT / fault.file).read_text("utf-8").count(fault.was) == 1
    assert fault.was != fault.becomes
