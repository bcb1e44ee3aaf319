"""Parts a command needs that may not be there yet. A command without its room is not in --help."""

from functools import cache
from importlib.util import find_spec

JOBS = "seren.foundation.jobs.door"
DEMO_WORLD = "seren.doors.demo"
MEDIA = "seren.foundation.media.door"
RULES = "seren.foundation.rules.door"
PEOPLE = "seren.people.accounts.queries.people"
ACCOUNTS = "seren.people.accounts.domain"
INTAKE = "seren.people.families.domain"


@cache
def exists(module: str) -> bool:
    """Whether there is such a module, found without importing it."""
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
