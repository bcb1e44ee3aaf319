"""Who may go along at an instant: one condition, for the page, the list, the verb and the evidence."""

from django.db.models import OuterRef, Q

from seren.foundation.access.door import Actor
from seren.people.consent.policies import in_force_for
from seren.people.consent.terms import Code


def may_go(actor: Actor) -> Q:
    """On an invited child: yes to the outing is in force, and to the ride where one is driven."""
    of = {"child": "child_id", "setting": "outing__setting_id"}
    trip = in_force_for(Code.OUT_SPECIFIC, actor, scope=OuterRef("outing__scope"), **of)
    ride = in_force_for(Code.TRANSPORT, actor, scope=OuterRef("outing__ride"), **of)
    return Q(asked__isnull=False) & trip & (Q(outing__ride="") | ride)
