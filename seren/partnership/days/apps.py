from django.apps import AppConfig


class DaysConfig(AppConfig):
    name = "seren.partnership.days"
    label = "days"

    def ready(self) -> None:
        from seren.foundation.drafts.door import declare
        from seren.foundation.ui.door import register_places
        from seren.partnership.days import (  # noqa: F401  (declare rules, notices and promises)
            notices,
            policies,
            promises,
        )
        from seren.partnership.days.forms import outing
        from seren.partnership.days.views.outing.places import in_the_room, of_the_family, on_the_desk

        declare(outing.PLAN_DRAFT, fields=list(outing.KEPT))
        register_places("family", of_the_family)
        register_places("room", in_the_room)
        register_places("desk", on_the_desk)
