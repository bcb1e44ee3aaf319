"""The pages of care: for two homes at one minute, for the team, for the desk; and nobody else."""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock, ids
from seren.partnership.days import domain
from seren.partnership.days.models import CareEntry, Medicine
from seren.partnership.days.terms.care import AddedKind, ToldHow
from seren.people.provision.models import Membership
from tests.binding import bind

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def main(html):
    return html.partition("<main")[2].partition("</main>")[0]


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return main(answer.content.decode())


def status(client, address):
    return client.get(address).status_code


def room(world, rest="", child="Mali Evans"):
    return f"/room/child/{world.children[child]}/care/{rest}"


def when(hour="10:30", day="14"):
    return {"time": hour, "day_day": day, "day_month": "5", "day_year": "2025", "entry": str(ids.new())}


# --- At home ---


def test_both_homes_find_the_same_dose_and_fall_from_the_same_minute(signed_in, care):
    dose, fall = care.give(care.ready()), care.fall()
    pages = [page(signed_in(who), "/family/care/") for who in ("mother", "father-other-home")]
    for html in pages:
        assert "Amoxivane" in html
        assert f"/family/care/{dose.pk}/" in html
        assert f"/family/care/{fall.pk}/" in html
    entries = [page(signed_in(who), f"/family/care/{fall.pk}/") for who in ("mother", "father-other-home")]
    bare = [re.sub(r'value="[^"]+"', "", html) for html in entries]
    assert bare[0] == bare[1]
    assert "She tripped on the step." in bare[0]


def test_what_rhian_read_and_when_gareth_never_learns(signed_in, care):
    fall, mother = care.fall(), signed_in("mother")
    before = page(signed_in("father-other-home"), f"/family/care/{fall.pk}/")
    domain.tell_family(
        actor=care.world.actor("key-person"), entry=fall, adult=care.world.people["mother"],
        how=ToldHow.AT_DOOR, now=clock.now(),
    )  # fmt: skip
    assert mother.post(f"/family/care/{fall.pk}/read/").status_code == 303
    assert "You have read this" in page(mother, f"/family/care/{fall.pk}/")
    after = page(signed_in("father-other-home"), f"/family/care/{fall.pk}/")
    assert re.sub(r'value="[^"]+"', "", before) == re.sub(r'value="[^"]+"', "", after)


def test_gareth_kept_from_news_finds_nothing_at_all(signed_in, care):
    dose, fall, gareth = care.give(care.ready()), care.fall(), signed_in("father-other-home")
    bind(care.world, "father-other-home", "no-info")
    html = page(gareth, "/family/care/")
    for canary in ("Amoxivane", "5 ml", str(fall.pk), str(dose.pk), "Mali"):
        assert canary not in html
    for address in (
        f"/family/care/{fall.pk}/",
        f"/family/care/medicine/{care.world.children['Mali Evans']}/",
    ):
        assert status(gareth, address) == 404
    assert gareth.post(f"/family/care/{fall.pk}/read/").status_code == 404


def test_the_restricted_father_of_the_world_finds_nothing_of_ellies_course(signed_in, world):
    darren = signed_in("father-restricted")
    entries = system(SystemReason.WRITING, CareEntry).filter(child=world.children["Ellie Cole"])
    assert entries.count() == 2
    assert "Amoxivane" not in page(darren, "/family/care/")
    assert {status(darren, f"/family/care/{entry.pk}/") for entry in entries} == {404}


@pytest.mark.parametrize("who", ["grandmother", "stranger-parent", "key-person"])
def test_whom_it_does_not_concern_finds_no_entry_at_home(signed_in, care, who):
    assert status(signed_in(who), f"/family/care/{care.fall().pk}/") == 404


def test_gareth_who_may_not_know_the_place_reads_what_happened_and_not_where(signed_in, care):
    fall = care.fall()
    bind(care.world, "father-other-home", "no-contact-at-site")
    html = page(signed_in("father-other-home"), f"/family/care/{fall.pk}/")
    assert "She tripped on the step." in html
    assert "The garden" not in html


def test_the_other_child_is_on_no_page_of_a_family(signed_in, care):
    fall = care.fall(other_child=care.world.children["Yusuf Khan"])
    assert "Yusuf" not in page(signed_in("mother"), f"/family/care/{fall.pk}/")
    assert "Yusuf" in page(signed_in("key-person"), f"/room/care/{fall.pk}/")


