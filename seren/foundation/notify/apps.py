from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class NotifyConfig(AppConfig):
    name = "seren.foundation.notify"
    label = "notify"

    def ready(self) -> None:
        """Every room's `notices` are imported, so that a worker knows all kinds before it tells anybody."""
        from seren.foundation.notify import checks  # noqa: F401

        for config in apps.get_app_configs():
            ours = config.name.startswith("seren.") and config.module is not None
            if ours and module_has_submodule(config.module, "notices"):
                import_module(f"{config.name}.notices")
