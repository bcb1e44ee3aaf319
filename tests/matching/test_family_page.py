"""Whom `/family/people/` may name: the rule in SQL and the oracle's sentences agree, adult by adult.

The oracle lets two adults choose each other; the product lets each choose once per child. So the batch is
asked without anybody's choice, and what both chose is tested by name in tests/people/families.
"""

from dataclasses import replace
from uuid import UUID

import pytest
from django.apps import apps

from seren.foundation.access.door import SystemReason, system, visible
from seren.people.families.models import Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import PLACE_KEPT
from tests.matching.loading import Loader
from tests.matching.looking import actor_of
from tests.oracle import contact, worlds

pytestmark = [pytest.mark.oracle, pytest.mark.django_db]


def test_page_names_whom_the_oracle_names_and_fewer_to_who_is_kept_from_the_place():
    batch = next(worlds.batches("gate"))
    world = replace(batch.world, shown=())
    held = Loader(batch).load()
    kept = set(
        system(SystemReason.TELLING, Restriction)
        .filter(code__in=PLACE_KEPT, imposed_at__lte=world.now, lifted_at__isnull=True)
        .values_list("adult_id", flat=True)
    )
    people, compared, shown = apps.get_model("accounts.Person"), 0, 0
    for who in batch.actors[::3]:
        actor = actor_of(held, who)
        if actor is None:
            continue
        adults = [adult for adult in world.adults if adult.id not in held.left_out]
        ours = set(
            visible(actor, FamilyAction.SEE_ON_FAMILY_PAGE, people)
            .filter(pk__in=[adult.id for adult in adults])
            .values_list("pk", flat=True)
        )
        theirs = {UUID(one.id) for one in adults if contact.may_see_on_family_page(world, who, one)}
        compared, shown = compared + len(adults), shown + len(theirs)
        more, fewer = ours - theirs, theirs - ours
        assert not more, (batch.labels[who.person], who.level, [batch.labels.get(str(one)) for one in more])
        if actor.person not in kept:
            assert not fewer, (batch.labels[who.person], [batch.labels.get(str(one)) for one in fewer])
    assert compared > 1_000
    assert shown > 50
