"""Who sees a picture: C4 (item 12; house.md 2, media)."""

from __future__ import annotations

from . import denies, family, gate, moments, staff
from .facts import Moment, Photo, Who
from .world import World


def marks_are_sound(moment: Moment, photo: Photo) -> bool:
    """“a subset of the moment's, at least one” (contract). Anything else is a fact we cannot read:
    nobody."""
    return bool(photo.children) and set(photo.children) <= set(moment.children)


def staff_see_every_child(world: World, who: Who, moment: Moment, photo: Photo) -> bool:
    """“shown where the reader may see every child marked in it” (house 2, media), for staff at that
    setting."""
    # DECIDED: A practitioner sees no picture with a child of another room in it, author or not.
    return gate.staff_may_ask(world, who, moment.provider) and all(
        staff.is_of_the_team(world, who, child, moment.setting) for child in photo.children
    )


def family_see_one_child(world: World, who: Who, moment: Moment, photo: Photo) -> bool:
    """“Until permissions exist a picture with more than one child stays with staff” (item 12)."""
    # DECIDED: To the letter: a parent of both children, and a parent who took it, wait as well.
    if len(set(photo.children)) != 1 or not gate.family_may_ask(world, who, moment.provider):
        return False
    child = photo.children[0]
    if family.guardian_of(world, who.person, child):
        return True
    return any(
        True
        for grant in family.viewer_of(world, who.person, child, moment.children, "C3")
        if not denies.denied(world, grant.granted_by, child, "C4")
    )


def may_see_photo(world: World, who: Who, photo: Photo) -> bool:
    """C4: the moment in full, no NO-IMAGES for a child in the picture, and every child in it the
    reader's to see."""
    moment = world.at.moment.get(photo.moment)
    if moment is None or photo.provider != moment.provider or not marks_are_sound(moment, photo):
        return False
    if denies.denied_on_any(world, who.person, photo.children, "C4") or not moments.may_see_moment(
        world, who, moment
    ):
        return False
    return staff_see_every_child(world, who, moment, photo) or family_see_one_child(world, who, moment, photo)
