"""Who may see a picture of a moment: those who may read the moment, and in a family only pictures of its own.

Until permissions exist, a picture with more than one child stays with staff.
"""

from django.db.models import Q

from seren.foundation.access.door import Actor, Because, RecordClass, Rule, SystemReason, register, system
from seren.foundation.media.door import IN_THE_BIN, MediaAction, belongs_to, every_child_among, one_child
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies import reasons as by
from seren.partnership.journal.policies.rules import AUTHOR_AT_HOME, FAMILY, STAFF
from seren.partnership.journal.terms import PHOTOS_OF, MomentState
from seren.people.families.policies import followed

C4 = RecordClass.C4
NOT_TAKEN_BACK = ~Q(state=MomentState.WITHDRAWN)


def _of_moment(condition: Q) -> Q:
    return belongs_to(PHOTOS_OF, system(SystemReason.DECIDING, Moment).filter(condition))


def _at_work(reason: Because) -> Because:
    return Because(reason.who, lambda a: _of_moment(NOT_TAKEN_BACK & reason.when(a)), reason.floor)


def _in_family(reason: Because) -> Because:
    def when(actor: Actor) -> Q:
        own = one_child() & every_child_among(followed(actor))
        return own & _of_moment(NOT_TAKEN_BACK & reason.when(actor))

    return Because(reason.who, when, reason.floor)


def _bound(actor: Actor) -> Q:
    return _of_moment(by.bound_about_any_child(C4).when(actor))


register(
    Rule(
        MediaAction.SEE_PHOTO,
        "media.Photo",
        C4,
        (*map(_in_family, FAMILY), _at_work(AUTHOR_AT_HOME), *map(_at_work, STAFF)),
        (IN_THE_BIN, Because("bound by a restriction about a child in it", _bound)),
    )
)
