"""Who may see a picture of a moment: those who may read the moment, and see every child in the picture.

Until permissions exist, a picture with more than one child stays with staff.
"""

from django.db.models import Q

from seren.foundation.access.door import Actor, Because, Floor, RecordClass, Rule, register, visible
from seren.foundation.media.door import (
    IN_THE_BIN,
    MediaAction,
    belongs_to,
    every_child,
    one_child,
    some_child,
)
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies.actions import JournalAction
from seren.partnership.journal.terms import PHOTOS_OF, MomentState
from seren.people.families import policies as families

C4 = RecordClass.C4


def _in_open_moment(actor: Actor) -> Q:
    moments = visible(actor, JournalAction.SEE_MOMENT, Moment)
    return belongs_to(PHOTOS_OF, moments.exclude(state=MomentState.WITHDRAWN))


def _in_family(reason: Because) -> Because:
    return Because(
        reason.who,
        lambda a: one_child() & some_child(reason.when(a)),
        reason.floor,
    )


def _at_work(actor: Actor) -> Q:
    team = Q(pk__in=[])
    for reason in families.staff_of("subject_id", at="photo__setting_id"):
        team |= reason.when(actor)
    return every_child(team)


register(
    Rule(
        MediaAction.SEE_PHOTO,
        "media.Photo",
        C4,
        (
            _in_family(families.guardian_of("subject_id")),
            _in_family(families.viewer_of("subject_id", C4)),
            Because("staff who look after every child in it", _at_work, Floor.STRONG),
        ),
        (
            IN_THE_BIN,
            Because(
                "bound by a restriction about a child in it",
                lambda a: some_child(families.restricted("subject_id", C4).when(a)),
            ),
        ),
        Because("the moment it belongs to is open to them, and not taken back", _in_open_moment),
    )
)