def test_rhian_writes_a_medicine_down_and_takes_her_yes_back_with_one_tap(signed_in, care):
    rhian, mali = signed_in("mother"), care.world.children["Mali Evans"]
    address = f"/family/care/medicine/{mali}/"
    assert "One medicine, one dose" in page(rhian, address)
    said = {
        "name": "Amoxivane", "dose": "5 ml", "often": "after lunch", "prescribed": "doctor",
        "from_day_day": "14", "from_day_month": "5", "from_day_year": "2025",
        "until_day_day": "20", "until_day_month": "5", "until_day_year": "2025",
    }  # fmt: skip
    refused = rhian.post(address, {**said, "name": "Medicines"})
    assert refused.status_code == 422
    assert "one medicine at a time" in refused.content.decode()
    assert 'value="after lunch"' in refused.content.decode()
    assert rhian.post(address, said)["Location"] == "/family/care/"
    medicine = care.medicines().get()
    html = page(rhian, "/family/care/")
    assert "In force" in html
    url, say = f"/family/permissions/{medicine.asked_id}/", "back en"
    assert url in html
    assert f'value="{say}"' in html
    assert rhian.post(url, {"say": say}).status_code == 303
    assert "Not in force" in page(rhian, "/family/care/")
    assert "Amoxivane, 5 ml, after lunch" in page(rhian, "/family/permissions/")


def test_where_nothing_happened_the_page_says_so(signed_in):
    html = page(signed_in("parent-welsh"), "/family/care/")
    assert "No medicine is written down." in html
    assert "Nothing to tell." in html


# --- In the room ---


def test_sian_gives_a_dose_in_few_taps_and_says_that_she_told_rhian(signed_in, care):
    medicine, sian = care.ready(), signed_in("key-person")
    here = room(care.world, f"medicine/{medicine.pk}/give/")
    assert here in page(sian, "/room/care/")
    form = page(sian, here)
    for standing in ('value="5 ml"', 'value="10:40"', 'value="14"'):
        assert standing in form
    said = {**when("10:40"), "outcome": "taken", "amount": "5 ml"}
    said["by"] = str(care.world.people["key-person"])
    answer = sian.post(here, said)
    dose = care.entries().get()
    assert answer["Location"] == f"/room/care/{dose.pk}/"
    assert "Nobody of the family knows yet." in page(sian, f"/room/care/{dose.pk}/")
    told = {"adult": str(care.world.people["mother"]), "how": "at-door"}
    assert sian.post(f"/room/care/{dose.pk}/", told).status_code == 303
    assert "Rhian Evans: At the door" in page(sian, f"/room/care/{dose.pk}/")
    assert sian.post(here, said).status_code == 303
    assert care.entries().count() == 1  # sent twice is once


def test_a_dose_that_may_not_be_given_keeps_what_was_typed_and_points_to_the_emergency(signed_in, care):
    medicine, sian = care.ready(), signed_in("key-person")
    care.take_back("mother", medicine)
    here = room(care.world, f"medicine/{medicine.pk}/give/")
    assert "Do not give it now" in page(sian, room(care.world))
    said = {**when(), "outcome": "taken", "amount": "Half of it", "by": str(care.world.people["key-person"])}
    answer = sian.post(here, {**said, "time": "10:40"})
    html = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Ring a parent first.", 'value="Half of it"', room(care.world, "emergency/")):
        assert words in html
    assert "Ring 999 first." in page(sian, room(care.world, "emergency/"))


def test_an_accident_in_one_form_and_an_emergency_without_a_permission(signed_in, care):
    sian, me = signed_in("key-person"), str(care.world.people["key-person"])
    said = {"what": "She slipped.", "parts": ["head", "left-arm"], "done": "A cold cloth.", "where": "Hall"}
    assert sian.post(room(care.world, "accident/"), {**when(), **said, "by": me}).status_code == 303
    said = {"given_as": "other", "name": "Pen", "amount": "One", "words": "A rash.", "by": me}
    assert sian.post(room(care.world, "emergency/"), {**when(), **said}).status_code == 303
    entries = list(care.entries().order_by("kind"))
    assert [one.details.get("parts") for one in entries] == [["head", "left-arm"], None]
    assert "Head, Left arm" in page(sian, f"/room/care/{entries[0].pk}/")
    assert "without a permission" in page(sian, f"/room/care/{entries[1].pk}/")


