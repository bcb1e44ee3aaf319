"""`/family/permissions/`: a parent’s own answers and what holds; never that, who or how another answered."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.translation import gettext

from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.people.consent.models import TalkWish
from seren.people.consent.terms import Code, Saying
from seren.people.families.terms import RestrictionCode

pytestmark = [pytest.mark.db, pytest.mark.django_db]
HERE = "/family/permissions/"
TALK = "we would like to talk with you"
SORRY = (
    "We do not have every question in your language yet. Choose “Ask me about it”, and we read it with you."
)


def page(client, **given):
    answer = client.get(HERE, given)
    assert answer.status_code == 200
    return answer.content.decode()


def bare(html):
    return re.sub(r'csrf[^>]*value="[^"]+"|nonce="[^"]+"', "", html)


def press(client, asked, say, language="en"):
    answer = client.post(f"{HERE}{asked.pk}/", {"say": f"{say} {language}"})
    return answer.status_code


def buttons(html):
    return re.findall(r'name="say" value="(\w+) \w+"', html)


def test_where_nothing_is_asked_the_page_says_so(signed_in):
    html = page(signed_in("mother"))
    assert "Nothing to answer" in html
    assert "<form" not in html.partition("<main")[2].partition("</main>")[0]


def test_a_question_says_what_for_who_sees_it_how_long_and_the_way_out(signed_in, consent):
    asked = consent.ask()
    html = page(signed_in("mother"))
    for part in asked.words["en"].values():
        assert part.replace("’", "’") in html
    assert "Hill Lane Pre-school asks." in html
    assert "You have not answered. Until there is a yes, it is a no." in html


def test_the_three_answers_weigh_the_same_and_none_is_chosen(signed_in, consent):
    consent.ask()
    html = page(signed_in("mother"))
    found = re.findall(r'<button class="([^"]+)" type="submit" name="say" value="(\w+) \w+"', html)
    assert [say for _look, say in found] == ["yes", "no", "talk"]
    assert len({look for look, _say in found}) == 1
    assert "checked" not in html
    assert "autofocus" not in html


def test_one_tap_says_yes_and_one_tap_takes_it_back(signed_in, consent):
    asked, mother = consent.ask(), signed_in("mother")
    assert press(mother, asked, "yes") == 303
    html = page(mother)
    assert "You said yes on Wednesday 14 May 2025. It is in force." in html
    assert buttons(html) == ["back", "talk"]
    assert press(mother, asked, "back") == 303
    html = page(mother)
    assert "You took your yes back on Wednesday 14 May 2025. It is not in force." in html
    assert buttons(html) == ["yes", "talk"]


def test_asking_to_talk_is_no_answer(signed_in, consent):
    asked, mother = consent.ask(), signed_in("mother")
    assert press(mother, asked, "talk") == 303
    html = page(mother)
    assert "You want to talk about it. We will come to you." in html
    assert "You have not answered." in html
    assert consent.rows(TalkWish).count() == 1
    assert not consent.rows().exists()


@pytest.mark.parametrize("say", ["", "maybe", "YES"])
def test_what_is_no_answer_is_none(signed_in, consent, say):
    asked, mother = consent.ask(), signed_in("mother")
    assert press(mother, asked, say) == 303
    assert "Choose yes, no, or ask about it." in page(mother)
    assert not consent.rows().exists()


def test_rhian_is_not_told_that_gareth_said_no(signed_in, consent):
    asked, mother = consent.ask(), signed_in("mother")
    before = page(mother)
    consent.say("father-other-home", asked, yes=False)
    assert bare(page(mother)) == bare(before)  # to her nothing has happened
    press(mother, asked, "yes")
    page(mother)
    html = page(mother)
    assert f"You said yes on Wednesday 14 May 2025. It is not in force; {TALK}." in html
    assert "Not in force" in html
    for leak in ("Gareth", "father", "another", "disputed", "Disputed", "disagree"):
        assert leak not in html.partition("<main")[2].partition("</main>")[0]


def test_gareth_reads_his_own_no_and_where_care_goes_on_that_it_does(signed_in, consent):
    photo, plaster = consent.ask(), consent.ask(Code.PLASTERS)
    for asked in (photo, plaster):
        consent.say("mother", asked, yes=True)
        consent.say("father-other-home", asked, yes=False)
    html = page(signed_in("father-other-home"))
    assert "You said no on Wednesday 14 May 2025. It is not in force." in html
    assert f"You said no on Wednesday 14 May 2025. It is in force; {TALK}." in html
    assert "Rhian" not in html


def test_what_another_says_in_which_way_changes_no_byte(signed_in, consent, now):
    """Gareth’s page is the same whether Rhian’s no came on paper, on her page or as a yes taken back."""
    father, seen = signed_in("father-other-home"), []
    for code, speak in (
        (Code.PHOTO_WEB, lambda asked: consent.say("mother", asked, yes=False)),
        (Code.PHOTO_DISPLAY, lambda asked: consent.key("mother", asked, said=Saying.NO)),
        (
            Code.VIDEO,
            lambda asked: (consent.say("mother", asked, yes=True), consent.take_back("mother", asked)),
        ),
    ):
        asked = consent.ask(code)
        speak(asked)
        html = page(father)
        card = html.partition(f'id="q-{asked.pk}"')[2].partition("</article>")[0]
        seen.append(bare(card.partition('<p class="cluster gap-2">')[2]).replace(str(asked.pk), ""))
    assert seen[0] == seen[1] == seen[2]


def test_darren_finds_no_question_about_ellie(signed_in, consent):
    consent.ask(child="Ellie Cole")
    html = page(signed_in("father-restricted"))
    assert "Nothing to answer" in html
    assert "Ellie" not in html.partition("<main")[2]


def test_the_next_look_after_a_restriction_is_empty(signed_in, consent):
    asked, father = consent.ask(), signed_in("father-other-home")
    assert "website" in page(father)
    consent.keep_out("father-other-home")
    assert "website" not in page(father)
    assert press(father, asked, "yes") == 404
    assert not consent.rows().exists()


def test_who_is_kept_from_the_place_is_not_told_it_by_a_question(signed_in, consent, monkeypatch):
    for code, facts in (
        (Code.PHOTO_WEB, {}),
        (Code.SUN_CREAM, {"scope": "Sunny Day 50"}),
        (Code.OUT_ROUTINE, {}),
        (Code.OUT_SPECIFIC, {"scope": "Lower Barn farm", "until": date(2025, 5, 20)}),
        (Code.FOREST, {"scope": "Bell Wood", "until": date(2025, 5, 21)}),
    ):
        consent.ask(code, **facts)
    father = signed_in("father-other-home")
    assert "Lower Barn farm" in page(father)
    consent.keep_out("father-other-home", code=RestrictionCode.NO_ADDRESS)
    html = page(father).partition("<main")[2].partition("</main>")[0]
    assert "website" in html
    assert "Sunny Day 50" in html
    for leak in ("Lower Barn", "Bell Wood", "Hill Lane", "Walks"):
        assert leak not in html


def test_a_parent_without_responsibility_reads_and_does_not_answer(signed_in, consent, world):
    asked = consent.ask()
    ties = system(SystemReason.WRITING, apps.get_model("families.Guardianship"))
    ties.filter(adult=world.people["father-other-home"]).update(
        responsibility="unknown", basis="", natural_parent=True
    )
    father = signed_in("father-other-home")
    html = page(father)
    assert "An adult with parental responsibility answers this." in html
    assert buttons(html) == []
    assert press(father, asked, "yes") == 404


@pytest.mark.parametrize("who", ["grandmother", "stranger-parent"])
def test_others_of_the_family_and_other_families_find_nothing(signed_in, consent, who):
    asked = consent.ask()
    client = signed_in(who)
    assert str(asked.pk) not in page(client)
    assert press(client, asked, "yes") == 404


@pytest.mark.parametrize("who", ["key-person", "manager", "committee-chair"])
def test_the_page_is_a_family_s(signed_in, who):
    assert signed_in(who).get(HERE).status_code == 404


def test_after_its_last_day_a_question_has_no_buttons(signed_in, consent):
    asked = consent.ask()
    consent.say("mother", asked, yes=True)
    with time_machine.travel(clock.at_london(date(2025, 10, 2), 9), tick=False):
        html = page(signed_in("mother"))
        assert "This ended on Tuesday 30 September 2025." in html
        assert "You said yes" not in html
        assert buttons(html) == []
        consent.ask()
        html = page(signed_in("mother"))
        assert "You said yes on Wednesday 14 May 2025, and that has ended. Now we ask you again." in html
        assert buttons(html) == ["yes", "no", "talk"]


def test_what_waits_for_an_answer_stands_first(signed_in, consent, now):
    first = consent.ask(Code.PHOTO_WEB)
    consent.say("mother", first, yes=True)
    second = consent.ask(Code.PLASTERS, now=now - timedelta(days=1))
    html = page(signed_in("mother"))
    assert html.index(f"q-{second.pk}") < html.index(f"q-{first.pk}")


def test_reading_one_s_permissions_is_written_down(signed_in, consent, world):
    consent.ask()
    page(signed_in("mother"))
    seen = Entry.objects.filter(event="audit.saw", page="consent.follow")
    assert [(one.record_class, one.child_id) for one in seen] == [("C8", world.children["Mali Evans"])]


def test_welsh_reader_answers_the_welsh_words(signed_in, consent, world):
    asked, mother = consent.ask(), signed_in("mother")
    mother.get("/?lang=cy")
    html = page(mother)
    assert asked.words["cy"]["purpose"] in html
    press(mother, asked, "yes", language="cy")
    assert consent.rows().get().language == "cy"


def test_who_can_give_a_yes_reads_every_word_and_who_gave_it_may_open_them_again(signed_in, consent):
    asked, mother = consent.ask(), signed_in("mother")
    assert "<details" not in page(mother).partition("<article")[2].partition("</article>")[0]
    press(mother, asked, "yes")
    card = page(mother).partition("<article")[2].partition("</article>")[0]
    shown, _details, folded = card.partition("<details")
    assert asked.words["en"]["question"] in shown
    assert all(asked.words["en"][part] in folded for part in ("purpose", "audience", "duration", "way_out"))
    assert '<details class="fold" open' not in card
    press(mother, asked, "back")
    assert "<details" not in page(mother).partition("<article")[2].partition("</article>")[0]


def test_words_in_another_language_than_the_readers_are_marked_and_announced_once(signed_in, consent):
    consent.ask(Code.PLASTERS)
    consent.ask(Code.PHOTO_WEB)
    mother, sorry = signed_in("mother"), SORRY
    assert sorry not in page(mother)
    mother.get("/?lang=ur")
    html = page(mother)
    assert len(re.findall(r'<h3 class="t1" dir="ltr" id="q-[^"]+" lang="en">', html)) == 2
    with translation.override("ur"):
        assert html.count(gettext(sorry)) == 1


def test_thirty_questions_cost_what_one_costs(signed_in, consent):
    codes = [Code.PHOTO_WEB, Code.PLASTERS, Code.VIDEO, Code.OUT_ROUTINE, Code.ANIMALS, Code.FACE_PAINT,
             Code.FOOD_TASTING, Code.SCREEN, Code.EMERG_TREAT, Code.PHOTO_DISPLAY]  # fmt: skip
    mother, counts = signed_in("mother"), []
    consent.ask(Code.PARACETAMOL)
    page(mother)
    for batch in ([], codes[:2], codes[2:]):
        for code in batch:
            consent.say("mother", consent.ask(code), yes=True)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page(mother)
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2]
