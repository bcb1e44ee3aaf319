from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "seren.foundation.deadlines"
    label = "deadlines"
