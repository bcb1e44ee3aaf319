"""Slips on paper: one child, one question, one adult; in the language they read where it is asked in it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.conf import settings
from django.utils.safestring import SafeString

from seren.foundation.access.door import Actor
from seren.foundation.ui.door import whole_in
from seren.people.accounts.queries.letter import qr
from seren.people.accounts.terms import Format
from seren.people.consent.models import Asked
from seren.people.consent.queries.standings import lines_of
from seren.people.consent.queries.whom import Silence, answered_by, silences_of


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip to print. The code is known once, now."""

    asked: Asked
    adult: UUID
    language: str
    code: str


@dataclass(frozen=True, slots=True)
class SlipShown:
    """`setting` is empty for whoever is not told where the child is. `large`: big print."""

    adult: str
    child: str
    setting: str
    language: str
    interface: str
    words: dict[str, str]
    code: str
    qr: SafeString
    large: bool


@dataclass(frozen=True, slots=True)
class SlipsShown:
    slips: tuple[SlipShown, ...]
    back: str


def unanswered(actor: Actor, setting: UUID, asked: Collection[UUID]) -> tuple[Silence, ...]:
    """Each adult who may answer one of these questions and has not, whatever another adult said."""
    said = answered_by(actor, asked)
    found = []
    for one in silences_of(actor, [line for line in lines_of(actor, setting) if line.id in asked]):
        lines = tuple(line for line in one.lines if (line.id, one.account.person) not in said)
        if lines:
            found.append(replace(one, lines=lines))
    return tuple(found)


def slips_shown(slips: Iterable[Slip], found: Iterable[Silence], setting: str, back: str) -> SlipsShown:
    """`found`: for whom they were printed; `setting`: its name."""
    whose = {(line.id, one.account.person): (one, line.name) for one in found for line in one.lines}
    return SlipsShown(tuple(_shown(slip, *whose[slip.asked.pk, slip.adult], setting) for slip in slips), back)


def _shown(slip: Slip, one: Silence, child: str, setting: str) -> SlipShown:
    base = settings.PUBLIC_URL or "http://localhost"
    return SlipShown(
        adult=one.account.name,
        child=child,
        setting="" if one.no_place else setting,
        language=slip.language,
        interface=slip.language if slip.language in whole_in("family") else "en",
        words=slip.asked.shown_in(slip.language),
        code=f"{slip.code[:4]} {slip.code[4:]}",
        qr=qr(f"{base}/desk/permissions/slip/?code={slip.code}"),
        large=one.account.format in (Format.LARGE, Format.GIANT),
    )
