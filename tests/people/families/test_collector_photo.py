"""A photo of who collects: added by whom they were named by, seen as that collector is, gone with them."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from seren.foundation.access.door import NotThere, Operator, SystemReason, system, visible
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media import door as media
from seren.foundation.media import store
from seren.foundation.media.models import ErasedPhoto, Photo
from seren.people.families.domain import Pictured, collect_on_day, leave, picture_collector, take_picture_away
from seren.people.families.domain.collectorphotos import bin_what_is_over
from seren.people.families.models import Child, Collector, Guardianship
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import COLLECTOR_PHOTO, RestrictionCode
from seren.people.provision.domain import add_member, give_statement
from seren.people.provision.models import Room, Setting
from seren.people.provision.terms import Role
from tests.binding import bind
from tests.foundation.media import pictures

SignedIn = Callable[[str], Client]
PEOPLE = "/family/people/"
SAID = {
    "name": "Gwen Rowlands",
    "relation": "other",
    "phone": "07700 900 321",
    "password": "Copper Kestrel",
    "old_enough": "on",
}
STAFF = (
    "key-person",
    "practitioner-other-room",
    "parent-and-staff",
    "manager",
    "deputy",
    "safeguarding-lead",
)
NOBODY_ELSE = (
    "father-other-home", "grandmother", "father-restricted", "parent-urdu", "other-setting-manager",
    "committee-chair", "leaver", "stranger-parent",
)  # fmt: skip

pytestmark = pytest.mark.db


def upload(colour: str = "orange", name: str = "nan.jpg") -> SimpleUploadedFile:
    held = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(held, "JPEG")
    return SimpleUploadedFile(name, held.getvalue(), "image/jpeg")


def with_a_place() -> SimpleUploadedFile:
    """As a phone makes it: with where it was taken, and by which camera."""
    held = io.BytesIO()
    Image.new("RGB", (640, 480), "orange").save(held, "JPEG")
    made = pictures.jpeg_with(held.getvalue(), pictures.jpeg_exif())
    assert pictures.CANARY in made
    return SimpleUploadedFile("nan.jpg", made, "image/jpeg")


def a_text() -> SimpleUploadedFile:
    return SimpleUploadedFile("nan.jpg", b"Nan comes on Thursdays.", "image/jpeg")


def rows(model: Any) -> Any:
    return system(SystemReason.SHOWING, model)


def named(name: str = "Nerys Evans", **more: Any) -> Collector:
    found: Collector = rows(Collector).get(name=name, **more)
    return found


def shown(collector: Collector) -> list[Photo]:
    held = rows(Photo).filter(belongs_to_type=COLLECTOR_PHOTO, belongs_to_id=collector.pk, binned_at=None)
    return list(held)


def page_of(collector: Collector) -> str:
    return f"{PEOPLE}collectors/{collector.pk}/photo/"


def add(client: Client, collector: Collector, photo: Any = None, **said: str) -> Any:
    return client.post(page_of(collector), {"photo": photo or upload(), "agreed": "on", **said})


def bytes_of(collector: Collector, size: str = "thumb") -> str:
    (photo,) = shown(collector)
    media.make_sizes(photo.pk)
    return f"/photos/collectors/{photo.pk}/{size}/"


def html(client: Client, address: str = PEOPLE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r'csrf[^>]*value="[^"]+"|nonce="[^"]+"', "", answer.content.decode())


def status(client: Client, address: str) -> int:
    answer = client.get(address)
    b"".join(getattr(answer, "streaming_content", ()))
    return int(answer.status_code)


def waiting() -> set[str]:
    """Uploads on our disk."""
    return set(store.incoming_before(clock.now().timestamp() + 10**9))


# --- adding ---


def test_mother_names_gwen_with_her_photo_in_one_form(world: Any, signed_in: SignedIn) -> None:
    mother, child = signed_in("mother"), world.children["Mali Evans"]
    answer = mother.post(f"{PEOPLE}{child}/collector/", {**SAID, "photo": upload(), "agreed": "on"})
    assert answer.status_code == 303
    gwen = named("Gwen Rowlands")
    assert status(mother, bytes_of(gwen)) == 200
    page = html(mother, page_of(gwen))
    assert 'alt="Photo of Gwen Rowlands, who may collect Mali"' in page
    told = Entry.objects.filter(event="families.collector_pictured", subject_id=gwen.pk).get()
    assert told.details["agreed"] is True


def test_the_page_is_a_plain_form_and_says_who_sees_it_how_long_and_the_way_out(
    world: Any, signed_in: SignedIn
) -> None:
    nerys = named()
    page = html(signed_in("mother"), page_of(nerys))
    assert 'enctype="multipart/form-data"' in page
    (field,) = re.findall(r'<input type="file"[^>]*>', page)
    assert "image/jpeg" in field
    for kept_out in ("capture", "multiple", "hidden"):
        assert kept_out not in field
    for label in re.findall(r'id="(id_photo|id_agreed)"', page):
        assert f'for="{label}"' in page or label == "id_agreed"
    assert '<button class="button' in page
    for words in (
        "Only you and the team who look after Mali see it. No other parent does.",
        "We show it as long as they may collect Mali. Then it leaves every page at once.",
        "We erase it 30 days after that.",
        "If they change their mind, take it away here.",
        "They know about this photo, and agree to it.",
    ):
        assert words in page


def test_where_it_was_made_and_by_which_camera_goes(world: Any, signed_in: SignedIn) -> None:
    mother, nerys = signed_in("mother"), named()
    assert add(mother, nerys, with_a_place()).status_code == 303
    for size in ("thumb", "page"):
        got = b"".join(mother.get(bytes_of(nerys, size)).streaming_content)
        assert got.startswith(b"\xff\xd8\xff")
        assert pictures.CANARY not in got
        assert b"Exif" not in got
        assert not any(place in got for place in pictures.PLACE)


def test_a_text_is_refused_in_plain_words_and_what_was_typed_stays(world: Any, signed_in: SignedIn) -> None:
    mother, child, before = signed_in("mother"), world.children["Mali Evans"], waiting()
    answer = mother.post(f"{PEOPLE}{child}/collector/", {**SAID, "photo": a_text(), "agreed": "on"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "This is not a photo we can read. Choose a JPEG, PNG, WebP or HEIC picture." in page
    for typed in ("Gwen Rowlands", "07700 900 321", "Copper Kestrel"):
        assert f'value="{typed}"' in page
    assert not rows(Collector).filter(name="Gwen Rowlands").exists()
    assert waiting() == before
    assert add(mother, named(), a_text()).status_code == 422


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"agreed": ""}, "Ask them first. Tick this when they agree."),
        ({"name": ""}, "Write something here."),
        ({"password": "cat"}, "Choose a password of at least 6 letters or figures. Choose the photo again."),
        ({"name": "nerys EVANS"}, "You have named them already. Choose the photo again."),
    ],
)
def test_whatever_is_missing_the_form_says_that_the_photo_must_be_chosen_again(
    world: Any, signed_in: SignedIn, said: dict[str, str], told: str
) -> None:
    before = rows(Photo).count(), waiting()
    address = f"{PEOPLE}{world.children['Mali Evans']}/collector/"
    sent = {**SAID, "photo": upload(), "agreed": "on", **said}
    answer = signed_in("mother").post(address, sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    assert "Choose the photo again." in page
    assert 'value="07700 900 321"' in page
    assert (rows(Photo).count(), waiting()) == before


def test_a_photo_is_added_to_no_page_without_their_yes_or_without_a_file(
    world: Any, signed_in: SignedIn
) -> None:
    mother, lynne = signed_in("mother"), named()
    before = shown(lynne)[0].pk
    assert add(mother, lynne, agreed="").status_code == 422
    answer = mother.post(page_of(lynne), {"agreed": "on"})
    assert answer.status_code == 422
    assert "Choose a photo first." in answer.content.decode()
    assert shown(lynne)[0].pk == before


@pytest.mark.parametrize(
    ("who", "agreed", "refusal"),
    [("mother", False, Refused), ("father-other-home", True, NotThere), ("manager", True, NotThere)],
)
def test_the_verb_asks_for_their_yes_and_for_who_named_them(
    world: Any, who: str, agreed: bool, refusal: type[Exception]
) -> None:
    nerys, before = named(), waiting()
    with pytest.raises(refusal), media.receive(upload("blue")) as received:
        picture_collector(
            actor=world.actor(who), collector=nerys, picture=Pictured(received, agreed), now=world.present
        )
    assert len(shown(nerys)) == 1
    assert waiting() == before
    with pytest.raises(NotThere):
        take_picture_away(actor=world.actor("manager"), collector=nerys, now=world.present)


def test_a_new_photo_takes_the_place_of_the_old_one(world: Any, signed_in: SignedIn) -> None:
    mother, nerys = signed_in("mother"), named()
    old = bytes_of(nerys)
    assert status(mother, old) == 200
    assert add(mother, nerys, upload("blue")).status_code == 303
    assert status(mother, old) == 404
    assert status(signed_in("key-person"), old) == 404
    assert status(mother, bytes_of(nerys)) == 200


# --- who sees it ---


@pytest.mark.parametrize("who", ["mother", *STAFF])
def test_whoever_sees_the_collector_sees_the_photo(world: Any, signed_in: SignedIn, who: str) -> None:
    nerys = named()
    client = signed_in(who)
    for size in ("thumb", "page"):
        answer = client.get(bytes_of(nerys, size))
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content).startswith(b"\xff\xd8\xff")
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "ETag" not in answer.headers


@pytest.mark.parametrize("who", NOBODY_ELSE)
def test_nobody_else_does_and_the_answer_is_that_of_no_photo(
    world: Any, signed_in: SignedIn, who: str
) -> None:
    nerys, client = named(), signed_in(who)
    nowhere = client.get(f"/photos/collectors/{world.people[who]}/thumb/")
    for address in (bytes_of(nerys), page_of(nerys)):
        answer = client.get(address)
        assert answer.status_code == 404
        assert re.sub(r"[0-9a-f-]{36}", "", answer.content.decode()) == re.sub(
            r"[0-9a-f-]{36}", "", nowhere.content.decode()
        )
    assert client.post(page_of(nerys), {"photo": upload(), "agreed": "on"}).status_code == 404
    assert client.post(f"{page_of(nerys)}end/").status_code == 404
    assert len(shown(nerys)) == 1


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.TRAINEE])
def test_who_helps_in_the_room_sees_no_photo(world: Any, signed_in: SignedIn, role: Role) -> None:
    helped = rows(Setting).get(pk=world.settings["pre-school"])
    held = add_member(
        actor=Operator(world.provider, world.present), person=world.people["leaver"], setting=helped,
        role=role, room=rows(Room).get(pk=world.rooms["Robins"]), from_at=world.present, now=world.present,
    )  # fmt: skip
    give_statement(actor=world.actor("leaver"), membership=held, now=world.present)
    child = world.children["Mali Evans"]
    first_names = visible(world.actor("leaver"), FamilyAction.SEE_FIRST_NAME, Child).filter(pk=child)
    assert first_names.exists()
    assert status(signed_in("leaver"), bytes_of(named())) == 404


def test_the_rule_is_that_of_the_collector_for_every_person_of_the_world(world: Any) -> None:
    """One rule stands on the other: whatever facts change, no two answers."""
    photos = {photo.pk: photo.belongs_to_id for photo in rows(Photo).filter(belongs_to_type=COLLECTOR_PHOTO)}
    assert photos
    for who in world.people:
        actor = world.actor(who)
        collectors = set(visible(actor, FamilyAction.SEE_COLLECTOR, Collector).values_list("pk", flat=True))
        seen = set(visible(actor, FamilyAction.SEE_COLLECTOR_PHOTO, Photo).values_list("pk", flat=True))
        assert seen == {photo for photo, row in photos.items() if row in collectors}, who
        assert not visible(actor, media.MediaAction.SEE_PHOTO, Photo).filter(pk__in=photos).exists(), who


def test_no_other_address_of_pictures_gives_it_and_there_is_no_larger_one(
    world: Any, signed_in: SignedIn
) -> None:
    mother, nerys = signed_in("mother"), named()
    thumb = bytes_of(nerys)
    assert status(mother, thumb) == 200
    assert status(mother, thumb.replace("thumb", "full")) == 404
    assert status(mother, thumb.replace("thumb", "huge")) == 404
    for size in ("thumb", "page", "full"):
        assert status(mother, f"/photos/{shown(nerys)[0].pk}/{size}/") == 404
        star = world.photos["tower"]
        assert status(mother, f"/photos/collectors/{star}/{size}/") == 404
    assert mother.get(thumb, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404
    assert Client().get(thumb).status_code == 401


def test_father_sees_his_own_and_nothing_of_hers_and_his_pages_do_not_change(
    world: Any, signed_in: SignedIn
) -> None:
    mother, father = signed_in("mother"), signed_in("father-other-home")
    before = html(father)
    assert add(mother, named(), upload("blue")).status_code == 303
    assert html(father) == before
    lynne = named("Lynne Hargreaves")
    assert add(father, lynne).status_code == 303
    assert status(father, bytes_of(lynne)) == 200
    assert status(mother, bytes_of(lynne)) == 404
    assert status(mother, page_of(lynne)) == 404
    assert "Lynne" not in html(mother)
    assert status(signed_in("key-person"), bytes_of(lynne)) == 200


def test_a_restriction_closes_his_own_photo_at_the_next_request_and_to_nobody_else(
    world: Any, signed_in: SignedIn
) -> None:
    father, lynne = signed_in("father-other-home"), named("Lynne Hargreaves")
    add(father, lynne)
    address = bytes_of(lynne)
    assert status(father, address) == 200
    bind(world, "father-other-home", RestrictionCode.NO_INFO)
    assert status(father, address) == 404
    assert status(father, page_of(lynne)) == 404
    assert add(father, lynne).status_code == 404
    assert status(signed_in("mother"), address) == 404
    assert status(signed_in("key-person"), address) == 200


def test_a_parent_at_work_sees_no_photo_of_the_other_home(world: Any, signed_in: SignedIn) -> None:
    """Whoever is family of a child reads about that child as family only, whatever their work."""
    hannah = world.people["parent-and-staff"]
    nerys = named()
    assert status(signed_in("parent-and-staff"), bytes_of(nerys)) == 200
    Guardianship(
        provider_id=world.provider, child_id=nerys.child_id, adult_id=hannah, relation="other",
        responsibility="no", natural_parent=False, day_to_day_care=True, lives_with="no",
        from_at=world.present,
    ).save(force_insert=True)  # fmt: skip
    assert status(signed_in("parent-and-staff"), bytes_of(nerys)) == 404


# --- going ---


def test_taken_away_it_is_gone_for_all_at_the_next_request_and_erased_after_the_bins_days(
    world: Any, signed_in: SignedIn, django_capture_on_commit_callbacks: Any
) -> None:
    """Anna’s, added here: the files of the world’s own stay for the other tests."""
    mother, sian, anna = signed_in("mother"), signed_in("key-person"), named("Anna Whitlock")
    add(mother, anna)
    address, photo = bytes_of(anna), shown(anna)[0].pk
    assert status(sian, address) == 200
    answer = mother.post(f"{page_of(anna)}end/", follow=True)
    assert "The photo is gone from every page." in answer.content.decode()
    assert "Take the photo away" not in answer.content.decode()
    for who in (mother, sian):
        assert status(who, address) == 404
    assert Entry.objects.filter(event="families.collector_unpictured", subject_id=anna.pk).exists()
    with django_capture_on_commit_callbacks(execute=True):
        media.sweep(bin_days=30, now=world.present + timedelta(days=29))
    assert rows(Photo).filter(pk=photo).exists()
    with django_capture_on_commit_callbacks(execute=True):
        media.sweep(bin_days=30, now=world.present + timedelta(days=30))
    assert not rows(Photo).filter(pk=photo).exists()
    assert rows(ErasedPhoto).filter(pk=photo).exists()
    with pytest.raises(FileNotFoundError):
        store.open_size(photo, "thumb")


def test_taken_away_by_mistake_it_comes_back_today_and_never_in_place_of_another(
    world: Any, signed_in: SignedIn
) -> None:
    mother, sian, nerys = signed_in("mother"), signed_in("key-person"), named()
    address = bytes_of(nerys)
    gone = mother.post(f"{page_of(nerys)}end/", follow=True).content.decode()
    assert f'action="{page_of(nerys)}back/"' in gone
    assert "The photo is back." in mother.post(f"{page_of(nerys)}back/", follow=True).content.decode()
    assert status(sian, address) == 200
    mother.post(f"{page_of(nerys)}end/")
    add(mother, nerys, upload("blue"))
    mother.post(f"{page_of(nerys)}back/")
    assert (len(shown(nerys)), status(sian, address)) == (1, 404)
    assert Entry.objects.filter(event="families.collector_repictured", subject_id=nerys.pk).count() == 1


def test_the_day_after_it_is_added_anew_and_nobody_else_brings_it_back(
    world: Any, signed_in: SignedIn
) -> None:
    mother, nerys = signed_in("mother"), named()
    mother.post(f"{page_of(nerys)}end/")
    for who in ("father-other-home", "key-person", "manager"):
        assert signed_in(who).post(f"{page_of(nerys)}back/").status_code == 404
    with time_machine.travel(world.present + timedelta(days=1), tick=False):
        late = signed_in("mother").post(f"{page_of(nerys)}back/", follow=True).content.decode()
    assert "That was some time ago. Add the photo again." in late
    assert shown(nerys) == []


def test_taken_off_the_list_the_photo_goes_too_and_comes_back_with_them(
    world: Any, signed_in: SignedIn
) -> None:
    mother, sian, nerys = signed_in("mother"), signed_in("key-person"), named()
    first = bytes_of(nerys)
    add(mother, nerys, upload("blue"))  # the older one stays in the bin
    address = bytes_of(nerys)
    with time_machine.travel(world.present + timedelta(minutes=1), tick=False):
        mother.post(f"{PEOPLE}collectors/{nerys.pk}/end/")
        assert (status(sian, address), status(mother, address), status(mother, page_of(nerys))) == (
            404,
            404,
            404,
        )
        assert shown(nerys) == []
        mother.post(f"{PEOPLE}collectors/{nerys.pk}/resume/")
        assert (status(sian, address), status(sian, first)) == (200, 404)
        assert len(shown(nerys)) == 1


def test_the_night_after_the_child_left_the_photo_is_in_the_bin(world: Any, now: Any) -> None:
    nerys = named()
    assert bin_what_is_over(world.present) == 0
    child, setting = world.child("Mali Evans"), world.settings["pre-school"]
    leave(actor=world.actor("manager"), child=child, setting=setting, until_at=now, now=now)
    assert bin_what_is_over(world.present + timedelta(days=2)) == 1
    assert shown(nerys) == []
    assert Entry.objects.filter(event="media.binned").exists()


def test_the_night_after_one_day_is_over_its_photo_is_in_the_bin(world: Any, signed_in: SignedIn) -> None:
    mother, anna = signed_in("mother"), named("Anna Whitlock")
    assert add(mother, anna).status_code == 303
    assert bin_what_is_over(world.present) == 0
    assert bin_what_is_over(world.present + timedelta(days=2)) == 1
    assert shown(anna) == []
    assert len(shown(named())) == 1


def test_the_night_after_she_may_say_nothing_any_more_her_photos_are_in_the_bin(world: Any) -> None:
    nerys = named()
    rows(Guardianship).filter(child=nerys.child_id, adult=world.people["mother"]).update(
        until_at=world.present
    )
    assert bin_what_is_over(world.present + timedelta(hours=1)) == 1
    assert shown(nerys) == []


# --- one day ---


def test_for_one_day_the_photo_is_that_of_the_naming_for_all_days(world: Any, signed_in: SignedIn) -> None:
    nerys = named()
    day = clock.day_of(world.present)
    again = collect_on_day(
        actor=world.actor("mother"), child=world.child("Mali Evans"), day=day, at=None, who=nerys,
        now=world.present,
    )  # fmt: skip
    mother = signed_in("mother")
    assert status(mother, page_of(again)) == 404
    assert add(mother, again).status_code == 404
    page = html(mother)
    assert page.count("The photo of Nerys Evans") == 1
    assert page_of(nerys) in page
