"""Rows that cannot be read without saying who asks, or why nobody does."""

from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from seren.foundation.kernel import ids

M = TypeVar("M", bound=models.Model)


class Unscoped(RuntimeError):
    """Rows were asked for without an actor. Use `visible`, or `system` with its reason."""


class Refusing(models.Manager[Any]):
    """The manager of every protected model, and so of every reverse relation to one: it refuses."""

    def get_queryset(self) -> models.QuerySet[Any]:
        raise Unscoped(f"{self.model._meta.label}: ask through access.visible or access.system")


class Protected(models.Model):
    """A row of one provider. `provider_id` is the tenant: no query crosses it.

    It has no index: nearly all rows of an installation share it, and an index that says little misleads
    the planner away from the one that says much.
    """

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    provider_id: "models.UUIDField[UUID, UUID]" = models.UUIDField()

    objects = Refusing()

    class Meta:
        abstract = True


class SystemReason(StrEnum):
    """Why rows are read without an actor. The whole list; a new one needs a reviewer."""

    SIGNING_IN = "to find out who is acting"
    DECIDING = "a rule reads its facts"
    WRITING = "a verb, already required, reads the rows it changes or checks"
    TELLING = "a notice works out whom to tell"
    SWEEPING = "a clock or a clean-up runs over all"
    PROVING = "a promise is measured"
    IMPORTING = "an import compares with what is there"
    BUILDING = "a demo or a practice world is made"
    MENDING = "doctor, backup and restore look at everything"
    SHOWING = "a read model completes rows already visible, by their ids"


def unguarded(model: type[M]) -> "models.QuerySet[M]":
    return model._base_manager.get_queryset()


def system(reason: SystemReason, model: type[M]) -> "models.QuerySet[M]":
    """All rows of a model, for the machinery. `reason` is one of the reviewed list."""
    if not isinstance(reason, SystemReason):
        raise Unscoped(f"{reason!r} is no reviewed reason")
    return unguarded(model)
