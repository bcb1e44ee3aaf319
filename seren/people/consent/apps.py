from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "seren.people.consent"
    label = "consent"

    def ready(self) -> None:
        from seren.foundation.deadlines.door import register
        from seren.foundation.drafts.door import declare
        from seren.foundation.ui.door import register_places
        from seren.people.consent import notices, policies  # noqa: F401  (declare notices and rules)
        from seren.people.consent.domain.rounds import ANSWERS
        from seren.people.consent.forms import DECIDE_DRAFT
        from seren.people.consent.views.places import of_the_family, on_the_desk
        from seren.people.consent.words import checks  # noqa: F401  (stops the start where it is wrong)

        register(ANSWERS)
        declare(DECIDE_DRAFT, fields=["goes", "why"])
        register_places("desk", on_the_desk)
        register_places("family", of_the_family)
