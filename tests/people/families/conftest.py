import pytest

from seren.foundation.access.door import SystemReason, system
from seren.people.accounts.models import Person

LEADERS = ("manager", "deputy", "safeguarding-lead")


@pytest.fixture
def world(world):
    """Leaders of several settings look at the pre-school."""
    leaders = system(SystemReason.WRITING, Person).filter(pk__in=[world.people[who] for who in LEADERS])
    leaders.update(current_setting_id=world.settings["pre-school"])
    return world
