from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "seren.foundation.media"
    label = "media"
