"""Who sees a picture: C4 (item 11; C-08, C-10; house.md 2, media)."""

from __future__ import annotations

from . import denies, family, gate, moments, staff
from .facts import Id, Moment, Permission, Photo, Viewer, Who
from .world import World


def marks_are_sound(moment: Moment, photo: Photo) -> bool:
    """“a subset of the moment's, at least one” (contract); “untagged = blocked” (C-08). Anything else is a
    fact we cannot read: nobody."""
    return bool(photo.children) and set(photo.children) <= set(moment.children)


def yes_counts(world: World, word: Permission) -> bool:
    """“Only a PR holder can give” (C-12); “a guardian's grants reach no further than the granter's own
    sight” (house 6): a yes ends with the responsibility of who said it, and where they see no consents."""
    return (
        word.said == "yes"
        and any(family.has_pr(row) for row in family.guardianships(world, word.adult, word.child))
        and not denies.denied(world, word.adult, word.child, "C8")
    )


def says_no(word: Permission) -> bool:
    """“One No = crop/blur/choose another” (C-08); two who disagree are a no (P-10). A word nobody can read
    is a no. No clock, restriction or ended tie takes a no away (“no deny ends by the clock”, 4.3)."""
    return word.said != "yes"


def permitted(world: World, child: Id, setting: Id | None) -> bool:
    """Yes for the audience, said at the picture's own setting; not asked is no (C-01, J6)."""
    words = world.at.permissions.get((child, setting), ())
    return any(yes_counts(world, word) for word in words) and not any(says_no(word) for word in words)


def flagged(world: World, child: Id) -> bool:
    """“Give adoption/looked-after/refuge cases a silent NO-IMAGES flag” (C-08)."""
    return any(not flag.lifted for flag in world.at.no_images.get(child, ()))


def flagged_for_all(world: World, child: Id) -> bool:
    """The flag that closes the child's own journal too. A reach nobody knows closes everything."""
    return any(not flag.lifted and flag.reach != "others" for flag in world.at.no_images.get(child, ()))


def may_go_to_others(world: World, child: Id, setting: Id | None) -> bool:
    """“a picture may go to an audience only if every identified child in it has Yes for that audience”
    (C-08): the audience is another child's family."""
    return permitted(world, child, setting) and not flagged(world, child)


def staff_see_every_child(world: World, who: Who, moment: Moment, photo: Photo) -> bool:
    """“shown where the reader may see every child marked in it” (house 2, media), for staff at that
    setting."""
    # DECIDED: A practitioner sees no picture with a child of another room in it, author or not.
    return gate.staff_may_ask(world, who, moment.provider) and all(
        staff.is_of_the_team(world, who, child, moment.setting) for child in photo.children
    )


def staff_may_look(world: World, who: Who, moment: Moment, photo: Photo) -> bool:
    """Staff of every child in it."""
    # DECIDED: What the strict flag closes, manager, deputy and safeguarding lead still open: somebody must
    # be able to find such a picture and take it out.
    strict = any(flagged_for_all(world, child) for child in photo.children)
    return staff_see_every_child(world, who, moment, photo) and (
        not strict or staff.sees_whole_setting(world, who, moment.setting)
    )


def guardian_may_look(world: World, who: Who, moment: Moment, photo: Photo) -> bool:
    """Own journal: told, not asked (C-10). Every other child in it needs a yes; a parent of all of them needs
    none."""
    # DECIDED: With the strict flag a parent still sees what they took of the child themselves, at home.
    mine = [child for child in photo.children if family.guardian_of(world, who.person, child)]
    others = set(photo.children) - set(mine)
    strict = any(flagged_for_all(world, child) for child in photo.children)
    return (
        bool(mine)
        and all(may_go_to_others(world, child, moment.setting) for child in others)
        and (not strict or moments.wrote_it_at_home(world, who, moment))
    )


def grant_reaches(world: World, grant: Viewer, moment: Moment, photo: Photo) -> bool:
    """“reach no further than the granter's own sight” (house 6): one granter must let the viewer in to every
    child in it that has no yes, and be kept from no picture of any."""
    let_in = {
        child
        for child in photo.children
        if any(row.granted_by == grant.granted_by for row in family.grants(world, grant.adult, child))
    }
    return not denies.denied_on_any(world, grant.granted_by, photo.children, "C4") and all(
        child in let_in or may_go_to_others(world, child, moment.setting) for child in photo.children
    )


def viewer_may_look(world: World, who: Who, moment: Moment, photo: Photo) -> bool:
    # DECIDED: Any flag closes a child's pictures to family viewers: an audience beyond the guardians.
    if any(flagged(world, child) for child in photo.children):
        return False
    return any(
        grant_reaches(world, grant, moment, photo)
        for child in photo.children
        for grant in family.viewer_of(world, who.person, child, moment.children, "C3")
    )


def family_may_look(world: World, who: Who, moment: Moment, photo: Photo) -> bool:
    return gate.family_may_ask(world, who, moment.provider) and (
        guardian_may_look(world, who, moment, photo) or viewer_may_look(world, who, moment, photo)
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
    return staff_may_look(world, who, moment, photo) or family_may_look(world, who, moment, photo)
