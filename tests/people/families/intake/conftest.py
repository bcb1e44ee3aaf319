"""Hill Lane: a setting with nothing in it yet, and a console."""

from dataclasses import dataclass
from typing import Any

import pytest

from seren.foundation.access.door import Operator, SystemReason, system
from seren.people.families.domain.intake import bring_in, look_through
from seren.people.families.terms import Sheet
from seren.people.provision.domain import open_provider, open_setting
from seren.people.provision.terms import Care, Nation
from tests.people.families.intake import lists


@dataclass
class Place:
    setting: Any
    console: Operator
    now: Any

    def staff(self, raw=None, **given):
        return self._run(bring_in, Sheet.STAFF, lists.staff() if raw is None else raw, given)

    def families(self, raw, **given):
        return self._run(bring_in, Sheet.FAMILIES, raw, given)

    def look(self, raw, sheet=Sheet.FAMILIES, **given):
        return self._run(look_through, sheet, raw, given)

    def _run(self, act, sheet, raw, given):
        words = {"actor": self.console, "setting": self.setting.id, "now": self.now, "make_rooms": True}
        return act(sheet=sheet, raw=raw, **(words | given))


def rows(model):
    return system(SystemReason.MENDING, model)


@pytest.fixture
def hill_lane(db, now):
    console = Operator(open_provider(name="Hill Lane", now=now).id, now)
    setting = open_setting(
        actor=console, name="Hill Lane", nation=Nation.WALES, care=Care.PRE_SCHOOL, now=now
    )
    return Place(setting, console, now)


@pytest.fixture
def staffed(hill_lane):
    """The three of the staff list are here, with their rooms and sessions."""
    assert not hill_lane.staff().faults
    return hill_lane
