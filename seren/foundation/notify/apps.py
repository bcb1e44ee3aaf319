from django.apps import AppConfig


class NotifyConfig(AppConfig):
    name = "seren.foundation.notify"
    label = "notify"
