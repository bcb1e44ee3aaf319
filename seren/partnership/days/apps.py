from django.apps import AppConfig


class DaysConfig(AppConfig):
    name = "seren.partnership.days"
    label = "days"

    def ready(self) -> None:
        from seren.foundation.deadlines.door import register
        from seren.foundation.drafts.door import declare
        from seren.foundation.ui.door import register_places
        from seren.partnership.days import (  # noqa: F401  (declare rules, notices, promises)
            notices,
            policies,
            promises,
        )
        from seren.partnership.days.domain.telling import WEIGH
        from seren.partnership.days.forms import collection
        from seren.partnership.days.views.places import in_the_room

        register(WEIGH)
        for form, fields in collection.KEPT.items():
            declare(form, fields=fields)
        register_places("room", in_the_room)
