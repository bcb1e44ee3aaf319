"""Which photos of a moment a family of a child in it would not see. A count for staff, never who or why."""

from collections.abc import Collection
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.foundation.media.door import MediaAction, marked_with, some_child
from seren.partnership.journal.policies.photos import may_go_to
from seren.partnership.journal.terms import PHOTOS_OF
from seren.people.consent.terms import Code
from seren.people.families.policies import ever_guardian_of, guardian_ties, kept_out_of_pictures
from seren.people.families.terms import Reach


def kept_back(actor: Actor, moments: Collection[UUID]) -> frozenset[UUID]:
    """Photos this actor sees on these moments that do not reach every family. One query."""
    photos = visible(actor, MediaAction.SEE_PHOTO, apps.get_model("media.Photo"))
    there = photos.filter(belongs_to_type=PHOTOS_OF, belongs_to_id__in=moments)
    shut = some_child(kept_out_of_pictures("subject_id", actor, Reach.ALL))
    return frozenset(there.filter(shut | some_child(closed_to_another(actor))).values_list("pk", flat=True))


def closed_to_another(actor: Actor) -> Q:
    """On a child in the picture who may not be shown to others: a guardian of another child in it is none of
    this one."""
    ties = guardian_ties(actor)
    both = ties.filter(child=OuterRef(OuterRef(OuterRef("subject_id"))), adult=OuterRef("adult"))
    strangers = ties.filter(~Exists(both), child=OuterRef("subject_id"))
    another = marked_with(OuterRef("photo")).exclude(subject_id=OuterRef("subject_id"))
    return ~may_go_to(Code.PHOTO_JOURNAL_OTHERS, actor) & Q(Exists(another.filter(Exists(strangers))))


def marked_in(actor: Actor, photo: UUID) -> list[str]:
    """Who is marked in a photo the actor sees."""
    seen = visible(actor, MediaAction.SEE_PHOTO, apps.get_model("media.Photo")).filter(pk=photo)
    return [
        str(child) for child in marked_with(photo).filter(photo__in=seen).values_list("subject_id", flat=True)
    ]


def photos_kept_out(actor: Actor, children: Collection[UUID]) -> bool:
    """Whether no photo of one of these children is taken at all. Not asked about the actor's own."""
    rows = system(SystemReason.DECIDING, apps.get_model("families.Child")).filter(pk__in=children)
    return rows.filter(
        kept_out_of_pictures("pk", actor, Reach.ALL), ~ever_guardian_of("pk").when(actor)
    ).exists()
