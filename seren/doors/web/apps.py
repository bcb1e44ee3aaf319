from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "seren.doors.web"
    label = "web"
