"""What `/desk/why/` and `/desk/who/` are asked: an address, and the people one may ask about with it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from seren.doors.web.explaining import addresses
from seren.doors.web.explaining.subjects import children_of
from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.audit.door import saw
from seren.foundation.ui.door import Page, Sighting
from seren.people.accounts.queries import people_of
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk import family_ever, places_ever, to_explain
from seren.people.provision.queries.desk import desk_of
from seren.people.provision.queries.roles import ever_at, settings_led

WHY, WHO = "/desk/why/", "/desk/who/"


@dataclass(frozen=True, slots=True)
class Asked:
    """An address somebody asks about, and whom one may ask about. `elsewhere`: staff of other settings."""

    address: addresses.Address
    children: dict[UUID, str]
    places: frozenset[UUID]
    family: dict[UUID, str]
    staff: dict[UUID, str]
    elsewhere: frozenset[UUID]

    @property
    def typed(self) -> str:
        return f"{self.address.path}?{self.address.query}" if self.address.query else self.address.path

    @property
    def about(self) -> str:
        return _("About %(names)s.") % {"names": ", ".join(self.children.values())}

    @property
    def seen(self) -> tuple[Sighting, ...]:
        """Restrictions of each of the children may be told of."""
        return tuple((RecordClass.C12, child) for child in self.children)

    def to(self, path: str, person: UUID | None = None) -> str:
        return f"{path}?{urlencode({'address': self.typed, **({'person': person} if person else {})})}"


class Asking(Page):
    """Other pages are asked while this one is read, each in a section of its own that is undone."""

    action = FamilyAction.RESTRICT
    record_class = RecordClass.C12

    def show(
        self, request: HttpRequest, actor: Actor, ids: dict[str, Any], status: int = 200, **more: Any
    ) -> HttpResponse:
        model = self.read(actor, **ids)
        saw(actor, model.sightings, page=self.action)
        return TemplateResponse(request, self.template_name, {"page": model, **more}, status=status).render()

    def asked(self, actor: Actor) -> tuple[str, Asked | None, str]:
        """What was typed; what it is; what is wrong with it.

        Raises NotThere for what is not theirs to ask, and for what is not there at all: one answer for both.
        """
        desk_of(actor)
        said = self.request.GET.get("address", "").strip()
        if not said:
            return "", None, ""
        try:
            address = addresses.read(said)
        except ValueError:  # no address of ours, or none at all
            return said, None, _("Enter an address of a page. It begins with a slash, like /stars/.")
        return said, _known(actor, address), ""


def _known(actor: Actor, address: addresses.Address) -> Asked:
    names = to_explain(actor, children_of(address))
    places, led = places_ever(names), settings_led(actor)
    family, staff = family_ever(names), ever_at(places)
    called = {pk: one.name for pk, one in people_of({*family, *staff}).items()}
    here = {pk for pk, at in staff.items() if at & led}
    return Asked(
        address,
        names,
        places,
        _by_name(called, family),
        _by_name(called, here - family),
        frozenset(staff.keys() - here - family),
    )


def _by_name(called: dict[UUID, str], people: Collection[UUID]) -> dict[UUID, str]:
    found = {pk: called[pk] for pk in people if pk in called}
    return dict(sorted(found.items(), key=lambda one: (one[1], one[0])))
