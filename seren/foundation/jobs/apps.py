from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class JobsConfig(AppConfig):
    name = "seren.foundation.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Every app's `tasks` module is imported, so that a worker knows all jobs before the first runs."""
        for config in apps.get_app_configs():
            ours = config.name.startswith("seren.") and config.module is not None
            if ours and module_has_submodule(config.module, "tasks"):
                import_module(f"{config.name}.tasks")
