"""What an adult wished about being reached, as a form begins with it."""

from typing import Any
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.people.accounts.models import Person, ReachMe
from seren.people.accounts.terms import Channel


def wishes_of(person: UUID) -> dict[str, Any]:
    """By the names of `domain.Wishes`. Two queries."""
    adult = system(SystemReason.SHOWING, Person).get(pk=person)
    kept = system(SystemReason.SHOWING, ReachMe).filter(person=person).first() or ReachMe()
    channel = Channel.PAPER if kept.on_paper else Channel.EMAIL if kept.by_email else Channel.PHONE
    return {
        "interface_language": kept.interface_language,
        "spoken_language": adult.spoken_language,
        "read_language": adult.read_language,
        "format": kept.format,
        "channel": channel.value,
        "quiet_from": kept.quiet_from,
        "quiet_to": kept.quiet_to,
        "quiet_weekends": kept.quiet_weekends,
        "digest": kept.digest,
        "interpreter": kept.interpreter,
        "prefers_talking": kept.prefers_talking,
    }
