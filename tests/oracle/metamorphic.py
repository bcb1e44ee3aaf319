"""What must stay the same, or may only shrink, when a world changes (trust.md I5, I6, I8; T4).

Each function takes `look(world, who) -> Sight`, so that any implementation can be held to it. They are run on
small worlds: every change is a new world to look at.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

from . import facts as f
from .facts import Id, Who
from .questions import Look, Sight
from .world import World

DATED = (
    "memberships",
    "key_persons",
    "guardianships",
    "viewers",
    "household_members",
    "shown",
    "lives",
    "enrolments",
)
CODES = ("NO-COLLECT", "NO-CONTACT-AT-SITE", "NO-ADDRESS", "NO-INFO", "NO-IMAGES", "SUPERVISED")


def enlarged(before: Sight, after: Sight) -> list[str]:
    """Questions to which the second sight says yes where the first did not."""
    return [q for q in after if not set(after[q]) <= set(before.get(q, ()))]


def differs(one: Sight, other: Sight) -> list[str]:
    return [q for q in set(one) | set(other) if set(one.get(q, ())) != set(other.get(q, ()))]


def denies_added(world: World, who: Who) -> Iterator[tuple[str, World]]:
    """Every code, for every child, on this adult; and on everyone who let them in. Of every child a flag,
    and a no to pictures."""
    bound = {who.person, *(row.granted_by for row in world.viewers if row.adult == who.person)}
    for adult in sorted(bound):
        for child in world.children:
            for code in CODES:
                row = f.Restriction("new", child.provider, adult, child.id, (code,), world.now, None)
                yield f"{code} on {adult} for {child.id}", world.plus(restrictions=row)
    for child in world.children:
        flag = f.NoImages("new", child.provider, child.id, "all")
        yield f"no pictures of {child.id}", world.plus(no_images=flag)
        noes = (
            f.Permission(f"new at {s.id}", child.provider, child.id, s.id, who.person, "no")
            for s in world.settings
        )
        yield f"a no about {child.id}", world.having(permissions=(*world.permissions, *noes))


def permits_ended(world: World) -> Iterator[tuple[str, World]]:
    """Every dated fact of anybody ended this instant; every statement never given; every account
    closed."""
    for kind in DATED:
        rows = getattr(world, kind)
        for n, row in enumerate(rows):
            over = (*rows[:n], replace(row, until_at=world.now), *rows[n + 1 :])
            yield f"{row.id} ended", world.having(**{kind: over})
    for n, row in enumerate(world.memberships):
        unsigned = replace(row, statement_at=None)
        rows = (*world.memberships[:n], unsigned, *world.memberships[n + 1 :])
        yield f"{row.id} unsigned", world.having(memberships=rows)
    for n, word in enumerate(world.permissions):
        if word.said == "yes":
            rows = (*world.permissions[:n], *world.permissions[n + 1 :])
            yield f"{word.id} never said", world.having(permissions=rows)
    for n, adult in enumerate(world.adults):
        closed = (*world.adults[:n], replace(adult, account="closed"), *world.adults[n + 1 :])
        yield f"{adult.id} closed", world.having(adults=closed)


def never_enlarges(world: World, who: Who, look: Look, changes: Iterator[tuple[str, World]]) -> list[str]:
    """I5. "adding a deny or ending a permit never enlarges any visible set"."""
    before = look(world, who)
    return [f"{name}: {q}" for name, changed in changes for q in enlarged(before, look(changed, who))]


def a_lower_proof_shows_no_more(world: World, who: Who, look: Look) -> list[str]:
    levels = [look(world, replace(who, level=level)) for level in ("strong", "known", "code", "none")]
    return [q for high, low in pairwise(levels) for q in enlarged(high, low)]


def without_what_is_over(world: World) -> World:
    """The world with every hat, key, grant, home and showing that does not hold now struck out
    altogether.

    Guardianships stay: that one ended is still a fact about who is a parent (see
    `denies.is_or_was_parent`).
    """
    now = world.now
    changed = {}
    for kind in ("memberships", "key_persons", "viewers", "household_members", "shown"):
        rows = getattr(world, kind)
        held = [
            r for r in rows if r.from_at and r.from_at <= now and (r.until_at is None or r.until_at > now)
        ]
        if kind == "memberships":
            held = [r for r in held if r.statement_at and r.statement_at <= now]
        changed[kind] = tuple(held)
    return world.having(**changed)


def what_is_over_counts_for_nothing(world: World, who: Who, look: Look) -> list[str]:
    """I6, I7: an ended, future or unsigned fact is as good as never written."""
    return differs(look(world, who), look(without_what_is_over(world), who))


def hats_elsewhere_open_nothing_here(world: World, who: Who, look: Look) -> list[str]:
    """T2: strike out this adult's hats at one setting, and what belongs to the other settings alone
    stays as it was."""
    before = look(world, who)
    found = []
    for setting in world.settings:
        kept = tuple(r for r in world.memberships if (r.person, r.setting) != (who.person, setting.id))
        after = look(world.having(memberships=kept), who)
        elsewhere = of_other_settings(world, setting.id)
        found += [f"{setting.id}: {q}" for q in differs(only(before, elsewhere), only(after, elsewhere))]
    return found


def of_other_settings(world: World, setting: Id) -> set[Id]:
    """Children never enrolled at this setting, and moments that carry another."""
    here = {row.child for row in world.enrolments if row.setting == setting}
    children = {child.id for child in world.children} - here
    return children | {moment.id for moment in world.moments if moment.setting != setting}


def only(sight: Sight, ids: set[Id]) -> dict[str, frozenset[Any]]:
    return {q: frozenset(x for x in seen if x in ids) for q, seen in sight.items()}


def an_order_touches_nobody_else(world: World, who: Who, look: Look) -> list[str]:
    """I8: a restriction on somebody else changes nothing for this adult, unless that somebody let them
    in. A yes of theirs no longer counts, so pictures of that child may close to others: nothing else."""
    before = look(world, who)
    granters = {row.granted_by for row in world.viewers if row.adult == who.person}
    said_yes = {(row.adult, row.child) for row in world.permissions if row.said == "yes"}
    found = []
    for adult in world.adults:
        if adult.id in granters | {who.person}:
            continue
        for child in world.children:
            row = f.Restriction(
                "new", child.provider, adult.id, child.id, ("NO-INFO", "NO-ADDRESS"), world.now, None
            )
            after = look(world.plus(restrictions=row), who)
            changed = differs(before, after)
            if (adult.id, child.id) in said_yes and not enlarged(before, after):
                changed = [
                    q
                    for q in changed
                    if q != "see photo" or not about_pictures_of(world, child.id, before, after)
                ]
            found += [f"{adult.id}: {q}" for q in changed]
    return found


def about_pictures_of(world: World, child: Id, before: Sight, after: Sight) -> bool:
    """All that was lost are pictures with this child in them."""
    of_child = {photo.id for photo in world.photos if child in photo.children}
    return set(before["see photo"]) - set(after["see photo"]) <= of_child


def a_viewer_sees_no_more_than_the_granter(world: World, who: Who, look: Look) -> list[str]:
    """House 6. Only for an adult who is nothing but a viewer."""
    hats: list[Any] = [row for row in world.memberships if row.person == who.person]
    hats += [row for row in world.guardianships if row.adult == who.person]
    granters = {row.granted_by for row in world.viewers if row.adult == who.person}
    if hats or not granters:
        return []
    theirs = [look(world, Who(granter, who.level)) for granter in sorted(granters)]
    found = []
    for question in ("see moment", "see tombstone", "see photo", "read name of author"):
        reach = frozenset[Any]().union(*(frozenset(sight.get(question, ())) for sight in theirs))
        found += [f"{question}: {x}" for x in look(world, who).get(question, ()) if x not in reach]
    return found


# --- T4: rename, reorder, repeat, add strangers: no change ---


def mapped(value: Any, to: Callable[[Id], Id]) -> Any:
    if isinstance(value, tuple):
        return tuple(mapped(x, to) for x in value)
    return to(value) if isinstance(value, str) else value


NOT_IDS = {"role", "state", "kind", "pr", "account", "codes", "origin", "audience", "said", "reach"}


def renamed(world: World, to: Callable[[Id], Id]) -> World:
    def row_of(row: Any) -> Any:
        values = {x.name: getattr(row, x.name) for x in fields(row)}
        return replace(row, **{k: v if k in NOT_IDS else mapped(v, to) for k, v in values.items()})

    return World(
        world.now, **{kind: tuple(row_of(row) for row in rows) for kind, rows in world.kinds().items()}
    )


def names_do_not_matter(world: World, who: Who, look: Look) -> list[str]:
    other = renamed(world, lambda id_: f"{id_[::-1]}~")
    after = look(other, replace(who, person=f"{who.person[::-1]}~"))
    before = {
        q: {mapped(x, lambda id_: f"{id_[::-1]}~") for x in seen} for q, seen in look(world, who).items()
    }
    return [q for q in before if before[q] != set(after[q])]


def order_does_not_matter(world: World, who: Who, look: Look, seed: int = 7) -> list[str]:
    shuffle = random.Random(seed)
    mixed = {kind: tuple(shuffle.sample(rows, len(rows))) for kind, rows in world.kinds().items()}
    return differs(look(world, who), look(World(world.now, **mixed), who))


def saying_it_twice_does_not_matter(world: World, who: Who, look: Look) -> list[str]:
    """Every dated fact and every order a second time, under another id: of what was there before the same is
    said.
    """
    twice = {
        kind: (*getattr(world, kind), *(replace(row, id=f"{row.id} again") for row in getattr(world, kind)))
        for kind in (*DATED, "restrictions", "permissions", "no_images")
    }
    seen = look(world.having(**twice), who)
    before = {
        name: frozenset(one for one in ids if not str(one).endswith(" again")) for name, ids in seen.items()
    }
    return differs(look(world, who), before)


def a_second_path_does_not_matter(world: World, who: Who, look: Look) -> list[str]:
    """Whoever may already, may once more: a parent let in by another, a key person who is buddy besides, a
    leader who also leads as deputy, a practitioner who also helps in the room."""
    before = look(world, who)
    return [
        f"{name}: {q}" for name, other in second_paths(world, who) for q in differs(before, look(other, who))
    ]


def second_paths(world: World, who: Who) -> Iterator[tuple[str, World]]:
    now = world.now
    for row in world.guardianships:
        if row.adult == who.person and row.pr == "yes":
            others = (g for g in world.guardianships if g.child == row.child and g.adult != who.person)
            for other in others:
                grant = f.Viewer("more", row.provider, who.person, row.child, other.adult, now, None)
                yield f"let in by {other.adult} to {row.child}", world.plus(viewers=grant)
    for key in world.key_persons:
        if key.person == who.person and key.kind == "key":
            buddy = replace(key, id="more", kind="buddy")
            yield f"buddy of {key.child} besides", world.plus(key_persons=buddy)
    for hat in world.memberships:
        if hat.person == who.person:
            for role in {"practitioner": ("volunteer", "trainee"), "manager": ("deputy",)}.get(
                hat.role or "", ()
            ):
                yield f"{role} besides", world.plus(memberships=replace(hat, id="more", role=role))


def another_setting_does_not_matter(world: World, who: Who, look: Look) -> list[str]:
    """A hat at a setting where no child of the provider is opens nothing, whatever hat it is."""
    provider = next(row.provider for row in world.adults if row.id == who.person)
    before, found = look(world, who), []
    for role in ("practitioner", "safeguarding-lead", "volunteer", "chair"):
        row = f.Membership(
            "more", provider, who.person, "an empty one", role, None, world.now, None, world.now
        )
        other = world.plus(settings=f.Setting("an empty one", provider), memberships=row)
        found += [f"{role}: {q}" for q in differs(before, look(other, who))]
    return found


def strangers_do_not_matter(world: World, who: Who, look: Look, stranger: World) -> list[str]:
    """A family of the same provider that has nothing to do with this adult, added whole."""
    both = World(
        world.now, **{kind: (*rows, *stranger.kinds()[kind]) for kind, rows in world.kinds().items()}
    )
    known = {row.id for rows in world.kinds().values() for row in rows}
    after = only(look(both, who), known)
    before = only(look(world, who), known)
    return differs(before, after)
