from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    name = "seren.partnership.journal"
    label = "journal"

    def ready(self) -> None:
        from seren.foundation.deadlines.door import register
        from seren.foundation.drafts.door import declare
        from seren.foundation.media.door import register_taken
        from seren.foundation.ui.door import Place, register_places
        from seren.partnership.journal import (  # noqa: F401  (declares rules and notices)
            notices,
            policies,
            promises,
        )
        from seren.partnership.journal.domain.clocks import COPIES, RECORD, THANKS
        from seren.partnership.journal.domain.copies import after_a_no, after_kept_out, opened_large
        from seren.partnership.journal.forms import each, moment, plan, slip, star, talk
        from seren.partnership.journal.views.at_work.places import in_the_room
        from seren.people.consent.domain import register_no
        from seren.people.families.domain import register_kept_out

        register(THANKS)
        register(RECORD)
        register(COPIES)
        register_no(after_a_no)
        register_kept_out(after_kept_out)
        register_taken(opened_large)
        for form in (each, moment, slip, star, talk):
            declare(form.DRAFT, fields=list(form.KEPT))
        declare(star.EDIT_DRAFT, fields=list(star.KEPT))
        for name, fields in plan.DRAFTS.items():
            declare(name, fields=fields)
        register_places("family", lambda _request: [Place("/stars/", _("Stars"), "star", 20)])
        register_places("room", in_the_room)
