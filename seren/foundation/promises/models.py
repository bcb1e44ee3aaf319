"""What was worked out last: droppable, made anew each night from what was done."""

from typing import Any

from django.db import models

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import known
from seren.foundation.promises.registry import SOURCE_LENGTH
from seren.foundation.promises.terms import State


class PromiseResult(Protected):
    """The figures of one room's evidence for one clause at one setting. No row of anybody stands in it."""

    setting_id = models.UUIDField()
    clause = models.CharField(max_length=6)
    source = models.CharField(max_length=SOURCE_LENGTH)
    state = models.CharField(max_length=10, choices=State.choices)
    figure = models.IntegerField()
    of = models.IntegerField()
    since = models.DateField()
    until = models.DateField()
    parts: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    as_of = models.DateTimeField()

    class Meta:
        constraints = [
            known("promiseresult", "state", State),
            models.UniqueConstraint(fields=["setting_id", "source"], name="promise_once"),
        ]
