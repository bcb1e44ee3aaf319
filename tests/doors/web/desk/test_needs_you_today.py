"""What waits for a leader, by date; and nothing of what they may not know."""

from datetime import timedelta

import pytest

from seren.doors.web.desk.needs import needs_of
from seren.foundation.access.door import SystemReason, system
from seren.foundation.notify.models import Delivery
from seren.people.accounts.models import Invitation, Person
from seren.people.families.models import KeyPerson, Restriction
from seren.people.families.queries.desk import reach_rows
from seren.people.provision.models import Membership
from seren.people.provision.queries.desk import desk_of
from tests.doors.web.desk.test_paper import waits

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def needs(world, who="manager", setting="pre-school", **later):
    actor = world.actor(who, at=world.present + timedelta(**later))
    desk = desk_of(actor, world.settings[setting])
    return needs_of(actor, desk, reach_rows(actor, desk.id))


def titles(found):
    return [str(need.title) for need in found]


def test_bev_finds_the_waiting_star_the_record_the_draft_and_the_gaps_by_date(world):
    found = needs(world)
    assert titles(found) == [
        "1 permission is disputed",
        "A family wants to talk about a permission",
        "1 question has had no answer",
        "1 family is not told yet",
        "1 moment is not put away",
        "Somebody told us about who collects Mali",
        "1 child comes without key person and buddy",
        "A star from home waits for a thank you",
        "A parent asks for words in the record",
        "1 child comes without key person and buddy",
    ]
    assert [need.due.on for need in found] == sorted(need.due.on for need in found)
    assert [str(need.line) for need in found][6:9] == ["Kai.", "About Zofia.", "About Mali."]
    assert "A medicine or an accident of Yusuf." in [str(need.line) for need in found]


def test_a_star_to_the_key_person_only_does_not_stand_on_the_desk(world):
    from seren.partnership.journal.models import Moment

    system(SystemReason.WRITING, Moment).filter(pk=world.moments["waiting"]).update(audience="key_person")
    assert "A star from home waits for a thank you" not in titles(needs(world))


def test_a_day_that_has_passed_is_late_and_has_the_loud_button(world):
    found = needs(world, days=7)
    star = next(need for need in found if need.title == "A star from home waits for a thank you")
    assert (star.due.state, star.act.kind) == ("late", "first")


def test_a_child_without_a_key_person_comes_first_of_all(world):
    system(SystemReason.WRITING, KeyPerson).filter(child=world.children["Mali Evans"]).delete()
    first = needs(world)[0]
    assert first.title == "Name a key person for Mali"
    assert first.act.url == f"/desk/children/{world.children['Mali Evans']}/key-person/"


def test_a_statement_not_given_names_the_member(world):
    rows = system(SystemReason.WRITING, Membership).filter(person=world.people["key-person"])
    rows.update(statement_at=None)
    assert "Sian Prosser has not given the confidentiality statement" in titles(needs(world))


def test_a_restriction_comes_up_before_its_day_and_says_nothing_of_it(world):
    rows = system(SystemReason.WRITING, Restriction).filter(adult=world.people["father-restricted"])
    rows.update(review_on=world.present.date() + timedelta(days=3))
    found = next(need for need in needs(world) if need.title == "Look at a restriction again")
    assert found.line == "About Ellie."
    assert "Darren" not in f"{found.title} {found.line}"


def test_adults_not_asked_stand_in_one_row_and_who_is_kept_out_by_order_is_not_among_them(world):
    kept = [world.people["father-restricted"], world.people["mother"]]
    system(SystemReason.WRITING, Person).filter(pk__in=kept).update(login=None)
    system(SystemReason.WRITING, Invitation).filter(person__in=kept).delete()
    found = next(need for need in needs(world) if "joined yet" in str(need.title))
    assert (found.title, found.line) == ("1 adult has not joined yet", "Rhian Evans.")


def test_a_message_given_up_leads_to_the_list_and_can_be_tried_again(world, signed_in):
    row = waits(world, "mother", "journal.moment_shared", world.moments["tower"])
    system(SystemReason.WRITING, Delivery).filter(pk=row.pk).update(outcome="dead", channel="email")
    assert "1 thing did not go out" in titles(needs(world))
    client = signed_in("manager")
    assert "A message to " in client.get("/desk/undelivered/").content.decode()
    client.post(f"/desk/undelivered/mail/{row.pk}/")
    row.refresh_from_db()
    assert row.outcome == "waiting"
    assert "Everything went out" in client.get("/desk/undelivered/").content.decode()


def test_the_other_settings_manager_finds_nothing_of_this_one(world, signed_in):
    html = signed_in("other-setting-manager").get("/desk/").content.decode()
    for name in ("Mali", "Zofia", "Kai", "Ellie", "Sian"):
        assert name not in html


@pytest.mark.parametrize("who", ["key-person", "mother", "stranger-parent", "committee-chair"])
def test_no_desk_without_leading(who, signed_in):
    assert signed_in(who).get("/desk/").status_code == 404


def test_the_page_costs_the_same_on_a_busy_day(world, signed_in, django_assert_max_num_queries):
    client = signed_in("manager")
    with django_assert_max_num_queries(12) as quiet:
        client.get("/desk/")
    system(SystemReason.WRITING, KeyPerson).filter(setting=world.settings["pre-school"]).delete()
    system(SystemReason.WRITING, Membership).filter(
        setting=world.settings["pre-school"], role="practitioner"
    ).update(statement_at=None)
    with django_assert_max_num_queries(len(quiet.captured_queries)):
        client.get("/desk/")
