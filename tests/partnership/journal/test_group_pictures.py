"""A picture of Mali, Yusuf and Zofia: whom it reaches, and how it is gone at the next request (C-08)."""
# ruff: noqa: F811

import re
from types import SimpleNamespace

import pytest

from seren.foundation.access.door import SystemReason, system, visible
from seren.foundation.kernel import clock
from seren.foundation.media.door import MediaAction, mark_children
from seren.foundation.media.models import Photo, PhotoSubject
from seren.partnership.journal.models import MomentChild
from seren.people.consent.terms import Code
from seren.people.families import domain as families
from seren.people.families.terms import Reach, RestrictionCode
from tests.binding import bind
from tests.doors.api.conftest import program  # noqa: F401
from tests.people.consent.conftest import consent, world  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.db]
OTHERS = Code.PHOTO_JOURNAL_OTHERS
MALIS = {"mother", "father-other-home", "grandmother"}
FAMILIES = {*MALIS, "parent-urdu", "Bilal Khan", "parent-polish", "Tomasz Nowak", "stranger-parent"}


@pytest.fixture
def group(consent, world, settings):
    """Mali, Yusuf and Zofia. Yusuf’s parents have said yes; the others are asked here."""
    settings.ROOT_URLCONF = "seren.config.urls"
    asked = {
        "mali": consent.ask(OTHERS, child="Mali Evans"),
        "zofia": consent.ask(OTHERS, child="Zofia Nowak"),
    }

    def yes(who, child):
        return consent.say(who, asked[child], yes=True)

    def kept_out(child, reach=Reach.OTHERS):
        return families.keep_out_of_pictures(
            actor=world.actor("manager"), child=world.child(child), reach=reach, reason="Adopted.",
            now=clock.now(),
        )  # fmt: skip

    return SimpleNamespace(
        photo=world.photos["group"], moment=world.moments["group"], asked=asked, yes=yes, kept_out=kept_out
    )


def seen_by(world, photo, among=FAMILIES):
    return {
        who
        for who in among
        if visible(world.actor(who, at=clock.now()), MediaAction.SEE_PHOTO, Photo).filter(pk=photo).exists()
    }


def test_it_reaches_a_family_where_every_other_family_said_yes(world, group):
    assert seen_by(world, group.photo) == set()
    group.yes("parent-polish", "zofia")
    assert seen_by(world, group.photo) == MALIS
    group.yes("mother", "mali")
    assert seen_by(world, group.photo) == FAMILIES - {"stranger-parent"}


def test_staff_of_the_room_see_it_whatever_was_said(world, group, consent):
    consent.say("mother", group.asked["mali"], yes=False)
    staff = {"key-person", "manager", "safeguarding-lead", "practitioner-other-room", "committee-chair"}
    assert seen_by(world, group.photo, staff) == {"key-person", "manager", "safeguarding-lead"}


def test_a_yes_taken_back_is_gone_at_the_next_request(world, group, consent, signed_in, program):
    group.yes("parent-polish", "zofia")
    mark_children(photo=world.photos["group-mali"], subjects=[world.children["Yusuf Khan"]])
    rhian, mum = signed_in("mother"), program("mother")
    month = clock.local(world.moment("group").happened_at).strftime("%Y-%m")
    thumb = f"/photos/{group.photo}/thumb/"
    pages = [f"/stars/{group.moment}/", f"/stars/album/{month}/", "/stars/?q=beans"]
    tag = rhian.get(thumb).headers["ETag"]
    assert rhian.get(thumb, headers={"If-None-Match": tag}).status_code == 304
    assert [thumb.split("/")[2] in rhian.get(page).content.decode() for page in pages] == [True] * 3
    assert str(group.photo) in mum.get(f"/moments/{group.moment}").content.decode()

    consent.take_back("parent-polish", group.asked["zofia"])
    gone = rhian.get(thumb, headers={"If-None-Match": tag})
    never = rhian.get(f"/photos/{world.photos['cadi']}/thumb/")
    assert (gone.status_code, same(gone)) == (404, same(never))
    assert [str(group.photo) in rhian.get(page).content.decode() for page in pages] == [False] * 3
    for size in ("thumb", "page", "full"):
        assert rhian.get(f"/photos/{group.photo}/{size}/").status_code == 404
        assert mum.get(f"/photos/{group.photo}/{size}").status_code == 404
    assert str(group.photo) not in mum.get(f"/moments/{group.moment}").content.decode()


def same(answer):
    """The page without what differs from request to request."""
    return re.sub(rb'nonce="[^"]*"|value="[\w-]{36,64}"', b"", answer.content)


