"""`/desk/import/`: send a list in, look at what it would do, bring it in."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.foundation.sealing import store
from seren.people.families.domain.intake import look_through, sweep
from seren.people.families.domain.intake.examples import example
from seren.people.families.models import Child, Enrolment, Intake, Restriction
from seren.people.families.terms import RestrictionBasis, RestrictionCode, Sheet
from seren.people.provision.models import Membership
from tests.people.families.intake import lists
from tests.people.families.intake.conftest import rows

pytestmark = pytest.mark.db


def send(client, sheet, raw, **more):
    file = SimpleUploadedFile(f"{sheet}.csv", raw, "text/csv")
    return client.post("/desk/import/", {"sheet": sheet, "file": file, **more})


@pytest.fixture
def bev(signed_in):
    return signed_in("manager")


@pytest.fixture
def staffed_desk(bev):
    """Bev has brought in the three of the staff list."""
    kept = send(bev, "staff", lists.staff(), make_rooms="on")["Location"]
    assert bev.post(f"{kept}bring-in/").status_code == 303
    return bev


def test_bev_looks_first_and_then_brings_them_in(bev):
    roles, entries = rows(Membership).count(), Entry.objects.count()
    kept = send(bev, "staff", lists.staff(), make_rooms="on")
    assert kept.status_code == 303
    page = bev.get(kept["Location"]).content.decode()
    assert "Nothing has changed yet" in page
    assert "Menna Rowlands" in page
    assert rows(Membership).count() == roles
    assert Entry.objects.count() == entries + 1

    done = bev.post(f"{kept['Location']}bring-in/")
    assert (done.status_code, done["Location"]) == (303, kept["Location"])
    assert rows(Membership).count() == roles + 3
    page = bev.get(kept["Location"]).content.decode()
    assert "What the list did" in page
    assert "Menna Rowlands" in page
    assert "Bring them in" not in page
    bev.post(f"{kept['Location']}bring-in/")
    assert rows(Membership).count() == roles + 3
    assert rows(Intake).get().text is None


def test_families_come_in_by_the_page_and_again_there_is_nothing_to_do(staffed_desk):
    children = rows(Child).count()
    raw = lists.families(lists.pairs(4))
    kept = send(staffed_desk, "families", raw)["Location"]
    staffed_desk.post(f"{kept}bring-in/")
    assert rows(Child).count() == children + 4
    again = send(staffed_desk, "families", raw)["Location"]
    page = staffed_desk.get(again).content.decode()
    assert "Nothing to bring in" in page
    assert "Bring them in" not in page


def test_broken_rows_are_a_table_and_nothing_is_kept(staffed_desk):
    changes = {3: {"adult_email": "rhys"}, 5: {"relation": "papa"}}
    answer = send(staffed_desk, "families", lists.families(lists.pairs(2), changes=changes))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("Write one like sam@example.com.") == 1
    assert re.search(r"relation.*foster-carer", page, re.S)
    assert not rows(Intake).filter(done_at__isnull=True).exists()


def test_a_list_that_stopped_fitting_meanwhile_is_not_brought_in(staffed_desk, now):
    kept = send(staffed_desk, "families", lists.families(lists.pairs(1)))["Location"]
    rows(Membership).filter(person__given_name="Menna").update(until_at=now)
    children = rows(Child).count()
    staffed_desk.post(f"{kept}bring-in/")
    page = staffed_desk.get(kept).content.decode()
    assert "Something has changed here" in page
    assert "Nobody who works with children here has this address." in page
    assert rows(Child).count() == children


@pytest.mark.parametrize(
    "who", ["deputy", "key-person", "mother", "other-setting-manager", "safeguarding-lead"]
)
def test_a_list_is_there_for_whoever_sent_it_and_for_nobody_else(bev, signed_in, who):
    kept = send(bev, "staff", lists.staff(), make_rooms="on")["Location"]
    other = signed_in(who)
    assert other.get(kept).status_code == 404
    assert other.post(f"{kept}bring-in/").status_code == 404


@pytest.mark.parametrize("who", ["key-person", "mother", "committee-chair"])
def test_only_who_runs_a_setting_brings_in_a_list(signed_in, who):
    client = signed_in(who)
    assert client.get("/desk/import/").status_code == 404
    assert send(client, "staff", lists.staff()).status_code == 404


def test_the_words_are_sealed_and_go_with_the_day(bev):
    send(bev, "staff", lists.staff(), make_rooms="on")
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM families_intake")
        ((sealed,),) = cursor.fetchall()
    assert b"menna" not in bytes(sealed)
    from django.conf import settings

    keys = store.count(settings.KEYS)
    assert sweep(clock.now()) == 0
    assert sweep(clock.now() + timedelta(days=1)) == 1
    assert not rows(Intake).exists()
    assert store.count(settings.KEYS) == keys - 1


@pytest.mark.parametrize("sheet", list(Sheet))
def test_the_example_is_a_list_that_can_be_read(bev, world, hill_lane, sheet):
    answer = bev.get(f"/desk/import/example/{sheet.value}/")
    assert answer["Content-Disposition"] == f'attachment; filename="seren-{sheet.value}.csv"'
    hill_lane.staff(example(Sheet.STAFF))
    told = look_through(
        actor=hill_lane.console,
        setting=hill_lane.setting.id,
        sheet=sheet,
        raw=answer.content,
        make_rooms=True,
        now=hill_lane.now,
    )
    assert told.faults == ()
    assert bev.get("/desk/import/example/nothing/").status_code == 404


def test_a_large_file_and_no_file_are_told(bev, monkeypatch):
    assert "Choose a file." in bev.post("/desk/import/", {"sheet": "staff"}).content.decode()
    from seren.people.families.domain.intake import keeping

    monkeypatch.setattr(keeping, "MOST", 2)
    answer = send(bev, "staff", lists.staff(), make_rooms="on")
    assert answer.status_code == 422
    assert "Cut it into lists of 2 lines." in answer.content.decode()


def test_whose_sign_in_is_not_fresh_moves_no_household(staffed_desk, world):
    raw = lists.families(lists.pairs(1))
    staffed_desk.post(f"{send(staffed_desk, 'families', raw)['Location']}bring-in/")
    moved = {line: {"address_line_1": "9 Orchard Row"} for line in (2, 3)}
    words = {
        "setting": rows(Enrolment).get(child__given_name="Tomos", child__family_name="Pryce").setting_id,
        "sheet": Sheet.FAMILIES,
        "raw": lists.families(lists.pairs(1), changes=moved),
        "now": clock.now(),
    }
    tired = look_through(actor=world.actor("manager"), **words)
    assert [step.what for step in tired.steps] == ["address: it is changed on its own page. It stays."]
    fresh = look_through(actor=world.actor("manager", fresh=True), **words)
    assert [step.what for step in fresh.steps] == ["address: changed."]


def test_a_child_somebody_is_kept_from_is_left_to_another_manager(staffed_desk, world, now):
    raw = lists.families(lists.pairs(1))
    staffed_desk.post(f"{send(staffed_desk, 'families', raw)['Location']}bring-in/")
    child = rows(Child).get(given_name="Tomos", family_name="Pryce")
    Restriction(
        provider_id=world.provider,
        adult_id=world.people["manager"],
        child=child,
        setting_id=world.settings["pre-school"],
        code=RestrictionCode.NO_INFO,
        basis=RestrictionBasis.SAFEGUARDING,
        reason="To be decided.",
        imposed_by_id=world.people["safeguarding-lead"],
        imposed_at=now,
        review_on=clock.day_of(now),
    ).save(force_insert=True)
    changes = {line: {"town": "Elsewhere"} for line in (2, 3)}
    answer = send(staffed_desk, "families", lists.families(lists.pairs(1), changes=changes))
    assert answer.status_code == 422
    assert "Leave this child out." in answer.content.decode()
