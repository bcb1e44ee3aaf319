"""Pages with lists ask the database no more for more rows. The sweep counts what every page asks."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from seren.foundation.access.door import Operator
from seren.foundation.kernel import ids
from seren.partnership.journal import domain as journal
from seren.partnership.journal.terms import ReplyKind
from seren.people.accounts.domain import Adult, add_person
from seren.people.families import domain as families
from seren.people.families.domain.adults import Facts
from seren.people.families.terms import LivesWith, Relation, Responsibility, ResponsibilityBasis
from tests.counting import MOST, asked
from tests.doors.web.desk.test_paper import waits

SignedIn = Callable[[str], Client]
MALI = "Mali Evans"
# What waits on paper: whether a sheet is still somebody's, and what is in their letter, is asked of access
# for that adult and that notice, as when a mail is sent. By how many statements a sheet more makes it grow.
GROWS = {"/desk/print/": 10, "/desk/print/letters/": 24}
_TIED = Facts(
    relation=Relation.MOTHER,
    responsibility=Responsibility.YES,
    basis=ResponsibilityBasis.MOTHER,
    lives_with=LivesWith.YES,
    emergency_order=1,
)


@pytest.fixture(autouse=True)
def _product(settings: Any) -> None:
    settings.ROOT_URLCONF = "seren.config.urls"


def statements(client: Client, address: str) -> int | None:
    return asked(client, address)[1]


class More:
    """One child more at the desk, and one more of everything that Mali's pages list, at every turn."""

    def __init__(self, world: Any) -> None:
        self.world, self.turn = world, 0
        self.talk = world.moment("tower")

    def __call__(self) -> None:
        self.turn += 1
        world, said = self.world, f"They dug deep {self.turn}."
        sian, mum, mali = world.actor("key-person"), world.actor("mother"), world.children[MALI]
        self._moment(said)
        group = self._words(said, mali, world.children["Yusuf"])
        journal.note_moment(actor=sian, said=group, now=world.present)
        journal.share_star(actor=mum, said=self._words(said, mali), now=world.present)
        self._answer(said)
        journal.suggest_step(
            actor=sian,
            child=mali,
            setting=world.settings["pre-school"],
            step=said,
            seen="They dig.",
            language="en",
            now=world.present,
        )
        self._child()

    def _moment(self, words: str) -> Any:
        sian, said = self.world.actor("key-person"), self._words(words, self.world.children[MALI])
        return journal.note_moment(actor=sian, said=said, now=self.world.present, share=True)[0]

    def _answer(self, words: str) -> None:
        journal.answer(
            actor=self.world.actor("mother"),
            moment=self.talk,
            reply=ids.new(),
            kind=ReplyKind.WORDS,
            words=words,
            language="en",
            now=self.world.present,
        )

    def _words(self, words: str, *children: Any) -> journal.Said:
        now = self.world.present
        return journal.Said(moment=ids.new(), children=children, words=words, language="en", happened_at=now)

    def _child(self) -> None:
        """Comes in a week, has no key person yet; nobody has asked the mother to join."""
        world, now = self.world, self.world.present
        console = Operator(world.provider, now)
        adult = add_person(actor=console, adult=Adult("Nia", f"Parry {self.turn}", ""), now=now)
        child = families.add_child(
            actor=console,
            setting=world.settings["pre-school"],
            room=world.rooms["Robins"],
            given_name="Gwen",
            family_name=f"Parry {self.turn}",
            date_of_birth=now.date() - timedelta(days=1000),
            starts_on=now.date() + timedelta(days=7),
            now=now,
        )
        families.add_guardian(actor=console, child=child, adult=adult.pk, facts=_TIED, now=now)


def listing(world: Any, talk: Any) -> dict[str, tuple[str, ...]]:
    """The pages with lists, by who reads them."""
    mali = world.children[MALI]
    plan, star = f"/mine/child/{mali}/plan/", f"/stars/{talk.pk}/"
    return {
        "mother": ("/today/", "/stars/", star, plan, "/family/people/", "/stars/?q=dug"),
        "key-person": (
            "/room/", "/room/snap/", "/room/bin/", "/room/search/?q=dug", f"/room/child/{mali}/",
            f"/room/child/{mali}/stars/", "/mine/", "/mine/unfiled/", plan, star,
        ),
        "manager": (
            "/desk/", "/desk/families/", "/desk/families/?show=waiting", "/desk/families/?show=quiet",
            "/desk/children/", "/desk/children/?show=joining", f"/desk/children/{mali}/",
            "/desk/children/?name=gwen", "/desk/people/", "/desk/people/key-people/", "/desk/people/cover/",
            "/desk/partnership/", "/desk/undelivered/", "/room/", star,
        ),
    }  # fmt: skip


def once_more(client: Client, address: str) -> int | None:
    """That a child is shown is noted once an hour, however many lists it stands in: that is done by now."""
    client.get(address)
    return statements(client, address)


def test_pages_with_lists_ask_as_often_for_thirty_as_for_three_and_for_one(
    world: Any, signed_in: SignedIn
) -> None:
    more = More(world)
    pages = listing(world, more.talk)
    clients = {who: signed_in(who) for who in pages}
    for who, those in pages.items():
        for address in those:
            clients[who].get(address)  # what only a browser’s first time asks
    counts: dict[int, dict[tuple[str, str], int | None]] = {}
    for turn in range(1, 31):
        more()
        if turn in (1, 3, 30):
            counts[turn] = {
                (who, address): once_more(clients[who], address)
                for who, those in pages.items()
                for address in those
            }
    assert None not in counts[1].values()
    assert counts[1] == counts[3] == counts[30]
    assert max(number for number in counts[30].values() if number) <= MOST


def test_letters_cost_no_more_than_their_adults(world: Any, signed_in: SignedIn) -> None:
    client = signed_in("manager")
    for address in GROWS:
        client.get(address)
    before = {address: statements(client, address) or 0 for address in GROWS}
    waits(world, "mother", "journal.moment_shared", world.moments["tower"])
    client.get("/desk/print/letters/")  # whose letter it is, is noted once an hour
    after = {address: statements(client, address) or 0 for address in GROWS}
    grown = {address: after[address] - before[address] for address in GROWS}
    assert all(0 < grown[address] <= GROWS[address] for address in GROWS), grown
