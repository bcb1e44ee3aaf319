"""`/desk/permissions/`: how every question stands; who has not answered; slips; what was tried."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import SystemReason, Unchangeable, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.models import ReachMe
from seren.people.consent import domain
from seren.people.consent.models import Chase
from seren.people.consent.queries.standings import Narrowed, Show, standings
from seren.people.consent.queries.whom import silences
from seren.people.consent.terms import Code, Saying, Tried
from seren.people.families.terms import RestrictionCode
from tests.people.consent.test_desk_page import page, sent

pytestmark = pytest.mark.django_db
LIST, WAITING, SLIPS, SLIP = (
    "/desk/permissions/",
    "/desk/permissions/waiting/",
    "/desk/permissions/slips/",
    "/desk/permissions/slip/",
)
MOTHER, FATHER = "mother", "father-other-home"


def of(world, who="manager", **by):
    return standings(world.actor(who), world.settings["pre-school"], Narrowed(**by))


def rows(html):
    table = html.partition('id="permissions"')[2].partition("</table>")[0]
    return re.findall(r'<tr role="row">(.*?)</tr>', table.partition("<tbody")[2], re.S)


@pytest.mark.db
def test_every_state_has_its_count_and_its_list(world, consent):
    before = of(world).counts
    yes, no, two = consent.ask(Code.VIDEO), consent.ask(Code.ANIMALS), consent.ask(Code.PHOTO_WEB)
    consent.ask(Code.SCREEN)
    consent.say(MOTHER, yes, yes=True)
    consent.say(MOTHER, no, yes=False)
    consent.say(MOTHER, two, yes=True)
    consent.say(FATHER, two, yes=False)
    consent.talk(FATHER, no)
    after = of(world).counts
    grown = {show: after[show] - before[show] for show in Show}
    assert grown == {
        Show.ALL: 4, Show.DISPUTED: 1, Show.TALK: 1, Show.SILENT: 1, Show.ENDED: 0, Show.NO: 1, Show.YES: 1,
    }  # fmt: skip
    for show in Show:
        assert len(of(world, show=show).lines) == after[show]
    consent.say(FATHER, no, yes=False, now=clock.now() + timedelta(seconds=1))
    later = standings(
        world.actor("manager", at=clock.now() + timedelta(seconds=2)),
        world.settings["pre-school"],
        Narrowed(),
    )
    assert later.counts[Show.TALK] == before[Show.TALK]  # they have said it since


def test_the_list_is_narrowed_by_room_permission_and_name(world, consent):
    consent.ask(Code.VIDEO)
    consent.ask(Code.VIDEO, child="Ellie Cole")
    video = of(world, code=Code.VIDEO)
    assert [line.name for line in video.lines] == ["Ellie", "Mali"]
    wrens = world.rooms["Wrens"]
    assert [line.name for line in of(world, code=Code.VIDEO, room=wrens).lines] == ["Ellie"]
    assert [line.name for line in of(world, code=Code.VIDEO, words="eva").lines] == ["Mali"]
    assert not of(world, words="nobody").lines


def test_bev_reads_the_list_and_each_line_leads_to_the_child(signed_in, world, consent):
    asked = consent.ask(Code.VIDEO)
    html = page(signed_in("manager"), f"{LIST}?about=video")
    (row,) = rows(html)
    assert f"/desk/children/{asked.child_id}/permissions/#asked-{asked.pk}" in row
    assert "Mali Evans" in row
    assert "No answer yet" in row
    assert Entry.objects.filter(event="audit.saw", page="consent.look", record_class="C8").count() == 1
    lead = page(signed_in("safeguarding-lead"), LIST)
    assert "Mali Evans" in lead
    assert "Ask many families" not in lead
    assert 'action="/desk/permissions/slips/"' not in page(signed_in("safeguarding-lead"), WAITING)


@pytest.mark.parametrize("who", [MOTHER, "key-person", "committee-chair", "grandmother"])
def test_nobody_else_finds_any_of_it(signed_in, consent, who):
    consent.ask()
    client = signed_in(who)
    for address in (LIST, WAITING, SLIP, LIST + "sheet/", LIST + "review/", LIST + "ask/"):
        assert client.get(address).status_code == 404
    assert client.post(SLIPS, {}).status_code == 404


def test_a_leader_finds_no_line_of_their_own_family(world, consent):
    """What a parent on the staff may not read of the other home is on no list of theirs."""
    from django.apps import apps

    consent.ask(Code.VIDEO)
    tie = apps.get_model("families.Guardianship")
    system(SystemReason.WRITING, tie).filter(
        child=world.children["Mali Evans"], adult=world.people[FATHER]
    ).update(adult=world.people["manager"])
    assert not of(world, code=Code.VIDEO).lines
    assert of(world, who="deputy", code=Code.VIDEO).lines


@pytest.mark.db
def test_lists_cost_the_same_for_one_question_three_and_thirty(signed_in, world, consent):
    bev, counts = signed_in("manager"), []
    codes = [Code.VIDEO, Code.ANIMALS, Code.SCREEN]
    consent.ask(Code.PLASTERS)
    for batch in ([], codes[:2], [Code.MARKETING]):
        for code in batch:
            consent.talk(MOTHER, consent.ask(code)) if code is not Code.MARKETING else consent.ask_many(code)
        if batch[-1:] == [Code.MARKETING]:
            for code in (Code.FOOD_TASTING, Code.OUT_ROUTINE, Code.FACE_PAINT):
                consent.ask_many(code)
            assert sum(of(world).counts[show] for show in (Show.SILENT,)) > 30
        costs = []
        for address in (LIST, WAITING, LIST + "sheet/", LIST + "review/"):
            page(bev, address)
            with CaptureQueriesContext(connection) as queries:
                page(bev, address)
            costs.append(len(queries))
        counts.append(costs)
    assert counts[0] == counts[1] == counts[2]


def silent(world, child="Mali Evans"):
    found = silences(world.actor("manager"), world.settings["pre-school"])
    return {one.account.person: one for one in found if one.child == world.children[child]}


def test_who_has_not_answered_is_each_adult_who_may(world, consent):
    asked = consent.ask(Code.VIDEO)
    assert set(silent(world)) == {world.people[MOTHER], world.people[FATHER]}
    consent.keep_out(FATHER)
    assert set(silent(world)) == {world.people[MOTHER]}
    consent.say(MOTHER, asked, yes=False)
    assert not silent(world)


def test_whoever_is_kept_from_the_place_is_not_chased_about_a_trip(world, consent):
    consent.ask(Code.OUT_ROUTINE)
    consent.ask(Code.VIDEO)
    consent.keep_out(FATHER, code=RestrictionCode.NO_CONTACT_AT_SITE)
    theirs = silent(world)[world.people[FATHER]]
    assert [line.code for line in theirs.lines] == [Code.VIDEO]
    assert theirs.no_place


def test_a_call_is_noted_and_stays_noted(signed_in, world, consent):
    asked, bev = consent.ask(Code.VIDEO), signed_in("manager")
    address = f"{WAITING}{world.people[MOTHER]}/"
    assert "Films" in page(bev, address)
    assert sent(bev, address, how="rung")["Location"] == address
    assert "Rung on Wednesday 14 May." in page(bev, address)
    assert "Rung on Wednesday 14 May." in page(bev, WAITING)
    row = chases(world).get()
    assert (row.asked_id, row.adult_id, row.by_id) == (
        asked.pk,
        world.people[MOTHER],
        world.people["manager"],
    )
    with pytest.raises(Unchangeable):
        row.delete()
    assert sent(bev, address, how="slip").status_code == 422
    assert Entry.objects.filter(event="consent.chased", child_id=asked.child_id).count() == 1
    consent.say(MOTHER, asked, yes=True)
    assert bev.get(address).status_code == 404  # nothing waits for her


def chases(world):
    """The world has rung Yusuf’s mother before."""
    rows = system(SystemReason.SHOWING, Chase)
    return rows.exclude(asked__child=world.children["Yusuf Khan"])


def slips(client, **said):
    answer = client.post(SLIPS, said)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_slip_is_one_child_and_one_question_in_the_adults_language_with_a_code(signed_in, world, consent):
    consent.ask(Code.VIDEO)
    consent.ask(Code.ANIMALS)
    wishes(world, MOTHER, interface_language="cy", format="large")
    html = slips(signed_in("manager"), adult=str(world.people[MOTHER]))
    sheets = html.split('class="letter"')[1:]
    assert len(sheets) == 2
    assert all('lang="cy"' in sheet and 'data-paper="large"' in sheet for sheet in sheets)
    assert all(sheet.count("<h1>") == 1 and "Rhian Evans" in sheet for sheet in sheets)
    assert "Gareth" not in html
    assert chases(world).filter(language="cy").count() == 2


def wishes(world, who, **said):
    held = system(SystemReason.WRITING, ReachMe).filter(person=world.people[who])
    if not held.update(**said):
        ReachMe(provider_id=world.provider, person_id=world.people[who], **said).save(force_insert=True)


def codes_of(html):
    return [code.replace(" ", "") for code in re.findall(r"\b([A-Z2-9]{4} [A-Z2-9]{4})\b", html)]


def test_a_slips_code_leads_to_its_question_and_to_whose_answer_it_is(signed_in, world, consent):
    asked, bev = consent.ask(Code.VIDEO), signed_in("manager")
    (code,) = codes_of(slips(bev, adult=str(world.people[FATHER])))
    there = sent(bev, SLIP, code=f"{code[:4].lower()} {code[4:]}")["Location"]
    assert there.startswith(f"/desk/children/{asked.child_id}/permissions/{asked.pk}/key/?slip=")
    form = page(bev, there)
    assert re.search(rf'value="{world.people[FATHER]}"[^>]* checked', form)
    assert re.search(r'value="paper"[^>]* checked', form)
    wrong = sent(bev, SLIP, code="AAAA AAAA")
    assert wrong.status_code == 422
    assert "No slip has this code." in wrong.content.decode()


def test_a_code_of_another_setting_tells_nothing(signed_in, world, consent):
    consent.ask(Code.VIDEO)
    (code,) = codes_of(slips(signed_in("manager"), adult=str(world.people[MOTHER])))
    with pytest.raises(Refused, match="No slip has this code"):
        domain.find_slip(actor=world.actor("key-person"), code=code)


def test_a_slip_of_a_question_asked_again_is_not_keyed(signed_in, world, consent):
    asked = consent.ask(Code.VIDEO)
    (code,) = codes_of(slips(signed_in("manager"), adult=str(world.people[MOTHER])))
    consent.key(MOTHER, asked, said=Saying.NO)
    with time_machine.travel(clock.at_london(date(2025, 6, 3), 9), tick=False):
        consent.ask(Code.VIDEO, now=clock.now())
        with pytest.raises(Refused, match="asked this again"):
            domain.find_slip(actor=world.actor("manager", at=clock.now()), code=code)


def test_no_slip_is_printed_for_whoever_may_not_answer(world, consent):
    """Between the page and the press a restriction came: the rule is asked again for each adult."""
    asked = consent.ask(Code.VIDEO)
    consent.keep_out(FATHER)
    actor = world.actor("manager")
    for who in (FATHER, "grandmother", "stranger-parent"):
        pairs = [(asked.pk, world.people[who])]
        with pytest.raises(Refused, match="answered since"):
            domain.print_slips(actor=actor, pairs=pairs, reads={}, now=clock.now())
    assert not chases(world).exists()


def test_a_slip_to_somebody_kept_from_the_place_does_not_name_the_setting(signed_in, world, consent):
    consent.ask(Code.VIDEO)
    consent.keep_out(FATHER, code=RestrictionCode.NO_CONTACT_AT_SITE)
    html = slips(signed_in("manager"), adult=str(world.people[FATHER]))
    letter = html.partition('class="letter"')[2]
    assert "Gareth Evans" in letter
    assert "Hill Lane" not in letter


def test_a_slip_without_a_code_cannot_be_kept(consent, world):
    asked = consent.ask(Code.VIDEO)
    row = Chase(
        provider_id=world.provider, asked=asked, adult_id=world.people[MOTHER], how=Tried.SLIP,
        by_id=world.people["manager"], at=clock.now(), language="en",
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_the_list_names_no_medicine_and_shows_no_code_in_its_place(signed_in, world):
    html = signed_in("manager").get("/desk/permissions/").content.decode()
    lines = re.sub(r"<[^>]*>", " ", html)
    assert "A medicine" in lines
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", lines)
