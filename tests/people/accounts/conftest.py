"""A provider with Bev the manager, Sian of the team, and two homes, Amina's and Tariq's."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import pytest
from django.db.models import Exists, Q
from django.test import Client

from seren.foundation.access.door import Actor, Because, Floor, Level, Operator, RecordClass, Rule
from seren.foundation.access.rules import _rules
from seren.foundation.kernel import clock, ids
from seren.people.accounts import notices, policies
from seren.people.accounts.domain import Adult, add_person
from seren.people.accounts.models import Person
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.terms import Hat
from seren.people.provision.models import Provider

REAL_HATS = policies._hats


@dataclass
class Letters:
    """Every mail that left, newest last."""

    sent: list[dict[str, str]] = field(default_factory=list)

    def code_for(self, address: str) -> str:
        mailed = [letter["body"] for letter in self.sent if letter["to"] == address]
        line = mailed[-1].splitlines()[0]
        return "".join(sign for sign in line if sign.isdigit())

    def to(self, address: str) -> list[str]:
        return [letter["subject"] for letter in self.sent if letter["to"] == address]


@pytest.fixture(autouse=True)
def letters(monkeypatch: pytest.MonkeyPatch) -> Letters:
    box = Letters()
    monkeypatch.setattr(notices, "mail_now", lambda **letter: box.sent.append(letter))
    return box


@pytest.fixture(autouse=True)
def _rules_of_upper_rooms(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Rules and hats as upper rooms declare them: staff by their address, so that no other room is needed."""
    staff = Because("staff", lambda actor: _is_staff(actor.person), Floor.STRONG)
    for action in (
        AccountsAction.INVITE,
        AccountsAction.CONFIRM_FACE_TO_FACE,
        AccountsAction.CLOSE_ACCOUNT,
        AccountsAction.RECOVER,
    ):
        monkeypatch.setitem(_rules, action, Rule(action, "accounts.Person", RecordClass.C6, (staff,)))
    monkeypatch.setattr(
        policies, "_hats", {Hat.ROOM: [lambda at: Q(family_name="Staff", known_since__lte=at)]}
    )
    for forget in policies._told:
        forget()
    return


def _is_staff(person: UUID) -> Q:
    return Q(Exists(Person._base_manager.filter(family_name="Staff", pk=person)))


@pytest.fixture
def provider(db: None, now: datetime) -> Provider:
    return make_provider("Hill Lane", now)


def make_provider(name: str, now: datetime) -> Provider:
    own = ids.new()
    made = Provider(id=own, provider_id=own, name=name, made_at=now)
    made.save(force_insert=True)
    return made


@pytest.fixture
def console(provider: Provider, now: datetime) -> Operator:
    return Operator(provider.pk, now)


def make(console: Operator, given: str, family: str = "Begum", email: str = "", phone: str = "") -> Person:
    return add_person(actor=console, adult=Adult(given, family, email, phone), now=clock.now())


@pytest.fixture
def bev(console: Operator) -> Person:
    return make(console, "Bev", "Staff", "bev@hill.example")


@pytest.fixture
def sian(console: Operator) -> Person:
    return make(console, "Sian", "Staff", "sian@hill.example")


@pytest.fixture
def amina(console: Operator) -> Person:
    return make(console, "Amina", "Begum", "amina@home.example")


@pytest.fixture
def tariq(console: Operator) -> Person:
    """Father of the same child, in another home."""
    return make(console, "Tariq", "Begum", "tariq@other.example")


def acting_as(person: Person, level: Level = Level.STRONG, *, fresh: bool = True) -> Actor:
    return Actor(person.pk, person.provider_id, level, clock.now(), fresh)


@pytest.fixture
def phone() -> Client:
    return Client(HTTP_USER_AGENT="Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36")


@pytest.fixture
def laptop() -> Client:
    return Client(HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Firefox/130.0")
