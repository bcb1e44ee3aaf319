"""`/mine/` and `/room/child/<id>/`: my families, one child, and whom to ring."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import Page, Sighting
from seren.partnership.journal.queries import childpage
from seren.partnership.journal.queries.childpage import AboutPage, StarsPage
from seren.partnership.journal.queries.mine import MinePage, mine
from seren.partnership.journal.views.base import reads_of
from seren.people.families.policies import FamilyAction
from seren.people.families.queries import ChildShown
from seren.people.families.queries.talking import contacts_for
from seren.people.provision.queries.places import for_staff


class Mine(Page):
    action = FamilyAction.LOOK_AFTER
    record_class = RecordClass.C3
    template_name = "journal/staff/mine.html"

    def read(self, actor: Actor, **ids: Any) -> MinePage:
        return mine(actor, reads_of(self.request), for_staff(self.request))


class About(Page):
    action = FamilyAction.LOOK_AFTER
    record_class = RecordClass.C5
    template_name = "journal/staff/child.html"

    def read(self, actor: Actor, **ids: Any) -> AboutPage:
        return childpage.about(actor, ids["child"])

    def sightings(self, model: AboutPage) -> Iterable[Sighting]:
        return [(RecordClass.C5, model.child.id)] if model.safety or model.camera else []


class Stars(Page):
    action = FamilyAction.LOOK_AFTER
    record_class = RecordClass.C3
    template_name = "journal/staff/child_stars.html"

    def read(self, actor: Actor, **ids: Any) -> StarsPage:
        return childpage.stars(actor, ids["child"], reads_of(self.request), self.request.GET.get("older", ""))

    def sightings(self, model: StarsPage) -> Iterable[Sighting]:
        return [(RecordClass.C4, model.child.id)] if model.watched else []


@dataclass(frozen=True, slots=True)
class ContactShown:
    name: str
    relation: str
    phone: str
    can_collect: bool


@dataclass(frozen=True, slots=True)
class ContactsPage:
    child: ChildShown
    contacts: tuple[ContactShown, ...]


class Contacts(Page):
    """Whom to ring, in order. Opening it is seen by the audit."""

    action = FamilyAction.SEE_EMERGENCY_CONTACTS
    record_class = RecordClass.C6
    template_name = "journal/staff/contacts.html"

    def read(self, actor: Actor, **ids: Any) -> ContactsPage:
        child, contacts = contacts_for(actor, ids["child"])
        shown = tuple(
            ContactShown(one.name, str(one.relation.label), one.phone, one.can_collect) for one in contacts
        )
        return ContactsPage(child, shown)

    def sightings(self, model: ContactsPage) -> Iterable[Sighting]:
        return [(RecordClass.C6, model.child.id)]
