"""PERSON as commands take it: an e-mail address, a person's id, or in a demo the slug of the cast."""

from importlib import import_module
from typing import Any
from uuid import UUID

from seren.doors.commands import rooms
from seren.doors.commands.telling import Trouble

_PERSON = "accounts.Person"
_PROVIDER = "provision.Provider"


def find(word: str) -> tuple[UUID, UUID]:
    """The person's id and their provider's. Raises Trouble where nobody, or more than one, is meant."""
    found = _by_id(word) or _by_address(word) or _by_slug(word)
    if not found:
        raise Trouble(f"Nobody here is {word!r}. Give an e-mail address or a person's id.")
    if len(found) > 1:
        ids = ", ".join(str(person) for person, _ in found)
        raise Trouble(f"{word!r} is a person at each of {len(found)} providers. Give one of these ids: {ids}")
    return found[0]


def _rows(label: str) -> Any:
    from django.apps import apps

    from seren.foundation.access.door import SystemReason, system

    model: Any = apps.get_model(label)
    return system(SystemReason.MENDING, model)


def _by_id(word: str) -> list[tuple[UUID, UUID]]:
    from seren.foundation.kernel import ids

    key = ids.parse(word)
    return list(_rows(_PERSON).filter(pk=key).values_list("pk", "provider_id")) if key else []


def _by_address(word: str) -> list[tuple[UUID, UUID]]:
    if "@" not in word:
        return []
    people: Any = import_module(rooms.PEOPLE)
    providers = _rows(_PROVIDER).values_list("pk", flat=True)
    found = [(people.find_by_address(provider, word), provider) for provider in providers]
    return [(person.id, provider) for person, provider in found if person]


def _by_slug(word: str) -> list[tuple[UUID, UUID]]:
    if not rooms.exists(rooms.DEMO_WORLD):
        return []
    world: Any = import_module(rooms.DEMO_WORLD)
    person = world.person_of(word)
    return _by_id(str(person)) if person else []
