"""Who may know, and how they wish to be reached, is asked again when a letter leaves."""

from datetime import date, timedelta

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.clock import at_london
from seren.foundation.notify.models import Notice
from tests.foundation.notify.conftest import WEDNESDAY, to

pytestmark = pytest.mark.db


def test_father_restricted_after_release_gets_nothing(street, post, now):
    """The order came between release and sending."""
    notice = street.tell()
    street.until(now + timedelta(minutes=5))
    assert street.ledger(notice)["father"].outcome == "waiting"
    street.may_know.remove("father")
    street.until(at_london(WEDNESDAY, 18))
    assert to(post) == ["key.person", "mother"]
    assert street.ledger(notice)["father"].outcome == "dropped"


def test_a_mail_of_its_own_asks_again_too(street, post):
    street.wishes("father", digest=False)
    street.moved(at_london(WEDNESDAY, 21))
    notice = street.tell()
    street.until(at_london(WEDNESDAY, 22))
    street.may_know.remove("father")
    street.until(at_london(date(2025, 5, 15), 8))
    assert "father" not in to(post)
    assert street.ledger(notice)["father"].outcome == "dropped"


def test_a_change_of_wishes_is_followed_at_sending(street, post):
    notice = street.tell()
    street.until(at_london(WEDNESDAY, 12))
    street.wishes("mother", on_paper=True, email=None)
    street.wishes("father", digest=False)
    street.wishes("key person", email=None)
    street.until(at_london(WEDNESDAY, 18))
    assert to(post) == ["father"]
    ledger = street.ledger(notice)
    assert (ledger["mother"].channel, ledger["mother"].outcome) == ("paper", "waiting")
    assert (ledger["key person"].channel, ledger["key person"].outcome) == ("page", "sent")


def test_a_withdrawn_notice_is_not_sent_even_if_its_delivery_was_overlooked(street, post):
    street.tell()
    street.until(at_london(WEDNESDAY, 12))
    system(SystemReason.PROVING, Notice).update(withdrawn_at=clock.now())
    street.until(at_london(WEDNESDAY, 23))
    assert post.taken == []
