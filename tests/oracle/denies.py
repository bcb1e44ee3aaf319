"""What closes, whatever opens: restrictions, and the wall between two homes (trust.md 4.3, 2; issue 2,
item 14)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from .facts import Id, Restriction, Who
from .world import World

# trust.md 4.2, second table. NO-ADDRESS closes “C6 of the child's other households”: an adult's own stays
# open, and `contact` asks whether it is their own. Its C7 places are asked by code (`bound_by`).
CLOSES: dict[str, frozenset[str]] = {
    "NO-COLLECT": frozenset(),
    "NO-CONTACT-AT-SITE": frozenset(),
    "NO-ADDRESS": frozenset({"C6"}),
    "NO-INFO": frozenset({"C3", "C4", "C5", "C6", "C7", "C8", "C9", "C13"}),
    "NO-IMAGES": frozenset({"C4"}),
    "SUPERVISED": frozenset(),
}
# Codes that keep an adult from knowing where the child is (C7 places), and from being given it.
PLACES = frozenset({"NO-INFO", "NO-ADDRESS", "NO-CONTACT-AT-SITE"})
NOT_GIVEN = frozenset({"NO-COLLECT", "SUPERVISED"})
EVERYTHING = frozenset(f"C{n}" for n in range(15))


def lifted(restriction: Restriction) -> bool:
    """“lifting needs two persons” (4.3). The same one twice is one."""
    return len(set(restriction.lifted_by)) >= 2 or ended_overdue(restriction)


def ended_overdue(restriction: Restriction) -> bool:
    """“after it the deny stands but is overdue … it can then be ended by one person other than its
    author” (4.3). Before its decide-by, or where nothing had to be decided, one person ends nothing."""
    if restriction.decide_by is None or restriction.lifted_at is None:
        return False
    others = set(restriction.lifted_by) - {restriction.imposed_by}
    return bool(others) and restriction.lifted_at >= restriction.decide_by


def stands(restriction: Restriction, now: datetime) -> bool:
    """“No deny ends by the clock” (4.3): a review date past changes nothing."""
    # DECIDED: An order dated from a later day does not bind before it; one with no date binds.
    begun = restriction.from_at is None or restriction.from_at <= now
    return begun and not lifted(restriction)


def closes(code: str, record_class: str) -> bool:
    """“only what is typed, nothing more” (P-08). A code nobody knows closes everything (“null fact →
    deny”, 4.3, 4)."""
    return record_class in CLOSES.get(code, EVERYTHING)


def denied(world: World, person: Id, child: Id, record_class: str) -> bool:
    """Does any standing restriction bind this adult, for this child and class? “any one wins, across
    all of the person's roles” (4.3, 2): no role is looked at."""
    rows = world.at.restrictions.get((person, child), ())
    return any(stands(r, world.now) and any(closes(code, record_class) for code in r.codes) for r in rows)


def bound_by(world: World, person: Id, child: Id, codes: frozenset[str]) -> bool:
    """Is one of these codes in force for this adult about this child? One nobody knows is as bad as any."""
    rows = world.at.restrictions.get((person, child), ())
    return any(
        stands(r, world.now) and any(code in codes or code not in CLOSES for code in r.codes) for r in rows
    )


def denied_on_any(world: World, person: Id, children: Iterable[Id], record_class: str) -> bool:
    """“deny on any subject denies the record” (abuse 7); “Subject denies use NOT EXISTS … (any
    subject)” (4.4)."""
    return any(denied(world, person, child, record_class) for child in children)


def is_or_was_parent(world: World, person: Id, child: Id) -> bool:
    """A parent of this child, on one side of the wall between homes."""
    # DECIDED: “by no other parent” (item 14) and “a parent's address must not leak to the other” (P-09)
    # bind a parent in every hat, so a parent who also works in the room reads what is between the homes
    # as a parent, not as staff.
    # DECIDED: A guardianship that has ended still counts here, or its end would enlarge what they see
    # (I5).
    return (person, child) in world.at.guardianships


def is_another_parent(world: World, who: Who, child: Id, than: Id | None) -> bool:
    """“by no other parent, in the same home or another” (item 14)."""
    return who.person != than and is_or_was_parent(world, who.person, child)
