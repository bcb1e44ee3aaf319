"""Who collects: named by a holder of responsibility, with a password nobody reads, not seen by the other."""

import re
from datetime import date, time

import pytest
from django.db import connection

from seren.foundation.access.door import NotThere, SystemReason, system, visible
from seren.foundation.kernel.refusals import Refused
from seren.people.families.domain import Named, collect_on_day, name_collector
from seren.people.families.domain.passwords import hashed, matches
from seren.people.families.models import Collector, Guardianship
from seren.people.families.policies import FamilyAction, counts
from seren.people.families.terms import Relation, RestrictionBasis, RestrictionCode
from tests.binding import bind, caution

PEOPLE = "/family/people/"
SAID = {
    "name": "Gwen Rowlands",
    "relation": "other",
    "phone": "07700 900 321",
    "password": "Copper Kestrel",
    "old_enough": "on",
}


@pytest.fixture
def child(world):
    return world.children["Mali Evans"]


def html(client, address=PEOPLE):
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r'csrf[^>]*value="[^"]+"|nonce="[^"]+"', "", answer.content.decode())


def rows():
    return system(SystemReason.SHOWING, Collector)


def counted(world, who="key-person"):
    return set(rows().filter(counts(world.actor(who)), child__known_as="Mali").values_list("name", flat=True))


@pytest.mark.db
def test_mother_names_a_collector_whose_password_stands_nowhere(world, signed_in, child):
    mother = signed_in("mother")
    assert mother.post(f"{PEOPLE}{child}/collector/", SAID).status_code == 303
    page = html(mother)
    assert "Gwen Rowlands" in page
    named = rows().get(name="Gwen Rowlands")
    for shown in (page, html(mother, f"{PEOPLE}collectors/{named.pk}/password/")):
        assert "kestrel" not in shown.lower()
        assert "900 321" not in shown
    assert named.password.startswith("argon2")
    assert matches("copper  KESTREL", named.password)
    assert not matches("copper wren", named.password)
    with connection.cursor() as cursor:
        cursor.execute("SELECT password FROM families_collector WHERE password IS NOT NULL")
        assert not any(b"argon2" in bytes(box) or b"estrel" in bytes(box) for (box,) in cursor.fetchall())


def test_the_other_parent_finds_nothing_of_it_and_ends_nothing(world, signed_in, child):
    mother, father = signed_in("mother"), signed_in("father-other-home")
    before = html(father)
    mother.post(f"{PEOPLE}{child}/collector/", SAID)
    assert html(father) == before
    named = rows().get(name="Gwen Rowlands")
    for act in ("end/", "resume/", "password/"):
        answer = father.post(f"{PEOPLE}collectors/{named.pk}/{act}", {"password": "mine now"})
        assert answer.status_code == 404
    assert rows().get(pk=named.pk).until_at is None


def test_a_new_password_opens_and_the_old_one_does_not(world, signed_in):
    nerys = rows().get(name="Nerys Evans")
    assert matches("blue kettle", nerys.password)
    signed_in("mother").post(f"{PEOPLE}collectors/{nerys.pk}/password/", {"password": "Green kettle"})
    kept = rows().get(pk=nerys.pk).password
    assert matches("green kettle", kept)
    assert not matches("blue kettle", kept)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"password": "cat"}, "Choose a password of at least 6 letters or figures."),
        ({"old_enough": ""}, "Somebody who collects is 18 or older."),
        ({"name": "nerys EVANS"}, "You have named them already."),
    ],
)
def test_what_is_not_enough_is_said_and_what_was_typed_stays(world, signed_in, child, wrong, told):
    answer = signed_in("mother").post(f"{PEOPLE}{child}/collector/", {**SAID, **wrong})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    assert "07700 900 321" in page


def test_a_setting_that_chose_sixteen_asks_for_sixteen(world, signed_in, child, now):
    from seren.foundation.rules.models import RuleChange

    RuleChange.objects.create(
        provider_id=world.provider, setting_id=world.settings["pre-school"], rule="collector.age", value=16,
        reason="Brothers", by_person=world.people["manager"], from_day=date(2025, 5, 1), said_at=now,
    )  # fmt: skip
    assert "They are 16 or older." in html(signed_in("mother"), f"{PEOPLE}{child}/collector/")


def test_taken_off_by_mistake_is_put_back_with_the_same_password(world, signed_in):
    mother, nerys = signed_in("mother"), rows().get(name="Nerys Evans")
    mother.post(f"{PEOPLE}collectors/{nerys.pk}/end/")
    assert "Nerys Evans" not in counted(world)
    mother.post(f"{PEOPLE}collectors/{nerys.pk}/resume/")
    assert "Nerys Evans" in counted(world)


def test_a_carer_without_responsibility_names_nobody(world, signed_in):
    ivy = world.children["Ivy"]
    for page in ("collector/", "collector/day/"):
        assert signed_in("parent-without-pr").get(f"{PEOPLE}{ivy}/{page}").status_code == 404
    with pytest.raises(NotThere):
        name_collector(
            actor=world.actor("parent-without-pr"), child=world.child("Ivy"),
            named=Named("Gwen Rowlands", Relation.OTHER, "Kestrel", old_enough=True), now=world.present,
        )  # fmt: skip


# --- one day ---


