"""Writing a moment down: by staff, or as a star by a guardian.

The id is made on the device that wrote it: the same id with the same words is the same moment.
"""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, acting, require
from seren.foundation.audit.door import record
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media.door import photos_of
from seren.partnership.journal.domain import keeping
from seren.partnership.journal.domain.finding import index
from seren.partnership.journal.domain.holding import hold, hold_id
from seren.partnership.journal.domain.keeping import By, Said
from seren.partnership.journal.domain.pictures import keep_photo
from seren.partnership.journal.domain.sharing import release, share_moment
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import PHOTOS_OF, JournalEvent, MomentState, Origin


def note_moment(
    *, actor: Actor, said: Said, now: datetime, setting: UUID | None = None, share: bool = False
) -> tuple[Moment, bool]:
    """Staff note a moment: a draft, or shared at once. Returns it, and whether it is new.

    Raises Refused("conflict") where this id holds other words of the same author, NotThere where it is
    somebody else's.
    """
    keeping.check(said, now)
    by = By(Origin.SETTING, actor.person)
    with db.writing():
        hold_id(said.moment)
        for child in said.children:
            require(actor, JournalAction.NOTE_MOMENT, child)
        if (before := keeping.before(actor, said, by)) is not None:
            return before, False
        moment = keeping.keep(actor, said, by, setting, now)
        _note(actor, JournalEvent.NOTED, moment, said, now)
        if share:
            share_moment(actor=actor, moment=moment, now=now)
    return moment, True


def note_and_share(*, actor: Actor, said: Said, now: datetime, setting: UUID | None = None) -> Moment:
    """Noted, then shared. Where its words name another child, NamesOthers says so and the draft is kept."""
    moment, _new = note_moment(actor=actor, said=said, now=now, setting=setting)
    if moment.state == MomentState.DRAFT:
        share_moment(actor=actor, moment=moment, now=now)
    return moment


def file_moment(*, actor: Actor, moment: Moment, said: Said, now: datetime) -> None:
    """A draft changed, then shared. Where its words name another child, the changes are kept all the same."""
    edit_moment(actor=actor, moment=moment, said=said, now=now)
    share_moment(actor=actor, moment=moment, now=now)


def share_star(
    *, actor: Actor, said: Said, now: datetime, setting: UUID | None = None
) -> tuple[Moment, bool]:
    """A guardian shares a star from home, about one child, with whom they chose."""
    keeping.check(said, now)
    if len(said.children) != 1:
        raise Refused("one-child", _("A star is about one child. Share one for each."), "children")
    with db.writing():
        require(actor, JournalAction.SHARE_STAR, said.children[0])
        return keep_star(actor, said, By(Origin.HOME, actor.person), setting, now)


def keep_star(actor: Actor, said: Said, by: By, setting: UUID | None, now: datetime) -> tuple[Moment, bool]:
    """Within a verb's section: the star, shared."""
    hold_id(said.moment)
    if (before := keeping.before(actor, said, by)) is not None:
        return before, False
    moment = keeping.keep(actor, said, by, setting, now)
    _note(actor, JournalEvent.NOTED, moment, said, now)
    release(actor, moment, now)
    return moment, True


def edit_moment(*, actor: Actor, moment: Moment, said: Said, now: datetime) -> None:
    """New words, children or tags of a draft; of a star from home, its words. Earlier words are kept."""
    pictured = bool(photos_of(actor, PHOTOS_OF, [moment.pk]))
    keeping.check(said, now, pictured=pictured)
    with acting(actor, JournalAction.EDIT_MOMENT, moment):
        hold(moment)
        if moment.origin == Origin.SETTING:
            for child in said.children:
                require(actor, JournalAction.NOTE_MOMENT, child)
            keeping.set_children(moment, said.children)
            keeping.set_areas(moment, said.areas)
        keeping.set_words(actor, moment, said, now)
        moment.quick_word, moment.happened_at = said.quick_word, said.happened_at
        moment.happened_precision = said.precision
        moment.save(update_fields=["text", "quick_word", "happened_at", "happened_precision"])
        for picture in said.pictures:
            keep_photo(actor, moment, picture, now)
        index(moment)
        _note(actor, JournalEvent.EDITED, moment, said, now)


def _note(actor: Actor, event: JournalEvent, moment: Moment, said: Said, now: datetime) -> None:
    details = {"children": [str(child) for child in said.children], "photos": len(said.pictures)}
    record(actor, event, moment, now=now, setting=moment.setting_id, details=details)
