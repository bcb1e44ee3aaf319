"""What is said around a moment and a plan: replies, home words, next steps, record requests (items 13–15)."""

from __future__ import annotations

from . import children, denies, family, gate, moments, staff
from .facts import Child, HomeWords, Moment, NextStep, RecordRequest, Reply, Who
from .world import World


def wrote_it_as_staff(world: World, who: Who, reply: Reply, moment: Moment) -> bool:
    """“seen by its author” (item 14): while they still work where it was written (I6)."""
    hats = staff.hats_at(world, who, moment.setting)
    return who.person == reply.author and any(hat.role in staff.CAN_BE_KEY for hat in hats)


def may_see_reply(world: World, who: Who, reply: Reply) -> bool:
    """“A reply is seen by its author, the child's key person, buddy and team: by no other parent, in
    the same home or another” (item 14)."""
    # DECIDED: An answer from staff is seen by the one guardian it answers; no reply is seen without its
    # moment in full, so a moment taken back takes its talk out of sight.
    moment = world.at.moment.get(reply.moment)
    if moment is None or reply.provider != moment.provider or reply.child not in moment.children:
        return False
    if not moments.may_see_moment(world, who, moment):
        return False
    if denies.is_another_parent(world, who, reply.child, reply.guardian):
        return False
    if who.person == reply.guardian:
        return gate.family_may_ask(world, who, moment.provider) and family.guardian_of(
            world, who.person, reply.child
        )
    return gate.staff_may_ask(world, who, moment.provider) and (
        wrote_it_as_staff(world, who, reply, moment)
        or staff.is_of_the_team(world, who, reply.child, moment.setting)
    )


def team_reads_child(world: World, who: Who, child: Child, setting: str) -> bool:
    return gate.staff_may_ask(world, who, child.provider) and staff.is_of_the_team(
        world, who, child.id, setting
    )


def may_see_step(world: World, who: Who, step: NextStep) -> bool:
    """“the agreed step is written by staff in neutral words and seen by all” (item 14): every guardian
    not denied C3."""
    # DECIDED: A step not yet agreed is the staff's; a viewer sees none (“shared items” are stars).
    child = world.at.child.get(step.child)
    if child is None or step.provider != child.provider or denies.denied(world, who.person, step.child, "C3"):
        return False
    if team_reads_child(world, who, child, step.setting):
        return True
    return step.state in ("agreed", "closed") and children.guardian_asks(world, who, child)


def is_of_that_home(world: World, who: Who, words: HomeWords, child: Child) -> bool:
    """“that home” (item 14): the adults of one household of that child."""
    # DECIDED: A member of that household, where the child lives, who is a guardian of the child; or the
    # author, still a guardian, wherever they live now.
    if not children.guardian_asks(world, who, child):
        return False
    return words.author == who.person or (
        family.lives_in_home(world, who.person, words.household)
        and family.child_lives_in(world, child.id, words.household)
    )


def may_see_home_words(world: World, who: Who, words: HomeWords) -> bool:
    """“Each home's words on a next step are visible to that home and staff” (item 14)."""
    step = world.at.step.get(words.step)
    child = world.at.child.get(step.child) if step else None
    if step is None or child is None or not words.provider == step.provider == child.provider:
        return False
    if denies.denied(world, who.person, child.id, "C3"):
        return False
    if is_of_that_home(world, who, words, child):
        return True
    if denies.is_another_parent(world, who, child.id, words.author):
        return False
    return team_reads_child(world, who, child, step.setting)


def may_see_record_request(world: World, who: Who, request: RecordRequest) -> bool:
    """Asked, accepted, declined “with reason shown to parent” (E-07): own, and the staff who see the
    star."""
    # DECIDED: No other parent, as with a reply; not the viewer.
    moment = world.at.moment.get(request.moment)
    if (
        moment is None
        or request.provider != moment.provider
        or not moments.may_see_moment(world, who, moment)
    ):
        return False
    if any(denies.is_another_parent(world, who, child, request.asked_by) for child in moment.children):
        return False
    if who.person == request.asked_by:
        return gate.family_may_ask(world, who, moment.provider)
    return gate.staff_may_ask(world, who, moment.provider) and moments.reached_as_staff(world, who, moment)
