from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "seren.foundation.search"
    label = "search"
