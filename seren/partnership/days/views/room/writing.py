"""What the forms of care in the room share: who writes, when, and the way back to the child."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.ui.door import FormPage, Once
from seren.partnership.days.queries.care_room import who_works_here
from seren.people.provision.queries.places import for_staff


@dataclass(frozen=True, slots=True)
class FormOfCare:
    """`first`: what comes before any form: 999, or how to give it. `emergency`: a link to that form."""

    title: str
    lines: tuple[str, ...]
    button: str
    back: str
    child: UUID
    first: str = ""
    emergency: str = ""


class Written(Once, FormPage):
    """A form about one child of the room; it ends on that child’s page."""

    record_class = RecordClass.C5
    template_name = "days/room/form.html"

    def setting(self) -> UUID:
        return for_staff(self.request).setting

    def when(self, actor: Actor) -> dict[str, Any]:
        """As it mostly is: now, and by whoever fills the form in."""
        now = clock.local(actor.at)
        return {
            "entry": ids.new(), "day": clock.day_of(actor.at), "time": now.strftime("%H:%M"),
            "by": str(actor.person),
        }  # fmt: skip

    def staff(self, actor: Actor) -> list[tuple[str, str]]:
        return who_works_here(actor, self.setting(), _("I did"))


def person(said: str) -> UUID | None:
    return UUID(said) if said else None
