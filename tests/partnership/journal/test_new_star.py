"""`/stars/new/`: a star from home, sent once, to whom was chosen and nobody else."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import ids
from seren.partnership.journal.models import Moment
from seren.partnership.journal.terms import Audience, MomentState

pytestmark = pytest.mark.db

SignedIn = Callable[[str], Client]


def photo(name: str = "IMG_1.jpg") -> SimpleUploadedFile:
    held = io.BytesIO()
    Image.new("RGB", (640, 480), (200, 80, 90)).save(held, "JPEG")
    return SimpleUploadedFile(name, held.getvalue(), "image/jpeg")


def typed(world: Any, **more: Any) -> dict[str, Any]:
    return {
        "child": str(world.children["Mali Evans"]),
        "words": "Mali fed the ducks.",
        "audience": Audience.KEY_PERSON.value,
        "happened_day": "13",
        "happened_month": "5",
        "happened_year": "2025",
        "language": "en",
        "star": str(ids.new()),
        **more,
    }


def stars() -> Any:
    return system(SystemReason.TELLING, Moment).filter(origin="home")


def test_mother_shares_a_star_with_a_photo_for_the_key_person(world: Any, signed_in: SignedIn) -> None:
    client, said = signed_in("mother"), typed(world, photos=[photo()])
    answer = client.post("/stars/new/", said)
    assert (answer.status_code, answer["Location"]) == (303, f"/stars/{said['star']}/?new=1")
    html = client.get(answer["Location"]).content.decode()
    assert "Mali fed the ducks." in html
    assert "landing" in html
    assert f"/stars/{said['star']}/undo/" in html
    assert "The photo is on its way" in html
    assert stars().get(pk=said["star"]).audience == Audience.KEY_PERSON
    assert signed_in("father-other-home").get(f"/stars/{said['star']}/").status_code == 404
    assert signed_in("grandmother").get(f"/stars/{said['star']}/").status_code == 404


def test_the_same_form_sent_twice_is_one_star(world: Any, signed_in: SignedIn) -> None:
    client, said, before = signed_in("mother"), typed(world), stars().count()
    assert [client.post("/stars/new/", said).status_code for _again in range(2)] == [303, 303]
    assert stars().count() == before + 1


def test_undo_keeps_the_words_for_their_author_alone(world: Any, signed_in: SignedIn) -> None:
    client, said = signed_in("mother"), typed(world, audience=Audience.FAMILY.value)
    client.post("/stars/new/", said)
    client.post(f"/stars/{said['star']}/undo/")
    assert stars().get(pk=said["star"]).state == MomentState.DRAFT
    html = client.get(f"/stars/{said['star']}/").content.decode()
    assert "Mali fed the ducks." in html
    assert "Share it now" in html
    assert signed_in("key-person").get(f"/stars/{said['star']}/").status_code == 404
    client.post(f"/stars/{said['star']}/share/")
    assert stars().get(pk=said["star"]).state == MomentState.SHARED


def test_words_stay_when_a_file_is_no_photo(world: Any, signed_in: SignedIn) -> None:
    bad = SimpleUploadedFile("page.jpg", b"<html><script>1</script>", "image/jpeg")
    answer = signed_in("mother").post("/stars/new/", typed(world, photos=[photo(), bad]))
    assert answer.status_code == 422
    assert "Mali fed the ducks.</textarea>" in answer.content.decode()
    assert not stars().filter(author=world.people["mother"], written_at=world.present).exists()


def test_nothing_said_is_refused_with_a_sentence(world: Any, signed_in: SignedIn) -> None:
    answer = signed_in("mother").post("/stars/new/", typed(world, words=""))
    assert answer.status_code == 422
    assert "Add a photo, a few words" in answer.content.decode()


def test_a_day_to_come_is_refused(world: Any, signed_in: SignedIn) -> None:
    answer = signed_in("mother").post("/stars/new/", typed(world, happened_day="15"))
    assert answer.status_code == 422
    assert "That day has not come yet." in answer.content.decode()


def test_child_of_another_family_cannot_be_chosen(world: Any, signed_in: SignedIn) -> None:
    said = typed(world, child=str(world.children["Yusuf"]))
    assert signed_in("mother").post("/stars/new/", said).status_code == 422
    assert not stars().filter(pk=said["star"]).exists()


@pytest.mark.parametrize("who", ["grandmother", "father-restricted", "key-person", "committee-chair"])
def test_who_shares_no_stars_does_not_find_the_page(world: Any, signed_in: SignedIn, who: str) -> None:
    assert signed_in(who).get("/stars/new/").status_code == 404


def test_mother_of_two_chooses_the_child(world: Any, signed_in: SignedIn) -> None:
    client = signed_in("parent-urdu")
    html = client.get("/stars/new/").content.decode()
    assert html.count('type="radio" name="child"') == 2
    assert 'value="ur" selected' in html
    said = typed(world, child="")
    assert client.post("/stars/new/", said).status_code == 422


def test_page_names_key_person_and_buddy_beside_the_choice(world: Any, signed_in: SignedIn) -> None:
    html = signed_in("mother").get("/stars/new/").content.decode()
    assert "Sian and Karen. Nobody else." in html
    assert "Gareth" not in html
