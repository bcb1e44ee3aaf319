from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "seren.foundation.rules"
    label = "rules"
