"""`/stars/<id>/`: what each reader sees of one star, and what they can do there."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import Actor, Level, SystemReason, system
from seren.foundation.kernel import ids
from seren.partnership.journal.domain import Said, restore_moment, share_star, withdraw_moment
from seren.partnership.journal.models import Moment, RecordRequest, Reply
from seren.partnership.journal.queries.reading import Signed
from seren.partnership.journal.queries.star import star
from seren.partnership.journal.terms import Decision, MomentState, ReplyKind
from seren.people.accounts.models import Person
from seren.people.families.domain import invite_viewer
from seren.people.families.terms import Relation

pytestmark = pytest.mark.db

SignedIn = Callable[[str], Client]
TO_FATHER = "A bag of blocks is by the door"
FROM_FATHER = "She wants to build one at mine"
FROM_MOTHER = "ar y ffordd adref"


def page(client: Client, world: Any, moment: str) -> str:
    answer = client.get(f"/stars/{world.moments[moment]}/")
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def replies(world: Any, moment: str, **by: Any) -> list[Reply]:
    return list(system(SystemReason.TELLING, Reply).filter(moment=world.moments[moment], **by).order_by("id"))


def test_mother_reads_her_own_talk_and_nothing_of_fathers(world: Any, signed_in: SignedIn) -> None:
    html = page(signed_in("mother"), world, "tower")
    assert "Roedd hi’n sôn am y tŵr" in html
    assert "Croeso!" in html
    assert FROM_FATHER not in html
    assert TO_FATHER not in html
    assert "Gareth" not in html


def test_father_reads_his_own_talk_and_nothing_of_mothers(world: Any, signed_in: SignedIn) -> None:
    html = page(signed_in("father-other-home"), world, "tower")
    assert FROM_FATHER in html
    assert TO_FATHER in html
    assert "Roedd hi’n sôn" not in html
    assert "Rhian" not in html


def test_read_model_of_father_holds_no_word_of_mother(world: Any) -> None:
    read = star(world.actor("father-other-home"), world.moments["tower"], ["en"])
    assert [talk.talk_with for talk in read.talks] == [world.people["father-other-home"]]
    assert {reply.author for talk in read.talks for reply in talk.replies} == {"Gareth", "Sian"}


def test_key_person_has_a_talk_with_each_parent_by_name(world: Any, signed_in: SignedIn) -> None:
    read = star(world.actor("key-person"), world.moments["tower"], ["en"])
    assert [talk.name for talk in read.talks] == ["Rhian", "Gareth"]
    html = page(signed_in("key-person"), world, "tower")
    assert "You and Rhian" in html
    assert "You and Gareth" in html
    assert html.count("Send your answer") == 2


def test_grandmother_sees_the_star_without_a_talk_or_a_form(world: Any, signed_in: SignedIn) -> None:
    html = page(signed_in("grandmother"), world, "tower")
    assert "Mali built a tower" in html
    assert "Roedd hi’n sôn" not in html
    assert "<textarea" not in html
    assert "record" not in html


@pytest.mark.parametrize("who", ["stranger-parent", "father-restricted", "leaver", "committee-chair"])
def test_who_has_nothing_to_do_with_mali_gets_the_plain_404(
    world: Any, signed_in: SignedIn, who: str
) -> None:
    client = signed_in(who)
    missing = client.get(f"/stars/{ids.new()}/")
    here = client.get(f"/stars/{world.moments['tower']}/")
    assert (here.status_code, here.content) == (404, missing.content)


def test_withdrawn_star_tells_its_day_and_no_word(world: Any, signed_in: SignedIn) -> None:
    html = page(signed_in("mother"), world, "withdrawn")
    assert "This star was taken back on" in html
    assert "wet sand" not in html
    assert "From Sian" not in html


def test_mother_answers_and_can_undo_it(world: Any, signed_in: SignedIn) -> None:
    client, moment = signed_in("mother"), world.moments["puddle"]
    sent = {"kind": "words", "words": "She wore them to bed.", "language": "en", "reply": str(ids.new())}
    first = client.post(f"/stars/{moment}/", sent)
    assert (first.status_code, first["Location"]) == (303, f"/stars/{moment}/#talk")
    client.post(f"/stars/{moment}/", sent)
    kept = replies(world, "puddle", author=world.people["mother"], kind=ReplyKind.WORDS)
    assert len(kept) == 1
    html = page(client, world, "puddle")
    assert "She wore them to bed." in html
    undo = f"/stars/answers/{kept[0].pk}/take-back/"
    assert undo in html
    client.post(undo)
    assert "She wore them to bed." not in page(client, world, "puddle")


def test_words_typed_beside_a_heart_are_not_lost(world: Any, signed_in: SignedIn) -> None:
    client, moment = signed_in("father-other-home"), world.moments["group"]
    answer = client.post(f"/stars/{moment}/", {"kind": "heart", "words": "Ours grew too", "language": "en"})
    assert answer.status_code == 200
    assert "Ours grew too</textarea>" in answer.content.decode()
    assert [one.kind for one in replies(world, "group", author=world.people["father-other-home"])] == [
        ReplyKind.HEART
    ]


def test_starter_puts_its_beginning_before_what_was_typed(world: Any, signed_in: SignedIn) -> None:
    client, moment = signed_in("mother"), world.moments["tower"]
    answer = client.post(f"/stars/{moment}/", {"kind": "begin", "words": "a boat", "language": "en"})
    assert "At home, Mali also built a boat</textarea>" in answer.content.decode()
    assert len(replies(world, "tower", author=world.people["mother"])) == 1


def test_answer_that_is_too_long_stays_on_the_page(world: Any, signed_in: SignedIn) -> None:
    client, long = signed_in("mother"), "word " * 3000
    answer = client.post(f"/stars/{world.moments['tower']}/", {"words": long, "language": "en"})
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()


def test_restricted_father_cannot_answer_by_address(world: Any, signed_in: SignedIn) -> None:
    moment = world.moments["ellie"]
    answer = signed_in("father-restricted").post(f"/stars/{moment}/", {"words": "Hello", "language": "en"})
    assert answer.status_code == 404


def test_staff_answer_one_parent_and_the_other_does_not_see_it(world: Any, signed_in: SignedIn) -> None:
    sian = signed_in("key-person")
    said = {
        "words": "Only for Gareth.",
        "language": "en",
        "talk_with": str(world.people["father-other-home"]),
    }
    assert sian.post(f"/stars/{world.moments['tower']}/", said).status_code == 303
    assert "Only for Gareth." in page(signed_in("father-other-home"), world, "tower")
    assert "Only for Gareth." not in page(signed_in("mother"), world, "tower")


def test_staff_who_do_not_say_whom_they_answer_see_the_star_again(world: Any, signed_in: SignedIn) -> None:
    answer = signed_in("key-person").post(f"/stars/{world.moments['tower']}/", {})
    assert answer.status_code == 422
    assert 'name="talk_with"' in answer.content.decode()


def test_own_star_is_taken_back_and_shared_again(world: Any, signed_in: SignedIn) -> None:
    moment = next(
        one
        for one in system(SystemReason.TELLING, Moment).filter(
            author=world.people["mother"], state=MomentState.SHARED
        )
    )
    client = signed_in("mother")
    client.post(f"/stars/{moment.pk}/take-back/")
    assert "This star was taken back" in client.get(f"/stars/{moment.pk}/").content.decode()
    client.post(f"/stars/{moment.pk}/restore/")
    moment.refresh_from_db()
    assert moment.state == MomentState.SHARED


def test_own_star_taken_back_goes_in_the_bin(world: Any, signed_in: SignedIn) -> None:
    own = system(SystemReason.TELLING, Moment).filter(author=world.people["mother"])
    moment = own.filter(state=MomentState.SHARED).order_by("id")[0]
    client = signed_in("mother")
    client.post(f"/stars/{moment.pk}/take-back/")
    thrown = client.post(f"/stars/{moment.pk}/throw-away/", follow=True)
    assert thrown.redirect_chain == [("/stars/", 303)]
    assert "The star is in the bin." in thrown.content.decode()
    moment.refresh_from_db()
    assert moment.binned_at is not None


def test_mother_asks_that_her_star_goes_in_the_record(world: Any, signed_in: SignedIn) -> None:
    own = system(SystemReason.TELLING, Moment).filter(author=world.people["mother"])
    moment = own.filter(state=MomentState.SHARED).order_by("id")[0]
    answer = signed_in("mother").post(f"/stars/{moment.pk}/record/")
    assert answer["Location"] == f"/stars/{moment.pk}/#record"
    assert system(SystemReason.TELLING, RecordRequest).filter(moment=moment.pk).exists()


def test_mother_asks_for_the_record_and_reads_why_not(world: Any, signed_in: SignedIn) -> None:
    mother, sian = signed_in("mother"), signed_in("key-person")
    mine = replies(world, "tower", author=world.people["mother"])[0]
    mother.post(f"/stars/answers/{mine.pk}/record/")
    assert "Asked for the record" in page(mother, world, "tower")
    asked = system(SystemReason.TELLING, RecordRequest).get(reply=mine.pk)
    assert "For the child’s record" in page(sian, world, "tower")
    sian.post(
        f"/stars/records/{asked.pk}/", {"accept": "no", "reason": "It is about the trip.", "language": "en"}
    )
    asked.refresh_from_db()
    assert asked.decision == Decision.DECLINED
    html = page(mother, world, "tower")
    assert "Not in the record" in html
    assert "It is about the trip." in html
    assert "It is about the trip." not in page(signed_in("father-other-home"), world, "tower")


def test_mother_cannot_take_back_fathers_answer(world: Any, signed_in: SignedIn) -> None:
    his = replies(world, "tower", author=world.people["father-other-home"])[0]
    assert signed_in("mother").post(f"/stars/answers/{his.pk}/take-back/").status_code == 404
    his.refresh_from_db()
    assert his.withdrawn_at is None


def test_words_that_were_too_long_are_there_again_later_for_their_writer_alone(
    world: Any, signed_in: SignedIn
) -> None:
    client, long = signed_in("mother"), "word " * 3000
    address = f"/stars/{world.moments['puddle']}/"
    stamps = re.findall(r'name="(draft-[a-z]+)"[^>]*value="([^"]*)"', client.get(address).content.decode())
    assert client.post(address, {"words": long, "language": "en", **dict(stamps)}).status_code == 422
    assert "word word word" in client.get(address).content.decode()
    assert "word word" not in signed_in("father-other-home").get(address).content.decode()


def test_an_answer_to_a_star_that_sian_took_back_meanwhile_is_there_when_it_is_shared_again(
    world: Any, signed_in: SignedIn
) -> None:
    rhian, address, before = (
        signed_in("mother"),
        f"/stars/{world.moments['puddle']}/",
        replies(world, "puddle"),
    )
    stamps = re.findall(r'name="(draft-[a-z]+)"[^>]*value="([^"]*)"', rhian.get(address).content.decode())
    typed = {"words": "She jumped in every one", "reply": ids.new(), "language": "en", **dict(stamps)}
    puddle = system(SystemReason.WRITING, Moment).get(pk=world.moments["puddle"])
    author, now = Actor(puddle.author_id, puddle.provider_id, Level.STRONG, world.present), world.present
    withdraw_moment(actor=author, moment=puddle, now=now)
    assert rhian.post(address, typed).status_code == 404
    assert "every one" not in rhian.get(address).content.decode()
    restore_moment(actor=author, moment=puddle, now=now)
    assert "She jumped in every one" in rhian.get(address).content.decode()
    assert "every one" not in signed_in("father-other-home").get(address).content.decode()
    assert replies(world, "puddle") == before


def test_queries_of_a_star_stay_within_bounds_for_family_and_staff(world: Any, signed_in: SignedIn) -> None:
    counted = {}
    for who in ("mother", "father-other-home", "key-person"):
        client = signed_in(who)
        address = f"/stars/{world.moments['tower']}/"
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        counted[who] = len([one for one in asked if one["sql"].lstrip("( ").upper().startswith("SELECT")])
    assert max(counted.values()) <= 12, counted


def test_words_in_another_language_say_which_one(world: Any, signed_in: SignedIn) -> None:
    assert "Written in Welsh." in page(signed_in("key-person"), world, "tower")
    assert "Written in Polish." in page(signed_in("key-person"), world, "star-in-polish")


def test_mother_changes_the_words_of_her_own_star_and_nobody_elses(world: Any, signed_in: SignedIn) -> None:
    client, address = signed_in("mother"), f"/stars/{world.moments['mother-to-team']}/"
    assert "Change your words" in client.get(address).content.decode()
    assert "gartref" in client.get(f"{address}edit/").content.decode()
    said = {"words": "Up to twelve now.", "language": "en"}
    day = {"happened_day": "30", "happened_month": "4", "happened_year": "2025"}
    assert client.post(f"{address}edit/", {**said, **day}).status_code == 303
    html = client.get(address).content.decode()
    assert "Up to twelve now." in html
    assert "gartref" not in html
    his = f"/stars/{world.moments['father-to-family']}/"
    for edit in (f"{his}edit/", f"/stars/{world.moments['tower']}/edit/"):
        assert client.get(edit).status_code == 404
        assert client.post(edit, {**said, **day}).status_code == 404


def test_conflict_of_a_star_sent_again_with_other_words_keeps_them(world: Any, signed_in: SignedIn) -> None:
    client = signed_in("mother")
    said = {
        "child": str(world.children["Mali Evans"]),
        "words": "First words.",
        "audience": "team",
        "happened_day": "13",
        "happened_month": "5",
        "happened_year": "2025",
        "language": "en",
        "star": str(ids.new()),
    }
    assert client.post("/stars/new/", said).status_code == 303
    again = client.post("/stars/new/", {**said, "words": "Second words."})
    assert again.status_code == 422
    assert "Second words.</textarea>" in again.content.decode()


@pytest.mark.parametrize(
    ("who", "moment"), [("mother", "tower"), ("mother", "mother-to-team"), ("key-person", "tower")]
)
def test_on_paper_a_star_has_its_talk_and_no_form(
    world: Any, signed_in: SignedIn, who: str, moment: str
) -> None:
    html = page(signed_in(who), world, moment)
    main = html[html.index("<main") : html.index("</main>")]
    forms = re.findall(r"<form [^>]*>", main)
    assert forms
    shown = [form for form in forms if "no-print" not in form]
    kept = re.findall(r'<(?:div|section) class="[^"]*no-print[^"]*".*?</(?:div|section)>', main, re.S)
    assert [form for form in shown if not any(form in hidden for hidden in kept)] == []


@pytest.mark.parametrize(("place", "signed"), [("club", "by name"), ("pre-school", "from home")])
def test_who_works_at_one_setting_and_is_let_in_by_a_parent_reads_no_name_at_the_other(world, place, signed):
    zofia, now = world.child("Zofia Nowak"), world.present
    priya = system(SystemReason.TELLING, Person).get(given_name="Priya", family_name="Nair").pk
    kasia = world.actor("parent-polish", at=now)
    invite_viewer(actor=kasia, child=zofia, adult=priya, relation=Relation.OTHER, now=now)
    said = Said(ids.new(), (zofia.pk,), "She lit a candle.", "en", now)
    given, _new = share_star(actor=kasia, said=said, now=now, setting=world.settings[place])
    priya_then = Actor(priya, world.provider, Level.STRONG, given.shared_at)
    read = star(priya_then, given.pk, ["en"])
    if signed == "by name":
        assert (read.at_work, read.moment.author) == (True, "Kasia")
    else:
        assert (read.at_work, read.moment.author, read.moment.thanked) == (False, "", False)
        assert read.moment.signed is Signed.FROM_HOME
        assert not read.talks
