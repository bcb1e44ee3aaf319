from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "seren.foundation.jobs"
    label = "jobs"
