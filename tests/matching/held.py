"""What of a batch is in the database, and how rows are put there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from tests.oracle.batch import Batch

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass
class Held:
    """What of a batch is in the database. `left_out`: ids of facts the product has no place for."""

    batch: Batch
    provider_of: dict[str, str]
    accounts: dict[str, str | None]
    left_out: set[str] = field(default_factory=set)
    request_of: dict[UUID, str] = field(default_factory=dict)  # our request → the moment it is about


class Filling:
    def __init__(self, batch: Batch) -> None:
        self.world = batch.world
        self.held = Held(
            batch,
            {adult.id: adult.provider for adult in self.world.adults},
            {adult.id: adult.account for adult in self.world.adults},
        )
        self.somebody = self.world.adults[0].id

    def put(self, model: Any, rows: Iterable[Any]) -> None:
        system(SystemReason.BUILDING, model).bulk_create(list(rows))

    def put_dated(
        self, model: Any, facts: Iterable[Any], fields: Callable[[Any], dict[str, Any]], *needed: str
    ) -> None:
        """Facts that are rows of their own, with id, provider and days; `fields` gives the rest of a row."""
        self.put(
            model,
            (
                model(
                    id=fact.id,
                    provider_id=fact.provider,
                    from_at=fact.from_at,
                    until_at=fact.until_at,
                    **fields(fact),
                )
                for fact in facts
                if self.holdable(fact, "from_at", *needed)
            ),
        )

    def holdable(self, row: Any, *needed: str) -> bool:
        """Whether every fact a column must hold is known."""
        known = row.provider is not None and all(getattr(row, name) is not None for name in needed)
        if not known:
            self.held.left_out.add(row.id)
        return known
