from django.apps import AppConfig


class CommandsConfig(AppConfig):
    name = "seren.doors.commands"
    label = "commands"
