"""What can be read of adults and their sign-ins."""

from seren.people.accounts.queries.closed import reopened_lately
from seren.people.accounts.queries.desk import (
    AccountShown,
    AccountState,
    RecoveryShown,
    accounts_asked,
    accounts_of,
    recovery_of,
)
from seren.people.accounts.queries.letter import Letter, joining_letter
from seren.people.accounts.queries.onfile import OnFile, held_addresses, on_file
from seren.people.accounts.queries.people import (
    PersonBrief,
    addresses_of,
    find_by_address,
    hats_of,
    people_of,
)
from seren.people.accounts.queries.reach import reach_of
from seren.people.accounts.queries.who import Who, who_is, who_of

__all__ = [
    "AccountShown",
    "AccountState",
    "Letter",
    "OnFile",
    "PersonBrief",
    "RecoveryShown",
    "Who",
    "accounts_asked",
    "accounts_of",
    "addresses_of",
    "find_by_address",
    "hats_of",
    "held_addresses",
    "joining_letter",
    "on_file",
    "people_of",
    "reach_of",
    "recovery_of",
    "reopened_lately",
    "who_is",
    "who_of",
]
