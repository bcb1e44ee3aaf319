"""What a guardian grants, and takes back: who sees shared stars, who knows of me."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, of_provider, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import text
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.domain import Adult, add_person
from seren.people.families.models import Child, FamilyViewer, ShownToFamily
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import FamilyEvent, Relation


def invite_viewer(
    *, actor: Actor, child: Child, adult: UUID, relation: Relation, now: datetime
) -> FamilyViewer:
    """`adult` may see the stars shared with all the family: as far as the granter sees, no further."""
    of_provider(child.provider_id, "accounts.Person", adult)
    viewer = FamilyViewer(
        provider_id=child.provider_id,
        child=child,
        adult_id=adult,
        granted_by_id=actor.person,
        relation=relation,
        from_at=now,
    )
    with acting(actor, FamilyAction.INVITE_VIEWER, child):
        held = system(SystemReason.WRITING, FamilyViewer).filter(child=child, adult=adult)
        if held.filter(granted_by=actor.person, until_at__isnull=True).exists():
            raise Refused("viewer-there", _("They see the stars already."))
        viewer.save(force_insert=True)
        record(actor, FamilyEvent.VIEWER_INVITED, viewer, now=now, child=child.id)
    return viewer


def invite_new_viewer(
    *, actor: Actor, child: Child, adult: Adult, relation: Relation, now: datetime
) -> FamilyViewer:
    """Somebody Seren does not know yet: they join by a letter from the setting.

    No address is taken: whether one is known already is nobody's business but its owner's.
    """
    if not (text.clean_line(adult.given_name) and text.clean_line(adult.family_name)):
        raise Refused("name-missing", _("Enter both names of the person you invite."), "given_name")
    with acting(actor, FamilyAction.INVITE_VIEWER, child):
        person = add_person(actor=actor, adult=replace(adult, email="", phone=""), now=now)
        return invite_viewer(actor=actor, child=child, adult=person.pk, relation=relation, now=now)


def end_viewer(*, actor: Actor, viewer: FamilyViewer, now: datetime) -> None:
    """Only the granter ends what they granted; it works at once."""
    if viewer.granted_by_id != actor.person:
        raise Refused("not-yours", _("Somebody else invited them."))
    with acting(actor, FamilyAction.FOLLOW_CHILD, viewer.child_id):
        viewer.until_at = now
        viewer.save(update_fields=["until_at"])
        record(actor, FamilyEvent.VIEWER_ENDED, viewer, now=now, child=viewer.child_id)


def show_oneself(*, actor: Actor, child: Child, now: datetime) -> None:
    """Be shown by name to the child's other adults who chose the same. Asking twice changes nothing."""
    with acting(actor, FamilyAction.SHOW_ONESELF, child):
        if not _shown(actor, child).exists():
            shown = ShownToFamily(
                provider_id=child.provider_id, child=child, adult_id=actor.person, from_at=now
            )
            shown.save(force_insert=True)
        record(actor, FamilyEvent.SHOWN, child, now=now, child=child.id)


def hide_oneself(*, actor: Actor, child: Child, now: datetime) -> None:
    """Restricting is instant and alone: either of two ends it for both."""
    with acting(actor, FamilyAction.SHOW_ONESELF, child):
        _shown(actor, child).update(until_at=now)
        record(actor, FamilyEvent.HIDDEN, child, now=now, child=child.id)


def _shown(actor: Actor, child: Child) -> "QuerySet[ShownToFamily]":
    rows = system(SystemReason.WRITING, ShownToFamily).filter(child=child, adult=actor.person)
    return rows.filter(until_at__isnull=True)
