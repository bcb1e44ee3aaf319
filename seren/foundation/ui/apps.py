from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "seren.foundation.ui"
    label = "ui"

    def ready(self) -> None:
        from seren.foundation.ui import policies  # noqa: F401 - declares its actions
