"""`/desk/why/` and `/desk/who/`: they agree with page and command, and tell nobody else anything."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.test import Client

from seren.doors.commands import who, why
from seren.doors.web.explaining.words import REASONS
from seren.foundation.access.door import Rule, declared
from seren.foundation.audit.models import Entry
from seren.people.families.models import Guardianship
from seren.people.families.terms import LivesWith, Relation, Responsibility, RestrictionCode
from tests.binding import bind

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]
WHY, WHO = "/desk/why/", "/desk/who/"
MALI, GARETH = "Mali Evans", "father-other-home"


def html_of(client: Client, path: str, **asked: Any) -> str:
    answer = client.get(path, asked)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def page_of(client: Client, path: str, **asked: Any) -> Any:
    answer: Any = client.get(path, asked)
    assert answer.status_code == 200, answer.status_code
    return answer.context_data["page"]


def child_page(world: Any, child: str = MALI) -> str:
    return f"/room/child/{world.children[child]}/"


def star(world: Any, name: str = "tower") -> str:
    return f"/stars/{world.moments[name]}/"


PARTS = ("mother", "key-person", "leaver")


@pytest.mark.db
def test_it_says_what_the_command_says(world: Any, signed_in: SignedIn) -> None:
    manager = signed_in("manager")
    for address, part in product((star(world), child_page(world)), PARTS):
        page = page_of(manager, WHY, address=address, person=world.people[part])
        said = list(why.told(world.people[part], address))
        assert page.answer.headline.partition(".")[0] == said[0].partition(":")[0], (part, address)
        because = {line.strip().removeprefix("because: ") for line in said if "because: " in line}
        if page.answer.headline.startswith("Yes"):
            assert set(page.answer.why) == because


@pytest.mark.long
@pytest.mark.db
@pytest.mark.parametrize("name", ["tower", "group", "mother-to-key-person"])
def test_everybody_who_can_see_it_is_whom_the_command_names(
    world: Any, signed_in: SignedIn, name: str
) -> None:
    page, address = page_of(signed_in("manager"), WHO, address=star(world, name)), star(world, name)
    named = {one.name: one.why for one in (*page.family, *page.staff)}
    lines = list(who.told(address))[:-1]
    assert named == {line.partition(": ")[0]: line.partition(": ")[2] for line in lines}


def test_who_can_see_it_leaves_out_whom_an_order_keeps(world: Any, signed_in: SignedIn) -> None:
    manager = signed_in("manager")
    before = page_of(manager, WHO, address=star(world))
    assert {"Rhian Evans", "Gareth Evans"} <= {one.name for one in before.family}
    assert "Sian Prosser" in {one.name for one in before.staff}
    bind(world, GARETH, RestrictionCode.NO_INFO)
    after = page_of(manager, WHO, address=star(world))
    assert {one.name for one in before.family} - {one.name for one in after.family} == {"Gareth Evans"}
    assert after.staff == before.staff


@pytest.mark.db
def test_a_restriction_is_told_in_plain_words_with_its_author_and_day(
    world: Any, signed_in: SignedIn
) -> None:
    bind(world, GARETH, RestrictionCode.NO_INFO)
    html = html_of(signed_in("manager"), WHY, address=star(world), person=world.people[GARETH])
    assert "No. Gareth Evans is told that there is no such page." in html
    assert "Bound by a restriction about a child in it" in html
    assert "No information, about Mali. It rests on this: Court order." in html
    assert "Wednesday 14 May 2025" in html


def test_a_no_without_a_restriction_says_what_would_open_it(world: Any, signed_in: SignedIn) -> None:
    html = html_of(signed_in("manager"), WHY, address=child_page(world), person=world.people["mother"])
    assert "They would have to be one of these" in html
    assert "Key person or buddy of the child" in html
    assert "Mother of Mali, since" in html


OTHERS = (
    "key-person", "practitioner-other-room", "mother", GARETH, "committee-chair", "parent-and-staff",
    "stranger-parent", "other-setting-manager",
)  # fmt: skip


@pytest.mark.db
def test_nobody_but_who_leads_the_childs_setting_is_told_anything(world: Any, signed_in: SignedIn) -> None:
    for one in OTHERS:
        client = signed_in(one)
        nothing = client.get("/desk/nothing/")
        for path, asked in product((WHY, WHO), ({}, {"person": world.people["mother"]})):
            answer = client.get(path, {"address": star(world), **asked})
            assert (answer.status_code, answer.content) == (404, nothing.content), one


@pytest.mark.db
def test_a_leader_who_is_family_of_the_child_finds_nothing(world: Any, signed_in: SignedIn, now: Any) -> None:
    Guardianship(
        provider_id=world.provider,
        child_id=world.children[MALI],
        adult_id=world.people["manager"],
        relation=Relation.OTHER,
        responsibility=Responsibility.UNKNOWN,
        lives_with=LivesWith.NO,
        from_at=now - timedelta(days=90),
    ).save(force_insert=True)
    manager = signed_in("manager")
    for address in (star(world), child_page(world)):
        assert manager.get(WHO, {"address": address}).status_code == 404
    for page in (star(world), f"/desk/children/{world.children[MALI]}/"):
        assert "/desk/why/" not in html_of(manager, page)


def test_what_is_not_there_what_is_not_theirs_and_what_is_of_no_child_are_one_answer(
    world: Any, signed_in: SignedIn
) -> None:
    manager = signed_in("manager")
    nothing = manager.get("/desk/nothing/")
    for address in (
        "/nothing/",
        "/today/",
        "/desk/",
        WHY,
        f"/stars/{world.provider}/",
        "/demo/",
        "/photos/x/",
    ):
        answer = manager.get(WHY, {"address": address})
        assert (answer.status_code, answer.content) == (404, nothing.content), address
    someone_else = {"address": star(world), "person": world.people["stranger-parent"]}
    assert manager.get(WHY, someone_else).status_code == 404
    assert manager.get(WHY, {**someone_else, "person": "nobody"}).status_code == 404


def test_what_is_no_address_is_said_so_and_stays_in_the_field(world: Any, signed_in: SignedIn) -> None:
    html = html_of(signed_in("manager"), WHY, address="mali evans")
    assert "Enter an address of a page." in html
    assert 'value="mali evans"' in html
    assert "http://[" in html_of(signed_in("manager"), WHY, address="http://[")


@pytest.mark.db
def test_asking_is_written_down_and_leaves_no_trace_of_the_other(world: Any, signed_in: SignedIn) -> None:
    manager = signed_in("manager")
    before = set(Entry.objects.values_list("pk", flat=True))
    html_of(manager, WHY, address=f"/desk/children/{world.children[MALI]}/", person=world.people["deputy"])
    new = Entry.objects.exclude(pk__in=before).values_list("actor_id", "record_class", "child_id")
    assert list(new) == [(world.people["manager"], "C12", world.children[MALI])]


def test_the_pages_lead_there(world: Any, signed_in: SignedIn) -> None:
    manager = signed_in("manager")
    for page in (star(world), f"/desk/children/{world.children[MALI]}/"):
        assert "/desk/why/?address=%2F" in html_of(manager, page)
    assert "/desk/why/" not in html_of(signed_in("key-person"), star(world))
    assert "/desk/why/" not in html_of(signed_in("mother"), star(world))


def test_every_reason_of_every_rule_has_its_words() -> None:
    """A new reason is named in `explaining/words.py`, so that it is translated."""
    rules = [rule for rule in declared().values() if isinstance(rule, Rule)]
    reasons = {
        one.who
        for rule in rules
        for one in (*rule.permits, *rule.denies, *((rule.within,) if rule.within else ()))
        if rule.action.partition(".")[0] != "tests"
    }
    assert reasons <= set(REASONS), reasons - set(REASONS)
