from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "seren.people.accounts"
    label = "accounts"
