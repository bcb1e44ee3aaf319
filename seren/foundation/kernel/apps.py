from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "seren.foundation.kernel"
    label = "kernel"
