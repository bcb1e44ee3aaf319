from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "seren.partnership.journal"
    label = "journal"
