"""Pages of staff ask equally often for one row and for many, and seldom."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from seren.foundation.kernel import ids
from seren.partnership.journal import domain
from seren.partnership.journal.domain import Said

pytestmark = pytest.mark.db
MALI = "Mali Evans"


def asked(client, address):
    with CaptureQueriesContext(connections["default"]) as queries:
        assert client.get(address).status_code == 200
    return sum(query["sql"].startswith("SELECT") for query in queries)


def more(world, now, number):
    """Drafts, shared moments, waiting stars and steps of Mali and her friends."""
    sian, mum = world.actor("key-person"), world.actor("mother")
    for turn in range(number):
        group = (world.children[MALI], world.children["Yusuf"])
        words = {"language": "en", "happened_at": now, "words": f"They dug deep {turn}."}
        domain.note_moment(actor=sian, said=Said(moment=ids.new(), children=group, **words), now=now)
        shared = Said(moment=ids.new(), children=group[:1], **words)
        domain.note_moment(actor=sian, said=shared, now=now, share=True)
        star = Said(moment=ids.new(), children=group[:1], **words)
        domain.share_star(actor=mum, said=star, now=now)
        domain.suggest_step(
            actor=sian,
            child=group[0],
            setting=world.settings["pre-school"],
            step=f"Dig deeper {turn}.",
            seen="They dig.",
            language="en",
            now=now,
        )


def addresses(world):
    mali = world.children[MALI]
    return (
        "/room/",
        "/room/snap/",
        "/mine/",
        "/mine/unfiled/",
        "/room/search/?q=dug",
        f"/room/child/{mali}/",
        f"/room/child/{mali}/stars/",
        f"/mine/child/{mali}/plan/",
    )


def test_as_many_questions_for_thirty_rows_as_for_a_few(signed_in, world, now):
    client = signed_in("key-person")
    more(world, now, 1)
    for address in addresses(world):
        client.get(address)  # a browser that was here before
    few = {address: asked(client, address) for address in addresses(world)}
    more(world, now, 30)
    many = {address: asked(client, address) for address in addresses(world)}
    assert many == few
    assert max(few.values()) <= 14, few