def test_ones_own_key_children_come_first_in_the_list_of_whom_to_tell(signed_in, care):
    """Hannah is Kai’s key person."""
    mine = care.fall(at=clock.now() - timedelta(minutes=5))
    hannahs = care.fall(who="deputy", child="Kai Bennett", witness=None)
    html = page(signed_in("key-person"), "/room/care/")
    assert html.index(str(mine.pk)) < html.index(str(hannahs.pk))


def test_a_practitioner_of_another_room_gets_the_same_page_as_for_nothing(signed_in, world):
    sian = signed_in("key-person")
    entry = system(SystemReason.WRITING, CareEntry).filter(child=world.children["Ellie Cole"]).first()
    medicine = system(SystemReason.WRITING, Medicine).get(child=world.children["Ellie Cole"])
    ellie = "Ellie Cole"
    for address in (
        f"/room/care/{entry.pk}/", f"/room/care/{entry.pk}/words/", room(world, child=ellie),
        room(world, "accident/", ellie), room(world, f"medicine/{medicine.pk}/give/", ellie),
    ):  # fmt: skip
        assert status(sian, address) == 404, address
    assert "Amoxivane" not in page(sian, "/room/care/")


def test_a_practitioner_of_the_room_who_is_nobodys_key_person_there_only_reads(signed_in, care):
    """Hannah, in Mali’s room: the permit matrix gives her what keeps a child safe, to read (trust.md 4.2)."""
    medicine, fall, hannah = care.ready(), care.fall(), signed_in("parent-and-staff")
    html = page(hannah, room(care.world))
    assert "You may give it" in html
    for act in ("/give/", "/bottle/", "accident/", "emergency/"):
        assert act not in html
    assert "I told them" not in page(hannah, f"/room/care/{fall.pk}/")
    for address in (room(care.world, f"medicine/{medicine.pk}/give/"), room(care.world, "accident/")):
        assert status(hannah, address) == 404


def test_a_volunteer_reads_nothing_of_it(signed_in, care):
    fall, client = care.fall(), signed_in("key-person")
    members = system(SystemReason.WRITING, Membership).filter(person=care.world.people["key-person"])
    members.update(role="volunteer")
    for address in ("/room/care/", f"/room/care/{fall.pk}/", room(care.world), room(care.world, "accident/")):
        assert status(client, address) == 404, address


def test_staff_who_are_family_of_the_child_read_as_family_only(signed_in, world, care):
    """Hannah works in the Robins, and Cadi is hers, and now one of the Robins too."""
    mine = system(SystemReason.WRITING, apps.get_model("families.Enrolment")).filter(
        child=world.children["Cadi Lloyd"]
    )
    robins = system(SystemReason.WRITING, apps.get_model("families.Enrolment")).get(
        child=world.children["Mali Evans"], setting=world.settings["pre-school"]
    )
    mine.update(room=robins.room_id)
    fall = care.fall(who="practitioner-other-room", child="Cadi Lloyd", witness=None)
    hannah = signed_in("parent-and-staff")
    assert status(hannah, f"/room/care/{fall.pk}/") == 404
    assert "She tripped" in page(hannah, f"/family/care/{fall.pk}/")


# --- At the desk ---


def test_what_waits_stands_on_the_desk_until_somebody_did_it(signed_in, care):
    bev = signed_in("manager")
    dose, fall = care.emergency(), care.fall(serious=True)
    care.say("father-other-home", care.ready(), yes=False)
    html = page(bev, "/desk/")
    for words in (
        "Mali had a medicine without a permission", "Report the accident of Mali",
        "This is not legal advice.", "Two adults do not agree about care for Mali",
        "2 families are not told yet",
    ):  # fmt: skip
        assert words in html, words
    manager, now = care.world.actor("manager"), clock.now()
    domain.add_words(actor=manager, entry=dose, kind=AddedKind.FOLLOW_UP, words="We rang Mum.", now=now)
    said = {"on_day_day": "14", "on_day_month": "5", "on_day_year": "2025", "reference": "EY-77"}
    assert "27 May" in page(bev, f"/desk/care/{fall.pk}/report/")
    assert bev.post(f"/desk/care/{fall.pk}/report/", said)["Location"] == "/desk/care/"
    for entry in (dose, fall):
        domain.tell_family(
            actor=manager, entry=entry, adult=care.world.people["mother"], how=ToldHow.PHONE, now=now
        )
    html = page(bev, "/desk/")
    for words in ("without a permission", "Report the accident", "2 families"):
        assert words not in html, words
    assert "1 family is not told yet" in html  # Yusuf’s


