from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "seren.foundation.access"
    label = "access"

    def ready(self) -> None:
        from seren.foundation.access import checks  # noqa: F401  (registers the start-up checks)