@pytest.mark.parametrize("first", ["mother", "father-other-home"])
def test_where_two_parents_disagree_nobody_else_sees_it(world, group, consent, first):
    group.yes("parent-polish", "zofia")
    other = ({"mother", "father-other-home"} - {first}).pop()
    group.yes(first, "mali")
    assert "parent-urdu" in seen_by(world, group.photo)
    consent.say(other, group.asked["mali"], yes=False)
    assert seen_by(world, group.photo) == MALIS


def test_an_adopted_child_is_in_nobody_elses_journal_and_their_pages_say_nothing(
    world,
    group,
    consent,
    signed_in,
):
    """Rhian’s pages are the same bytes whether Zofia is kept out, or her family has not said yes."""
    rhian = signed_in("mother")
    pages = ["/stars/", f"/stars/{group.moment}/", "/today/", "/family/permissions/", "/family/people/"]
    before = [same(rhian.get(page)) for page in pages]
    group.yes("parent-polish", "zofia")
    group.kept_out("Zofia Nowak")
    assert seen_by(world, group.photo) == set()
    assert [same(rhian.get(page)) for page in pages] == before


def test_her_own_parents_read_of_it_nowhere(world, group, signed_in):
    group.yes("parent-polish", "zofia")
    group.yes("mother", "mali")
    kasia = signed_in("parent-polish")
    pages = ["/stars/", f"/stars/{group.moment}/", "/today/", "/family/permissions/", "/family/people/"]
    before = [same(kasia.get(page)) for page in pages]
    group.kept_out("Zofia Nowak")
    assert [same(kasia.get(page)) for page in pages] == before
    assert seen_by(world, group.photo) == {"parent-polish", "Tomasz Nowak"}


def test_in_no_picture_at_all_is_for_those_who_can_take_it_out(world, group):
    group.yes("parent-polish", "zofia")
    group.kept_out("Mali Evans", Reach.ALL)
    staff = {"key-person", "manager", "deputy", "safeguarding-lead"}
    everyone = FAMILIES | staff
    assert seen_by(world, group.photo, everyone) == staff - {"key-person"}
    assert seen_by(world, world.photos["group-mali"], everyone) == staff - {"key-person"}
    assert "key-person" in seen_by(world, world.photos["group-yusuf"], everyone)
    from_home = seen_by(world, world.photos["mother-to-family"], everyone)
    assert from_home == {"mother", *staff} - {"key-person"}


def test_taken_away_again_what_was_permitted_holds_again(world, group):
    group.yes("parent-polish", "zofia")
    group.kept_out("Zofia Nowak", Reach.ALL)
    child = world.child("Zofia Nowak")
    families.let_into_pictures(
        actor=world.actor("safeguarding-lead"), child=child, reason="The order has ended.", now=clock.now()
    )
    assert seen_by(world, group.photo) == MALIS


def test_a_restriction_about_any_child_in_it_still_closes_it(world, group):
    group.yes("parent-polish", "zofia")
    group.yes("mother", "mali")
    bind(world, "father-other-home", RestrictionCode.NO_IMAGES)
    assert seen_by(world, group.photo) == FAMILIES - {"stranger-parent", "father-other-home"}


def test_nain_sees_it_no_further_than_rhian(world, group):
    group.yes("parent-polish", "zofia")
    assert "grandmother" in seen_by(world, group.photo)
    bind(world, "mother", RestrictionCode.NO_IMAGES)
    assert seen_by(world, group.photo) == {"father-other-home"}


def test_a_picture_of_brother_and_sister_needs_nobody_asked(world, group):
    mark(world, group, "Yusuf Khan", "Hassan Khan")
    assert seen_by(world, group.photo) == {"parent-urdu", "Bilal Khan"}


def test_a_picture_in_which_nobody_is_marked_is_nobodys(world, group):
    group.yes("parent-polish", "zofia")
    system(SystemReason.WRITING, PhotoSubject).filter(photo=group.photo).delete()
    assert seen_by(world, group.photo, FAMILIES | {"key-person", "manager"}) == set()


def mark(world, group, *names):
    children = [world.children[name] for name in names]
    row = system(SystemReason.WRITING, MomentChild).filter(moment=group.moment).first()
    held = system(SystemReason.WRITING, MomentChild).filter(moment=group.moment)
    for child in set(children) - set(held.values_list("child_id", flat=True)):
        MomentChild(
            provider_id=row.provider_id, moment_id=group.moment, child_id=child, origin=row.origin,
            shared_at=row.shared_at,
        ).save(force_insert=True)  # fmt: skip
    mark_children(photo=group.photo, subjects=children)
