"""Rows that are evidence: added, never changed, never taken away by the product."""

from typing import Any, NoReturn

from django.db import models

from seren.foundation.access.guarded import Protected


class Unchangeable(RuntimeError):
    """Somebody tried to change or delete what was said. A new word is a new row."""


class KeptRows(models.QuerySet[Any]):
    def update(self, **_: Any) -> NoReturn:
        raise Unchangeable(f"{self.model._meta.label}: a new word is a new row")

    def bulk_update(self, *_: Any, **__: Any) -> NoReturn:
        raise Unchangeable(f"{self.model._meta.label}: a new word is a new row")

    def delete(self) -> NoReturn:
        raise Unchangeable(f"{self.model._meta.label}: evidence is not deleted")


class Kept(Protected):
    """`system` and `visible` give rows that can be read and added to, nothing else."""

    kept = models.Manager.from_queryset(KeptRows)()

    class Meta:
        abstract = True
        base_manager_name = "kept"
        default_manager_name = "objects"

    def save(self, *args: Any, force_insert: Any = False, **kwargs: Any) -> None:
        if not force_insert:
            raise Unchangeable(f"{self._meta.label}: a new word is a new row")
        super().save(*args, force_insert=force_insert, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Unchangeable(f"{self._meta.label}: evidence is not deleted")
