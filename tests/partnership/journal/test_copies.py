"""Where photos went, and how they come down: a yes taken back leaves a list with days, for the desk."""
# ruff: noqa: F811

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel.refusals import Refused
from seren.partnership.journal import domain
from seren.partnership.journal.models import Copy, CopyChild
from seren.partnership.journal.queries.copies import to_take_down
from seren.partnership.journal.terms import CopyPlace
from seren.people.consent.terms import Code
from seren.people.families.terms import Reach
from tests.doors.api.conftest import program  # noqa: F401
from tests.partnership.journal.test_group_pictures import consent, group, mark, world  # noqa: F401

pytestmark = [pytest.mark.django_db]
DESK = "/desk/permissions/copies/"
WALL = "The hall wall"


@pytest.fixture
def hung(world, group, consent):
    """Mali alone hangs on the wall; her mother said yes to that."""
    asked = consent.ask(Code.PHOTO_DISPLAY)
    consent.say("mother", asked, yes=True)
    copy = put_up(world, "group-mali")
    return asked, copy


def put_up(world, photo, place=CopyPlace.WALL, where=WALL, who="key-person"):
    return domain.note_copy(
        actor=world.actor(who), photo=world.photos[photo], place=place, where=where, now=world.present
    )


def listed(world, who="manager"):
    return to_take_down(world.actor(who), world.settings["pre-school"])


def copies():
    return system(SystemReason.SHOWING, Copy)


@pytest.mark.db
def test_a_yes_taken_back_puts_the_wall_on_the_list_for_two_working_days(world, hung, consent, signed_in):
    asked, copy = hung
    bev = signed_in("manager")
    assert listed(world) == ()
    assert "must come down" not in bev.get("/desk/").content.decode()
    consent.take_back("mother", asked)
    (one,) = listed(world)
    assert (one.id, one.where, one.due.isoformat()) == (copy.pk, WALL, "2025-05-16")
    assert "1 copy of a photo must come down" in bev.get("/desk/").content.decode()
    assert WALL in bev.get(DESK).content.decode()

    assert bev.post(f"{DESK}{copy.pk}/down/").status_code == 303
    assert listed(world) == ()
    page = bev.get(DESK).content.decode()
    assert "Done lately" in page
    assert bev.post(f"{DESK}{copy.pk}/back/").status_code == 303
    assert [(one.id, one.due.isoformat()) for one in listed(world)] == [(copy.pk, "2025-05-16")]


@pytest.mark.parametrize("how", ["no of the other parent", "kept out", "on paper"])
def test_whatever_closes_the_wall_puts_it_on_the_list(world, hung, group, consent, how):
    asked, _copy = hung
    if how == "kept out":
        group.kept_out("Mali Evans", Reach.OTHERS)
    elif how == "on paper":
        from seren.people.consent.terms import Saying

        consent.key("father-other-home", asked, said=Saying.NO)
    else:
        consent.say("father-other-home", asked, yes=False)
    (one,) = listed(world)
    assert one.due.isoformat() == "2025-05-16"


def test_a_no_to_another_thing_leaves_the_wall_alone(world, hung, consent):
    web = consent.ask(Code.PHOTO_WEB)
    consent.say("mother", web, yes=False)
    assert listed(world) == ()


@pytest.mark.parametrize(("place", "where"), [(CopyPlace.WALL, WALL), (CopyPlace.WEBSITE, "Home page")])
def test_a_photo_goes_nowhere_without_every_familys_yes(world, group, consent, place, where):
    with pytest.raises(Refused) as no:
        put_up(world, "group-mali", place, where)
    assert no.value.code == "no-yes"
    assert not copies().exists()


def test_a_yes_to_one_page_is_none_to_another(world, group, consent):
    asked = consent.ask(Code.PHOTO_SOCIAL, scope="Our page on Nextdoor")
    consent.say("mother", asked, yes=True)
    with pytest.raises(Refused):
        put_up(world, "group-mali", CopyPlace.SOCIAL, "Our page on Otherpage")
    copy = put_up(world, "group-mali", CopyPlace.SOCIAL, "Our page on Nextdoor")
    assert listed(world) == ()
    consent.take_back("mother", asked)
    assert [one.id for one in listed(world)] == [copy.pk]


@pytest.mark.db
def test_what_a_family_printed_or_opened_large_is_known_when_another_family_says_no(
    world, group, consent, signed_in
):
    group.yes("parent-polish", "zofia")
    rhian = signed_in("mother")
    for _twice in range(2):
        assert rhian.get(f"/photos/{group.photo}/full/").status_code == 200
        assert rhian.get("/stars/album/2025-05/").status_code == 200
        assert rhian.get(f"/photos/{world.photos['group-mali']}/full/").status_code == 200
    held = copies().filter(made_by=world.people["mother"])
    assert sorted((row.place, row.photo) for row in held) == [("album", group.photo), ("large", group.photo)]
    others = {row.child_id for row in system(SystemReason.SHOWING, CopyChild).filter(copy__in=held)}
    assert others == {world.children["Yusuf Khan"], world.children["Zofia Nowak"]}
    assert listed(world) == ()
    consent.take_back("parent-polish", group.asked["zofia"])
    assert {(one.place, one.who) for one in listed(world)} == {
        (CopyPlace.ALBUM, "Rhian Evans"), (CopyPlace.LARGE, "Rhian Evans"),
    }  # fmt: skip


def test_staff_at_work_and_nain_take_nothing_of_her_own(world, group, signed_in):
    for who in ("key-person", "manager", "grandmother"):
        assert signed_in(who).get(f"/photos/{world.photos['group-mali']}/full/").status_code == 200
    assert signed_in("key-person").get(f"/photos/{group.photo}/full/").status_code == 200
    assert not copies().exists()


@pytest.mark.parametrize(
    "who", ["key-person", "mother", "committee-chair", "other-setting-manager", "leaver"]
)
def test_nobody_else_reads_or_ticks_the_list(world, hung, consent, signed_in, who):
    asked, copy = hung
    consent.take_back("mother", asked)
    client = signed_in(who)
    assert client.post(f"{DESK}{copy.pk}/down/").status_code == 404
    page = client.get(DESK)
    assert page.status_code == 404 or WALL not in page.content.decode()


def test_staff_note_a_copy_on_the_moments_page(world, hung, consent, signed_in):
    sian = signed_in("key-person")
    page = f"/room/moment/{world.moments['group']}/copies/"
    assert WALL in sian.get(page).content.decode()
    said = {"photo": str(world.photos["group"]), "place": "wall", "where": "The door"}
    answer = sian.post(page, said)
    assert answer.status_code == 422
    assert "The door" in answer.content.decode()
    assert sian.post(page, said | {"photo": str(world.photos["group-mali"])}).status_code == 303
    assert sian.post(page, said | {"place": "album"}).status_code == 422
    for who in ("mother", "other-setting-manager", "committee-chair"):
        assert signed_in(who).get(page).status_code == 404
