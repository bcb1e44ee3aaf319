from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "seren.people.accounts"
    label = "accounts"

    def ready(self) -> None:
        from seren.people.accounts import middleware, notices, policies  # noqa: F401  (declare what they have)
