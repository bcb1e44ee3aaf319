"""Leaders of several settings look at the pre-school."""

from tests.people.families.conftest import world  # noqa: F401
