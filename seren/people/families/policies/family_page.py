"""Whom a guardian is shown by name at `/family/people/`: themselves, adults they invited, staff of their
child's setting, and other adults only where both chose it. Nobody else, and nothing of another home.
"""

from django.db.models import Exists, OuterRef, Q

from seren.foundation.access.door import (
    Actor,
    Because,
    RecordClass,
    Rule,
    SystemReason,
    in_force,
    register,
    system,
)
from seren.people.families.models import Enrolment, FamilyViewer, Guardianship, ShownToFamily
from seren.people.families.policies import reasons as by
from seren.people.families.policies.rules import FamilyAction
from seren.people.provision.policies import on_the_staff

GUARDIAN = by.guardian_of("child_id")


def _is_guardian(actor: Actor) -> Q:
    """The page is a guardian's."""
    ties = system(SystemReason.DECIDING, Guardianship).filter(by.TIE, in_force(actor.at), adult=actor.person)
    return Q(Exists(ties))


def _invited(actor: Actor) -> Q:
    granting = system(SystemReason.DECIDING, Guardianship).filter(
        by.RESPONSIBLE, in_force(actor.at), child=OuterRef("child"), adult=actor.person
    )
    grants = system(SystemReason.DECIDING, FamilyViewer).filter(
        in_force(actor.at), Exists(granting), adult=OuterRef("pk"), granted_by=actor.person
    )
    return Q(Exists(grants))


def _works_with_own_child(actor: Actor) -> Q:
    """Where a child is is C7: who works there is not told to somebody kept from the place."""
    kept = by.kept_from_place("child_id").when(actor)
    places = system(SystemReason.DECIDING, Enrolment).filter(
        Q(until_at__isnull=True) | Q(until_at__gt=actor.at), GUARDIAN.when(actor), ~kept
    )
    return Q(
        Exists(on_the_staff(actor.at).filter(person=OuterRef("pk"), setting__in=places.values("setting")))
    )


def _both_chose(actor: Actor) -> Q:
    """Chosen per child, by both; each still a guardian."""
    mine = system(SystemReason.DECIDING, ShownToFamily).filter(
        in_force(actor.at), GUARDIAN.when(actor), adult=actor.person
    )
    still = system(SystemReason.DECIDING, Guardianship).filter(
        by.TIE, in_force(actor.at), child=OuterRef("child"), adult=OuterRef("adult")
    )
    theirs = system(SystemReason.DECIDING, ShownToFamily).filter(
        in_force(actor.at), Exists(still), adult=OuterRef("pk"), child__in=mine.values("child")
    )
    return Q(Exists(theirs))


def _kept_from_them(actor: Actor) -> Q:
    """A restriction about any child the two share, or shared, closes what they chose: also about that one."""
    shared = system(SystemReason.DECIDING, Guardianship).filter(
        GUARDIAN.when(actor),
        Exists(by.restrictions(actor.person, OuterRef("child"), RecordClass.C6, actor)),
        adult=OuterRef("pk"),
    )
    return Q(Exists(shared))


register(
    Rule(
        FamilyAction.SEE_ON_FAMILY_PAGE,
        "accounts.Person",
        RecordClass.C6,
        (
            Because("themselves", lambda a: Q(pk=a.person)),
            Because("invited by them to see stars", _invited),
            Because("on the staff where their child has a place", _works_with_own_child),
            Because(
                "another guardian of the child, where both chose to be shown",
                lambda a: _both_chose(a) & ~_kept_from_them(a),
            ),
        ),
        (),
        Because("a guardian of a child here", _is_guardian),
    )
)
