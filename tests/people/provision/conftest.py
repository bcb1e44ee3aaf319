from tests.people.families.conftest import world  # noqa: F401
