"""What can be done in the journal: each verb once as it should go, and what it refuses."""

from datetime import timedelta

import pytest

from seren.foundation.access.door import NotThere, SystemReason, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media.models import Photo
from seren.foundation.notify.models import Notice
from seren.foundation.words.door import history
from seren.partnership.journal import domain
from seren.partnership.journal.domain import NamesOthers, Said
from seren.partnership.journal.models import Moment, MomentChild, RecordRequest, Reply
from seren.partnership.journal.terms import Audience, ReplyKind

pytestmark = pytest.mark.db

MALI = "Mali Evans"


def rows(model):
    return system(SystemReason.DECIDING, model)


def said(world, *children, words="She hopped on one leg.", **more):
    given = {"moment": ids.new(), "language": "en", "happened_at": world.actor("mother").at}
    return Said(children=tuple(world.children[child] for child in children), words=words, **(given | more))


def recorded(event, subject):
    return Entry.objects.filter(event=event, subject_id=subject).count()


# Noting


def test_same_id_with_the_same_words_is_the_same_moment(world, now):
    sian, hop = world.actor("key-person"), said(world, MALI)
    first, new = domain.note_moment(actor=sian, said=hop, now=now)
    second, again = domain.note_moment(actor=sian, said=hop, now=now)
    assert (first.pk, new, again) == (second.pk, True, False)
    assert recorded("journal.noted", first.pk) == 1


def test_same_id_with_other_words_is_refused_and_of_somebody_else_not_there(world, now):
    hop = said(world, MALI)
    domain.note_moment(actor=world.actor("key-person"), said=hop, now=now)
    other = said(world, MALI, words="She ran.", moment=hop.moment)
    with pytest.raises(Refused, match="other words"):
        domain.note_moment(actor=world.actor("key-person"), said=other, now=now)
    with pytest.raises(NotThere):
        domain.note_moment(actor=world.actor("practitioner-other-room"), said=hop, now=now)


@pytest.mark.parametrize(
    ("more", "code"),
    [({"words": "  "}, "nothing-said"), ({"happened_at": timedelta(days=2)}, "happens-later")],
)
def test_what_has_no_sense_is_refused(world, now, more, code):
    if "happened_at" in more:
        more = {"happened_at": now + more["happened_at"]}
    with pytest.raises(Refused) as no:
        domain.note_moment(actor=world.actor("key-person"), said=said(world, MALI, **more), now=now)
    assert no.value.code == code


def test_practitioner_notes_for_no_child_of_another_room(world, now):
    with pytest.raises(NotThere):
        domain.note_moment(actor=world.actor("practitioner-other-room"), said=said(world, "Yusuf"), now=now)


# Sharing, taking back, the bin


def shared(world, now, *children, **more):
    sian = world.actor("key-person")
    moment, _new = domain.note_moment(actor=sian, said=said(world, *children, **more), now=now, share=True)
    return moment


def test_undo_holds_for_its_seconds_and_no_longer(world, now):
    sian, moment = world.actor("key-person"), shared(world, now, MALI)
    domain.undo_share(actor=sian, moment=moment, now=now + timedelta(seconds=9))
    assert (moment.state, moment.shared_at) == ("draft", None)
    domain.share_moment(actor=sian, moment=moment, now=now)
    with pytest.raises(Refused, match="take it back"):
        domain.undo_share(actor=sian, moment=moment, now=now + timedelta(seconds=10))


def test_undone_share_told_nobody(world, now):
    sian, moment = world.actor("key-person"), shared(world, now, MALI)
    assert rows(Notice).filter(subject_id=moment.pk, withdrawn_at__isnull=True).count() == 1
    domain.undo_share(actor=sian, moment=moment, now=now)
    assert rows(Notice).filter(subject_id=moment.pk, withdrawn_at__isnull=True).count() == 0


