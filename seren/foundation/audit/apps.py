from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "seren.foundation.audit"
    label = "audit"
