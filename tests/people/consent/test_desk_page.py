"""`/desk/children/<id>/permissions/`: what is asked, how it stands, who said what; asking, keying paper."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.people.consent.terms import Code

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def at(world, rest="", child="Mali Evans"):
    return f"/desk/children/{world.children[child]}/permissions/{rest}"


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def sent(client, address, **said):
    return client.post(address, said)


def test_bev_asks_for_a_trip_and_sees_that_nobody_answered(signed_in, world, consent):
    bev = signed_in("manager")
    assert "Nothing is asked yet." in page(bev, at(world))
    form = page(bev, at(world, "ask/out-specific/"))
    assert "Can your child come on this trip: [name]?" in form
    day = {"until_day": "20", "until_month": "5", "until_year": "2025"}
    answer = sent(bev, at(world, "ask/out-specific/"), scope="Lower Barn farm", **day)
    assert (answer.status_code, answer["Location"]) == (303, at(world))
    html = page(bev, at(world))
    for words in ("Lower Barn farm", "No answer yet", "It ends on Tuesday 20 May 2025."):
        assert words in html
    assert consent.asked().get().code == "out-specific"


def test_what_needs_nothing_typed_is_one_button(signed_in, world, consent):
    bev = signed_in("manager")
    form = page(bev, at(world, "ask/photo-web/")).partition("<main")[2].partition("</main>")[0]
    assert 'type="text"' not in form
    assert sent(bev, at(world, "ask/photo-web/")).status_code == 303
    assert consent.asked().get().code == "photo-web"
    assert "ask/photo-web/" not in page(bev, at(world))  # it waits for an answer
    refused = sent(bev, at(world, "ask/photo-web/"))
    assert refused.status_code == 422
    assert "You asked this already." in refused.content.decode()


@pytest.mark.parametrize("code", ["observer", "photo-journal-own", "collect", "nothing"])
def test_what_is_not_for_asking_has_no_page(signed_in, world, code):
    assert signed_in("manager").get(at(world, f"ask/{code}/")).status_code == 404
    assert f"ask/{code}/" not in page(signed_in("manager"), at(world))


def test_two_who_disagree_are_a_word_for_staff(signed_in, world, consent):
    for code in (Code.PHOTO_WEB, Code.PLASTERS, Code.TRANSPORT):
        asked = consent.ask(code, **({"scope": "The red bus"} if code is Code.TRANSPORT else {}))
        consent.say("mother", asked, yes=True)
        consent.say("father-other-home", asked, yes=False)
    html = page(signed_in("manager"), at(world))
    assert html.count("Disputed") == 3
    for line in ("It is a no until both agree.", "The yes goes on. Talk with both.",
                 "It is a no until the manager decides."):  # fmt: skip
        assert line in html
    assert "Rhian Evans" in html
    assert "Yes. On their own page, Wednesday 14 May 2025." in html
    assert "Gareth Evans" in html


def test_what_ended_and_who_wants_to_talk_stand_there(signed_in, world, consent):
    asked = consent.ask()
    consent.say("mother", asked, yes=True)
    consent.talk("father-other-home", asked)
    assert "Gareth Evans wants to talk about it." in page(signed_in("manager"), at(world))
    with time_machine.travel(clock.at_london(date(2025, 10, 2), 9), tick=False):
        html = page(signed_in("manager"), at(world))
        assert "It ended on Tuesday 30 September 2025. Ask again." in html
        assert "ask/photo-web/" in html


def test_bev_writes_down_a_signed_slip(signed_in, world, consent):
    asked, bev = consent.ask(), signed_in("manager")
    address = at(world, f"{asked.pk}/key/")
    html = page(bev, address)
    assert asked.words["en"]["question"].replace("’", "’") in html
    assert "Rhian Evans" in html
    assert "Nerys" not in html  # she may not decide
    said = {
        "adult": world.people["mother"], "said": "yes", "channel": "paper", "language": "cy", "witness": "",
        "signed_on_day": "14", "signed_on_month": "5", "signed_on_year": "2025",
    }  # fmt: skip
    assert sent(bev, address, **said)["Location"] == at(world)
    word = consent.rows().get()
    assert (word.channel, word.language, word.keyed_by_id) == ("paper", "cy", world.people["manager"])
    assert "Yes. On paper, signed, Wednesday 14 May 2025." in page(bev, at(world))
    spoken = sent(bev, address, **{**said, "channel": "spoken"})
    assert spoken.status_code == 422
    assert "A spoken yes is not enough here." in spoken.content.decode()


def test_the_safeguarding_lead_reads_and_changes_nothing(signed_in, world, consent):
    asked = consent.ask()
    lead = signed_in("safeguarding-lead")
    html = page(lead, at(world))
    assert "Photos on our website" in html
    assert "Write down an answer" not in html
    assert "Ask for this" not in html
    assert lead.get(at(world, "ask/video/")).status_code == 404
    assert lead.get(at(world, f"{asked.pk}/key/")).status_code == 404


@pytest.mark.parametrize("who", ["key-person", "mother", "committee-chair", "other-setting-manager"])
def test_who_leads_nothing_here_finds_nothing(signed_in, world, consent, who):
    asked, client = consent.ask(), signed_in(who)
    for rest in ("", "ask/video/", f"{asked.pk}/key/"):
        assert client.get(at(world, rest)).status_code == 404


def test_a_question_is_not_keyed_on_another_child_s_page(signed_in, world, consent):
    asked = consent.ask()
    assert signed_in("manager").get(at(world, f"{asked.pk}/key/", "Ellie Cole")).status_code == 404


def test_another_setting_s_questions_are_its_own(signed_in, world, consent):
    """Zofia is in two settings of the provider; the pre-school’s desk has the pre-school’s questions."""
    consent.ask(child="Zofia Nowak", setting="pre-school")
    consent.ask(Code.VIDEO, child="Zofia Nowak", setting="club")
    html = page(signed_in("deputy"), at(world, child="Zofia Nowak"))
    cards = html.partition("<main")[2].partition('id="ask"')[0]
    assert "Photos on our website" in cards
    assert "Films" not in cards


def test_reading_them_is_written_down_and_they_are_linked(signed_in, world, consent):
    bev = signed_in("manager")
    assert at(world) in page(bev, f"/desk/children/{world.children['Mali Evans']}/")
    page(bev, at(world))
    assert Entry.objects.filter(event="audit.saw", page="consent.look", record_class="C8").count() == 1


def test_ten_questions_cost_what_one_costs(signed_in, world, consent):
    bev, counts = signed_in("manager"), []
    consent.ask(Code.PARACETAMOL)
    page(bev, at(world))
    few = [Code.PHOTO_WEB, Code.PLASTERS]
    for batch in ([], few, [Code.VIDEO, Code.OUT_ROUTINE, Code.ANIMALS, Code.SCREEN, Code.FOOD_TASTING]):
        for code in batch:
            asked = consent.ask(code)
            consent.say("mother", asked, yes=True)
            consent.talk("father-other-home", asked)
        with CaptureQueriesContext(connection) as queries:
            page(bev, at(world))
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2]