def test_the_book_of_a_month_prints_every_entry_with_what_was_put_right(signed_in, care):
    fall = care.fall()
    domain.add_words(
        actor=care.world.actor("key-person"), entry=fall, kind=AddedKind.CORRECTION, words="The right leg.",
        now=clock.now(),
    )  # fmt: skip
    html = page(signed_in("manager"), "/desk/care/2025-05/")
    for words in ("May 2025", "She tripped on the step.", "The right leg.", "Nobody of the family was told."):
        assert words in html
    assert "None in this month." in page(signed_in("manager"), "/desk/care/2024-05/")
    for who, address in (("manager", "/desk/care/soon/"), ("key-person", "/desk/care/2025-05/")):
        assert status(signed_in(who), address) == 404


def test_bev_asks_for_a_medicine_from_the_page_of_permissions(signed_in, care):
    bev, mali = signed_in("manager"), care.world.children["Mali Evans"]
    here = f"/desk/children/{mali}/medicine/"
    assert here in page(bev, f"/desk/children/{mali}/permissions/")
    said = {
        "name": "Amoxivane", "dose": "5 ml", "often": "noon", "prescribed": "nurse",
        "from_day_day": "14", "from_day_month": "5", "from_day_year": "2025",
        "until_day_day": "20", "until_day_month": "5", "until_day_year": "2025",
    }  # fmt: skip
    assert bev.post(here, said).status_code == 303
    assert "Amoxivane, 5 ml, noon" in page(bev, f"/desk/children/{mali}/permissions/")
    assert "Mali: Amoxivane" in page(bev, "/desk/care/")  # nobody has said yes
    assert status(bev, f"/desk/children/{mali}/permissions/ask/med-named/") == 404


# --- What holds for all ---


def test_whoever_reads_it_is_written_down_once_for_each_child(signed_in, care):
    fall = care.fall()
    for who, address in (
        ("mother", f"/family/care/{fall.pk}/"), ("key-person", f"/room/care/{fall.pk}/"),
        ("deputy", "/desk/care/2025-05/"),
    ):  # fmt: skip
        before = Entry.objects.filter(event="audit.saw", child_id=fall.child_id, record_class="C5").count()
        page(signed_in(who), address)
        saw = Entry.objects.filter(event="audit.saw", child_id=fall.child_id, record_class="C5")
        assert saw.count() == before + 1, address


def test_each_page_asks_as_often_for_one_entry_as_for_many(signed_in, care):
    pages = [
        (signed_in("mother"), "/family/care/"), (signed_in("key-person"), "/room/care/"),
        (signed_in("manager"), "/desk/care/2025-05/"), (signed_in("manager"), "/desk/care/"),
    ]  # fmt: skip
    medicine, counts = care.ready(), []
    for more in (1, 3):
        for _one in range(more):
            care.give(medicine)
            care.fall()
        counts.append([asked_by(client, address) for client, address in pages])
    assert counts[0] == counts[1]


def asked_by(client, address):
    """Of a browser that was there before: the first view of a child in an hour is written down."""
    page(client, address)
    with CaptureQueriesContext(connection) as asked:
        page(client, address)
    return len(asked)


def test_nothing_of_a_childs_health_stands_in_the_database_in_plain_letters(care):
    medicine = care.bring(name="Zanthoprimox", dose="7 drops of it", often="at elevenses")
    care.look(medicine)
    care.give(medicine, amount="Sevendrops", words="She winced a bit.")
    care.emergency(name="Quillopen", words="A blotchy rash.", rang="Grandpa Wilf")
    fall = care.fall(what="A wobbly plank.", marks="Purplish", done="Witch hazel.", where="Behind the shed")
    domain.add_words(
        actor=care.world.actor("key-person"), entry=fall, kind=AddedKind.CORRECTION, words="Two planks.",
        now=clock.now(),
    )  # fmt: skip
    canaries = (
        "Zanthoprimox", "7 drops", "elevenses", "Sevendrops", "winced", "Quillopen", "blotchy", "Wilf",
        "wobbly",        "Purplish", "Witch hazel", "Behind the shed", "Two planks", "left-leg",
    )  # fmt: skip
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            held = "".join(
                bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)
                for row in cursor.fetchall()
                for value in row
            )
            assert [canary for canary in canaries if canary in held] == [], table
