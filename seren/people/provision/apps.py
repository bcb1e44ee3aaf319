from django.apps import AppConfig


class ProvisionConfig(AppConfig):
    name = "seren.people.provision"
    label = "provision"
