from django.apps import AppConfig


class DaysConfig(AppConfig):
    name = "seren.partnership.days"
    label = "days"

    def ready(self) -> None:
        from seren.foundation.deadlines.door import register
        from seren.foundation.drafts.door import declare
        from seren.partnership.days import (  # noqa: F401  (declare rules, notices and promises)
            notices,
            policies,
            promises,
        )
        from seren.partnership.days.domain.care_clocks import ACCIDENT, DOSE, SERIOUS
        from seren.partnership.days.domain.telling import WEIGH
        from seren.partnership.days.forms import collection, medicine, outing
        from seren.partnership.days.forms.room import care
        from seren.partnership.days.views import places

        for kind in (WEIGH, DOSE, ACCIDENT, SERIOUS):
            register(kind)
        declare(outing.PLAN_DRAFT, fields=list(outing.KEPT))
        declare(medicine.DRAFT, fields=medicine.KEPT)
        for form, fields in (*collection.KEPT.items(), *care.DRAFTS.items()):
            declare(form, fields=fields)
        places.register()
