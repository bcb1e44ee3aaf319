"""How an adult wants to be reached, said by themselves."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, Doer, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.models import Person, ReachMe
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.terms import AccountsEvent, Channel, Format, Hat


@dataclass(frozen=True)
class Wishes:
    """Everything an adult may wish about news. Times are London wall-clock times."""

    interface_language: str
    spoken_language: str
    read_language: str
    format: Format
    channel: Channel
    quiet_from: time = time(19, 0)
    quiet_to: time = time(7, 30)
    quiet_weekends: bool = True
    digest: bool = True
    interpreter: bool = False
    prefers_talking: bool = False


def set_reach(*, actor: Doer, person: UUID, wishes: Wishes, now: datetime) -> None:
    """Keep the wishes. They hold from the next notice on."""
    if wishes.interface_language not in dict(settings.LANGUAGES):
        raise Refused("language-unknown", _("Choose one of the languages on the list."), "interface_language")
    with acting(actor, AccountsAction.CHANGE_REACH, person):
        adult = system(SystemReason.WRITING, Person).get(pk=person)
        if wishes.channel is Channel.EMAIL and not (adult.email or (adult.login and adult.login.email)):
            raise Refused(
                "address-missing", _("We hold no e-mail address of yours. Choose another way."), "channel"
            )
        adult.spoken_language, adult.read_language = wishes.spoken_language, wishes.read_language
        adult.save(update_fields=["spoken_language", "read_language"])
        kept = _kept(adult)
        for name, value in _columns(wishes).items():
            setattr(kept, name, value)
        kept.save()
        record(actor, AccountsEvent.REACH_CHANGED, adult, now=now)


def set_language(*, actor: Actor, language: str, now: datetime) -> None:
    """The interface language alone, as chosen in the language list on any page."""
    if language not in dict(settings.LANGUAGES):
        raise Refused("language-unknown", _("Choose one of the languages on the list."))
    with acting(actor, AccountsAction.CHANGE_REACH, actor.person):
        adult = system(SystemReason.WRITING, Person).get(pk=actor.person)
        kept = _kept(adult)
        kept.interface_language = language
        kept.save()
        record(actor, AccountsEvent.REACH_CHANGED, adult, now=now)


def keep_place(*, actor: Actor, hat: Hat | None = None, setting: UUID | None = None) -> None:
    """Where the adult was last: the hat and the setting that open first next time."""
    places: dict[str, object] = {}
    if hat is not None:
        places["last_hat"] = hat.value
    if setting is not None:
        places["current_setting_id"] = setting
    if places:
        system(SystemReason.WRITING, Person).filter(pk=actor.person).update(**places)


def _kept(adult: Person) -> ReachMe:
    row = system(SystemReason.WRITING, ReachMe).filter(person=adult).first()
    return row or ReachMe(person=adult, provider_id=adult.provider_id)


def _columns(wishes: Wishes) -> dict[str, object]:
    return {
        "interface_language": wishes.interface_language,
        "format": wishes.format,
        "quiet_from": wishes.quiet_from,
        "quiet_to": wishes.quiet_to,
        "quiet_weekends": wishes.quiet_weekends,
        "digest": wishes.digest,
        "interpreter": wishes.interpreter,
        "prefers_talking": wishes.prefers_talking,
        "by_email": wishes.channel is Channel.EMAIL,
        "on_paper": wishes.channel is Channel.PAPER,
    }
