"""`/room/snap/`: a moment in four taps, kept or shared; a name in its words stops it, and nothing is lost."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import ids
from seren.foundation.media.models import Photo
from seren.foundation.words.door import read
from seren.partnership.journal.models import Moment, MomentChild

pytestmark = pytest.mark.db


def rows(model):
    return system(SystemReason.DECIDING, model)


def a_photo(name="photo.jpg"):
    paper = io.BytesIO()
    Image.new("RGB", (400, 300), "#b98a5e").save(paper, "JPEG")
    return SimpleUploadedFile(name, paper.getvalue(), "image/jpeg")


def snap(client, world, *children, **said):
    key = ids.new()
    given = {"moment": key, "when": "now", "language": "en", "then": "keep"}
    given |= {"children": [str(world.children[child]) for child in children]}
    answer = client.post("/room/snap/", given | said)
    return key, answer


def words_of(moment):
    row = rows(Moment).get(pk=moment)
    return read([row.text_id], ())[row.text_id].body if row.text_id else ""


def test_key_person_finds_the_children_of_her_room_on_the_form(signed_in):
    form = signed_in("key-person").get("/room/snap/").context_data["form"]
    shown = [str(label) for _value, label in form.fields["children"].choices]
    assert shown == ["Alfie", "Kai", "Mali", "Noah", "Yusuf", "Zofia"]


def test_photo_of_one_child_is_safe_after_the_shutter_one_chip_and_done(signed_in, world):
    key, answer = snap(signed_in("key-person"), world, "Mali Evans", photos=a_photo())
    assert (answer.status_code, answer["Location"]) == (303, "/room/snap/")
    moment = rows(Moment).get(pk=key)
    assert (moment.state, moment.text_id) == ("draft", None)
    assert rows(Photo).filter(belongs_to_id=key).count() == 1


def test_done_twice_is_one_moment_with_one_photo(signed_in, world):
    client = signed_in("key-person")
    key, _answer = snap(client, world, "Mali Evans", photos=a_photo())
    again = {"moment": key, "when": "now", "language": "en", "then": "keep"}
    again |= {"children": [str(world.children["Mali Evans"])], "photos": a_photo()}
    client.post("/room/snap/", again)
    assert rows(Moment).filter(pk=key).count() == 1
    assert rows(Photo).filter(belongs_to_id=key).count() == 1


def test_several_photos_come_in_at_once(signed_in, world):
    key, _answer = snap(signed_in("key-person"), world, "Mali Evans", photos=[a_photo(), a_photo("b.jpg")])
    assert rows(Photo).filter(belongs_to_id=key).count() == 2


def test_shared_at_once_families_see_it_when_the_undo_has_run_out(signed_in, world, now):
    key, answer = snap(signed_in("key-person"), world, "Mali Evans", words="She hopped.", then="share")
    assert answer["Location"] == "/room/"
    moment = rows(Moment).get(pk=key)
    assert moment.state == "shared"
    assert moment.shared_at > now


def test_nobody_chosen_is_told_and_the_words_stay_on_the_page(signed_in, world):
    _key, answer = snap(signed_in("key-person"), world, words="She hopped.")
    assert answer.status_code == 422
    assert "Choose at least one child." in answer.content.decode()
    assert "She hopped." in answer.content.decode()


def test_earlier_today_needs_its_time_and_a_day_its_date(signed_in, world):
    client = signed_in("key-person")
    _key, answer = snap(client, world, "Mali Evans", words="She hopped.", when="earlier")
    assert "Enter the time it happened." in answer.content.decode()
    _key, answer = snap(client, world, "Mali Evans", words="She hopped.", when="day")
    assert "Enter the date." in answer.content.decode()


def test_what_happened_on_a_day_is_known_to_the_day(signed_in, world):
    day = {"when": "day", "day_day": "12", "day_month": "5", "day_year": "2025"}
    key, _answer = snap(signed_in("key-person"), world, "Mali Evans", words="She hopped.", **day)
    moment = rows(Moment).get(pk=key)
    assert (moment.happened_precision, moment.happened_at.date().isoformat()) == ("day", "2025-05-12")


def test_name_of_another_child_stops_and_the_moment_is_kept(signed_in, world):
    client = signed_in("key-person")
    key, answer = snap(client, world, "Mali Evans", words="Mali gave Yusuf the red block.", then="share")
    assert answer["Location"] == f"/room/moment/{key}/names/"
    assert rows(Moment).get(pk=key).state == "draft"
    page = client.get(answer["Location"])
    assert "This names Yusuf." in page.content.decode()
    assert "Families see their own child only." in page.content.decode()


def test_say_a_friend_rewrites_the_words_and_the_moment_can_be_shared(signed_in, world):
    client = signed_in("key-person")
    key, _answer = snap(
        client, world, "Mali Evans", words="Yusuf held the gate. Mali thanked Yusuf.", then="share"
    )
    answer = client.post(f"/room/moment/{key}/names/friend/", {"written": "Yusuf"})
    assert answer["Location"] == f"/room/moment/{key}/names/"
    assert words_of(key) == "A friend held the gate. Mali thanked a friend."
    assert "No other child is named now." in client.get(answer["Location"]).content.decode()
    client.post(f"/room/moment/{key}/share/")
    assert rows(Moment).get(pk=key).state == "shared"


def test_welsh_words_say_a_friend_in_their_own_language_or_in_english_until_then(signed_in, world):
    client = signed_in("key-person")
    key, _answer = snap(
        client, world, "Mali Evans", words="Rhoddodd Mali y bêl i Yusuf.", language="cy", then="share"
    )
    client.post(f"/room/moment/{key}/names/friend/", {"written": "Yusuf"})
    assert "Yusuf" not in words_of(key)


def test_group_can_have_one_text_for_each_family(signed_in, world):
    client = signed_in("key-person")
    key, _answer = snap(client, world, "Mali Evans", "Yusuf", words="Mali and Yusuf dug.", then="share")
    mali, yusuf = world.children["Mali Evans"], world.children["Yusuf"]
    given = {f"words-{mali}": "Mali dug with a friend.", f"words-{yusuf}": "Yusuf dug with a friend."}
    answer = client.post(f"/room/moment/{key}/each/", given)
    assert answer["Location"] == "/room/"
    assert rows(Moment).get(pk=key).state == "shared"
    own = dict(rows(MomentChild).filter(moment=key).values_list("child_id", "own_text_id"))
    texts = read(own.values(), ())
    assert texts[own[mali]].body == "Mali dug with a friend."
    assert texts[own[yusuf]].body == "Yusuf dug with a friend."


def test_words_for_each_family_are_kept_where_a_name_is_still_in_them(signed_in, world):
    client = signed_in("key-person")
    key, _answer = snap(client, world, "Mali Evans", "Yusuf", words="They dug.")
    mali, yusuf = world.children["Mali Evans"], world.children["Yusuf"]
    given = {f"words-{mali}": "Mali dug with Yusuf.", f"words-{yusuf}": "Yusuf dug."}
    answer = client.post(f"/room/moment/{key}/each/", given)
    assert answer["Location"] == f"/room/moment/{key}/names/"
    page = client.get(f"/room/moment/{key}/each/").content.decode()
    assert "Mali dug with Yusuf." in page
    client.post(f"/room/moment/{key}/names/friend/", {"written": "Yusuf"})
    own = rows(MomentChild).get(moment=key, child=mali).own_text_id
    assert read([own], ())[own].body == "Mali dug with a friend."


@pytest.mark.parametrize("form", ["edit/", "each/", "names/", "names/friend/", "share/"])
def test_hannahs_own_star_from_home_is_no_moment_of_her_work(signed_in, world, form):
    hannah, star = signed_in("parent-and-staff"), world.moments["from-parent-and-staff"]
    before = words_of(star)
    said = {
        f"words-{world.children['Cadi']}": "Cadi works too.",
        "written": "Cadi",
        "words": "Cadi works too.",
    }
    address = f"/room/moment/{star}/{form}"
    assert [hannah.get(address).status_code, hannah.post(address, said).status_code] == [404, 404]
    assert words_of(star) == before
    assert not rows(MomentChild).filter(moment=star, own_text__isnull=False).exists()
    assert hannah.get(f"/stars/{star}/edit/").status_code == 200


def test_undo_within_the_seconds_makes_it_a_draft_again(signed_in, world):
    client = signed_in("key-person")
    key, _answer = snap(client, world, "Mali Evans", words="She hopped.", then="share")
    answer = client.post(f"/room/moment/{key}/undo/")
    assert answer["Location"] == f"/room/moment/{key}/edit/"
    assert rows(Moment).get(pk=key).state == "draft"


def test_draft_is_changed_and_shared_from_its_own_page(signed_in, world):
    client = signed_in("key-person")
    draft = world.moments["draft"]
    assert "Yusuf found a snail" in client.get(f"/room/moment/{draft}/edit/").content.decode()
    given = {"moment": draft, "when": "now", "language": "en", "then": "share", "words": "He found a snail."}
    answer = client.post(f"/room/moment/{draft}/edit/", given | {"children": [str(world.children["Yusuf"])]})
    assert answer["Location"] == "/room/"
    assert (rows(Moment).get(pk=draft).state, words_of(draft)) == ("shared", "He found a snail.")


def test_photo_without_words_can_be_finished_without_words(signed_in, world):
    client = signed_in("key-person")
    key, _answer = snap(client, world, "Mali Evans", photos=a_photo())
    given = {"moment": key, "when": "now", "language": "en", "then": "keep", "words": ""}
    children = [str(world.children[name]) for name in ("Mali Evans", "Kai")]
    answer = client.post(f"/room/moment/{key}/edit/", given | {"children": children})
    assert answer.status_code == 303
    assert rows(MomentChild).filter(moment=key).count() == 2


def test_into_the_bin_and_out_again(signed_in, world):
    client = signed_in("key-person")
    draft = world.moments["draft"]
    client.post(f"/room/moment/{draft}/bin/")
    assert "snail" not in client.get("/mine/unfiled/").content.decode()
    assert "snail" in client.get("/room/bin/").content.decode()
    client.post(f"/room/moment/{draft}/unbin/")
    assert "snail" in client.get("/mine/unfiled/").content.decode()


def test_manager_sees_an_old_draft_but_cannot_finish_it(signed_in, world):
    page = signed_in("manager").get("/mine/unfiled/").context_data["page"]
    assert [(row.id, row.can_file) for row in page.others] == [(str(world.moments["old-draft"]), False)]
    assert page.mine == ()


@pytest.mark.parametrize("who", ["mother", "committee-chair", "parent-urdu", "other-setting-manager"])
def test_nobody_else_finds_the_draft(signed_in, world, who):
    client = signed_in(who)
    for page in ("edit", "names", "each"):
        assert client.get(f"/room/moment/{world.moments['draft']}/{page}/").status_code == 404
    for act in ("share", "bin", "withdraw", "undo", "names/friend"):
        assert client.post(f"/room/moment/{world.moments['draft']}/{act}/").status_code == 404


def test_practitioner_of_another_room_is_offered_no_child_of_robins_but_her_buddy_child(signed_in):
    form = signed_in("practitioner-other-room").get("/room/snap/").context_data["form"]
    names = [str(label) for _value, label in form.fields["others"].choices]
    assert names == ["Mali"]


def test_words_that_could_not_be_sent_are_there_when_the_page_is_opened_again(signed_in, world):
    client = signed_in("key-person")
    form = client.get("/room/snap/")
    hidden = dict(
        re.findall(r'<input type="hidden" name="([^"]+)"[^>]* value="([^"]*)"', form.content.decode())
    )
    given = {"when": "now", "language": "en", "then": "keep", "words": "She hopped to the gate."}
    assert client.post("/room/snap/", hidden | given).status_code == 422
    assert "She hopped to the gate." in client.get("/room/snap/").content.decode()
    assert "She hopped to the gate." not in signed_in("parent-and-staff").get("/room/snap/").content.decode()
