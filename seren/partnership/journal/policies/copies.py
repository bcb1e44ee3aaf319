"""Copies of photos: who may note one, who minds them, and when one must come down."""

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from seren.foundation.access.door import (
    Actor,
    Because,
    Floor,
    RecordClass,
    Rule,
    SystemReason,
    register,
    system,
    through,
)
from seren.foundation.media.door import IN_THE_BIN, MediaAction
from seren.partnership.journal.models import CopyChild
from seren.partnership.journal.policies.actions import JournalAction as Act
from seren.partnership.journal.policies.photos import TEAM, may_go_to, of_every_child
from seren.partnership.journal.terms import ASKS_FOR, NAMED_PLACES
from seren.people.families import policies as families
from seren.people.provision.policies import settings_of
from seren.people.provision.terms import LEADING

C4 = RecordClass.C4
_IN_COPY = {"child": "child_id", "setting": "copy__setting_id"}


def to_come_down(actor: Actor) -> Q:
    """On a copy: a child in it may not be shown there any more, or never might."""
    closed = Q(pk__in=[])
    for place, code in ASKS_FOR.items():
        scope = OuterRef("copy__where") if place in NAMED_PLACES else ""
        kept = ~may_go_to(code, actor, scope=scope, **_IN_COPY)
        closed |= Q(place=place) & Q(Exists(_children().filter(kept)))
    return Q(gone_at__isnull=True) & closed


def _seen(actor: Actor) -> Q:
    return through(actor, MediaAction.SEE_PHOTO, apps.get_model("media.Photo"), "pk")


def _children() -> "QuerySet[CopyChild]":
    return system(SystemReason.DECIDING, CopyChild).filter(copy=OuterRef("pk"))


register(
    Rule(
        Act.NOTE_COPY,
        "media.Photo",
        C4,
        (
            Because(
                "key person, practitioner, manager or deputy of every child in it",
                lambda a: of_every_child(TEAM[:3], a) & _seen(a),
                Floor.STRONG,
            ),
        ),
        (IN_THE_BIN,),
    ),
    Rule(
        Act.MIND_COPIES,
        "journal.Copy",
        C4,
        (
            Because(
                "manager or deputy of the setting",
                lambda a: Q(setting__in=settings_of(a, LEADING)),
                Floor.STRONG,
            ),
        ),
        (
            Because(
                "family of a child in it, or bound about one",
                lambda a: Q(
                    Exists(
                        _children().filter(
                            families.ever_guardian_of("child_id").when(a)
                            | families.restricted("child_id", C4).when(a)
                        )
                    )
                ),
            ),
        ),
    ),
)
