"""Who a request comes from: everything the gate and the page's frame need of an adult, in one query."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.fields import BooleanField

from seren.foundation.access.door import SystemReason, system
from seren.people.accounts.models import Device, Person
from seren.people.accounts.policies import hat_conditions
from seren.people.accounts.terms import Hat


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


def who_is(login: UUID, device: bytes, at: datetime) -> list[Who]:
    """The open accounts of a login, by provider. Empty: closed, ended or never there. One query."""
    people = system(SystemReason.SIGNING_IN, Person).filter(login=login, login__is_active=True)
    return _read(people, device, at)


def who_of(person: UUID, at: datetime) -> Who | None:
    """One open account by its id, signing in or not."""
    found = _read(system(SystemReason.SIGNING_IN, Person).filter(pk=person), b"", at)
    return found[0] if found else None


def _read(people: "QuerySet[Any]", device: bytes, at: datetime) -> list[Who]:
    bound = Device.objects.filter(login=OuterRef("login"), token_digest=device, ended_at__isnull=True)
    hats = hat_conditions(at)
    rows = (
        people.filter(closed_at__isnull=True)
        .order_by("provider_id")
        .annotate(
            device=Subquery(bound.values("id")[:1]),
            device_seen_on=Subquery(bound.values("last_seen_on")[:1]),
            **{f"hat_{hat.value}": _as_boolean(held) for hat, held in hats.items()},
        )
        .values(*_COLUMNS, *(f"hat_{hat.value}" for hat in hats))
    )
    return [_who(row, hats) for row in rows]


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
)


def _as_boolean(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def _who(row: dict[str, Any], hats: Any) -> Who:
    return Who(
        person=row["id"],
        provider=row["provider_id"],
        login=row["login_id"],
        epoch=row["login__epoch"],
        name=f"{row['given_name']} {row['family_name']}",
        hats=frozenset(hat for hat in hats if row[f"hat_{hat.value}"]),
        last_hat=row["last_hat"],
        current_setting=row["current_setting_id"],
        language=row["reach__interface_language"] or "",
        theme=row["reach__theme"] or "",
        device=row["device"],
        device_seen_on=row["device_seen_on"],
    )