def test_taken_back_twice_is_refused_and_shared_again_it_is_as_it_was(world, now):
    sian, moment = world.actor("key-person"), shared(world, now, MALI)
    stale = rows(Moment).get(pk=moment.pk)
    when = moment.shared_at
    domain.withdraw_moment(actor=sian, moment=moment, now=now)
    with pytest.raises((Refused, NotThere)):
        domain.withdraw_moment(actor=sian, moment=stale, now=now)
    domain.restore_moment(actor=sian, moment=moment, now=now)
    assert (moment.state, moment.shared_at, moment.withdrawn_by_id) == ("shared", when, None)


def test_shared_moment_goes_in_the_bin_only_when_taken_back(world, now):
    sian, moment = world.actor("key-person"), shared(world, now, MALI)
    with pytest.raises((Refused, NotThere)):
        domain.bin_moment(actor=sian, moment=moment, now=now)
    domain.withdraw_moment(actor=sian, moment=moment, now=now)
    domain.bin_moment(actor=sian, moment=moment, now=now)
    domain.unbin_moment(actor=sian, moment=moment, now=now)
    assert (moment.state, moment.binned_at) == ("withdrawn", None)


def test_words_changed_keep_the_earlier_ones(world, now):
    sian = world.actor("key-person")
    hop = said(world, MALI)
    moment, _new = domain.note_moment(actor=sian, said=hop, now=now)
    new = said(world, MALI, words="She hopped twice.", moment=hop.moment)
    domain.edit_moment(actor=sian, moment=moment, said=new, now=now)
    assert [past.body for past in history(moment.text_id)] == ["She hopped on one leg.", "She hopped twice."]


def test_words_of_its_own_reach_one_family_only(world, now):
    sian = world.actor("key-person")
    moment, _new = domain.note_moment(actor=sian, said=said(world, MALI, "Yusuf", words="They dug."), now=now)
    own = {world.children[MALI]: "Mali dug deepest."}
    domain.tell_each_family(actor=sian, moment=moment, own_words=own, now=now)
    texts = dict(rows(MomentChild).filter(moment=moment).values_list("child_id", "own_text_id"))
    assert texts[world.children["Yusuf"]] is None
    assert texts[world.children[MALI]] is not None


def test_photo_of_another_moment_is_not_binned_through_one_of_ones_own(world, now):
    tower = rows(Photo).get(pk=world.photos["tower"])
    moment, _new = domain.note_moment(actor=world.actor("key-person"), said=said(world, "Yusuf"), now=now)
    with pytest.raises(NotThere):
        domain.remove_photo(actor=world.actor("key-person"), moment=moment, photo=tower.pk, now=now)
    tower.refresh_from_db()
    assert tower.binned_at is None


# Answers and thanks


def test_answer_sent_twice_is_one_answer(world, now):
    mum, tower, key = world.actor("mother"), world.moment("tower"), ids.new()
    given = {"kind": ReplyKind.WORDS, "words": "Da iawn.", "language": "cy", "now": now}
    _first, new = domain.answer(actor=mum, moment=tower, reply=key, **given)
    _second, again = domain.answer(actor=mum, moment=tower, reply=key, **given)
    assert (new, again) == (True, False)
    assert rows(Reply).filter(pk=key).count() == 1


def test_answer_under_an_id_of_another_parent_is_not_there(world, now):
    tower, key = world.moment("tower"), ids.new()
    given = {"kind": ReplyKind.WORDS, "words": "Hello.", "language": "en", "now": now}
    domain.answer(actor=world.actor("mother"), moment=tower, reply=key, **given)
    with pytest.raises(NotThere):
        domain.answer(actor=world.actor("father-other-home"), moment=tower, reply=key, **given)


def test_one_heart_each(world, now):
    mum, tower = world.actor("mother"), world.moment("tower")
    given = {"kind": ReplyKind.HEART, "words": "", "language": "en", "now": now}
    first, _new = domain.answer(actor=mum, moment=tower, reply=ids.new(), **given)
    second, again = domain.answer(actor=mum, moment=tower, reply=ids.new(), **given)
    assert (first.pk, again) == (second.pk, False)