def one_day(world, day, *, name="Gwen Rowlands", now=None):
    return collect_on_day(
        actor=world.actor("mother"), child=world.child("Mali Evans"), day=day, at=time(15, 0),
        who=Named(name, Relation.OTHER, "Copper kestrel", old_enough=True), now=now or world.present,
    )  # fmt: skip


@pytest.mark.db
def test_on_thursday_somebody_else_collects_at_three_and_it_ends_with_that_day(world, signed_in, child):
    mother, father = signed_in("mother"), signed_in("father-other-home")
    before = html(father)
    nerys = rows().get(name="Nerys Evans", day=None)
    said = {"day_day": "15", "day_month": "5", "day_year": "2025", "at_time": "15:00", "who": str(nerys.pk)}
    assert mother.post(f"{PEOPLE}{child}/collector/day/", said).status_code == 303
    assert "Only on Thursday 15 May, at 15:00." in html(mother)
    assert html(father) == before
    made = rows().get(day=date(2025, 5, 15))
    assert (made.name, made.usual_id) == ("Nerys Evans", nerys.pk)
    assert matches("blue kettle", made.password)
    assert made.until_at.isoformat() == "2025-05-15T23:00:00+00:00"


def test_the_later_word_about_a_day_stands_alone(world):
    first, second = one_day(world, date(2025, 5, 15)), one_day(world, date(2025, 5, 15), name="Bethan Lloyd")
    first.refresh_from_db()
    assert first.until_at == world.present
    assert rows().get(pk=second.pk).until_at > world.present


def test_who_is_taken_off_does_not_collect_on_the_day_either(world, signed_in, child):
    nerys = rows().get(name="Nerys Evans", day=None)
    collect_on_day(
        actor=world.actor("mother"), child=world.child("Mali Evans"), day=date(2025, 5, 15), at=None,
        who=nerys, now=world.present,
    )  # fmt: skip
    signed_in("mother").post(f"{PEOPLE}collectors/{nerys.pk}/end/")
    assert "Nerys Evans" not in counted(world)


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2025, 5, 13), "day-gone"), (date(2025, 5, 16), "not-booked"), (date(2025, 5, 17), "not-booked")],
)
def test_a_day_that_is_gone_or_not_booked_is_refused(world, day, code):
    with pytest.raises(Refused) as no:
        one_day(world, day)
    assert no.value.code == code


# --- who counts ---


@pytest.mark.db
@pytest.mark.parametrize("code", list(RestrictionCode))
def test_a_naming_reaches_no_further_than_who_named(world, code):
    assert {"Lynne Hargreaves", "Nerys Evans"} <= counted(world)
    bind(world, "father-other-home", code)
    still = "Lynne Hargreaves" in counted(world)
    assert still is (code is RestrictionCode.NO_IMAGES)
    assert "Nerys Evans" in counted(world)


@pytest.mark.db
def test_whose_responsibility_or_account_ended_has_named_nobody(world):
    ties = system(SystemReason.WRITING, Guardianship).filter(adult=world.people["father-other-home"])
    ties.update(responsibility="no")
    assert "Lynne Hargreaves" not in counted(world)
    ties.update(responsibility="yes")
    assert "Lynne Hargreaves" in counted(world)
    ties.update(until_at=world.present)
    assert "Lynne Hargreaves" not in counted(world)
    mother = world.person("mother")
    type(mother)._base_manager.filter(pk=mother.pk).update(closed_at=world.present)
    assert "Nerys Evans" not in counted(world)


@pytest.mark.db
def test_an_adult_who_may_not_collect_does_not_count_by_another_name_list_and_nobody_is_told(
    world, signed_in, child
):
    mother = signed_in("mother")
    said = {**SAID, "name": "gareth evans", "relation": "other"}
    mother.post(f"{PEOPLE}{child}/collector/", said)
    assert "gareth evans" in counted(world)
    html(mother)
    before = html(mother)
    caution(world, RestrictionCode.NO_COLLECT, RestrictionBasis.SAFEGUARDING, by="safeguarding-lead")
    assert "gareth evans" not in counted(world)
    assert html(mother) == before  # she learns of no order about somebody else
    page = html(signed_in("manager"), f"/desk/children/{child}/")
    assert "Does not count now" in page


def test_who_may_not_collect_names_nobody_who_may(world, signed_in, child):
    bind(world, "father-other-home", RestrictionCode.SUPERVISED)
    father = signed_in("father-other-home")
    assert "/collector/" not in html(father)
    assert father.post(f"{PEOPLE}{child}/collector/", SAID).status_code == 404


def test_restricted_fathers_pages_do_not_change_by_one_byte(world, signed_in):
    ellie = world.children["Ellie"]
    darren, tanya = signed_in("father-restricted"), signed_in("Tanya Cole")
    pages = ("/today/", PEOPLE, "/stars/", "/family/permissions/")
    before = [html(darren, page) for page in pages]
    assert tanya.post(f"{PEOPLE}{ellie}/collector/", SAID).status_code == 303
    assert "Gwen Rowlands" in html(tanya)
    assert [html(darren, page) for page in pages] == before
    seen = visible(world.actor("father-restricted"), FamilyAction.SEE_COLLECTOR, Collector)
    assert not seen.exists()


def test_a_password_is_compared_as_it_is_heard():
    kept = hashed("Tŷ  Gwyn 7")
    assert matches("ty gwyn 7", kept)
    assert not matches("ty gwyn 8", kept)
