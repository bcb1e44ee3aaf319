"""`/family/record/history/`: who read a child's record, by role and day, and nothing of anybody else."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import Actor, Level, RecordClass, SystemReason, system
from seren.foundation.audit.door import saw
from seren.people.families.domain import restrict
from seren.people.families.models import Guardianship, Household, Lives
from seren.people.families.policies import FamilyAction, tell_readings, told_readings
from seren.people.families.terms import (
    LivesWith,
    Pattern,
    Relation,
    Responsibility,
    RestrictionBasis,
    RestrictionCode,
)
from seren.people.provision.models import Membership
from seren.people.provision.terms import Role
from tests.binding import bind

SignedIn = Callable[[str], Client]
HERE = "/family/record/history/"
MALI = "Mali Evans"
HEALTH = (FamilyAction.SEE_DETAILS, RecordClass.C5)
CHILD = (FamilyAction.LOOK_AFTER, RecordClass.C5)


def reads(world: Any, who: str, what: Any = HEALTH, child: str = MALI, at: datetime | None = None) -> None:
    """Somebody opens a page that shows this of the child."""
    page, record_class = what
    actor = Actor(world.people[who], world.provider, Level.STRONG, at or world.present)
    saw(actor, [(record_class, world.children[child])], page=page)


def shown(client: Client, path: str = HERE) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())


def today(client: Client) -> str:
    """What stands under today. Of other days the world tells as well."""
    return shown(client).partition("Wednesday 14 May</h3>")[2].partition("</div>")[0]


@pytest.mark.db
def test_a_mother_reads_that_the_key_person_read_the_notes_that_day(world: Any, signed_in: SignedIn) -> None:
    reads(world, "key-person", CHILD)
    html = shown(signed_in("mother"))
    assert "Key person read the notes on health and needs." in html
    assert "Wednesday 14 May" in html
    assert "Sian" not in html.partition('id="month"')[2].partition("</section>")[0]


def test_a_day_tells_each_role_and_class_once(world: Any, signed_in: SignedIn) -> None:
    for _turn in range(3):
        reads(world, "key-person", CHILD)
    assert today(signed_in("mother")).count("Key person read the notes") == 1


def test_a_managers_reading_shows_and_so_does_what_she_was_then(world: Any, signed_in: SignedIn) -> None:
    earlier = world.present - timedelta(hours=1)
    reads(world, "manager", at=earlier)
    held = system(SystemReason.WRITING, Membership).filter(person=world.people["manager"])
    held.filter(role=Role.MANAGER).update(until_at=world.present - timedelta(minutes=30))
    assert "Manager read the notes" in shown(signed_in("mother"))


def test_what_a_safeguarding_lead_reads_is_not_told(world: Any, signed_in: SignedIn) -> None:
    client = signed_in("mother")
    before = shown(client)
    reads(world, "safeguarding-lead")
    reads(world, "safeguarding-lead", CHILD)
    assert shown(client) == before


def test_nor_what_a_key_person_reads_who_keeps_safeguarding_as_well(world: Any, signed_in: SignedIn) -> None:
    """It may have been read as that: then it is not told, whatever else they are."""
    client = signed_in("mother")
    person, room = world.people["key-person"], None
    Membership(
        provider_id=world.provider,
        person_id=person,
        setting_id=world.settings["pre-school"],
        room_id=room,
        role=Role.DEPUTY_SAFEGUARDING_LEAD,
        statement_at=world.present - timedelta(days=9),
        from_at=world.present - timedelta(days=9),
    ).save(force_insert=True)
    reads(world, "key-person", CHILD)
    assert today(client) == ""


@pytest.mark.parametrize(
    "what",
    [
        (FamilyAction.RESTRICT, RecordClass.C12),
        (FamilyAction.SEE_DETAILS, RecordClass.C12),
        (FamilyAction.SEE_DETAILS, RecordClass.C11),
        (FamilyAction.SEE_LEDGER, RecordClass.C14),
        (FamilyAction.SEE_DETAILS, RecordClass.C6),  # an address is of a home, and there may be another
        (FamilyAction.SEE_DETAILS, RecordClass.C7),  # collectors are whoever named them
        (FamilyAction.SEE_FIRST_NAME, RecordClass.C5),  # the day's list: on which days a child is there
    ],
)
def test_some_readings_are_never_told(world: Any, signed_in: SignedIn, what: Any) -> None:
    client = signed_in("mother")
    before = shown(client)
    reads(world, "manager", what)
    assert shown(client) == before


def test_no_room_can_have_guardians_told_of_safeguarding_or_orders() -> None:
    told = told_readings()
    for record_class in (RecordClass.C6, RecordClass.C9, RecordClass.C11, RecordClass.C12, RecordClass.C14):
        with pytest.raises(ValueError, match="told of no readings"):
            tell_readings((FamilyAction.SEE_DETAILS, record_class))
    assert told_readings() == told


def test_what_the_family_itself_reads_is_not_told_also_where_they_work_here(
    world: Any, signed_in: SignedIn, now: datetime
) -> None:
    client = signed_in("mother")
    reads(world, "father-other-home", CHILD)
    reads(world, "manager", CHILD)
    assert "Manager read the notes" in today(client)
    Guardianship(
        provider_id=world.provider,
        child_id=world.children[MALI],
        adult_id=world.people["manager"],
        relation=Relation.OTHER,
        responsibility=Responsibility.UNKNOWN,
        lives_with=LivesWith.NO,
        from_at=now - timedelta(days=90),
        until_at=now - timedelta(days=30),
    ).save(force_insert=True)
    assert today(client) == ""


@pytest.mark.db
def test_the_page_is_the_same_byte_for_byte_with_and_without_what_it_must_not_tell(
    world: Any, signed_in: SignedIn, now: datetime
) -> None:
    """Twin worlds: a restriction on the other parent, another home, and all that is read because of them."""
    for who in ("key-person", "manager"):
        reads(world, who, CHILD)
    client = signed_in("mother")
    paths = (HERE, f"{HERE}print/", f"{HERE}?month=2025-04")
    before = {path: shown(client, path) for path in paths}
    bind(world, "father-other-home", RestrictionCode.NO_INFO)
    restrict(
        actor=world.actor("safeguarding-lead"),
        child=world.child(MALI),
        adult=world.people["grandmother"],
        setting=world.settings["pre-school"],
        code=RestrictionCode.NO_CONTACT_AT_SITE,
        basis=RestrictionBasis.SAFEGUARDING,
        reason="Told by the social worker.",
        now=now,
    )
    home = Household(provider_id=world.provider, address=None, phone=None)
    home.save(force_insert=True)
    Lives(
        provider_id=world.provider,
        child_id=world.children[MALI],
        household=home,
        pattern=Pattern.PART,
        from_at=now,
    ).save(force_insert=True)
    for what in (HEALTH, CHILD, (FamilyAction.RESTRICT, RecordClass.C12)):
        reads(world, "safeguarding-lead", what)
    manager = signed_in("manager")
    for path in ("/desk/", "/desk/families/", "/desk/notices/?name=Mali"):
        manager.get(path)
    reads(world, "manager", (FamilyAction.RESTRICT, RecordClass.C12))
    reads(world, "father-other-home", CHILD)
    assert {path: shown(client, path) for path in paths} == before


@pytest.mark.db
def test_both_parents_read_the_same_history(world: Any, signed_in: SignedIn) -> None:
    def month(who: str) -> str:
        return shown(signed_in(who)).partition('id="month"')[2].partition("</section>")[0]

    reads(world, "key-person", CHILD)
    assert month("mother") == month("father-other-home")


@pytest.mark.db
def test_who_is_kept_from_news_of_the_child_finds_no_page(world: Any, signed_in: SignedIn) -> None:
    client = signed_in("father-other-home")
    assert client.get(HERE).status_code == 200
    bind(world, "father-other-home", RestrictionCode.NO_INFO)
    gone = client.get(HERE)
    nothing = client.get("/family/nothing/")
    assert (gone.status_code, gone.content) == (404, nothing.content)


@pytest.mark.parametrize("who", ["grandmother", "key-person", "manager", "stranger-parent"])
def test_nobody_else_reads_the_history_of_mali(world: Any, signed_in: SignedIn, who: str) -> None:
    assert signed_in(who).get(f"{HERE}?child={world.children[MALI]}").status_code == 404


@pytest.mark.db
def test_thirty_readings_ask_no_more_than_one(world: Any, signed_in: SignedIn, now: datetime) -> None:
    client = signed_in("mother")

    def asked() -> int:
        client.get(HERE)
        with CaptureQueriesContext(connections["default"]) as queries:
            client.get(HERE)
        return len([one for one in queries if one["sql"].startswith("SELECT")])

    reads(world, "key-person", CHILD)
    one = asked()
    for turn in range(30):
        who = ("key-person", "manager", "deputy")[turn % 3]
        reads(world, who, CHILD, at=now - timedelta(hours=turn))
    assert asked() == one


def test_a_month_that_is_none_and_a_month_to_come_are_this_month(world: Any, signed_in: SignedIn) -> None:
    client = signed_in("mother")
    plain = shown(client)
    for said in ("2025-13", "x", "9999-01", "-5", "2031-02"):
        assert "May 2025" in shown(client, f"{HERE}?month={said}")
    assert "May 2025" in plain


def test_on_paper_there_is_no_way_on(world: Any, signed_in: SignedIn) -> None:
    html = shown(signed_in("mother"), f"{HERE}print/")
    assert "May 2025" in html
    assert "<nav" not in html.partition("<main")[2]
