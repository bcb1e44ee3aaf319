from django.apps import AppConfig


class ProvisionConfig(AppConfig):
    name = "seren.people.provision"
    label = "provision"

    def ready(self) -> None:
        from seren.foundation.deadlines.door import register_open_days
        from seren.foundation.ui.door import register_places
        from seren.people.provision import policies, promises  # noqa: F401  (declares the rules)
        from seren.people.provision.queries.calendar import calendar_of
        from seren.people.provision.views.places import on_the_desk

        register_open_days(calendar_of)
        register_places("desk", on_the_desk)
