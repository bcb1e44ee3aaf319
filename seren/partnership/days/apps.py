from django.apps import AppConfig


class DaysConfig(AppConfig):
    name = "seren.partnership.days"
    label = "days"

    def ready(self) -> None:
        from seren.partnership.days import policies, promises  # noqa: F401  (declare rules and promises)
