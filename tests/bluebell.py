"""A second provider beside the world, for tests that nothing of one is told to the other.

Everything written there holds a canary: words that stand nowhere else, to be looked for in every answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Actor, Level, Operator
from seren.foundation.kernel import clock, ids
from seren.partnership.journal import domain as journal
from seren.partnership.journal.terms import ReplyKind
from seren.people.accounts.domain import Adult, add_person, invite, join
from seren.people.accounts.terms import Channel, Shown
from seren.people.families import domain as families
from seren.people.families.domain.adults import Facts
from seren.people.families.terms import (
    KeyKind,
    LivesWith,
    Pattern,
    Relation,
    Responsibility,
    ResponsibilityBasis,
)
from seren.people.provision import domain as provision
from seren.people.provision.terms import Care, Nation, Role

CANARY = "Canary-in-the-bluebells"
_TIED = Facts(
    relation=Relation.MOTHER,
    responsibility=Responsibility.YES,
    basis=ResponsibilityBasis.MOTHER,
    lives_with=LivesWith.YES,
    emergency_order=1,
)


@dataclass(frozen=True)
class Bluebell:
    """“Bluebell Field Nursery”: a manager, a practitioner, a mother, and a child who is called Mali too."""

    provider: UUID
    setting: UUID
    room: UUID
    people: dict[str, UUID]
    child: UUID
    moment: UUID
    star: UUID
    reply: UUID

    def actor(self, who: str, *, at: datetime | None = None, level: Level = Level.STRONG) -> Actor:
        """`manager`, `practitioner` or `mother`."""
        return Actor(self.people[who], self.provider, level, at or clock.now())


def open_bluebell(now: datetime) -> Bluebell:
    """Through the verbs, in the month before `now`."""
    before = now - timedelta(days=30)
    provider = provision.open_provider(name="Bluebell Field Nursery", now=before).pk
    console = Operator(provider, before)
    setting = provision.open_setting(
        actor=console, name="Bluebell Field", nation=Nation.ENGLAND, care=Care.PRE_SCHOOL, now=before
    )
    room = provision.add_room(actor=console, setting=setting, name="Bluebells", now=before)
    morning = provision.add_session(
        actor=console, setting=setting, code="am", name="Morning", starts=time(9), ends=time(12), now=before
    )
    people = {
        "manager": _staff(console, setting, "Imogen Farrow", Role.MANAGER, None),
        "practitioner": _staff(console, setting, "Wanda Birch", Role.PRACTITIONER, room),
        "mother": _adult(console, "Odette Farley"),
    }
    child = _child(console, setting.pk, room.pk, people, (clock.day_of(now).weekday() % 5, morning.pk))
    return Bluebell(provider, setting.pk, room.pk, people, child, **_said(provider, people, child, now))


def _adult(console: Operator, name: str) -> UUID:
    given, _, family = name.partition(" ")
    address = f"{given}.{family}@bluebell.example".lower()
    person = add_person(actor=console, adult=Adult(given, family, address), now=console.at)
    letter, _code = invite(actor=console, person=person, now=console.at)
    join(
        invitation=letter.pk,
        shown=Shown.ADDRESS,
        channel=Channel.EMAIL,
        language="en",
        address=address,
        now=console.at,
    )
    return person.pk


def _staff(console: Operator, setting: Any, name: str, role: Role, room: Any) -> UUID:
    person = _adult(console, name)
    member = provision.add_member(
        actor=console,
        person=person,
        setting=setting,
        role=role,
        room=room,
        from_at=console.at,
        now=console.at,
    )
    signs = Actor(person, console.provider, Level.STRONG, console.at)
    provision.give_statement(actor=signs, membership=member, now=console.at)
    return person


def _child(
    console: Operator, setting: UUID, room: UUID, people: dict[str, UUID], session: tuple[int, UUID]
) -> UUID:
    first_day = clock.day_of(console.at)
    child = families.add_child(
        actor=console,
        setting=setting,
        room=room,
        given_name="Mali",
        family_name="Farley",
        date_of_birth=date(first_day.year - 3, 1, 20),
        starts_on=first_day,
        now=console.at,
    )
    families.add_guardian(actor=console, child=child, adult=people["mother"], facts=_TIED, now=console.at)
    address = {"lines": [f"1 {CANARY} Row"], "town": "Fieldham", "postcode": "FH1 1AA"}
    home = families.make_household(
        actor=console, setting=setting, address=address, phone="01632 960990", now=console.at
    )
    families.join_household(
        actor=console, household=home, person=people["mother"], child=child, now=console.at
    )
    families.child_lives(actor=console, household=home, child=child, pattern=Pattern.ALL, now=console.at)
    families.name_key_person(
        actor=console,
        child=child,
        setting=setting,
        person=people["practitioner"],
        kind=KeyKind.KEY,
        now=console.at,
    )
    families.book(
        actor=console, child=child, setting=setting, sessions=[session], from_day=first_day, now=console.at
    )
    families.start_attending(actor=console, child=child, setting=setting, now=console.at)
    key: UUID = child.pk
    return key


def _said(provider: UUID, people: dict[str, UUID], child: UUID, now: datetime) -> dict[str, UUID]:
    """A moment with an answer, and a star from home."""
    at = now - timedelta(hours=2)
    staff = Actor(people["practitioner"], provider, Level.STRONG, at)
    mother = Actor(people["mother"], provider, Level.STRONG, at + timedelta(minutes=30))
    moment, _ = journal.note_moment(
        actor=staff, said=_words(child, f"Mali counted the {CANARY}.", at), share=True, now=at
    )
    star, _ = journal.share_star(
        actor=mother, said=_words(child, f"Mali sang to the {CANARY}.", mother.at), now=mother.at
    )
    reply, _ = journal.answer(
        actor=mother,
        moment=moment,
        reply=ids.new(),
        kind=ReplyKind.WORDS,
        words=f"She told us of the {CANARY}.",
        language="en",
        now=mother.at,
    )
    return {"moment": moment.pk, "star": star.pk, "reply": reply.pk}


def _words(child: UUID, words: str, at: datetime) -> journal.Said:
    return journal.Said(moment=ids.new(), children=(child,), words=words, language="en", happened_at=at)
