"""*Stars Moment* slips: printed for one child with a code, keyed in by staff, credited to the parent."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, may, require, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import blind
from seren.partnership.journal.domain import keeping
from seren.partnership.journal.domain.holding import hold
from seren.partnership.journal.domain.keeping import By, Said
from seren.partnership.journal.domain.noting import keep_star
from seren.partnership.journal.models import Moment, Slip
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import JournalEvent, Origin
from seren.people.families.queries import adults_near, settings_of_children

_PURPOSE = "slip"


def make_slip(*, actor: Actor, child: UUID, setting: UUID, now: datetime) -> tuple[Slip, str]:
    """A slip to print, and its code. The code is shown once; only its fingerprint is kept."""
    code = ids.code()
    slip = Slip(
        provider_id=actor.provider,
        child_id=child,
        setting_id=setting,
        code_blind=blind(code, _PURPOSE),
        made_by_id=actor.person,
        made_at=now,
    )
    with acting(actor, JournalAction.KEY_SLIP, child):
        if setting not in settings_of_children([child], now):
            raise Refused("not-enrolled", _("This child is not enrolled here."))
        slip.save(force_insert=True)
        record(actor, JournalEvent.SLIP_MADE, slip, now=now, setting=setting, child=child)
    return slip, code


def find_slip(*, actor: Actor, code: str) -> Slip:
    """The open slip with this code, of a child one may key for. Every other code gets one answer."""
    typed = "".join(code.upper().split()).replace("-", "")
    open_slips = system(SystemReason.WRITING, Slip).filter(provider_id=actor.provider, used_at__isnull=True)
    slip = open_slips.filter(code_blind=blind(typed, _PURPOSE)).first()
    if slip is None or not may(actor, JournalAction.KEY_SLIP, slip.child_id):
        raise Refused("no-slip", _("No slip has this code. Check the letters, or choose the child."), "code")
    return slip


def key_slip(
    *, actor: Actor, said: Said, credited: UUID, now: datetime, slip: Slip | None = None
) -> tuple[Moment, bool]:
    """A star on paper, keyed in for the adult of the child who wrote it: they are its author from then on."""
    keeping.check(said, now)
    child = said.children[0]
    with db.writing():
        require(actor, JournalAction.KEY_SLIP, child)
        if credited not in adults_near([child], now):
            raise Refused("not-family", _("Choose an adult of this child."), "credited")
        if slip is not None:
            _hold_open(slip, said)
        by = By(Origin.HOME, credited, keyed_by=actor.person)
        moment, new = keep_star(actor, said, by, slip.setting_id if slip else None, now)
        if new:
            if slip is not None:
                slip.used_at, slip.moment = now, moment
                slip.save(update_fields=["used_at", "moment"])
            record(actor, JournalEvent.SLIP_KEYED, moment, now=now, setting=moment.setting_id, child=child)
    return moment, new


def _hold_open(slip: Slip, said: Said) -> None:
    """A slip becomes one star. Keyed again by mistake, it is refused; sent again, it is the same star."""
    hold(slip)
    if slip.used_at is not None and slip.moment_id != said.moment:
        raise Refused("slip-used", _("This slip was keyed in already."))
