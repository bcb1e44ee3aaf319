"""A past that is written down now floods nobody's outbox."""

from datetime import timedelta

import pytest

from seren.foundation.notify import door as notify
from seren.foundation.notify.models import Delivery

pytestmark = pytest.mark.db


def told_at(street, at):
    return notify.send(
        "tests.shared", street.provider, now=at, setting=street.setting, provider=street.provider.id
    )


def test_notices_of_last_year_are_released_at_their_own_instant_and_mail_nobody(street, now):
    long_ago = [now - timedelta(days=days) for days in (300, 40)]
    for at in long_ago:
        told_at(street, at)
    assert notify.settle_past(before=now - timedelta(days=1)) == 2
    released = [told.released_at for told in notify.notices_of(street.provider.id)]
    assert released == [at + timedelta(seconds=10) for at in long_ago]
    street.until(now + timedelta(days=2))
    assert not Delivery._base_manager.exists()


def test_a_notice_of_this_morning_stays_live(street, now):
    told_at(street, now - timedelta(days=30))
    fresh = told_at(street, now - timedelta(minutes=5))
    assert notify.settle_past(before=now - timedelta(days=1)) == 1
    street.until(now + timedelta(seconds=30))
    assert len(street.ledger(fresh)) == 4


def test_what_was_undone_in_time_stays_untold_and_what_was_taken_back_later_was_told(street, now):
    first = now - timedelta(days=9)
    told_at(street, first)
    notify.withdraw(street.provider, now=first + timedelta(seconds=4))
    told_at(street, first + timedelta(hours=1))
    notify.withdraw(street.provider, now=first + timedelta(hours=3))
    notify.settle_past(before=now)
    undone, taken_back = notify.notices_of(street.provider.id)
    assert undone.released_at is None
    assert taken_back.released_at == first + timedelta(hours=1, seconds=10)
