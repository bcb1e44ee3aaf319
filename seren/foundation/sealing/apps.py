from django.apps import AppConfig


class SealingConfig(AppConfig):
    name = "seren.foundation.sealing"
    label = "sealing"
