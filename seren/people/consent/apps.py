from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "seren.people.consent"
    label = "consent"

    def ready(self) -> None:
        from seren.foundation.drafts.door import declare
        from seren.foundation.ui.door import register_places
        from seren.people.consent import policies  # noqa: F401  (declares the rules)
        from seren.people.consent.forms import DECIDE_DRAFT
        from seren.people.consent.views.places import of_the_family
        from seren.people.consent.words import checks  # noqa: F401  (stops the start where it is wrong)

        declare(DECIDE_DRAFT, fields=["goes", "why"])
        register_places("family", of_the_family)
