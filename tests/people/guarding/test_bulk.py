"""Many families at once need two people: one asks, another agrees, the first fetches it once."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from seren.foundation.access.door import NotThere
from seren.foundation.audit.models import Entry
from seren.foundation.jobs.door import run_due
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify.models import Delivery
from seren.people.accounts.models import Invitation
from seren.people.guarding.domain import NeedsTwo, agree_bulk, ask_bulk, refuse_bulk, spend_bulk
from seren.people.guarding.models import BulkRequest
from seren.people.guarding.queries import bulks_of
from seren.people.guarding.terms import Bulk, BulkState
from tests.people.families.test_reach import not_joined

pytestmark = [pytest.mark.db, pytest.mark.django_db]
MANY = 31


def ask(world, who="manager", children=MANY):
    return ask_bulk(
        actor=world.actor(who), setting=world.settings["pre-school"], what=Bulk.LETTERS,
        children=children, reason="New term", now=clock.now(),
    )  # fmt: skip


def spend(world, who="manager", children=MANY):
    spend_bulk(
        actor=world.actor(who), setting=world.settings["pre-school"], what=Bulk.LETTERS,
        children=children, now=clock.now(),
    )  # fmt: skip


def test_thirty_at_once_are_everyday_work_and_one_more_needs_a_second_person(world):
    spend(world, children=30)
    with pytest.raises(NeedsTwo, match="31 children"):
        spend(world)


def test_another_leader_agrees_and_it_is_fetched_once_within_a_day(world, now):
    request = ask(world)
    agree_bulk(actor=world.actor("safeguarding-lead"), request=request, now=now)
    with pytest.raises(NeedsTwo):
        spend(world, children=MANY + 1)
    with pytest.raises(NeedsTwo):
        spend(world, "safeguarding-lead")
    spend(world)
    with pytest.raises(NeedsTwo):
        spend(world)
    said = Entry.objects.filter(event__startswith="guarding.").order_by("id").values_list("event", flat=True)
    assert list(said) == ["guarding.bulk_asked", "guarding.bulk_agreed", "guarding.bulk_fetched"]


def test_after_a_day_it_is_too_late_to_fetch(world, now):
    agree_bulk(actor=world.actor("safeguarding-lead"), request=ask(world), now=now)
    with time_machine.travel(now + timedelta(hours=24), tick=False), pytest.raises(NeedsTwo):
        spend(world)
    late = world.actor("manager", at=now + timedelta(hours=24))
    assert bulks_of(late, world.settings["pre-school"])[0].state is BulkState.OVER


def test_the_same_person_twice_is_refused_by_the_verb_and_by_the_database(world, now):
    request = ask(world)
    with pytest.raises(NotThere):
        agree_bulk(actor=world.actor("manager"), request=request, now=now)
    rows = BulkRequest._base_manager.filter(pk=request.pk)
    with pytest.raises(IntegrityError, match="bulk_takes_two"), transaction.atomic():
        rows.update(agreed_by=request.asked_by_id, agreed_at=now)
    with pytest.raises(IntegrityError, match="bulk_alone_after_the_wait"), transaction.atomic():
        rows.update(alone_at=now, until_at=now + timedelta(hours=24))
    with pytest.raises(IntegrityError, match="bulk_agreed_before_fetched"), transaction.atomic():
        rows.update(fetched_at=now, until_at=now + timedelta(hours=24))


def test_the_safeguarding_lead_agrees_alone_after_a_day_and_a_manager_never(world, now):
    lead, bev = ask(world, "safeguarding-lead"), ask(world)
    with pytest.raises(NotThere):
        agree_bulk(actor=world.actor("safeguarding-lead"), request=lead, now=now)
    tomorrow = now + timedelta(hours=24)
    with time_machine.travel(tomorrow, tick=False):
        with pytest.raises(NotThere):
            agree_bulk(actor=world.actor("manager"), request=bev, now=tomorrow)
        agree_bulk(actor=world.actor("safeguarding-lead"), request=lead, now=tomorrow)
        spend(world, "safeguarding-lead")


def test_a_no_is_a_no_and_whoever_asked_may_take_it_back(world, now):
    refused, back = ask(world), ask(world, "safeguarding-lead")
    refuse_bulk(actor=world.actor("safeguarding-lead"), request=refused, now=now)
    refuse_bulk(actor=world.actor("safeguarding-lead"), request=back, now=now)
    for request in (refused, back):
        with pytest.raises(Refused, match="decided already"):
            agree_bulk(actor=world.actor("manager" if request is back else "safeguarding-lead"),
                       request=request, now=now)  # fmt: skip
    with pytest.raises(NeedsTwo):
        spend(world)


def test_nobody_without_leading_there_asks_or_agrees(world, now):
    for who in ("key-person", "mother", "other-setting-manager"):
        with pytest.raises(NotThere):
            ask(world, who)
    request = ask(world)
    for who in ("key-person", "mother", "other-setting-manager", "committee-chair"):
        with pytest.raises(NotThere):
            agree_bulk(actor=world.actor(who), request=request, now=now)


def test_the_others_are_told_that_a_second_person_is_needed_and_not_whoever_asked(world, now):
    ask(world)
    run_due()
    told = Delivery._base_manager.filter(notice__kind="guarding.bulk_asked")
    people = set(told.values_list("person_id", flat=True))
    assert world.people["safeguarding-lead"] in people
    assert world.people["manager"] not in people


@pytest.fixture
def one_is_many(monkeypatch):
    from seren.people.guarding import lengths
    from seren.people.guarding.domain import bulk

    few = lambda rule, at: 0 if rule is lengths.Measure.BULK_FREE else lengths.number(rule, at)  # noqa: E731
    monkeypatch.setattr(bulk, "number", few)


def test_bev_prints_all_letters_only_once_a_second_person_said_yes(world, signed_in, one_is_many, settings):
    settings.ROOT_URLCONF = "seren.config.urls"
    bev, lead, printing = signed_in("manager"), signed_in("safeguarding-lead"), "/desk/families/print/"
    not_joined(world, "mother")
    letters = Invitation._base_manager.count()
    asks = bev.post(printing)["Location"]
    assert asks.startswith("/desk/bulk/ask/letters/")
    assert Invitation._base_manager.count() == letters
    assert "A second person must agree" in bev.get(asks).content.decode()
    assert bev.post(asks, {"reason": "New term"})["Location"] == "/desk/bulk/"
    assert "asks for a second person" in lead.get("/desk/").content.decode()
    assert "asks for a second person" not in bev.get("/desk/").content.decode()
    page = lead.get("/desk/bulk/").content.decode()
    assert "New term" in page
    request = BulkRequest._base_manager.get()
    assert bev.post(f"/desk/bulk/{request.pk}/agree/").status_code == 404
    assert lead.post(f"/desk/bulk/{request.pk}/agree/").status_code == 303
    assert "Fetch it now" in bev.get("/desk/bulk/").content.decode()
    assert bev.post(printing).status_code == 200
    assert Invitation._base_manager.count() > letters
    assert "Nobody needs a letter now." in bev.post(printing, follow=True).content.decode()