def test_staff_answer_who_wrote_and_begin_no_talk_with_others(world, now):
    tower, sian = world.moment("tower"), world.actor("key-person")
    given = {"words": "Thank you.", "language": "en", "now": now}
    _reply, new = domain.answer_family(
        actor=sian, moment=tower, reply=ids.new(), talk_with=world.people["mother"], **given
    )
    assert new
    with pytest.raises(NotThere):
        domain.answer_family(
            actor=sian, moment=tower, reply=ids.new(), talk_with=world.people["parent-urdu"], **given
        )


def test_first_thanks_stand_also_where_the_second_page_is_old(world, now):
    mine, theirs = world.moment("waiting"), world.moment("waiting")
    assert domain.thank(actor=world.actor("key-person"), moment=mine, now=now)
    assert not domain.thank(actor=world.actor("key-person"), moment=theirs, now=now)
    assert recorded("journal.thanked", mine.pk) == 1


def test_answer_of_the_key_person_is_a_thank_you_too(world, now):
    waiting = world.moment("waiting")
    domain.answer_family(
        actor=world.actor("key-person"),
        moment=waiting,
        reply=ids.new(),
        talk_with=world.people["parent-polish"],
        words="Brawo, Zofia!",
        language="pl",
        now=now,
    )
    assert rows(Moment).get(pk=waiting.pk).thanked_by_id == world.people["key-person"]


# The record


def test_asked_twice_is_one_request_decided_once(world, now):
    mum, sian = world.actor("mother"), world.actor("key-person")
    star, _new = domain.share_star(
        actor=mum, said=said(world, MALI, audience=Audience.TEAM), now=now - timedelta(minutes=1)
    )
    first = domain.ask_for_record(actor=mum, moment=star, now=now)
    second = domain.ask_for_record(actor=mum, moment=star, now=now)
    assert first.pk == second.pk
    stale = rows(RecordRequest).get(pk=first.pk)
    decided = {"actor": sian, "language": "en", "now": now}
    with pytest.raises(Refused, match="Say why not"):
        domain.decide_record(request=first, accept=False, reason=" ", **decided)
    domain.decide_record(request=first, accept=True, reason="", **decided)
    with pytest.raises((Refused, NotThere)):
        domain.decide_record(request=stale, accept=False, reason="No.", **decided)
    assert rows(RecordRequest).get(pk=first.pk).decision == "accepted"


# Slips


def test_slip_keyed_twice_by_two_people_is_one_star(world, now):
    sian = world.actor("key-person")
    slip = domain.find_slip(actor=sian, code=world.slip_codes["open-slip"])
    stale = domain.find_slip(actor=sian, code=world.slip_codes["open-slip"])
    dean = world.people["parent-no-phone"]
    star = said(world, "Alfie", audience=Audience.TEAM)
    domain.key_slip(actor=sian, said=star, credited=dean, slip=slip, now=now)
    other = said(world, "Alfie", audience=Audience.TEAM)
    with pytest.raises(Refused, match="keyed in already"):
        domain.key_slip(actor=sian, said=other, credited=dean, slip=stale, now=now)
    _moment, again = domain.key_slip(actor=sian, said=star, credited=dean, slip=stale, now=now)
    assert not again


# Names


@pytest.mark.parametrize(
    "words",
    [
        "Mali gave Yusuf a block.",
        "Mali sat in Yusuf’s chair.",
        "“YUSUF, look,” said Mali.",
        "Mali a Yusuf.",
    ],
)
def test_name_of_another_child_stops_whatever_stands_around_it(world, now, words):
    with pytest.raises(NamesOthers, match="This names"):
        shared(world, now, MALI, words=words)


@pytest.mark.parametrize("words", ["Mali hopped.", "Mali’s boots are red.", "She is kind to all."])
def test_child_s_own_name_and_plain_words_pass(world, now, words):
    assert shared(world, now, MALI, words=words).state == "shared"
