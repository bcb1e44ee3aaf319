from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    name = "seren.people.families"
    label = "families"

    def ready(self) -> None:
        from seren.foundation.media.door import register_keeping
        from seren.people.families import policies, queries  # noqa: F401  (declares the rules)

        register_keeping(queries.picture_version)
        from seren.foundation.ui.door import register_places
        from seren.people.families import policies  # noqa: F401  (declares the rules)
        from seren.people.families.views.places import on_the_desk

        register_places("desk", on_the_desk)
        from seren.people.families import policies, promises  # noqa: F401  (declares rules and promises)
