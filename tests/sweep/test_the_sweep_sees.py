"""The sweep seen red: with a leak planted, it says where and whose.

The rules are right here, and a page, an answer or a button is not. A rule that says too much is found by the
oracle (tests/matching).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.http import HttpResponse

from seren.doors.demo.world import World
from seren.doors.web.views import home
from seren.foundation.access.door import NotThere, routes, visible
from seren.foundation.kernel import db, ids
from seren.partnership.journal.domain import answering
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries import reading
from seren.partnership.journal.views import star, talk
from seren.partnership.journal.views.at_work import noting
from seren.people.accounts.queries import hats_of
from seren.people.families.queries import family_page
from tests.bluebell import Bluebell
from tests.sweep.addresses import of_each_route
from tests.sweep.canaries import rows
from tests.sweep.strangers import Stranger, strangers
from tests.sweep.test_every_address import Walk
from tests.sweep.test_every_button import Hand
from tests.sweep.test_every_field import Filler

pytestmark = [pytest.mark.sweep, pytest.mark.django_db]
STAR, THANK = "/stars/<uuid:moment>/", "/stars/<uuid:moment>/thank/"
PEOPLE = "/family/people/"


def walked(world: World, who: str, route: str) -> list[str]:
    """What a walk of this person through all addresses of one route finds fault with."""
    walk = Walk(world, who)
    for address in dict(of_each_route(world))[route]:
        walk.look(address)
    return walk.faults


@pytest.mark.parametrize("route", [STAR, PEOPLE])
def test_without_a_leak_it_is_green(world: World, route: str):
    assert walked(world, "father-other-home", route) == []


def test_it_sees_an_answer_of_the_other_home(world: World, monkeypatch: pytest.MonkeyPatch):
    def too_much(actor: Any, *, moments: Any) -> Any:
        found = rows("journal.Reply").filter(moment__in=moments, withdrawn_at__isnull=True)
        fields = ("id", "moment_id", "talk_with_id", "author_id", "kind", "text_id", "written_at")
        return found.order_by("written_at", "id").values_list(*fields)

    monkeypatch.setattr(reading, "_talk", too_much)
    faults = walked(world, "father-other-home", STAR)
    told = [fault for fault in faults if fault.endswith("an answer in the talk with Rhian")]
    assert told
    assert all(fault.startswith("/stars/") for fault in told)


def test_it_sees_where_the_other_home_is(world: World, monkeypatch: pytest.MonkeyPatch):
    lives = rows("families.HouseholdMember").select_related("household").get(person=world.people["mother"])
    home = lives.household
    told = home.address["lines"][0]
    leak = (family_page.PersonShown(home.id, "Mum", f"lives at {told}"),)
    monkeypatch.setattr(family_page, "_others", lambda actor, children: dict.fromkeys(children, leak))
    faults = walked(world, "father-other-home", PEOPLE)
    assert f"{PEOPLE}: {told!r}: another home’s address" in faults


def test_it_sees_that_missing_and_not_yours_are_told_apart(world: World, monkeypatch: pytest.MonkeyPatch):
    looked_for = star.Star.get

    def tells(page: Any, request: Any, **given: Any) -> Any:
        seen = visible(request.actor, JournalAction.SEE_MOMENT, apps.get_model("journal.Moment"))
        if not seen.filter(pk=given["moment"]).exists():
            return HttpResponse("This star is not yours.", status=404)
        return looked_for(page, request, **given)

    monkeypatch.setattr(star.Star, "get", tells)
    faults = walked(world, "stranger-parent", STAR)
    assert f"/stars/{world.moments['tower']}/: missing and not yours do not look alike" in faults


def test_it_sees_a_page_that_breaks(world: World, monkeypatch: pytest.MonkeyPatch):
    def breaks(*args: Any) -> Any:
        raise ZeroDivisionError("nobody was there")

    monkeypatch.setattr(family_page, "_others", breaks)
    assert f"500 {PEOPLE}: ZeroDivisionError: nobody was there" in walked(world, "mother", PEOPLE)


def pressed(world: World, who: str, path: str) -> list[str]:
    actor = world.actor(who)
    hand = Hand(world, who)
    for route in routes():
        if route.path == path:
            for one in strangers(route, actor, hats_of(actor.person, actor.at), world):
                hand.press("POST", one, {})
    assert hand.pressed["POST"]
    return hand.faults


def test_it_sees_a_button_that_works_on_what_is_not_theirs(world: World, monkeypatch: pytest.MonkeyPatch):
    assert pressed(world, "stranger-parent", THANK) == []

    @contextmanager
    def unasked(*about: Any) -> Iterator[Any]:
        with db.writing() as section:
            yield section

    def found(actor: Any, act: Any, moment: Any) -> Any:
        row = rows("journal.Moment").filter(pk=moment).first()
        if row is None:
            raise NotThere
        return row

    monkeypatch.setattr(talk, "find_moment", found)
    assert pressed(world, "stranger-parent", THANK) == []  # the verb asks too
    monkeypatch.setattr(answering, "acting", unasked)
    hand = Hand(world, "stranger-parent")
    for moment in world.moments.values():
        hand.press("POST", Stranger(f"/stars/{moment}/thank/", f"/stars/{ids.new()}/thank/"), {})
    assert any(fault.endswith("/thank/: 303") for fault in hand.faults)
    assert any("wrote to" in fault and "journal_moment" in fault for fault in hand.faults), hand.faults


def filled_in(world: World, bluebell: Bluebell, who: str, page: str) -> list[str]:
    filler = Filler(world, bluebell, who)
    for form, beside in filler.forms_at([page], set()):
        filler.fill_in(form, beside)
    assert filler.tried or filler.faults
    return filler.faults


def test_it_sees_a_field_that_leads_to_a_place_that_is_not_theirs(
    world: World, bluebell: Bluebell, monkeypatch: pytest.MonkeyPatch
):
    assert filled_in(world, bluebell, "manager", "/desk/setting/") == []
    monkeypatch.setattr(
        home,
        "workplaces",
        lambda actor: [SimpleNamespace(setting=one.pk) for one in rows("provision.Setting")],
    )
    faults = filled_in(world, bluebell, "manager", "/desk/setting/")
    assert set(faults) == {
        "/here/at/, setting: 303 with a provision.Setting, and accounts_person tells of it"
    }


def test_it_sees_a_hidden_field_that_writes_in_somebody_elses_moment(
    world: World, bluebell: Bluebell, monkeypatch: pytest.MonkeyPatch
):
    assert filled_in(world, bluebell, "key-person", "/room/snap/") == []
    keep = noting.Snap.keep

    def careless(page: Any, actor: Any, said: Any, **given: Any) -> str:
        rows("journal.Moment").filter(pk=said["moment"]).update(quick_word="kind")
        return keep(page, actor, said, **given)

    monkeypatch.setattr(noting.Snap, "keep", careless)
    faults = filled_in(world, bluebell, "key-person", "/room/snap/")
    assert "/room/snap/, moment: 404 with a journal.Moment, and it wrote to journal_moment" in faults


def test_it_sees_a_form_that_goes_through_for_nobody(
    world: World, bluebell: Bluebell, monkeypatch: pytest.MonkeyPatch
):
    def never(*args: Any, **given: Any) -> str:
        raise NotThere

    monkeypatch.setattr(noting.Snap, "act", never)
    faults = filled_in(world, bluebell, "key-person", "/room/snap/")
    assert [fault.partition(": ")[0] for fault in faults] == ["/room/snap/"]
    assert faults[0].endswith("with the rows it was shown with")
