"""Who a request comes from: everything the gate and the page's frame need of an adult, in one query."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    BinaryField,
    BooleanField,
    Case,
    DateTimeField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)

from seren.foundation.access.door import SystemReason, prepared, system
from seren.people.accounts.models import Device, Person
from seren.people.accounts.policies import hat_conditions, on_new_hat
from seren.people.accounts.terms import STRONG_HATS, Hat


@dataclass(frozen=True, slots=True)
class Who:
    """One adult at one provider. `device_*` tell of the browser that asked, None where it is not bound."""

    person: UUID
    provider: UUID
    login: UUID | None
    epoch: UUID | None
    name: str
    hats: frozenset[Hat]
    last_hat: str
    current_setting: UUID | None
    language: str
    theme: str
    device: UUID | None
    device_seen_on: date | None
    read_language: str = ""

    @property
    def at_work(self) -> bool:
        """They hold a role somewhere, now: the hats of staff and committee say so."""
        return bool(self.hats & STRONG_HATS)

    @property
    def reads(self) -> tuple[str, ...]:
        """The languages this adult reads: the one of the pages first."""
        return tuple(dict.fromkeys(filter(None, (self.language, self.read_language))))


def who_is(login: UUID, device: bytes, at: datetime) -> list[Who]:
    """The open accounts of a login, by provider. Empty: closed, ended or never there. One query."""
    return [_who(row) for row in _of_login(login=login, device=device, at=at)]


def who_of(person: UUID, at: datetime) -> Who | None:
    """One open account by its id, signing in or not."""
    return next((_who(row) for row in _of_person(person=person, device=b"", at=at)), None)


@prepared(login=UUIDField(), device=BinaryField(), at=DateTimeField())
def _of_login(*, login: UUID, device: bytes, at: datetime) -> "QuerySet[Any, Any]":
    people = system(SystemReason.SIGNING_IN, Person).filter(login=login, login__is_active=True)
    return _read(people, device, at)


@prepared(person=UUIDField(), device=BinaryField(), at=DateTimeField())
def _of_person(*, person: UUID, device: bytes, at: datetime) -> "QuerySet[Any, Any]":
    return _read(system(SystemReason.SIGNING_IN, Person).filter(pk=person), device, at)


on_new_hat(_of_login.forget)
on_new_hat(_of_person.forget)


def _read(people: "QuerySet[Any]", device: bytes, at: datetime) -> "QuerySet[Any, Any]":
    bound = Device.objects.filter(login=OuterRef("login"), token_digest=device, ended_at__isnull=True)
    hats = hat_conditions(at)
    rows: QuerySet[Any, Any] = (
        people.filter(closed_at__isnull=True)
        .order_by("provider_id")
        .annotate(
            device=Subquery(bound.values("id")[:1]),
            device_seen_on=Subquery(bound.values("last_seen_on")[:1]),
            **{f"hat_{hat.value}": _as_boolean(hats.get(hat, Q(pk__in=[]))) for hat in Hat},
        )
        .values_list(*_COLUMNS, *(f"hat_{hat.value}" for hat in Hat))
    )
    return rows


_COLUMNS = (
    "id",
    "provider_id",
    "login_id",
    "login__epoch",
    "given_name",
    "family_name",
    "last_hat",
    "current_setting_id",
    "reach__interface_language",
    "reach__theme",
    "device",
    "device_seen_on",
    "read_language",
)


def _as_boolean(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def _who(row: tuple[Any, ...]) -> Who:
    person, provider, login, epoch, given, family, last_hat, setting, language, theme, *rest = row
    device, seen, read_language, *held = rest
    return Who(
        person=person,
        provider=provider,
        login=login,
        epoch=epoch,
        name=f"{given} {family}",
        hats=frozenset(hat for hat, has in zip(Hat, held, strict=True) if has),
        last_hat=last_hat,
        current_setting=setting,
        language=language or "",
        theme=theme or "",
        device=device,
        device_seen_on=seen,
        read_language=read_language or "",
    )
