"""The door: who may come for a child, and a child handed over in two steps, once a day."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from seren.foundation.access.door import NotThere, SystemReason, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel.refusals import Refused
from seren.partnership.days.domain import (
    Seen,
    check_at_door,
    correct_release,
    hand_over,
    turn_away,
    undo_release,
    unlock_door,
)
from seren.partnership.days.models import CollectWord, Release, WrongPassword
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.queries.collection import child_at_door, door_list, find_place
from seren.partnership.days.terms import KnownBy, ReachedBy
from seren.people.families.models import Collector
from seren.people.families.terms import Outcome, RestrictionBasis, RestrictionCode
from tests.binding import actor as actor_at
from tests.binding import bind, caution

DOOR = "/room/door/"
SECRETS = ("Anna Whitlock", "Nerys Evans", "Blue kettle", "Seven gulls", "argon2")


def html(client, address=DOOR):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r'csrf[^>]*value="[^"]+"|nonce="[^"]+"', "", answer.content.decode())


def rows(model):
    return system(SystemReason.SHOWING, model)


def gone(world):
    """What is written down of Mali going home."""
    return rows(Release).filter(child=world.children["Mali Evans"], released_at__isnull=False)


class Door:
    """Mali’s door, by the hands of her key person."""

    def __init__(self, world, who="key-person", child="Mali Evans"):
        self.world, self.who, self.child = world, who, world.children[child]

    def actor(self, now=None):
        return actor_at(self.world, self.who, now or self.world.present)

    def place(self):
        setting = self.world.settings["pre-school"]
        return find_place(self.actor(), CollectionAction.RELEASE, setting, self.child)

    def key(self, name):
        listed = child_at_door(self.actor(), self.world.settings["pre-school"], self.child).who
        return next(one.key for one in listed if one.name == name)

    def check(self, name, now=None, **seen):
        seen = Seen(self.key(name), **{"known": True, **seen})
        return self.check_key(seen, now)

    def check_key(self, seen, now=None):
        now = now or self.world.present
        return check_at_door(actor=self.actor(now), place=self.place(), seen=seen, now=now)

    def hand(self, checked, now=None):
        now = now or self.world.present
        return hand_over(actor=self.actor(now), place=self.place(), release=checked.pk, now=now)

    def refused(self, name, **seen):
        with pytest.raises(Refused) as no:
            self.check(name, **seen)
        return no.value


@pytest.fixture
def door(world):
    return Door(world)


def outcomes(world, child="Mali Evans", who="key-person"):
    listed = child_at_door(world.actor(who), world.settings["pre-school"], world.children[child]).who
    return {one.name: one.outcome for one in listed}


# --- the list ---


@pytest.mark.db
def test_the_list_holds_those_booked_today_and_who_may_come_for_each(world):
    listed = {one.child.name: one for one in door_list(world.actor("manager"), world.settings["pre-school"])}
    mali = listed["Mali"]
    assert {one.name for one in mali.may} == {
        "Rhian Evans",
        "Gareth Evans",
        "Nerys Evans",
        "Lynne Hargreaves",
    }
    assert [(one.name, f"{one.at:%H:%M}") for one in mali.said_today] == [("Anna Whitlock", "15:00")]
    assert not mali.never


@pytest.mark.db
@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (RestrictionCode.NO_COLLECT, Outcome.MAY_NOT),
        (RestrictionCode.SUPERVISED, Outcome.SUPERVISED),
        (RestrictionCode.NO_INFO, Outcome.ASK),
        (RestrictionCode.NO_ADDRESS, Outcome.ASK),
        (RestrictionCode.NO_CONTACT_AT_SITE, Outcome.ASK),
        (RestrictionCode.NO_IMAGES, Outcome.MAY),
    ],
)
def test_an_order_shows_at_the_door_as_its_outcome(world, code, outcome):
    bind(world, "father-other-home", code)
    assert outcomes(world)["Gareth Evans"] is outcome
    assert outcomes(world)["Rhian Evans"] is Outcome.MAY


def test_staff_read_the_outcome_and_not_a_word_of_the_order(world, signed_in):
    bind(world, "father-other-home", RestrictionCode.NO_COLLECT)
    for address in (DOOR, f"{DOOR}print/", f"{DOOR}{world.children['Mali Evans']}/"):
        page = html(signed_in("key-person"), address)
        assert "Gareth Evans" in page
        for secret in ("What is ticked", "Prohibited", "order", "court", "Blue kettle", "argon2"):
            assert secret not in page.partition("<main")[2]


def test_who_reads_the_door(world, signed_in):
    assert "Mali" in html(signed_in("key-person"))
    assert "Mali" in html(signed_in("safeguarding-lead"))
    mali = world.children["Mali Evans"]
    for who in ("mother", "father-other-home", "grandmother", "leaver", "committee-chair", "stranger-parent"):
        for address in (DOOR, f"{DOOR}print/", f"{DOOR}{mali}/"):
            assert signed_in(who).get(address).status_code == 404, who


def test_the_safeguarding_lead_reads_the_door_and_hands_nobody_over(world, signed_in):
    lead, mali = signed_in("safeguarding-lead"), world.children["Mali Evans"]
    page = html(lead, f"{DOOR}{mali}/")
    assert "Go on: step 2" not in page
    said = {"who": str(world.people["mother"]), "known": "yes", "password": "", "reached": ""}
    assert lead.post(f"{DOOR}{mali}/", said).status_code == 404
    assert lead.get(f"{DOOR}{mali}/unfit/").status_code == 404


def test_whoever_is_family_of_the_child_reads_as_family_only(world):
    ties = rows(Collector.child.field.related_model._meta.get_field("guardianships").related_model)
    tie = ties.filter(child=world.children["Mali Evans"]).first()
    type(tie)._base_manager.filter(pk=tie.pk).update(adult=world.people["key-person"])
    with pytest.raises(NotThere):
        child_at_door(world.actor("key-person"), world.settings["pre-school"], world.children["Mali Evans"])


def test_reading_the_door_is_on_record_as_c7(world, signed_in):
    mali = world.children["Mali Evans"]
    seen = Entry.objects.filter(page="days.see_door", record_class="C7", child_id=mali)
    before = seen.count()
    html(signed_in("key-person"))
    assert seen.count() == before + 1


def test_the_list_for_the_wall_says_in_signs_what_it_says_in_words(world, signed_in):
    bind(world, "father-other-home", RestrictionCode.SUPERVISED)
    page = html(signed_in("manager"), f"{DOOR}print/")
    assert "✓ Rhian Evans" in page
    assert "◐ Gareth Evans" in page
    assert "Today at 15:00: Anna Whitlock" in page


# --- two steps ---


@pytest.mark.db
def test_known_by_face_and_then_handed_over(world, signed_in):
    sian, mali = signed_in("key-person"), world.children["Mali Evans"]
    said = {"who": str(world.people["mother"]), "known": "yes", "password": "", "reached": ""}
    answer = sian.post(f"{DOOR}{mali}/", said)
    assert answer.status_code == 303
    confirm = answer["Location"]
    assert "Does Mali go with Rhian Evans?" in html(sian, confirm)
    assert not gone(world)
    assert sian.post(confirm).status_code == 303
    page = html(sian)
    assert "Handed to Rhian Evans at 10:40." in page
    assert "Went with Rhian Evans at 10:40." in html(sian)
    (held,) = gone(world)
    assert (held.known_by, held.released_by_id) == (KnownBy.FACE, world.people["key-person"])


@pytest.mark.db
def test_nobody_unknown_goes_with_the_password_alone(door):
    no = door.refused("Nerys Evans", known=False, password="blue kettle")
    assert no.code == "reach-first"
    assert "until you have reached Rhian Evans" in str(no.sentence)
    made = door.check("Nerys Evans", known=False, password="blue kettle", reached=ReachedBy.PHONE)
    assert (made.password_right, made.reached_id) == (True, door.world.people["mother"])


def test_reaching_the_parent_does_not_stand_for_the_password(door):
    no = door.refused("Nerys Evans", known=False, reached=ReachedBy.PHONE)
    assert no.code == "password-missing"


def test_a_wrong_password_is_wrong_for_a_known_face_too(door):
    assert door.refused("Nerys Evans", password="red kettle").code == "wrong-password"


@pytest.mark.db
def test_five_wrong_tries_lock_that_door_until_a_leader_has_looked(door, world, signed_in):
    codes = [door.refused("Nerys Evans", known=False, password=f"guess {n}00").code for n in range(5)]
    assert codes == ["wrong-password"] * 4 + ["locked"]
    right = {"known": False, "password": "blue kettle", "reached": ReachedBy.PHONE}
    assert door.refused("Nerys Evans", **right).code == "locked"
    assert door.refused("Rhian Evans").code == "locked"
    place, now = door.place(), world.present
    with pytest.raises(NotThere):
        unlock_door(actor=door.actor(), place=place, now=now)
    assert "I have looked: go on" not in html(signed_in("key-person"), f"{DOOR}{door.child}/")
    signed_in("deputy").post(f"{DOOR}{door.child}/unlock/")
    assert door.check("Nerys Evans", **right).pk
    assert Entry.objects.filter(event="days.wrong_password", child_id=door.child).count() == 5


def test_two_wrong_tries_at_once_are_two(door, world):
    door.refused("Nerys Evans", known=False, password="guess 100")
    first = rows(WrongPassword).get()
    first.pk = world.provider
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)


@pytest.mark.db
@pytest.mark.parametrize("code", [RestrictionCode.NO_COLLECT, RestrictionCode.SUPERVISED])
def test_an_adult_who_may_not_collect_cannot_be_chosen_by_anybody(world, signed_in, code):
    bind(world, "father-other-home", code)
    mali, gareth = world.children["Mali Evans"], str(world.people["father-other-home"])
    for who in ("key-person", "manager", "deputy"):
        assert f'value="{gareth}"' not in html(signed_in(who), f"{DOOR}{mali}/")
        with pytest.raises(Refused) as no:
            Door(world, who).check_key(Seen(gareth, known=True))
        assert no.value.code == "may-not-collect"
        assert "999" in str(no.value.sentence)


@pytest.mark.db
def test_a_restriction_bites_between_the_two_steps(door, world):
    checked = door.check("Gareth Evans")
    caution(world, RestrictionCode.NO_COLLECT, RestrictionBasis.SAFEGUARDING, by="safeguarding-lead")
    with pytest.raises(Refused) as no:
        door.hand(checked)
    assert no.value.code == "may-not-collect"
    assert not gone(world)


def test_where_an_order_closes_the_place_a_leader_decides(door, world):
    bind(world, "father-other-home", RestrictionCode.NO_INFO)
    assert door.refused("Gareth Evans").code == "ask-leader"
    assert Door(world, "manager").check("Gareth Evans").pk  # no order stops him from collecting (P-05)


def test_a_collector_whose_namer_may_not_say_so_is_not_on_the_list(door, world):
    lynne = door.key("Lynne Hargreaves")
    bind(world, "father-other-home", RestrictionCode.NO_INFO)
    assert "Lynne Hargreaves" not in outcomes(world)
    with pytest.raises(Refused) as no:
        door.check_key(Seen(lynne, known=True))
    assert no.value.code == "not-on-list"


@pytest.mark.db
def test_of_two_at_once_one_hands_the_child_over(door, world):
    first, second = door.check("Rhian Evans"), door.check("Gareth Evans")
    door.hand(first)
    with pytest.raises(Refused) as no:
        door.hand(second)
    assert no.value.code == "gone-home"
    now = world.present
    with pytest.raises(IntegrityError), transaction.atomic():  # whatever a form, a verb or a session does
        rows(Release).filter(pk=second.pk).update(released_at=now, released_by=world.people["manager"])


def test_a_release_of_another_child_is_not_there(door, world):
    release = rows(Release).get(child=world.children["Zofia Nowak"])
    for verb, words in ((hand_over, {}), (undo_release, {}), (correct_release, {"words": "Somebody else."})):
        with pytest.raises(NotThere):
            verb(actor=door.actor(), place=door.place(), release=release.pk, now=world.present, **words)


def test_a_check_is_old_after_a_quarter_of_an_hour(door, world):
    checked = door.check("Rhian Evans")
    with pytest.raises(Refused) as no:
        door.hand(checked, now=world.present + timedelta(minutes=16))
    assert no.value.code == "check-again"


@pytest.mark.db
def test_a_wrong_press_is_undone_for_ten_seconds_and_then_corrected(door, world):
    now, place = world.present, door.place()
    held = door.hand(door.check("Rhian Evans"))
    undo_release(actor=door.actor(), place=place, release=held.pk, now=now + timedelta(seconds=10))
    again = door.hand(door.check("Gareth Evans"))
    late = now + timedelta(seconds=11)
    with pytest.raises(Refused) as no:
        undo_release(actor=door.actor(late), place=place, release=again.pk, now=late)
    assert no.value.code == "undo-over"
    correct_release(actor=door.actor(late), place=place, release=again.pk, words="It was Rhian.", now=late)
    door.hand(door.check("Rhian Evans", now=late), now=late)
    kept = {(one.name, one.ended_how) for one in gone(world)}
    assert kept == {("Rhian Evans", "undone"), ("Gareth Evans", "corrected"), ("Rhian Evans", "")}
    assert b"Rhian" not in bytes(rows(Release).get(ended_how="corrected").__dict__["ended_why"])


def test_who_is_not_fit_is_for_a_leader_to_decide_and_the_lead_is_told(door, world, signed_in):
    mali = door.child
    said = {"who": door.key("Nerys Evans"), "words": "She could not stand, and smelled of drink."}
    assert signed_in("key-person").post(f"{DOOR}{mali}/unfit/", said).status_code == 303
    assert outcomes(world)["Nerys Evans"] is Outcome.ASK
    assert door.refused("Nerys Evans").code == "ask-leader"
    late = signed_in("safeguarding-lead").get("/desk/").context_data["page"].today
    assert any(need.title == "Somebody was not fit to collect Mali" for need in late)
    word = rows(CollectWord).get(kind="unfit")
    assert b"drink" not in bytes(word.__dict__["words"])
    with pytest.raises(NotThere):
        turn_away(
            actor=world.actor("mother"), place=door.place(), who="", words="He drinks.", now=world.present
        )


def test_the_next_day_the_list_is_whole_again(door, world):
    door.hand(door.check("Rhian Evans"))
    tomorrow = world.present + timedelta(days=1)
    with time_machine.travel(tomorrow, tick=False):
        one = child_at_door(door.actor(tomorrow), world.settings["pre-school"], door.child)
    assert one.gone is None
    assert not one.said_today


# --- what the other parent finds ---


@pytest.mark.db
def test_the_other_home_finds_nothing_of_changes_and_releases(door, world, signed_in):
    father, mother = signed_in("father-other-home"), signed_in("mother")
    mali = door.child
    pages = ("/today/", "/family/people/", "/stars/", "/family/permissions/", f"/family/people/{mali}/tell/",
             "/api/v1/children", f"/api/v1/children/{mali}", f"/api/v1/children/{mali}/moments")  # fmt: skip
    before = [html(father, page) for page in pages]
    checked = door.check("Anna Whitlock", known=False, password="seven gulls", reached=ReachedBy.PHONE)
    door.hand(checked)
    assert [html(father, page) for page in pages] == before
    for page in before:
        assert not any(secret in page for secret in SECRETS)
    for page in pages:
        shown = html(mother, page)
        assert "argon2" not in shown
        assert "gulls" not in shown
    for act in ("", "undo/", "correct/"):
        address = f"{DOOR}{mali}/release/{checked.pk}/{act}"
        assert father.post(address).status_code == 404
        assert father.get(address).status_code == 404


def test_the_list_asks_as_much_for_one_child_as_for_all(world, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    setting, counted = world.settings["pre-school"], []
    for who in ("key-person", "manager"):
        with CaptureQueriesContext(connection) as asked:
            door_list(world.actor(who), setting)
        counted.append(len(asked))
    with CaptureQueriesContext(connection) as asked:
        child_at_door(world.actor("manager"), setting, world.children["Mali Evans"])
    assert counted[0] == counted[1]
    assert len(asked) <= counted[1] <= 12


def test_after_the_handing_over_the_last_step_says_so_and_leads_back_to_the_door(signed_in, door):
    checked = door.check("Anna Whitlock", known=True)
    door.hand(checked)
    there = f"{DOOR}{door.place().child_id}/release/{checked.pk}/"
    shown = html(signed_in("key-person"), there).partition("<main")[2].partition("</main>")[0]
    assert "Went with Anna Whitlock at 10:40." in shown
    assert f'href="{DOOR}"' in shown
    assert "Does Mali go with" not in shown
    assert "<button" not in shown


def test_each_name_of_the_list_has_its_line_and_the_form_repeats_none(signed_in, world):
    key = signed_in("key-person")
    listed = html(key).partition("door-3")[2].partition("</article>")[0]
    assert re.findall(r"<li><bdi>([^<]+)</bdi></li>", listed)
    asked = html(key, f"{DOOR}{world.children['Mali Evans']}/").partition("<main")[2]
    chosen = re.sub(r'<section[^>]*"photos".*?</section>', "", asked, flags=re.DOTALL)
    assert chosen.count("Nerys Evans") == 1
