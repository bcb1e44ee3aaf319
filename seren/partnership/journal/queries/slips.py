"""What the pages of paper slips show."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, require, system
from seren.partnership.journal.models import Slip
from seren.partnership.journal.policies import JournalAction
from seren.people.accounts.queries.letter import qr
from seren.people.families.queries import ChildShown
from seren.people.families.queries.talking import adults_to_talk_with, child_here


@dataclass(frozen=True, slots=True)
class SlipPage:
    child: ChildShown


@dataclass(frozen=True, slots=True)
class Printed:
    """A slip as it is printed. The code is known once, when it is made."""

    child: ChildShown
    setting: str
    language: str
    code: str
    qr: SafeString


def slip_page(actor: Actor, child: UUID) -> SlipPage:
    """Raises NotThere where this actor keys nothing for the child."""
    require(actor, JournalAction.KEY_SLIP, child)
    return SlipPage(child_here(actor, child))


def printed(actor: Actor, child: UUID, setting: str, language: str, code: str) -> Printed:
    address = f"{settings.PUBLIC_URL or 'http://localhost'}/room/slip/?code={code}"
    return Printed(child_here(actor, child), setting, language, f"{code[:4]} {code[4:]}", qr(address))


def writers(actor: Actor, child: UUID) -> list[tuple[str, str]]:
    """The adults of the child a slip may be credited to."""
    return [
        (str(one.person), _("%(name)s (%(relation)s)") % {"name": one.name, "relation": one.relation.label})
        for one in adults_to_talk_with(actor, child)
    ]


def open_slip(actor: Actor, slip: UUID | None, child: UUID) -> Slip | None:
    """The slip that brought somebody here, while nobody has keyed it. Raises NotThere for another child’s."""
    if slip is None:
        return None
    require(actor, JournalAction.KEY_SLIP, child)
    found = system(SystemReason.SHOWING, Slip).filter(pk=slip, child=child, used_at__isnull=True).first()
    if found is None:
        raise NotThere("slip")
    return found
