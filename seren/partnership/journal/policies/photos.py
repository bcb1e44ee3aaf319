"""Who may see a picture of a moment: those who may read the moment, and each child in the picture.

Whose child is in it is told, never asked (C-10). For every other child in it, that child's family said yes to
pictures in other journals, at the picture's own setting, and no flag keeps the child out (C-08). Nobody
marked: nobody sees it.
"""

from typing import Any

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
    visible,
)
from seren.foundation.media.door import (
    IN_THE_BIN,
    MediaAction,
    belongs_to,
    every_child,
    marked_with,
    some_child,
)
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies.actions import JournalAction
from seren.partnership.journal.terms import PHOTOS_OF, MomentState, Origin
from seren.people.consent.policies import in_force_for
from seren.people.consent.terms import Code
from seren.people.families import policies as families
from seren.people.families.terms import Reach

C4 = RecordClass.C4
HERE = "photo__setting_id"  # from a child in the picture
GUARDIAN = families.guardian_of("subject_id")
VIEWER = families.viewer_of("subject_id", C4)
TEAM = families.staff_of("subject_id", at=HERE)
OFFICE = (
    families.leads_setting_of("subject_id", at=HERE),
    families.safeguards_setting_of("subject_id", at=HERE),
)


def may_go_to(
    code: Code, actor: Actor, *, child: str = "subject_id", setting: str = HERE, scope: str | OuterRef = ""
) -> Q:
    """On a child in a picture: their family said yes to this audience, and nothing keeps the child out."""
    held = in_force_for(code, actor, child=child, setting=setting, scope=scope)
    return held & ~families.kept_out_of_pictures(child, actor)


def _in_open_moment(actor: Actor) -> Q:
    moments = visible(actor, JournalAction.SEE_MOMENT, Moment)
    return belongs_to(PHOTOS_OF, moments.exclude(state=MomentState.WITHDRAWN))


def _shown(actor: Actor) -> Q:
    """No child in it is kept out of all pictures."""
    return ~some_child(families.kept_out_of_pictures("subject_id", actor, Reach.ALL))


def _taken_at_home(actor: Actor) -> Q:
    own = system(SystemReason.DECIDING, Moment).filter(origin=Origin.HOME, author=actor.person)
    return belongs_to(PHOTOS_OF, own)


def _guarded(actor: Actor) -> Q:
    mine = GUARDIAN.when(actor)
    each = every_child(mine | may_go_to(Code.PHOTO_JOURNAL_OTHERS, actor))
    return some_child(mine) & each & (_shown(actor) | _taken_at_home(actor))


def _let_in(actor: Actor) -> Q:
    """One granter lets the viewer in to every child in it that has no yes, and is kept from none of them."""
    kept_out = some_child(families.kept_out_of_pictures("subject_id", actor))
    return some_child(Q(Exists(_grants(actor)))) & ~kept_out


def _grants(actor: Actor) -> "QuerySet[Any]":
    """Of a child in the picture: grants by an adult who reaches the whole picture."""
    granter = OuterRef(OuterRef("granted_by"))
    theirs = families.viewings(actor).filter(child=OuterRef("subject_id"), granted_by=granter)
    together = marked_with(OuterRef(OuterRef("photo")))
    bound = families.restrictions(OuterRef(OuterRef("granted_by")), OuterRef("subject_id"), C4, actor)
    out_of_reach = together.exclude(Q(Exists(theirs)) | may_go_to(Code.PHOTO_JOURNAL_OTHERS, actor))
    return families.viewings(actor).filter(
        ~Exists(out_of_reach), ~Exists(together.filter(Exists(bound))), child=OuterRef("subject_id")
    )


def of_every_child(reasons: tuple[Because, ...], actor: Actor) -> Q:
    team = Q(pk__in=[])
    for reason in reasons:
        team |= reason.when(actor)
    return every_child(team)


register(
    Rule(
        MediaAction.SEE_PHOTO,
        "media.Photo",
        C4,
        (
            Because("guardian of a child in it, where every other family said yes", _guarded),
            Because("family viewer, where who let them in sees it", _let_in),
            Because(
                "staff who look after every child in it",
                lambda a: of_every_child(TEAM, a) & _shown(a),
                Floor.STRONG,
            ),
            Because(
                "manager, deputy or safeguarding lead of every child in it",
                lambda a: of_every_child(OFFICE, a),
                Floor.STRONG,
            ),
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
