"""Two providers in one installation: neither is told anything of the other, not even by its manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.apps import apps

from seren.foundation.access.door import NotThere, find, rule_for, visible
from seren.partnership.journal import domain as journal
from seren.partnership.journal.policies import JournalAction
from seren.people.families.policies import FamilyAction

if TYPE_CHECKING:
    from seren.doors.demo.world import World
    from tests.bluebell import Bluebell

pytestmark = pytest.mark.db
EVERYBODY = ("manager", "key-person", "mother", "stranger-parent", "safeguarding-lead", "committee-chair")
SEEING = (
    JournalAction.SEE_MOMENT,
    JournalAction.SEE_REPLY,
    JournalAction.WALK_SKY,
    FamilyAction.SEE_CHILD,
    FamilyAction.SEE_HOUSEHOLD,
)


@pytest.mark.parametrize("action", SEEING)
def test_nobody_of_hill_lane_sees_a_row_of_bluebell_field(
    world: World, bluebell: Bluebell, action: JournalAction
) -> None:
    model = apps.get_model(rule_for(action).model)
    theirs = visible(bluebell.actor("mother"), action, model)
    assert theirs.exists()
    for who in EVERYBODY:
        seen = visible(world.actor(who), action, model)
        assert not seen.filter(provider_id=bluebell.provider).exists(), who


@pytest.mark.parametrize("action", SEEING)
def test_nobody_of_bluebell_field_sees_a_row_of_hill_lane(
    world: World, bluebell: Bluebell, action: JournalAction
) -> None:
    model = apps.get_model(rule_for(action).model)
    for who in bluebell.people:
        assert not visible(bluebell.actor(who), action, model).filter(provider_id=world.provider).exists()


def test_a_practitioner_cannot_thank_answer_or_open_what_is_at_another_provider(
    world: World, bluebell: Bluebell
) -> None:
    wanda, moment = bluebell.actor("practitioner"), world.moment("waiting")
    with pytest.raises(NotThere):
        journal.thank(actor=wanda, moment=moment, now=wanda.at)
    with pytest.raises(NotThere):
        find(wanda, JournalAction.SEE_MOMENT, type(moment), moment.pk)
    assert find(wanda, JournalAction.SEE_MOMENT, type(moment), bluebell.moment)
