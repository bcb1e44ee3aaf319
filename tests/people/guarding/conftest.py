from tests.people.families.conftest import world  # noqa: F401  (leaders look at the pre-school)
