"""Finding rows by words, among those the actor may see and no others.

The condition of `visible` stands in the statement before anything is grouped, ranked, counted or cut: what
is hidden changes no order, no count and no cursor. Rank: how many of the words a row has, then the newest.
"""

from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    Max,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from seren.foundation.access.door import Action, Actor, SystemReason, rule_for, system, through
from seren.foundation.search.cursors import read_cursor, sign_cursor
from seren.foundation.search.folding import Sought, sought
from seren.foundation.search.indexing import NotSearchable
from seren.foundation.search.models import SearchableClass, Shelf, Term, on_shelf

_AFTER_ANY_LETTER = b"\xff"  # no UTF-8 text holds this byte


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of visible rows, best first. `next` is the cursor of the following page, "" on the last."""

    ids: tuple[UUID, ...]
    next: str


@dataclass(frozen=True, slots=True)
class Among:
    """Some rows only: a query of their ids, and what names this choice among others."""

    name: str
    ids: "QuerySet[Any, UUID]"


def find(
    actor: Actor,
    action: Action,
    model: type[Model],
    words: str,
    *,
    limit: int,
    cursor: str = "",
    setting: UUID | None = None,
    among: Among | None = None,
    by: str = "",
) -> Found:
    """Rows of `model` on which the actor may do `action`, by any of the words; at one setting where given.

    `among` narrows to rows of one's own choosing. It widens nothing, and a cursor is good for it alone.
    `by` names a field: what it leads to is found, once for all rows that lead there, and its ids are given.
    Two statements. Raises Refused for a cursor that is not this person's for this very search.
    """
    seeking = sought(words)
    about = _about(action, seeking, setting, f"{among.name if among else ''}|{by}")
    after = read_cursor(actor.person, cursor, about=about) if cursor else ()
    shelves = _shelves(actor, action, model, setting)
    if not (seeking and shelves):
        return Found((), "")
    matching = _matching(actor, action, model, seeking, shelves)
    if among is not None:
        matching = matching.filter(entry__row_id__in=among.ids)
    rows = matching.annotate(found=_led_to(model, by)).values("found")
    rows = rows.annotate(matched=sum((_hit(word, shelves) for word in seeking), Value(0)))
    if after:
        rows = rows.filter(_after(*after))
    page = list(rows.order_by("-matched", "-found")[: limit + 1])
    ids = tuple(row["found"] for row in page[:limit])
    if len(page) <= limit:
        return Found(ids, "")
    return Found(ids, sign_cursor(actor.person, page[limit - 1]["matched"], ids[-1], about=about))


def count(
    actor: Actor, action: Action, model: type[Model], words: str, *, setting: UUID | None = None
) -> int:
    """How many rows `find` gives in all."""
    seeking = sought(words)
    shelves = _shelves(actor, action, model, setting)
    if not (seeking and shelves):
        return 0
    rows = _matching(actor, action, model, seeking, shelves)
    return int(rows.aggregate(found=Count("entry_id", distinct=True))["found"])


def _matching(
    actor: Actor, action: Action, model: type[Model], seeking: list[Sought], shelves: list[int]
) -> "QuerySet[Term]":
    """Terms that answer any of the words, of rows this actor may see."""
    any_word = reduce(or_, (_answers(word, shelves) for word in seeking))
    return Term.objects.filter(any_word, through(actor, action, model, "entry__row_id"))


def _shelves(actor: Actor, action: Action, model: type[Model], setting: UUID | None) -> list[int]:
    """The shelves of this kind and of the action's own class: a handful of numbers, asked first."""
    record_class = rule_for(action).record_class
    if record_class.value not in SearchableClass.values:
        raise NotSearchable(record_class)
    shelves = Shelf.objects.filter(
        provider_id=actor.provider, kind=model._meta.label_lower, record_class=record_class.value
    )
    if setting is not None:
        shelves = shelves.filter(place_id=setting)
    return list(shelves.values_list("pk", flat=True))


def _answers(word: Sought, shelves: list[int]) -> Q:
    terms = sorted(on_shelf(shelf, form) for shelf in shelves for form in word.forms)
    if not word.beginning:
        return Q(term__in=terms)
    return reduce(or_, (Q(term__gte=term, term__lt=term + _AFTER_ANY_LETTER) for term in terms))


def _hit(word: Sought, shelves: list[int]) -> Max:
    """1 where the row has the word, once however often."""
    has_it = When(_answers(word, shelves), then=Value(1))
    return Max(Case(has_it, default=Value(0), output_field=IntegerField()))


def _after(matched: str, row: str) -> Q:
    here = int(matched)
    return Q(matched__lt=here) | Q(matched=here, found__lt=UUID(row))


def _led_to(model: type[Model], field: str) -> F | Subquery:
    if not field:
        return F("entry__row_id")
    rows = system(SystemReason.SHOWING, model).filter(pk=OuterRef("entry__row_id"))
    return Subquery(rows.values(field)[:1])


def _about(action: Action, seeking: list[Sought], setting: UUID | None, among: str) -> str:
    """Names one search, so that a cursor of another one does not fit."""
    words = [(sorted(word.forms), word.beginning) for word in seeking]
    return sha256(f"{action.value}|{setting}|{words!r}|{among}".encode()).hexdigest()
