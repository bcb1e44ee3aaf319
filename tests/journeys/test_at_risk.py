"""One parent is restricted while his page and his picture are open, and a letter to him waits."""

import re
from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django_tasks_db.models import DBTaskResult

from seren.doors.demo.world import World
from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import ids
from tests.instant import NOW
from tests.world import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.db]
NOTHING = "/stars/00000000-0000-7000-8000-000000000000/"
HERS = ("/today/", "/stars/", "/family/people/", "/family/permissions/", "/settings/how-to-reach-me/")
# What is made anew for every answer: the form’s token, the nonce, the id of a reply not yet written.
_NEW = re.compile(r'(name="csrfmiddlewaretoken"|name="reply" id="[^"]*") value="[^"]*"|nonce="[^"]*"')


def shown(client: Client, address: str) -> tuple[Any, ...]:
    """All that reaches a browser, but for what is new each time."""
    answer = client.get(address)
    body = answer.getvalue()
    headers = {k: v for k, v in answer.headers.items() if k not in {"Date", "X-Request-ID", "Set-Cookie"}}
    headers["Content-Security-Policy"] = re.sub(
        r"nonce-[^']*", "", headers.get("Content-Security-Policy", "")
    )
    return answer.status_code, headers, _NEW.sub("", body.decode("utf-8", "replace"))


def restrict_now(world: World, bev: Client) -> None:
    """At the desk, by its form, as a manager does in a hurry."""
    told = {
        "adult": str(world.people["father-other-home"]),
        "codes": ["no-info"],
        "code": "no-info",
        "basis": "caution",
        "reason": "Police rang at ten.",
    }
    answer = bev.post(f"/desk/children/{world.children['Mali Evans']}/restrictions/add/", told)
    assert answer.status_code == 303


def share_one_now(world: World) -> str:
    """The key person shares a moment; the letters wait for the evening."""
    sian, star = sign_in(Client(), world, "key-person"), ids.new()
    body = {
        "children": [str(world.children["Mali Evans"])], "words": "Mali built a bridge.", "language": "en",
        "happened_at": NOW.isoformat(), "share": True,
    }  # fmt: skip
    answer = sian.put(f"/api/v1/moments/{star}", body, content_type="application/json")
    assert answer.status_code == 201, answer.content
    return f"/stars/{star}/"


def let_time_pass(to: Any, traveller: Any) -> None:
    while (
        due := DBTaskResult.objects.filter(status="READY", run_after__lte=to).order_by("run_after")
    ).exists():
        traveller.move_to(max(due.values_list("run_after", flat=True)[0], NOW))
        assert jobs.run_due() > 0
    traveller.move_to(to)


def test_next_request_is_the_plain_404_and_the_other_parent_sees_no_byte_of_it(
    world: World, signed_in: Callable[[str], Client]
) -> None:
    gareth, rhian, bev = signed_in("father-other-home"), signed_in("mother"), signed_in("manager")
    star = next(
        path for path in (f"/stars/{m}/" for m in world.moments.values()) if opens_both(gareth, rhian, path)
    )
    photo = f"/photos/{world.photos['tower']}/thumb/"
    tag = gareth.get(photo).headers["ETag"]
    stars = f"/api/v1/children/{world.children['Mali Evans']}/moments"
    assert gareth.get(stars).json()["items"]
    before = {address: shown(rhian, address) for address in (*HERS, star, photo)}

    restrict_now(world, bev)

    assert shown(gareth, star) == shown(gareth, NOTHING)
    assert gareth.get(photo, headers={"If-None-Match": tag}).status_code == 404
    assert gareth.get(stars).status_code == 404
    assert "Mali" not in gareth.get("/stars/").content.decode() + gareth.get("/today/").content.decode()
    assert {address: shown(rhian, address) for address in before} == before


def opens_both(one: Client, other: Client, address: str) -> bool:
    return one.get(address).status_code == other.get(address).status_code == 200


@pytest.mark.parametrize("bound", [False, True])
def test_his_letter_that_waits_is_not_sent_and_hers_is(
    world: World, settings: Any, tmp_path: Path, signed_in: Callable[[str], Client], bound: bool
) -> None:
    settings.OUTBOX = tmp_path
    with time_machine.travel(NOW, tick=False) as traveller:
        share_one_now(world)
        let_time_pass(NOW + timedelta(minutes=20), traveller)
        if bound:
            restrict_now(world, signed_in("manager"))
        let_time_pass(NOW + timedelta(hours=10), traveller)
    told = " ".join(addressed(file) for file in tmp_path.glob("*.eml"))
    assert "rhian" in told
    assert ("gareth" in told) is not bound


def addressed(file: Path) -> str:
    return str(message_from_bytes(file.read_bytes(), policy=policy.default)["To"])
