from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "seren.foundation.rules"
    label = "rules"

    def ready(self) -> None:
        from seren.foundation.rules import checks  # noqa: F401  (registers the start-up checks)
