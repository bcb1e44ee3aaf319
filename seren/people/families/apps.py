from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    name = "seren.people.families"
    label = "families"

    def ready(self) -> None:
        from seren.people.families import policies  # noqa: F401  (declares the rules)
