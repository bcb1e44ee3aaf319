"""Whom `/family/people/` may name: the rule in SQL and the oracle's sentences agree, adult by adult.

The oracle lets two adults choose each other; the product lets each choose once per child. So the batch is
asked without anybody's choice, and what both chose is tested by name in tests/people/families.
"""

from dataclasses import replace
from uuid import UUID

import pytest
from django.apps import apps

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.people.families.models import Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import PLACE_KEPT
from tests.matching.held import Held
from tests.matching.loading import Loader
from tests.matching.looking import actor_of
from tests.oracle import contact, worlds
from tests.oracle.batch import Batch
from tests.oracle.facts import Who

pytestmark = [pytest.mark.oracle, pytest.mark.django_db]


class Page:
    """The page of everybody in a batch in which nobody chose to be shown."""

    def __init__(self, held: Held) -> None:
        self.held, world = held, held.batch.world
        self.adults = [adult for adult in world.adults if adult.id not in held.left_out]
        self.kept = set(
            system(SystemReason.TELLING, Restriction)
            .filter(code__in=PLACE_KEPT, imposed_at__lte=world.now, lifted_at__isnull=True)
            .values_list("adult_id", flat=True)
        )

    def differs(self, who: Who, theirs: frozenset[UUID]) -> list[str]:
        """Adults named who are not to be, and the other way round. Fewer is right for who is kept from the
        place: who works there tells it.
        """
        actor = actor_of(self.held, who)
        ours = frozenset() if actor is None else self._named(actor)
        wrong = ours - theirs if who.person in map(str, self.kept) else ours ^ theirs
        return sorted(self.held.batch.labels.get(str(one), str(one)) for one in wrong)

    def _named(self, actor: Actor) -> frozenset[UUID]:
        people = apps.get_model("accounts.Person")
        seen = visible(actor, FamilyAction.SEE_ON_FAMILY_PAGE, people)
        return frozenset(seen.filter(pk__in=[adult.id for adult in self.adults]).values_list("pk", flat=True))

    def said(self, who: Who) -> frozenset[UUID]:
        """By the oracle."""
        world = self.held.batch.world
        return frozenset(
            UUID(one.id) for one in self.adults if contact.may_see_on_family_page(world, who, one)
        )


def with_nobodys_choice(batch: Batch) -> Batch:
    return replace(batch, world=replace(batch.world, shown=()))


def test_page_names_whom_the_oracle_names_and_fewer_to_who_is_kept_from_the_place():
    batch = with_nobodys_choice(next(worlds.batches("gate")))
    page = Page(Loader(batch).load())
    asked = [who for who in batch.actors[::3] if actor_of(page.held, who)]
    told = {who: page.said(who) for who in asked}
    for who in asked:
        assert not page.differs(who, told[who]), (batch.labels[who.person], who.level)
    assert len(asked) * len(page.adults) > 1_000
    assert sum(map(len, told.values())) > 50
