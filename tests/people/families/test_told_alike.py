"""`/desk/notices/`: told to both homes at one instant; who was not reached, and telling them another way."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import NotThere, SystemReason, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify.door import Came, Way
from seren.foundation.notify.models import Chased, Delivery, Notice
from seren.foundation.notify.releasing import release
from seren.partnership.journal.domain import Said, note_moment
from seren.people.families.domain import chase
from seren.people.families.models import Guardianship
from seren.people.families.terms import FamilyEvent, LivesWith, Relation, Responsibility, RestrictionCode
from tests.binding import bind

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]
HERE = "/desk/notices/"
MALI, GARETH = "Mali Evans", "father-other-home"


def told(world: Any, now: datetime, *children: str) -> Any:
    """Sian shares a moment; a minute later it is released to everybody. Returns the notice."""
    before = now - timedelta(minutes=1)
    said = Said(
        moment=ids.new(),
        children=tuple(world.children[child] for child in children or (MALI,)),
        words="They dug a river.",
        language="en",
        happened_at=before,
    )
    sian = world.actor("key-person", at=before)
    setting = world.settings["pre-school"]
    moment, _new = note_moment(actor=sian, said=said, setting=setting, now=before, share=True)
    notice = system(SystemReason.TELLING, Notice).get(subject_id=moment.pk)
    release(notice.pk, now)
    return system(SystemReason.TELLING, Notice).get(pk=notice.pk)


def line_of(world: Any, notice: Any, who: str = GARETH) -> Any:
    return system(SystemReason.TELLING, Delivery).get(notice=notice, person_id=world.people[who])


def came_back(world: Any, notice: Any, who: str = GARETH) -> Any:
    """The mail server refused the address for good."""
    rows = system(SystemReason.TELLING, Delivery).filter(notice=notice, person_id=world.people[who])
    rows.update(outcome="dead", channel="email", last_error="550", attempts=1)
    return rows.get()


def html_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def do(world: Any, line: Any, now: datetime, who: str = "manager", **more: Any) -> None:
    given: dict[str, Any] = {"way": Way.PHONE, "came": Came.TOLD, "words": ""}
    chase(actor=world.actor(who), delivery=line.pk, now=now, **{**given, **more})


@pytest.mark.db
def test_both_homes_are_told_from_the_same_minute_whatever_their_wishes(
    world: Any, now: datetime, signed_in: SignedIn
) -> None:
    notice = told(world, now)
    mum, dad = (line_of(world, notice, who) for who in ("mother", GARETH))
    assert mum.notice.released_at == dad.notice.released_at == now
    html = html_of(signed_in("manager"), f"{HERE}{notice.pk}/")
    assert html.count("the same minute for all") == 1
    assert "Rhian Evans" in html
    assert "Gareth Evans" in html
    assert "Not to" not in html


@pytest.mark.db
def test_what_came_back_stands_as_not_reached_until_somebody_rang(
    world: Any, now: datetime, signed_in: SignedIn
) -> None:
    notice, manager = told(world, now), signed_in("manager")
    line = came_back(world, notice)
    listed = html_of(manager, f"{HERE}?show=not-reached&name=Mali")
    assert f"{HERE}{notice.pk}/" in listed
    assert "The e-mail came back." in html_of(manager, f"{HERE}{notice.pk}/")
    answer = manager.post(
        f"{HERE}chase/{line.pk}/", {"way": "phone", "came": "told", "words": "He was glad we rang."}
    )
    assert (answer.status_code, answer["Location"]) == (303, f"{HERE}{notice.pk}/")
    html = html_of(manager, f"{HERE}{notice.pk}/")
    assert "rang them" in html
    assert "He was glad we rang." in html
    assert "Not reached" not in html
    assert f"{HERE}{notice.pk}/" not in html_of(manager, f"{HERE}?show=not-reached&name=Mali")


@pytest.mark.db
def test_who_could_not_be_told_needs_a_reason_and_it_is_kept_sealed(world: Any, now: datetime) -> None:
    line = came_back(world, told(world, now))
    with pytest.raises(Refused, match="Say why they could not be told"):
        do(world, line, now, came=Came.NOT_TOLD, words="  ")
    with pytest.raises(Refused, match="Say what came of it"):
        do(world, line, now, came=None)
    with pytest.raises(Refused, match="Say what came of it"):
        do(world, line, now, came=Came.ON_ITS_WAY)
    assert not system(SystemReason.SHOWING, Chased).exists()
    do(world, line, now, came=Came.NOT_TOLD, words="His number is no longer in use.")
    kept = system(SystemReason.SHOWING, Chased).get(delivery=line)
    assert kept.words == "His number is no longer in use."
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT words FROM notify_chased")
        assert b"number" not in bytes(cursor.fetchone()[0])
    entry = Entry.objects.get(event=FamilyEvent.CHASED)
    assert (entry.actor_id, entry.subject_id) == (world.people["manager"], kept.pk)
    assert "number" not in str(entry.details)


@pytest.mark.db
def test_a_letter_joins_what_waits_to_be_printed(world: Any, now: datetime, signed_in: SignedIn) -> None:
    notice = told(world, now)
    do(world, came_back(world, notice), now, way=Way.LETTER, came=None)
    line = line_of(world, notice)
    assert (line.channel, line.outcome) == ("paper", "waiting")
    manager = signed_in("manager")
    assert "Gareth Evans" in html_of(manager, "/desk/print/")
    html = html_of(manager, f"{HERE}{notice.pk}/")
    assert "put it with the letters to print" in html
    assert "Not reached" in html  # nobody has printed it yet


@pytest.mark.db
def test_who_is_kept_from_the_child_is_a_number_and_nobody_is_asked_to_ring_them(
    world: Any, now: datetime, signed_in: SignedIn
) -> None:
    before = told(world, now)
    line = came_back(world, before)
    bind(world, GARETH, RestrictionCode.NO_INFO)
    after, manager = told(world, now), signed_in("manager")
    for notice in (before, after):
        html = html_of(manager, f"{HERE}{notice.pk}/")
        assert "Not to 1 person." in html
        assert "Gareth" not in html
    assert manager.get(f"{HERE}chase/{line.pk}/").status_code == 404
    with pytest.raises(NotThere):
        do(world, line, now)


@pytest.mark.db
def test_a_leader_who_is_family_of_a_child_finds_nothing_told_of_it(
    world: Any, now: datetime, signed_in: SignedIn
) -> None:
    alone, group = told(world, now), told(world, now, MALI, "Yusuf")
    line = came_back(world, alone)
    Guardianship(
        provider_id=world.provider,
        child_id=world.children[MALI],
        adult_id=world.people["manager"],
        relation=Relation.OTHER,
        responsibility=Responsibility.UNKNOWN,
        lives_with=LivesWith.NO,
        from_at=now - timedelta(days=90),
    ).save(force_insert=True)
    manager, deputy = signed_in("manager"), signed_in("deputy")
    listed = html_of(manager, HERE)
    for notice in (alone, group):  # a group with her own child in it too
        assert str(notice.pk) not in listed
        assert manager.get(f"{HERE}{notice.pk}/").status_code == 404
        assert html_of(deputy, f"{HERE}{notice.pk}/")
    assert manager.get(f"{HERE}chase/{line.pk}/").status_code == 404
    with pytest.raises(NotThere):
        do(world, line, now)


@pytest.mark.parametrize("who", ["key-person", "mother", "other-setting-manager", "committee-chair"])
def test_nobody_else_opens_the_ledger(world: Any, now: datetime, signed_in: SignedIn, who: str) -> None:
    notice, client = told(world, now), signed_in(who)
    assert client.get(f"{HERE}{notice.pk}/").status_code == 404
    assert client.get(f"{HERE}chase/{came_back(world, notice).pk}/").status_code == 404


def test_a_safeguarding_lead_looks_and_changes_nothing(
    world: Any, now: datetime, signed_in: SignedIn
) -> None:
    notice = told(world, now)
    line, client = came_back(world, notice), signed_in("safeguarding-lead")
    assert "another way" not in html_of(client, f"{HERE}{notice.pk}/")
    assert client.post(f"{HERE}chase/{line.pk}/", {"way": "phone", "came": "told"}).status_code == 404
    with pytest.raises(NotThere):
        do(world, line, now, who="safeguarding-lead")


def test_what_was_taken_back_is_chased_by_nobody(world: Any, now: datetime, signed_in: SignedIn) -> None:
    notice = told(world, now)
    line = came_back(world, notice)
    system(SystemReason.TELLING, Notice).filter(pk=notice.pk).update(withdrawn_at=now)
    manager = signed_in("manager")
    assert "It was taken back since." in html_of(manager, f"{HERE}{notice.pk}/")
    assert manager.get(f"{HERE}chase/{line.pk}/").status_code == 404


def test_the_list_is_found_by_child_and_read_on_paper(world: Any, now: datetime, signed_in: SignedIn) -> None:
    mali, yusuf, manager = told(world, now), told(world, now, "Yusuf"), signed_in("manager")
    found = html_of(manager, f"{HERE}?name=mal")
    assert str(mali.pk) in found
    assert str(yusuf.pk) not in found
    both = told(world, now, MALI, "Yusuf")
    assert str(both.pk) in html_of(manager, f"{HERE}?name=mal")
    paper = html_of(manager, f"{HERE}{mali.pk}/print/")
    assert "Rhian Evans" in paper
    assert "href" not in paper.partition("<main")[2]
    assert "Nothing with that name." in html_of(manager, f"{HERE}?name=zzz")


def test_opening_it_is_written_down(world: Any, now: datetime, signed_in: SignedIn) -> None:
    notice = told(world, now)
    html_of(signed_in("manager"), f"{HERE}{notice.pk}/")
    seen = Entry.objects.filter(event="audit.saw", page="families.see_ledger").values_list(
        "record_class", "child_id"
    )
    assert list(seen) == [("C14", world.children[MALI])]


@pytest.mark.db
def test_many_notices_ask_no_more_than_one(world: Any, now: datetime, signed_in: SignedIn) -> None:
    manager = signed_in("manager")

    def asked() -> int:
        manager.get(HERE)
        with CaptureQueriesContext(connections["default"]) as queries:
            html_of(manager, HERE)
        return len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))])

    do(world, came_back(world, told(world, now)), now)
    one = asked()
    for _turn in range(4):
        do(world, came_back(world, told(world, now)), now)
    assert asked() == one
