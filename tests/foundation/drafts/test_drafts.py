"""What Rhian typed and has not sent is still there for her, and for nobody else."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seren.foundation.drafts import door as drafts
from seren.foundation.drafts import forms
from seren.foundation.drafts.models import Draft
from seren.foundation.kernel import db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import Tampered

pytestmark = [pytest.mark.db, pytest.mark.django_db]

STAR = "test.star"
REPLY = "test.reply"
TYPED = {"words": ["Mali counted the stairs."], "who": ["team"], "children": ["a", "b"]}


@pytest.fixture(autouse=True)
def _declared(monkeypatch):
    monkeypatch.setattr(forms, "_fields", {})
    drafts.declare(STAR, fields=["words", "who", "children", "words-*"])
    drafts.declare(REPLY, fields=["words"])


@dataclass
class Kitchen:
    """One tablet two adults share, and a telephone."""

    now: datetime
    tablet: str = field(default_factory=drafts.new_browser)
    telephone: str = field(default_factory=drafts.new_browser)
    rhian: UUID = field(default_factory=ids.new)
    gareth: UUID = field(default_factory=ids.new)

    def keep(self, person: UUID | None, body=None, *, at=None, **more) -> bool:
        now = at or self.now
        more = {"browser": self.tablet, "form": STAR, "until": now + timedelta(hours=24)} | more
        return drafts.keep(person=person, body=TYPED if body is None else body, now=now, **more)

    def offered(self, person: UUID | None, *, at=None, **more):
        more = {"browser": self.tablet, "form": STAR} | more
        kept = drafts.take_up(person=person, now=at or self.now, **more)
        return kept.body if kept else None


@pytest.fixture
def home(now):
    return Kitchen(now)


def test_rhian_finds_her_words_again(home):
    assert home.keep(home.rhian)
    assert home.offered(home.rhian) == TYPED
    assert home.offered(home.rhian) == TYPED


def test_gareth_at_the_same_tablet_is_offered_nothing_of_hers(home):
    home.keep(home.rhian)
    assert home.offered(home.gareth) is None
    home.keep(home.gareth, {"words": ["Tom ran."]})
    assert home.offered(home.rhian) == TYPED
    assert home.offered(home.gareth) == {"words": ["Tom ran."]}


def test_her_words_stay_at_the_browser_she_typed_them_at(home):
    home.keep(home.rhian)
    assert home.offered(home.rhian, browser=home.telephone) is None


def test_what_was_typed_while_nobody_was_signed_in_is_offered_to_nobody_who_signs_in(home):
    home.keep(None)
    assert home.offered(home.rhian) is None
    assert home.offered(None) == TYPED
    home.keep(home.rhian, {"words": ["hers"]})
    assert home.offered(None) == TYPED


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["rhian", "gareth", None]),
            st.sampled_from(["tablet", "telephone"]),
            st.sampled_from([STAR, REPLY]),
            st.sampled_from(["", "mali"]),
            st.sampled_from(["keep", "drop"]),
        ),
        max_size=12,
    )
)
def test_nobody_is_ever_offered_words_of_another_person_place_form_or_thing(home, acts):
    def key(who, where, form, about):
        person = getattr(home, who) if who else None
        return {"person": person, "browser": getattr(home, where), "form": form, "about": about}

    Draft.objects.all().delete()
    expected = {}
    for number, (who, where, form, about, act) in enumerate(acts):
        if act == "keep":
            body = {"words": [f"{number}"]}
            drafts.keep(
                **key(who, where, form, about), body=body, now=home.now, until=home.now + timedelta(hours=24)
            )
            expected[who, where, form, about] = body
        else:
            drafts.drop(**key(who, where, form, about))
            expected.pop((who, where, form, about), None)
    for who in ("rhian", "gareth", None):
        for where in ("tablet", "telephone"):
            for form in (STAR, REPLY):
                for about in ("", "mali"):
                    kept = drafts.take_up(**key(who, where, form, about), now=home.now)
                    assert (kept.body if kept else None) == expected.get((who, where, form, about))


def test_keeping_again_takes_the_place_of_what_was_there(home):
    home.keep(home.rhian, {"words": ["Mali cou"]}, files=True)
    home.keep(home.rhian)
    assert home.offered(home.rhian) == TYPED
    assert Draft.objects.count() == 1


def test_an_emptied_form_is_not_kept_over_what_was_there(home):
    home.keep(home.rhian)
    assert not home.keep(home.rhian, {"words": ["  "], "csrfmiddlewaretoken": ["x"]})
    assert home.offered(home.rhian) == TYPED


def test_sent_or_begun_again_it_is_gone(home):
    home.keep(home.rhian)
    drafts.drop(person=home.rhian, browser=home.tablet, form=STAR)
    assert home.offered(home.rhian) is None
    assert not Draft.objects.exists()


def test_after_its_time_it_is_offered_no_more_and_then_swept_away(home):
    end = home.now + timedelta(hours=24)
    home.keep(home.rhian)
    home.keep(home.gareth, at=home.now + timedelta(hours=1))
    assert home.offered(home.rhian, at=end - timedelta(seconds=1)) == TYPED
    assert home.offered(home.rhian, at=end) is None
    assert drafts.sweep(end - timedelta(seconds=1)) == 0
    assert drafts.sweep(end) == 1
    assert home.offered(home.gareth, at=end) == TYPED


def test_only_the_declared_fields_are_kept(home):
    sent = TYPED | {
        "csrfmiddlewaretoken": ["secret"],
        "photo": ["IMG_2041.jpg"],
        "code": ["123456"],
        "words-mali": ["Mali ran."],
        "wordsmith": ["no"],
    }
    home.keep(home.rhian, sent)
    assert home.offered(home.rhian) == TYPED | {"words-mali": ["Mali ran."]}


def test_the_token_is_never_kept_even_where_a_form_names_it(home):
    drafts.declare("test.wide", fields=["*"])
    home.keep(home.rhian, {"csrfmiddlewaretoken": ["secret"], "words": ["x"]}, form="test.wide")
    assert home.offered(home.rhian, form="test.wide") == {"words": ["x"]}


def test_a_form_nobody_declared_is_not_kept(home):
    with pytest.raises(drafts.UnknownForm):
        home.keep(home.rhian, form="test.unknown")
    assert not drafts.is_declared("test.unknown")
    with pytest.raises(ValueError):
        drafts.declare(STAR, fields=["words"])


def test_nothing_of_the_words_nor_of_whose_browser_it_is_lies_in_the_table(home):
    home.keep(home.rhian)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM drafts_draft")
        raw = b"|".join(
            bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
            for value in cursor.fetchone()
        )
    assert b"stairs" not in raw
    assert home.tablet.encode() not in raw


def test_a_draft_moved_to_another_persons_row_does_not_open(home):
    home.keep(home.rhian)
    home.keep(home.gareth, {"words": ["his"]})
    hers = Draft.objects.get(person_id=home.rhian)
    Draft.objects.filter(person_id=home.gareth).update(body=hers.__dict__["body"])
    with pytest.raises(Tampered):
        home.offered(home.gareth)


def test_a_row_given_to_another_person_is_offered_to_neither(home):
    home.keep(home.rhian)
    Draft.objects.update(person_id=home.gareth)
    assert home.offered(home.rhian) is None
    assert home.offered(home.gareth) is None


def test_drafts_of_one_day_share_one_key_and_the_next_day_has_another(home):
    home.keep(home.rhian)
    home.keep(home.gareth)
    home.keep(None, at=home.now + timedelta(days=1))
    assert len({draft.key_subject for draft in Draft.objects.all()}) == 2


def test_without_its_key_a_draft_is_offered_to_nobody(home):
    home.keep(home.rhian)
    Draft.objects.update(sealed_on="2001-01-01")
    assert home.offered(home.rhian) is None


def test_a_browser_keeps_its_twenty_latest(home):
    for number in range(25):
        home.keep(home.rhian, at=home.now + timedelta(minutes=number), about=str(number))
    home.keep(home.gareth, browser=home.telephone)
    kept = [number for number in range(25) if home.offered(home.rhian, about=str(number))]
    assert kept == list(range(5, 25))
    assert home.offered(home.gareth, browser=home.telephone) == TYPED


def test_what_is_far_too_long_is_refused_and_said(home):
    with pytest.raises(Refused) as no:
        home.keep(home.rhian, {"words": ["x" * 200_001]})
    assert no.value.code == "too-much-to-keep"


def test_erasing_a_person_takes_her_drafts_everywhere(home):
    home.keep(home.rhian)
    home.keep(home.rhian, browser=home.telephone)
    home.keep(home.gareth)
    drafts.forget(home.rhian)
    assert [draft.person_id for draft in Draft.objects.all()] == [home.gareth]


def test_a_refused_page_that_only_asks_can_still_offer_and_writes_nothing(home):
    home.keep(home.rhian)
    with db.only_asking():
        assert home.offered(home.rhian) == TYPED


def test_she_is_told_until_when_and_that_photos_are_not_kept(home):
    home.keep(home.rhian, files=True)
    kept = drafts.take_up(person=home.rhian, browser=home.tablet, form=STAR, now=home.now)
    with translation.override("en"):
        assert kept.sentences == (
            "Your words from 14 May, 10:40 are still here. We keep them for you until 15 May, 10:40.",
            "We did not keep your photos. Choose them again.",
        )
    home.keep(home.rhian)
    assert len(drafts.take_up(person=home.rhian, browser=home.tablet, form=STAR, now=home.now).sentences) == 1


def test_a_draft_that_would_end_before_it_begins_is_refused_by_the_database(home):
    with pytest.raises(IntegrityError), transaction.atomic():
        home.keep(home.rhian, until=home.now)


def test_a_form_says_whom_it_was_shown_to(home):
    stamp = drafts.stamp(home.rhian, home.tablet)
    assert drafts.stamped(stamp, home.tablet) == home.rhian
    assert drafts.stamped(stamp, home.telephone) is None


@pytest.mark.parametrize("value", ["", "x", "☃", "A" * 43, "A" * 4000])
def test_what_is_no_stamp_names_nobody(home, value):
    assert drafts.stamped(value, home.tablet) is None


def test_a_stamp_cannot_be_made_over_to_another_person(home):
    hers, his = drafts.stamp(home.rhian, home.tablet), drafts.stamp(home.gareth, home.tablet)
    assert hers != his
    assert drafts.stamped(hers[:20] + his[20:], home.tablet) is None


def test_browsers_are_told_apart_and_say_nothing():
    assert len({drafts.new_browser() for _ in range(100)}) == 100
