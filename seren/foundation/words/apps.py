from django.apps import AppConfig


class WordsConfig(AppConfig):
    name = "seren.foundation.words"
    label = "words"
