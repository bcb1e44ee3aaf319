"""Adults become known, and join with their letter."""

from datetime import datetime, timedelta

from seren.doors.demo.spec import Joined
from seren.doors.demo.stage import Row, Stage
from seren.foundation.kernel import text
from seren.people.accounts.domain import Adult, add_person, invite, join
from seren.people.accounts.terms import Channel, Shown

_PLAIN = str.maketrans({"ł": "l", " ": ".", "’": ""})
_CHANNELS = {
    Joined.BY_EMAIL: Channel.EMAIL,
    Joined.BY_PHONE: Channel.PHONE,
    Joined.ON_PAPER: Channel.PAPER,
}


def meet(stage: Stage, adult: Adult, slug: str, now: datetime) -> Row:
    """Write an adult down. Staff whose child comes here are one adult with two hats."""
    person = add_person(actor=stage.operator(now), adult=adult, now=now)
    name = f"{adult.given_name} {adult.family_name}"
    stage.people[name] = person
    if slug:
        stage.people[slug] = person
    return person


def let_in(stage: Stage, name: str, language: str, joined: Joined, now: datetime) -> None:
    """A letter is handed over, and next evening they have joined with it. Whoever is in already stays in."""
    person = stage.people[name]
    if joined is Joined.NOT_YET or person.login is not None:
        return
    letter, _code = invite(actor=stage.operator(now), person=person, now=now)
    channel = _CHANNELS[joined]
    by_email = channel is Channel.EMAIL

    def come_in(then: datetime) -> None:
        came = join(
            invitation=letter.pk,
            shown=Shown.ADDRESS if by_email else Shown.FACE_TO_FACE,
            channel=channel,
            language=language,
            address=(person.email or "") if by_email else "",
            now=then,
        )
        person.login = came.login

    stage.later(now + timedelta(hours=8, minutes=30), come_in)


def address_of(name: str) -> str:
    return f"{text.fold(name).translate(_PLAIN)}@example.org"


def number_of(stage: Stage) -> str:
    """Numbers kept for plays and films: nobody is rung."""
    return f"07700 900{len(stage.people) % 1000:03d}"
