"""The pages of outings: planned, agreed, asked, listed, printed; and what families find at `/on/`."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.audit.models import Entry
from seren.foundation.notify.kinds import told
from seren.foundation.notify.models import Notice
from seren.partnership.days import domain
from seren.partnership.days.models import Outing
from seren.partnership.days.notices import OUTING_ASKED, OUTING_CALLED_OFF
from tests.binding import bind
from tests.partnership.days.outings import MALI, YUSUF, rows

pytestmark = pytest.mark.django_db
LIST = "/room/outings/"


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def at(outing, rest=""):
    return f"/room/outing/{outing.pk}/{rest}"


def planned(world, **other):
    facts = {
        "name": "Pond walk", "place": "The canal", "day_day": "20", "day_month": "5", "day_year": "2025",
        "leaves": "9:30", "returns": "11.45", "transport": "walk", "ride": "", "adults": "3",
        "children_per_adult": "4", "leader": world.people["key-person"],
        "first_aider": world.people["manager"], "phone": "01632 960 777",
        "children": [world.children[MALI]], "bring": "Old bread stays at home", "risks_weighed": "on",
    }  # fmt: skip
    return {**facts, **other}


def test_sian_plans_bev_agrees_and_the_families_are_asked(signed_in, world, outings):
    sian, bev = signed_in("key-person"), signed_in("manager")
    form = page(sian, "/room/outings/plan/")
    assert 'value="4"' in form  # the number of the rule
    kept = sian.post("/room/outings/plan/", planned(world))
    made = rows(Outing).get(name="Pond walk")
    assert (kept.status_code, kept["Location"]) == (303, at(made))
    html = page(sian, at(made))
    for words in ("Draft", "We go to The canal on Tuesday 20 May 2025.", "Sian Prosser", "Mali"):
        assert words in html
    assert sian.post(at(made, "put/")).status_code == 303
    assert sian.post(at(made, "agree/")).status_code == 404
    assert "Agree to an outing: Pond walk" in page(bev, "/desk/")
    for step in ("agree/", "ask/"):
        assert bev.post(at(made, step)).status_code == 303
    html = page(bev, at(made))
    assert "Families are asked" in html
    assert "No answer yet" in html
    assert "Write down an answer from paper" in html
    assert "Agree to an outing" not in page(bev, "/desk/")
    mine = page(signed_in("mother"), "/family/permissions/")
    assert "Can your child come on this trip: Pond walk, 20/05/2025?" in mine
    assert (
        "We leave at 9:30 and are back at 11:45. We walk. One adult looks after 4 children at most." in mine
    )


def test_a_wrong_plan_says_so_and_keeps_what_was_typed(signed_in, world, outings):
    sian = signed_in("key-person")
    for other, words in (
        ({"day_year": "2024"}, "Choose today or a day to come."),
        ({"returns": "8:00"}, "Come back later than you leave."),
        ({"transport": "car"}, "Name the vehicle and who drives."),
        ({"children_per_adult": "9"}, "One adult looks after 4 children at most."),
        ({"children": []}, "Choose the children it is for."),
    ):
        answer = sian.post("/room/outings/plan/", planned(world, **other))
        html = answer.content.decode()
        assert answer.status_code == 422
        assert words in html
        assert "The canal" in html
    assert not rows(Outing).filter(name="Pond walk").exists()


def test_an_unanswered_child_is_not_offered_and_cannot_be_sent(signed_in, world, outings):
    """The issue’s own: an outing with one unanswered child cannot list that child; the sheet prints."""
    farm = outings.asked()
    outings.say("mother", farm, MALI)
    sian = signed_in("key-person")
    form = page(sian, at(farm, "list/"))
    assert str(world.children[MALI]) in form
    assert str(world.children[YUSUF]) not in form
    both = {"children": [world.children[MALI], world.children[YUSUF]]}
    assert sian.post(at(farm, "list/"), both).status_code == 422
    assert not outings.listed(farm).exists()
    assert sian.get(at(farm, "sheet/")).status_code == 404
    assert sian.post(at(farm, "list/"), {"children": [world.children[MALI]]}).status_code == 303
    sheet = page(sian, at(farm, "sheet/")).partition("<main")[2]
    assert "Mali" in sheet
    assert "Yusuf" not in sheet
    for words in ("If a child is missing", "First-aid kit", "Rhian", "01632 960 777"):
        assert words in sheet
    assert "CF" not in sheet.partition("Rhian")[2][:80]  # a telephone, never an address
    assert "Yusuf" in page(sian, at(farm))


def test_a_yes_taken_back_is_off_the_sheet_at_the_next_request(signed_in, world, outings):
    farm = outings.asked()
    outings.say("mother", farm, MALI)
    outings.say("parent-urdu", farm, YUSUF)
    outings.close(farm, MALI, YUSUF)
    bev, mum = signed_in("manager"), signed_in("mother")
    assert "Mali" in page(bev, at(farm, "sheet/"))
    key = outings.slip(farm, MALI).pk
    assert mum.post(f"/family/permissions/{key}/", {"say": "back en"}).status_code == 303
    sheet = page(bev, at(farm, "sheet/"))
    assert "Mali" not in sheet
    assert "Yusuf" in sheet
    assert "No yes any more" in page(bev, at(farm))


def test_the_sheet_is_watched_as_what_it_shows(signed_in, world, outings):
    farm = outings.asked(YUSUF)
    outings.say("parent-urdu", farm, YUSUF)
    outings.close(farm, YUSUF)
    before = set(Entry.objects.values_list("pk", flat=True))
    page(signed_in("manager"), at(farm, "sheet/"))
    seen = Entry.objects.exclude(pk__in=before).filter(child_id=world.children[YUSUF])
    assert {entry.record_class for entry in seen} >= {"C6", "C7", "C8"}


def test_a_practitioner_reads_yes_or_not_and_never_who_said_what(signed_in, world, outings):
    farm = outings.asked(MALI)
    outings.say("mother", farm, MALI)
    outings.say("father-other-home", farm, MALI, yes=False)
    html = page(signed_in("parent-and-staff"), at(farm))
    assert "No yes yet" in html
    for words in ("Disputed", "Gareth", "Write down", "slips/"):
        assert words not in html
    assert "Disputed" in page(signed_in("manager"), at(farm))


def test_slips_are_printed_for_those_who_have_not_answered(signed_in, world, outings):
    farm = outings.asked()
    outings.say("mother", farm, MALI)
    bev = signed_in("manager")
    html = bev.post(at(farm, "slips/")).content.decode()
    assert "Amina Khan" in html
    assert "Rhian Evans" not in html
    assert "Can your child come on this trip" in html
    mali = outings.asked(MALI, name="Museum")
    for who in ("parent-and-staff", "key-person", "grandmother", "stranger-parent"):
        assert signed_in(who).post(at(mali, "slips/")).status_code == 404
    assert bev.get(at(farm, "slips/")).status_code == 404  # looking makes no code


def test_a_slip_of_an_outing_leads_to_its_question_and_to_whose_answer_it_is(signed_in, world, outings):
    farm, bev = outings.asked(), signed_in("manager")
    before = set(Entry.objects.values_list("pk", flat=True))
    sheets = bev.post(at(farm, "slips/")).content.decode().split('class="letter"')[1:]
    amina = next(sheet for sheet in sheets if "Amina Khan" in sheet)
    code = re.search(r"\b[A-Z2-9]{4} [A-Z2-9]{4}\b", amina).group()
    there = bev.post("/desk/permissions/slip/", {"code": code})["Location"]
    key = outings.slip(farm, YUSUF).pk
    assert there.startswith(f"/desk/children/{world.children[YUSUF]}/permissions/{key}/key/?slip=")
    assert re.search(rf'value="{world.people["parent-urdu"]}"[^>]* checked', page(bev, there))
    seen = Entry.objects.exclude(pk__in=before).filter(record_class="C8", child_id=world.children[YUSUF])
    assert seen.exists()


def test_when_every_adult_has_answered_no_slip_is_printed(signed_in, outings):
    farm = outings.asked(MALI)
    outings.say("mother", farm, MALI)
    outings.say("father-other-home", farm, MALI, yes=False)
    bev = signed_in("manager")
    answer = bev.post(at(farm, "slips/"))
    assert (answer.status_code, answer["Location"]) == (303, at(farm))
    assert "There is nothing to ask." in page(bev, at(farm))


def test_families_find_their_outing_and_their_own_answer(signed_in, world, outings):
    farm = outings.asked()
    outings.say("father-other-home", farm, MALI, yes=False)
    mum = signed_in("mother")
    html = page(mum, "/on/")
    for words in ("Farm morning", "You have not answered.", "Wednesday 14 May 2025"):
        assert words in html
    one = page(mum, f"/on/{farm.pk}/")
    for words in ("Lower Barn farm", "Wellies and a hat", f"#q-{outings.slip(farm, MALI).pk}"):
        assert words in one
    for words in ("Yusuf", "Gareth", "You said no"):
        assert words not in html + one
    assert "You said no" in page(signed_in("father-other-home"), f"/on/{farm.pk}/")


@pytest.mark.parametrize("code", ["no-contact-at-site", "no-address", "no-info"])
def test_whoever_is_kept_from_the_place_finds_what_somebody_finds_who_was_never_asked(
    signed_in, world, outings, code
):
    dad = signed_in("father-other-home")
    before = dad.get("/on/")
    bind(world, "father-other-home", code)
    bare = dad.get("/on/")
    farm = outings.asked()
    outings.of(domain.call_off, "manager", farm)
    held = dad.get("/on/")
    assert held.status_code == before.status_code == 200
    for words in ("Farm", "Lower Barn", "14 May 2025"):
        assert words not in held.content.decode().partition("<main")[2]
    assert held.content.partition(b"<main")[2] == bare.content.partition(b"<main")[2]
    missing = dad.get(f"/on/{outings.world.children[MALI]}/")
    kept = dad.get(f"/on/{farm.pk}/")
    assert (missing.status_code, missing.content) == (kept.status_code, kept.content)
    assert kept.status_code == 404


def test_strangers_and_helpers_find_no_outing(signed_in, world, outings):
    farm = outings.asked()
    for who in ("stranger-parent", "grandmother", "other-setting-manager", "committee-chair"):
        client = signed_in(who)
        for address in (at(farm), at(farm, "sheet/"), f"/on/{farm.pk}/"):
            assert client.get(address).status_code == 404
    assert "Farm" not in page(signed_in("grandmother"), "/on/")


def test_families_are_told_when_they_are_asked_and_when_it_is_called_off(outings):
    bind(outings.world, "father-other-home", "no-contact-at-site")
    farm = outings.asked(MALI)
    outings.of(domain.call_off, "key-person", farm)
    sent = rows(Notice).filter(kind__startswith="days.outing", about_id=outings.world.children[MALI])
    kinds = list(sent.order_by("created_at", "id").values_list("kind", flat=True))
    assert kinds == ["days.outing_asked", "days.outing_called_off"]
    asked = sent.get(kind="days.outing_asked")  # whoever answers is told by the question itself
    assert outings.world.people["mother"] not in OUTING_ASKED.audience(told(asked), asked.created_at)
    notice = sent.get(kind="days.outing_called_off")
    people = OUTING_CALLED_OFF.audience(told(notice), notice.created_at)
    assert outings.world.people["mother"] in people
    assert outings.world.people["father-other-home"] not in people
    assert "Farm" not in f"{OUTING_CALLED_OFF.title} {OUTING_CALLED_OFF.line}"


def test_who_has_no_responsibility_reads_of_the_outing_and_is_told(outings):
    walk = outings.asked("Ivy Palmer")
    notice = rows(Notice).get(kind="days.outing_asked", about_id=outings.world.children["Ivy Palmer"])
    people = OUTING_ASKED.audience(told(notice), notice.created_at)
    assert outings.world.people["parent-without-pr"] in people
    assert walk.scope


def test_the_pages_ask_as_much_for_two_children_as_for_one(signed_in, world, outings):
    def asks(outing, rest=""):
        client = signed_in("manager")
        page(client, at(outing, rest))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page(client, at(outing, rest))
        return sum(1 for query in asked if query["sql"].startswith("SELECT"))

    one, two = outings.asked(MALI), outings.asked(MALI, YUSUF, name="Museum")
    outings.say("mother", one, MALI)
    outings.say("mother", two, MALI)
    outings.say("parent-urdu", two, YUSUF)
    assert asks(one) == asks(two)
    outings.close(one, MALI)
    outings.close(two, MALI, YUSUF)
    assert asks(one, "sheet/") == asks(two, "sheet/")


def test_somebody_at_work_who_is_kept_from_a_childs_place_finds_no_outing_of_that_child(
    signed_in, world, outings
):
    """Hannah works in Robins; an order keeps her from where Cadi is."""
    mixed, other = outings.draft(MALI, "Cadi Lloyd"), outings.draft(MALI, name="Museum")
    hannah = signed_in("parent-and-staff")
    assert hannah.get(at(mixed)).status_code == 200
    bind(world, "parent-and-staff", "no-address", child="Cadi Lloyd")
    assert hannah.get(at(mixed)).status_code == 404
    assert hannah.get(at(other)).status_code == 200
    assert str(mixed.pk) not in page(hannah, LIST)
