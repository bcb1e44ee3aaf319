"""For every route, rows that are not this person's: which ones is asked of the rule the route declares."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.doors.demo.world import World
from seren.foundation.access.door import Actor, Declared, Undeclared, rule_for, visible
from seren.foundation.kernel import ids
from tests.sweep.addresses import ROWS, UNDER, fill, holes, parent, worn
from tests.sweep.canaries import rows

# The field by which a row hangs on what a rule is about: its setting, its child, its moment.
HANGS_ON = {
    "provision.setting": {
        "provision.Room": "setting_id",
        "provision.Session": "setting_id",
        "provision.Term": "setting_id",
        "provision.Membership": "setting_id",
    },
    "families.child": {
        "families.Guardianship": "child_id",
        "families.SafetyNote": "child_id",
        "families.Restriction": "child_id",
        "journal.NextStep": "child_id",
        "consent.Asked": "child_id",
    },
    "journal.moment": {"journal.Reply": "moment_id", "media.Photo": "belongs_to_id"},
}


@dataclass(frozen=True)
class Stranger:
    """An address that leads through somebody else's row, and the same one through a row that is not there."""

    address: str
    missing: str


def strangers(route: Declared, actor: Actor, hats: Collection[str], world: World) -> Iterator[Stranger]:
    """Through rows of others; and through a row of one's own to one that does not lie under it."""
    names = [name for name in holes(route.path) if name in ROWS]
    if not names:
        return
    *outer, inner = names
    foreign = {name: _not_theirs(name, route, actor, hats, world) for name in names}
    if outer and inner in UNDER:
        foreign[inner] = _below(inner, foreign[outer[-1]])
    for value in _few(foreign[inner]):
        above = {name: parent(inner, value) or next(iter(foreign[name]), ids.new()) for name in outer}
        yield _both(route.path, {**above, inner: value}, names)
    if outer and inner in UNDER:
        yield from _astray(route.path, outer[-1], inner, foreign)


def _few(found: list[Any]) -> list[Any]:
    """The first, the middle and the last one."""
    return [found[at] for at in sorted({0, len(found) // 2, len(found) - 1})] if found else []


def _both(path: str, values: dict[str, Any], changed: Collection[str]) -> Stranger:
    plain: dict[str, Any] = {"size": "thumb", "permission": "photo-web"}
    gone = {name: ids.new() for name in changed}
    return Stranger(fill(path, {**plain, **values}), fill(path, {**plain, **values, **gone}))


def _below(inner: str, above: list[UUID]) -> list[UUID]:
    """Rows that lie under somebody else's."""
    label, field = UNDER[inner]
    return _keys(rows(label).filter(**{f"{field}__in": above}))


def _astray(path: str, outer: str, inner: str, foreign: dict[str, list[Any]]) -> Iterator[Stranger]:
    """A row of one's own above, and below it a row that lies under another one."""
    own = rows(ROWS[outer]).exclude(pk__in=foreign[outer]).order_by("pk").values_list("pk", flat=True).first()
    label, field = UNDER[inner]
    if own is not None:
        for value in _few(_keys(rows(label).exclude(**{field: own})))[:2]:
            yield _both(path, {outer: own, inner: value}, [inner])


def _not_theirs(name: str, route: Declared, actor: Actor, hats: Collection[str], world: World) -> list[UUID]:
    """By the rule where it is about such rows, or about what they hang on; else by the hat."""
    label = ROWS[name]
    found = rows(label)
    about = _about(route).lower()
    field = "pk" if about == label.lower() else HANGS_ON.get(about, {}).get(label)
    if field:
        allowed = visible(actor, route.action, apps.get_model(about)).values("pk")
        return _keys(found.exclude(**{f"{field}__in": allowed}))
    if not worn(route.path, hats):
        return _keys(found)
    return _keys(found.exclude(provider_id=world.provider))


def _about(route: Declared) -> str:
    try:
        return rule_for(route.action).model
    except Undeclared:
        return ""


def _keys(found: Any) -> list[UUID]:
    return list(found.order_by("pk").values_list("pk", flat=True))
