from django.apps import AppConfig


class GuardingConfig(AppConfig):
    name = "seren.people.guarding"
    label = "guarding"

    def ready(self) -> None:
        from seren.foundation.audit.door import register_watch
        from seren.people.guarding import notices, policies  # noqa: F401  (declare)
        from seren.people.guarding.domain.measuring import note_shown

        register_watch(note_shown)
