"""The languages an adult speaks and reads, and the format they like, as a leader writes them down."""

from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, acting
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.domain.correcting import correct_person
from seren.people.accounts.models import Person
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.terms import Format


def keep_talk(
    *,
    actor: Actor,
    person: Person,
    also_speaks: Collection[str],
    now: datetime,
    spoken_language: str | None = None,
    read_language: str | None = None,
    format: Format | None = None,
) -> None:
    """None stays as it is. Somebody who has joined chooses for themselves, all but what else they speak.

    `also_speaks` is asked by those who share out children: a key person who speaks the family’s language.
    """
    said = {*also_speaks, *filter(None, (spoken_language, read_language))}
    if not said <= set(dict(settings.LANGUAGES)):
        raise Refused("language-unknown", _("Choose one of the languages on the list."))
    with acting(actor, AccountsAction.CORRECT, person):
        first = spoken_language or person.spoken_language
        correct_person(
            actor=actor,
            person=person.pk,
            now=now,
            spoken_language=spoken_language,
            read_language=read_language,
            interface_language=read_language,
            format=format,
            also_speaks=[code for code in dict(settings.LANGUAGES) if code in also_speaks and code != first],
        )
