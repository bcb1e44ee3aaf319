"""What can be read of guarding: one's own children, alarms, requests for many at once."""

from seren.people.guarding.queries.alarms import AlarmRead, SeenThere, alarm_of, alarms_asked, find_alarm
from seren.people.guarding.queries.bulk import BulkRead, bulk_asked, bulks_of, find_bulk, free_at_once
from seren.people.guarding.queries.own import register_own

__all__ = [
    "AlarmRead",
    "BulkRead",
    "SeenThere",
    "alarm_of",
    "alarms_asked",
    "bulk_asked",
    "bulks_of",
    "find_alarm",
    "find_bulk",
    "free_at_once",
    "register_own",
]
