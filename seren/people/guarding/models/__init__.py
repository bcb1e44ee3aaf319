from seren.people.guarding.models.bulk import BulkRequest
from seren.people.guarding.models.shown import Shown
from seren.people.guarding.models.stop import Stop

__all__ = ["BulkRequest", "Shown", "Stop"]
