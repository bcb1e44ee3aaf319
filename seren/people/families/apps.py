from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    name = "seren.people.families"
    label = "families"
