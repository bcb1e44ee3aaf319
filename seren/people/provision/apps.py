from django.apps import AppConfig


class ProvisionConfig(AppConfig):
    name = "seren.people.provision"
    label = "provision"

    def ready(self) -> None:
        from seren.people.provision import policies  # noqa: F401  (declares the rules)
