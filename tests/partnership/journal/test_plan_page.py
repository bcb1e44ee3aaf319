"""The plan: home and setting side by side; each home's words stay in that home and with staff."""

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.ui.dues import due_words
from seren.partnership.journal.models import NextStep

pytestmark = pytest.mark.db


def plan(client, child):
    answer = client.get(f"/mine/child/{child}/plan/")
    assert answer.status_code == 200
    return answer.context_data["page"], answer.content.decode()


def open_step(world, name):
    return system(SystemReason.DECIDING, NextStep).get(pk=world.steps[name])


def test_key_person_reads_what_both_homes_know_beside_the_step(signed_in, world):
    page, _html = plan(signed_in("key-person"), world.children["Mali Evans"])
    said = [words.author for step in page.steps for words in step.read.home_words]
    assert said == ["Rhian", "Gareth"]
    assert page.frame == "ui/staff.html"


def test_each_home_reads_its_own_words_and_never_the_others(signed_in, world):
    _page, of_mum = plan(signed_in("mother"), world.children["Mali Evans"])
    _page, of_dad = plan(signed_in("father-other-home"), world.children["Mali Evans"])
    assert "Gartref mae hi" in of_mum
    assert "the zip is done up" not in of_mum
    assert "the zip is done up" in of_dad
    assert "Gartref mae hi" not in of_dad
    assert "Rhian" not in of_dad
    assert "Gareth" not in of_mum


def test_parent_reads_it_in_the_frame_of_families_without_the_setting_s_buttons(signed_in, world):
    page, html = plan(signed_in("mother"), world.children["Mali Evans"])
    assert page.frame == "ui/family.html"
    assert "Suggest a next step" not in html
    assert "Change the words" not in html


def test_staff_suggest_and_home_agrees(signed_in, world):
    mali, staff, mum = world.children["Mali Evans"], signed_in("key-person"), signed_in("mother")
    said = {"step": "Mali pours her own water.", "seen": "She watches the jug.", "language": "en"}
    staff.post(f"/mine/child/{mali}/plan/suggest/", said)
    step = system(SystemReason.DECIDING, NextStep).filter(child=mali).latest("suggested_at")
    assert step.state == "suggested"
    mum.post(f"/mine/step/{step.pk}/agree/")
    step.refresh_from_db()
    assert step.state == "agreed"
    page, html = plan(mum, mali)
    due = next(one.due for one in page.steps if one.read.id == step.pk)
    assert due_words(due) == 'Agreed <time datetime="2025-05-14">Wed 14 May</time>'
    assert due_words(due) in html


def test_a_step_only_home_said_yes_to_is_suggested_still(signed_in, world):
    yusuf = world.children["Yusuf"]
    amina = signed_in("parent-urdu")
    amina.get("/settings/this-phone/?lang=en")
    page, _html = plan(amina, yusuf)
    said = [str(due_words(one.due)).partition(" ")[0] for one in page.steps]
    assert said == ["Suggested"]


def test_new_words_ask_home_anew_and_either_closes_with_a_word(signed_in, world):
    yusuf, staff, mum = world.children["Yusuf"], signed_in("key-person"), signed_in("parent-urdu")
    step = world.steps["suggested"]
    mum.post(f"/mine/step/{step}/agree/")
    assert open_step(world, "suggested").state == "agreed"
    staff.post(f"/mine/step/{step}/reword/", {"words": "Yusuf asks a friend to play.", "language": "en"})
    assert open_step(world, "suggested").state == "suggested"
    mum.post(f"/mine/step/{step}/close/", {"words": "اب وہ خود پوچھتا ہے۔", "language": "ur"})
    assert open_step(world, "suggested").state == "closed"
    page, html = plan(staff, yusuf)
    assert "Closed by home on Wednesday 14 May." in html
    assert "Amina" not in page.closed[0].line
    staff.post(f"/mine/step/{step}/reopen/")
    assert open_step(world, "suggested").state == "suggested"


def test_mother_adds_what_home_knows(signed_in, world):
    mali = world.children["Mali Evans"]
    said = {"words": "Mae hi’n hoffi’r glaw.", "language": "cy"}
    answer = signed_in("mother").post(f"/mine/child/{mali}/plan/know/", said)
    assert answer["Location"] == f"/mine/child/{mali}/plan/"
    assert "hoffi’r glaw" in plan(signed_in("key-person"), mali)[1]
    assert "hoffi’r glaw" not in plan(signed_in("father-other-home"), mali)[1]


def test_empty_step_is_asked_for_and_nothing_typed_is_lost(signed_in, world):
    mali = world.children["Mali Evans"]
    said = {"step": "", "seen": "She watches the jug.", "language": "en"}
    answer = signed_in("key-person").post(f"/mine/child/{mali}/plan/suggest/", said)
    assert answer.status_code == 422
    assert "She watches the jug." in answer.content.decode()


def test_printed_plan_has_no_buttons(signed_in, world):
    html = signed_in("key-person").get(f"/mine/child/{world.children['Mali Evans']}/plan/?print=1").content
    assert b"<button" not in html


@pytest.mark.parametrize(
    "who", ["grandmother", "parent-urdu", "stranger-parent", "other-setting-manager", "committee-chair"]
)
def test_nobody_else_reads_or_writes_it(signed_in, world, who):
    client, mali = signed_in(who), world.children["Mali Evans"]
    for page in ("", "suggest/", "know/"):
        assert client.get(f"/mine/child/{mali}/plan/{page}").status_code == 404
    step = world.steps["agreed"]
    for act in ("agree", "reopen"):
        assert client.post(f"/mine/step/{step}/{act}/").status_code == 404
    assert client.get(f"/mine/step/{step}/close/").status_code == 404


def test_parent_cannot_reword_or_suggest(signed_in, world):
    mum = signed_in("mother")
    assert mum.get(f"/mine/child/{world.children['Mali Evans']}/plan/suggest/").status_code == 404
    assert mum.get(f"/mine/step/{world.steps['agreed']}/reword/").status_code == 404
