from django.apps import AppConfig


class PromisesConfig(AppConfig):
    name = "seren.foundation.promises"
    label = "promises"
