"""Two readings of the same prose, one in sentences and one in SQL, agree about everyone (trust.md G2)."""

from itertools import islice

import pytest

from tests.matching.loading import Loader
from tests.matching.looking import look
from tests.oracle import compare, worlds

pytestmark = [pytest.mark.oracle, pytest.mark.django_db]


def differences(batch):
    held = Loader(batch).load()
    found = compare.differences(batch, lambda _world, who: look(held, who))
    return (one for one in found if one.thing_id not in held.left_out)


def test_every_person_sees_what_the_oracle_says(django_db_blocker):
    batch = next(worlds.batches("gate"))
    assert [str(one) for one in islice(differences(batch), 40)] == []
