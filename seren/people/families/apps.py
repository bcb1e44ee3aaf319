from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    name = "seren.people.families"
    label = "families"

    def ready(self) -> None:
        from seren.foundation.media.door import register_keeping
        from seren.people.families import policies, queries  # noqa: F401  (declares the rules)

        register_keeping(queries.picture_version)
