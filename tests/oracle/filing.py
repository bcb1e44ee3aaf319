"""What becomes of a moment after it is written: mended, filed, restored, thrown away (item 12; house 6)."""

from __future__ import annotations

from . import denies, family, gate, moments, staff
from .facts import Id, Moment, Reply, Who
from .moments import moment_shown_as
from .talk import may_see_reply
from .world import World


def may_edit(world: World, who: Who, moment: Moment) -> bool:
    """Its words and pictures: a draft of the setting by who holds it; a star from home by its author."""
    # DECIDED: A star stays its author's to mend when shared; what the setting shared is taken back first.
    if moment.state not in ("draft", "shared", "withdrawn"):
        return False
    if denies.denied_on_any(world, who.person, moment.children, "C3"):
        return False
    if moment.origin == "home":
        return gate.family_may_ask(world, who, moment.provider) and moments.wrote_it_at_home(
            world, who, moment
        )
    return moment.state == "draft" and bool(moment.children) and moments.holds_draft(world, who, moment)


def may_see_unfiled(world: World, who: Who, moment: Moment) -> bool:
    """“Unfiled drafts: author, key persons of the marked children, after 24 h the manager” (house 6)."""
    return (
        moment.origin == "setting" and moment.state == "draft" and moments.may_see_moment(world, who, moment)
    )


def may_restore(world: World, who: Who, moment: Moment) -> bool:
    """Taken back, and shared again by whoever may take it back (item 12)."""
    if moment.state != "withdrawn" or moment_shown_as(world, who, moment) != "tombstone":
        return False
    if moment.origin == "home":
        return moment.author == who.person and gate.family_may_ask(world, who, moment.provider)
    return gate.staff_may_ask(world, who, moment.provider) and (
        moments.wrote_it_as_staff(world, who, moment) or staff.leads(world, who, moment.setting)
    )


def may_bin(world: World, who: Who, moment: Moment) -> bool:
    """A draft by whoever has it in hand, what was taken back by whoever may restore it; nothing shared."""
    if moment.state == "draft":
        return moments.may_see_moment(world, who, moment)
    return may_restore(world, who, moment)


def may_find_in_bin(world: World, who: Who, moment: Moment) -> bool:
    """“staff find it in the bin” (house 6): its author and the manager."""
    if moment.state != "binned" or moment.origin != "setting":
        return False
    if denies.denied_on_any(world, who.person, moment.children, "C3"):
        return False
    return gate.staff_may_ask(world, who, moment.provider) and (
        moments.wrote_it_as_staff(world, who, moment) or staff.leads(world, who, moment.setting)
    )


def may_see_when_shared(world: World, who: Who, moment: Moment) -> bool:
    """“goes to: Mum, Dad; not to: 1 person” (4.5): the family as it would be told now."""
    if moment.state not in ("draft", "shared", "withdrawn") or not moment.children:
        return False
    if denies.denied_on_any(world, who.person, moment.children, "C3"):
        return False
    return gate.family_may_ask(world, who, moment.provider) and (
        moments.reached_as_guardian(world, who, moment) or moments.reached_as_viewer(world, who, moment)
    )


def children_walked(world: World, who: Who, moment: Moment) -> set[Id]:
    """In whose sky this moment stands for this reader: a child of their own, or one of theirs at work."""
    # DECIDED: What was taken back stands there too; a viewer walks the sky of the child they see.
    if moment_shown_as(world, who, moment) is None:
        return set()
    found = set()
    if gate.family_may_ask(world, who, moment.provider):
        found |= {
            child
            for child in moment.children
            if family.guardian_of(world, who.person, child)
            or any(True for _ in family.viewer_of(world, who.person, child, (child,), "C3"))
        }
    if gate.staff_may_ask(world, who, moment.provider):
        noted = moments.wrote_it_as_staff(world, who, moment)
        found |= {
            child
            for child in moment.children
            if noted or staff.is_of_the_team(world, who, child, moment.setting)
        }
    return found


def may_withdraw_reply(world: World, who: Who, reply: Reply) -> bool:
    """Own words, by who wrote them."""
    return reply.author == who.person and may_see_reply(world, who, reply)


def may_ask_reply_for_record(world: World, who: Who, reply: Reply) -> bool:
    """“Put this in my child's record” (E-07) of one's own words in one's own talk."""
    return reply.author == who.person == reply.guardian and may_see_reply(world, who, reply)
