"""What must hold after every step, on everybody's lists. trust.md 4.7, T3; the numbers are its own.

Each is a generator of faults in words. Which wait for a room is said in docs/testing.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from seren.foundation.access.door import Rule, declared
from tests.stateful.law import TELLS_WHERE, Law
from tests.stateful.lists import Lists
from tests.stateful.nursery import STRANGERS, Nursery

EMPTY: frozenset[str] = frozenset()
CLASS = {str(name): rule.record_class.value for name, rule in declared().items() if isinstance(rule, Rule)}
HOMES = ("families.see_household", "families.change_household")
OWN_CLASSES = ("C0", "C1")  # the public, and one's own account
# A conflict: what nobody decides or reads about their own family at work (trust.md 4.1, Conflict).
NEVER_OF_ONES_OWN = (
    "families.keep_record", "families.restrict", "families.decide_for_safety", "families.see_evidence",
    "families.see_emergency_contacts", "families.see_who_is_reached", "consent.look", "consent.key",
    "consent.ask", "consent.see_outcome", "journal.key_slip", "journal.decide_record",
)  # fmt: skip
JOURNAL = [one for one in CLASS if one.startswith("journal.") and one != "journal.find_in_bin"]
TRIP = "out-specific"


@dataclass(frozen=True)
class Seen:
    """Everybody's lists now and before the step; of each row its children; and the rows of the stranger."""

    now: Mapping[str, Lists]
    before: Mapping[str, Lists]
    children: Mapping[str, frozenset[str]]
    foreign: frozenset[str]
    nursery: Nursery
    law: Law

    def of_child(self, rows: frozenset[str], child: str) -> frozenset[str]:
        key = self.nursery.children[child].hex
        return frozenset(row for row in rows if key in self.children.get(row, EMPTY))


def bound_adults_see_nothing_closed(at: Seen) -> Iterator[str]:
    """I1."""
    for who, child in at.law.bound():
        closed = at.law.closed_to(who, child)
        for action, rows in at.now[who].items():
            if CLASS[action] not in closed or action in HOMES:
                continue
            if found := at.of_child(rows, child):
                yield f"I1 {who} is kept from {child}, and {action} gives {len(found)}"
        if at.law.codes(who, child) & TELLS_WHERE:
            trips = {row for row, asked in at.law.asked.items() if asked == (child, TRIP)}
            if trips & (at.now[who]["consent.follow"] | at.now[who]["consent.answer"]):
                yield f"I1 {who} is told of a trip of {child}"


def homes_are_apart(at: Seen) -> Iterator[str]:
    """I2: the other home’s address, talk, collectors, and the other parent’s own page."""
    law = at.law
    for home, row in at.nursery.homes.items():
        for who in law.strangers_to(home):
            if any(row.hex in at.now[who][action] for action in HOMES):
                yield f"I2 {who} reads the address of {home}"
        for who, about in law.bound():
            kept = "C6" in law.closed_to(who, about) and (about, home) in law.lived
            if kept and (who, home) not in law.members and row.hex in at.now[who][HOMES[0]]:
                yield f"I2 {who} reads the address of {home}, which an order keeps"
    for reply, talk in law.talks.items():
        for who in {w for w, child in law.ever if child in talk.about} - {talk.talker}:
            if reply in at.now[who]["journal.see_reply"]:
                yield f"I2 {who} reads what {talk.talker} wrote"
    for collector, (by, child) in law.collectors.items():
        for who in {w for w, c in law.ever if c == child} - {by}:
            if collector in at.now[who]["families.see_collector"]:
                yield f"I2 {who} is told whom {by} lets collect"
    parents = {who for who, _child in law.guardians} - law.roles
    for who in parents:
        for other in parents - {who}:
            met = at.nursery.people[other].hex in at.now[who]["families.see_on_family_page"]
            invited = any((who, other, child) in law.grants for child in ("mali", "osian"))
            if met and not invited and not law.chose_each_other(who, other):
                yield f"I2 {who} is told of {other}, who did not choose it"


