from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "seren.doors.api"
    label = "api"
