from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "seren.foundation.ui"
    label = "ui"