def tenants_are_apart(at: Seen) -> Iterator[str]:
    """I3."""
    for who, lists in at.now.items():
        for action, rows in lists.items():
            if rows is not at.before[who][action]:  # asked anew
                inside = rows <= at.foreign if who in STRANGERS else rows.isdisjoint(at.foreign)
                if not inside:
                    yield f"I3 {who} reaches over the line: {action}"


def less_is_less(at: Seen) -> Iterator[str]:
    """I5: after a deny, or the end of a permit, nobody sees more than before."""
    if at.law.narrowed:
        for who, lists in at.now.items():
            for action, rows in lists.items():
                if rows - at.before[who][action]:
                    yield f"I5 {who} has more by {action} than before"


def who_has_nothing_sees_nothing(at: Seen) -> Iterator[str]:
    """I6, I7: a role that ended, a grant taken back or run out: nothing but one’s own account."""
    for who in at.law.people():
        if at.law.has_nothing(who):
            left = [a for a, rows in at.now[who].items() if rows and CLASS[a] not in OWN_CLASSES]
            yield from (f"I6 {who} has no tie left, and has {action}" for action in left)
    for who, child in at.law.pairs():
        tied = (who, child) in at.law.guardians or who in at.law.roles or at.law.viewer_reaches(who, child)
        if not tied and at.of_child(at.now[who]["families.follow_child"], child):
            yield f"I7 {who} follows {child}, and nobody lets them in"


def hidden_facts_show_in_nobody_elses_lists(at: Seen) -> Iterator[str]:
    """I8, on the lists; pages are compared in tests/twins."""
    if at.law.touched is not None:
        for who in set(at.now) - at.law.touched:
            for action, rows in at.now[who].items():
                if rows != at.before[who][action]:
                    yield f"I8 {who} could tell by {action}"


def nobody_decides_about_their_own(at: Seen) -> Iterator[str]:
    """I9."""
    for who, child in at.law.ever:
        for action in NEVER_OF_ONES_OWN:
            if at.of_child(at.now[who][action], child):
                yield f"I9 {who} is family of {child}, and has {action}"


def gone_stays_gone(at: Seen) -> Iterator[str]:
    """I10: what is in the bin, and the pictures and answers of what was taken back."""
    binned = {row for row, told in at.law.moments.items() if told.binned}
    back = binned | {row for row, told in at.law.moments.items() if told.state == "withdrawn"}
    pictures = at.law.photos_binned | {
        p for p, (moment, _children) in at.law.photos.items() if moment in back
    }
    replies = {reply for reply, talk in at.law.talks.items() if talk.moment in back}
    for who, lists in at.now.items():
        for action in JOURNAL if binned else ():
            if not binned.isdisjoint(lists[action]):
                yield f"I10 {who} finds what is in the bin by {action}"
        if lists["media.see_photo"] & pictures or lists["journal.see_reply"] & replies:
            yield f"I10 {who} sees a picture or an answer of what was taken back"


def drafts_stay_at_the_setting(at: Seen) -> Iterator[str]:
    """Not one of the fourteen: families see nothing before it is shared and its undo has run out."""
    hidden = {
        row: told for row, told in at.law.moments.items()
        if told.shown_at is None or told.shown_at > at.law.now
    }  # fmt: skip
    for who in set(at.law.people()) - at.law.roles:
        for row in at.now[who]["journal.see_moment"] & hidden.keys():
            if hidden[row].author != who:
                yield f"I1 {who} reads what is not shared yet"


INVARIANTS: tuple[Callable[[Seen], Iterator[str]], ...] = (
    bound_adults_see_nothing_closed, homes_are_apart, tenants_are_apart, less_is_less,
    who_has_nothing_sees_nothing, hidden_facts_show_in_nobody_elses_lists, nobody_decides_about_their_own,
    gone_stays_gone, drafts_stay_at_the_setting,
)  # fmt: skip


def faults(at: Seen) -> list[str]:
    return [fault for check in INVARIANTS for fault in check(at)]
