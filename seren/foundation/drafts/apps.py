from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "seren.foundation.drafts"
    label = "drafts"
