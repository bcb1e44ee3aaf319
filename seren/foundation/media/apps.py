from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "seren.foundation.media"
    label = "media"

    def ready(self) -> None:
        from seren.foundation.media import work  # noqa: F401  (registers the job)
