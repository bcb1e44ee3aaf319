"""“Dad is not allowed”: a parent’s word is a task for those who decide, never a block (P-05)."""

import re
from datetime import timedelta

import pytest
import time_machine

from seren.foundation.access.door import Actor, NotThere, SystemReason, system, visible
from seren.foundation.deadlines.door import sweep
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify.models import Notice
from seren.partnership.days.domain import Weighed, tell_word, weigh_word
from seren.partnership.days.models import CollectWord
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.queries.collection import child_at_door
from seren.partnership.days.terms import WordOutcome
from seren.people.families.terms import Outcome, RestrictionBasis, RestrictionCode
from tests.binding import bind, caution
from tests.world import sign_in

SAID = "Gareth may not fetch her any more. He shouted at me on the bridge."


def html(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r'csrf[^>]*value="[^"]+"|nonce="[^"]+"', "", answer.content.decode())


def rows():
    return system(SystemReason.SHOWING, CollectWord)


def newest(world):
    """What mother told last; in the world she has told something already."""
    return rows().filter(author=world.people["mother"]).latest("told_at")


@pytest.fixture
def told(world, signed_in):
    mali = world.children["Mali Evans"]
    answer = signed_in("mother").post(f"/family/people/{mali}/tell/", {"words": SAID})
    assert answer.status_code == 303
    return newest(world)


def weigh(world, word, outcome=WordOutcome.NOTHING, who="manager", **said):
    said = {"rung": "Gareth, by telephone. He knows of nothing.", "reasons": "No paper.", **said}
    weigh_word(
        actor=world.actor(who), word=word.pk, now=world.present,
        said=Weighed(in_danger=False, outcome=outcome, **said),
    )  # fmt: skip


@pytest.mark.db
def test_the_word_of_one_parent_blocks_nobody_and_is_a_task_at_once(world, signed_in, told):
    listed = child_at_door(
        world.actor("key-person"), world.settings["pre-school"], world.children["Mali Evans"]
    )
    assert {one.name: one.outcome for one in listed.who}["Gareth Evans"] is Outcome.MAY
    for who in ("manager", "safeguarding-lead", "deputy"):
        page = signed_in(who).get("/desk/").context_data["page"]
        assert f"/desk/collecting/{told.pk}/" in [need.act.url for need in page.today]
    page = html(signed_in("manager"), f"/desk/collecting/{told.pk}/")
    assert SAID in page
    assert "Ring the other parent now." in page
    assert (
        system(SystemReason.SHOWING, Notice).filter(kind="days.word_waits", subject_id=told.pk).count() == 1
    )


@pytest.mark.db
def test_it_is_sealed_and_read_by_its_author_and_those_who_decide_alone(world, signed_in, told):
    assert b"bridge" not in bytes(rows().get(pk=told.pk).__dict__["words"])
    mali = world.children["Mali Evans"]
    own = html(signed_in("mother"), f"/family/people/{mali}/tell/")
    assert SAID in own
    assert "We are looking at it." in own
    for who in ("father-other-home", "key-person", "grandmother", "committee-chair", "stranger-parent"):
        assert signed_in(who).get(f"/desk/collecting/{told.pk}/").status_code == 404, who
    assert "bridge" not in html(signed_in("father-other-home"), f"/family/people/{mali}/tell/")
    assert "bridge" not in html(signed_in("key-person"), f"/room/door/{mali}/tell/")


def test_nothing_on_the_other_parents_pages_changes(world, signed_in):
    father, mother, mali = signed_in("father-other-home"), signed_in("mother"), world.children["Mali Evans"]
    pages = ("/today/", "/family/people/", f"/family/people/{mali}/tell/", f"/api/v1/children/{mali}")
    before = [html(father, page) for page in pages]
    mother.post(f"/family/people/{mali}/tell/", {"words": SAID})
    weigh(world, newest(world))
    assert [html(father, page) for page in pages] == before


@pytest.mark.db
def test_it_is_weighed_with_whom_they_reached_and_why(world, signed_in, told):
    for missing in ("rung", "reasons"):
        with pytest.raises(Refused) as no:
            weigh(world, told, **{missing: " "})
        assert no.value.field == missing
    weigh(world, told)
    with pytest.raises(Refused):
        weigh(world, told)
    assert "Nothing changes" in html(signed_in("manager"), f"/desk/collecting/{told.pk}/")
    own = html(signed_in("mother"), f"/family/people/{world.children['Mali Evans']}/tell/")
    assert "We looked at it on Wednesday 14 May." in own
    assert "knows of nothing" not in own


@pytest.mark.db
def test_somebody_is_stopped_only_by_a_paper_or_the_leads_decision(world, told):
    for outcome in (WordOutcome.PAPER, WordOutcome.DECIDED):
        with pytest.raises(Refused) as no:
            weigh(world, told, outcome)
        assert no.value.field == "outcome"
    caution(world, RestrictionCode.NO_COLLECT, RestrictionBasis.SAFEGUARDING, by="safeguarding-lead")
    with pytest.raises(Refused):
        weigh(world, told, WordOutcome.PAPER)
    weigh(world, told, WordOutcome.DECIDED)


def test_an_order_recorded_since_is_the_paper(world, told):
    bind(world, "father-other-home", RestrictionCode.NO_COLLECT)
    weigh(world, told, WordOutcome.PAPER)
    assert rows().get(pk=told.pk).outcome == "paper"


def test_the_day_after_it_is_overdue_and_those_who_decide_hear_of_it(world, client, told):
    after = world.present + timedelta(days=1)
    with time_machine.travel(after, tick=False):
        sweep(after)
        late = sign_in(client, world, "manager").get("/desk/").context_data["page"].late
        assert f"/desk/collecting/{told.pk}/" in [need.act.url for need in late]
    assert system(SystemReason.SHOWING, Notice).filter(kind="days.word_late", subject_id=told.pk).count() == 1


def test_a_leader_who_is_family_weighs_nothing_about_it(world, told):
    tie = world.person("mother").guardianships.model
    system(SystemReason.WRITING, tie).filter(
        child=world.children["Mali Evans"], adult=world.people["father-other-home"]
    ).update(adult=world.people["manager"])
    with pytest.raises(NotThere):
        weigh(world, told)
    seen = visible(world.actor("manager"), CollectionAction.SEE_WORD, CollectWord)
    assert not seen.filter(pk=told.pk).exists()


def test_the_team_passes_on_what_a_parent_said_at_the_gate(world, signed_in):
    mali = world.children["Mali Evans"]
    sian = signed_in("key-person")
    assert sian.post(f"/room/door/{mali}/tell/", {"words": "Dad says mum moved."}).status_code == 303
    assert rows().filter(author=world.people["key-person"]).count() == 1
    assert "Dad says mum moved." in html(sian, f"/room/door/{mali}/tell/")


def test_who_is_kept_from_the_child_tells_nothing_and_learns_nothing(world, signed_in):
    ellie = world.children["Ellie"]
    assert signed_in("father-restricted").get(f"/family/people/{ellie}/tell/").status_code == 404
    darren: Actor = world.actor("father-restricted")
    with pytest.raises(NotThere):
        tell_word(
            actor=darren, child=world.child("Ellie"), settings=[world.settings["pre-school"]],
            words="Let me in.", now=world.present,
        )  # fmt: skip
