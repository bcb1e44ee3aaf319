"""`SealedText` and `SealedJSON`: what the database holds of them is unreadable without the subject's key.

Table, row and field are bound in, so a sealed value moved elsewhere does not open. A value is opened when
it is read from its row, not when the row is loaded: a list opens no more than it shows.
"""

import json
from typing import Any, Generic, TypeVar, cast
from uuid import UUID

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from seren.foundation.sealing import boxes

T = TypeVar("T")


class Boxed(bytes):
    """A sealed value as it came from the database, not opened yet."""


class _Opening(DeferredAttribute):
    """Reading the attribute opens the box; what was opened stays open on that instance."""

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        value = super().__get__(instance, owner)
        if isinstance(value, Boxed):
            value = cast("_Sealed[Any]", self.field).open_box(instance, value)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        """Without this, Python would take the closed box from the instance and never ask above."""
        instance.__dict__[self.field.attname] = value


class _Sealed(models.BinaryField, Generic[T]):  # type: ignore[type-arg]
    descriptor_class = _Opening

    def __init__(self, *args: Any, subject: str = "id", **kwargs: Any) -> None:
        """`subject` names the attribute of the row that holds the subject's UUID."""
        self.subject = subject
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "subject": self.subject}

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Boxed | None:
        return None if value is None else Boxed(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Boxed):
            return value
        subject, place = self._place(model_instance)
        return boxes.seal(subject, place, self.to_bytes(value))

    def open_box(self, instance: models.Model, boxed: Boxed) -> T:
        subject, place = self._place(instance)
        return self.from_bytes(boxes.unseal(subject, place, bytes(boxed)))

    def _place(self, instance: models.Model) -> tuple[UUID, str]:
        subject = getattr(instance, self.subject)
        return subject, f"{instance._meta.db_table}|{instance.pk}|{self.name}"

    def to_bytes(self, value: T) -> bytes:
        raise NotImplementedError

    def from_bytes(self, raw: bytes) -> T:
        raise NotImplementedError


class SealedText(_Sealed[str]):
    """A text only its subject's key can open."""

    def to_bytes(self, value: str) -> bytes:
        return value.encode()

    def from_bytes(self, raw: bytes) -> str:
        return raw.decode()


class SealedJSON(_Sealed[Any]):
    """Anything JSON can say, sealed."""

    def to_bytes(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def from_bytes(self, raw: bytes) -> Any:
        return json.loads(raw)
