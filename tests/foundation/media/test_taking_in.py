"""A photo that was acknowledged is there, once; one that was not leaves nothing behind."""

from contextlib import suppress
from io import BytesIO
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seren.foundation.access.door import NotThere, SystemReason, system
from seren.foundation.jobs import door as jobs
from seren.foundation.jobs.models import Job
from seren.foundation.kernel import db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media import door as media
from seren.foundation.media import keeping, process, sizing, store
from seren.foundation.media.models import Photo, PhotoSubject
from tests.conftest import NOW
from tests.foundation.media import pictures
from tests.foundation.media.conftest import (
    ANWEN,
    ELSEWHERE,
    MOMENT,
    PROVIDER,
    SETTING,
    TOM,
    incoming_names,
    row,
)

pytestmark = [pytest.mark.db, pytest.mark.django_db]

SAND = pictures.jpeg_with(pictures.saved(pictures.corners(640, 400), "JPEG"), pictures.jpeg_exif(6))
SNOW = pictures.saved(pictures.corners(300, 300), "PNG")


def sizes_there(photo: UUID) -> list[str]:
    try:
        return sorted(path.name for path in store.place_of(photo).iterdir())
    except FileNotFoundError:
        return []


def subjects_of(photo: UUID) -> set[UUID]:
    marked = system(SystemReason.WRITING, PhotoSubject).filter(photo=photo)
    return set(marked.values_list("subject_id", flat=True))


def test_sians_photo_has_its_shape_before_its_sizes_are_made(sian, keep):
    photo = keep(sian, SAND, subjects=[TOM, ANWEN, TOM])
    assert (photo.state, photo.width, photo.height) == ("waiting", 400, 640)
    assert (photo.provider_id, photo.setting_id, photo.taken_by) == (PROVIDER, SETTING, sian.person)
    assert (photo.children, subjects_of(photo.id)) == (2, {TOM, ANWEN})
    assert (photo.alt, photo.alt_language) == ("Tom and a castle", "en")
    assert incoming_names() == [photo.upload]
    assert sizes_there(photo.id) == []


def test_the_worker_makes_the_sizes_and_lets_go_of_the_upload(sian, keep):
    photo = keep(sian, SAND)
    assert jobs.run_due() == 1
    made = row(photo.id)
    assert (made.state, made.upload, made.width, made.height) == ("ready", "", 400, 640)
    assert sizes_there(photo.id) == ["full.jpg", "page.jpg", "thumb.jpg"]
    assert incoming_names() == []


def test_the_upload_stays_until_the_sizes_are_safe(sian, keep, monkeypatch):
    photo = keep(sian, SAND)
    monkeypatch.setattr(store, "put", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        media.make_sizes(photo.id)
    assert (row(photo.id).state, incoming_names()) == ("waiting", [photo.upload])
    monkeypatch.undo()


def test_making_the_sizes_again_changes_nothing(sian, keep):
    photo = keep(sian, SAND)
    media.make_sizes(photo.id)
    before = (store.place_of(photo.id) / "full.jpg").stat().st_mtime_ns
    media.make_sizes(photo.id)
    media.make_sizes(ids.new())
    assert (store.place_of(photo.id) / "full.jpg").stat().st_mtime_ns == before


def test_many_at_once_are_made_as_one_by_one_and_equal_uploads_once(sian, keep, monkeypatch):
    asked = []
    make = process.make
    monkeypatch.setattr(process, "make", lambda *words: asked.append(words) or make(*words))
    whole = pictures.saved(pictures.corners(), "PNG")
    nonsense = pictures.png_with(whole[:33] + pictures.chunk(b"IDAT", b"nonsense") + whole[-12:])
    broken = keep(sian, nonsense)
    sand, snow, again = (keep(sian, upload) for upload in (SAND, SNOW, SAND))
    media.make_many([photo.id for photo in (sand, broken, snow, again)])
    assert len(asked) == 3
    assert [row(photo.id).state for photo in (sand, snow, again)] == ["ready"] * 3
    assert (row(broken.id).state, row(again.id).width) == ("refused", 400)
    assert incoming_names() == []
    for size in ("full.jpg", "page.jpg", "thumb.jpg"):
        first, second = (store.place_of(photo.id) / size for photo in (sand, again))
        assert first.read_bytes() == second.read_bytes()
        assert not first.samefile(second)
    media.erase(actor=None, photos=[sand.id], rule="test", now=NOW)
    assert sizes_there(again.id) == ["full.jpg", "page.jpg", "thumb.jpg"]


def test_the_same_photo_sent_twice_is_one_photo(sian, keep):
    id_ = ids.new()
    first, again = keep(sian, SAND, photo=id_), keep(sian, SAND, photo=id_, alt="another line")
    assert (again.pk, again.alt, again.upload) == (first.pk, first.alt, first.upload)
    assert incoming_names() == [first.upload]
    assert Job.objects.count() == 1
    media.make_sizes(id_)
    assert keep(sian, SAND, photo=id_).state == "ready"
    assert incoming_names() == []


def test_another_photo_under_the_same_id_is_refused(sian, keep):
    id_ = ids.new()
    first = keep(sian, SAND, photo=id_)
    with pytest.raises(Refused) as no:
        keep(sian, SNOW, photo=id_)
    assert no.value.code == "conflict"
    assert (row(id_).content, incoming_names()) == (first.content, [first.upload])


def test_an_id_that_is_somebody_elses_is_not_there(sian, person, keep):
    id_ = ids.new()
    first = keep(sian, SAND, photo=id_)
    for other in (person(), person(ELSEWHERE)):
        for upload in (SAND, SNOW):
            with pytest.raises(NotThere):
                keep(other, upload, photo=id_)
    with pytest.raises(NotThere):
        keep(sian, SAND, photo=id_, belongs_to=("test.moment", ids.new()))
    assert incoming_names() == [first.upload]


def test_two_at_once_are_one_photo(sian, keep, monkeypatch):
    """Both have looked before either has written, as two processes may on PostgreSQL."""
    id_ = ids.new()
    first = keep(sian, SAND, photo=id_)
    looked, real = [], keeping._existing
    monkeypatch.setattr(keeping, "_existing", lambda fresh: real(fresh) if looked else looked.append(1))
    assert keep(sian, SAND, photo=id_).upload == first.upload
    assert incoming_names() == [first.upload]


def test_a_verb_that_fails_keeps_neither_row_nor_file(sian, keep, verb):
    with suppress(ZeroDivisionError), media.receive(BytesIO(SAND)) as received, verb(sian):
        media.keep(
            received,
            actor=sian,
            photo=ids.new(),
            setting=SETTING,
            belongs_to=("test.moment", MOMENT),
            subjects=[TOM],
            now=NOW,
        )
        1 / 0  # noqa: B018
    assert system(SystemReason.WRITING, Photo).count() == 0
    assert Job.objects.count() == 0
    assert incoming_names() == []


def test_a_fault_after_the_commit_does_not_take_the_photo_along(sian, verb):
    id_ = ids.new()
    with suppress(ZeroDivisionError), media.receive(BytesIO(SAND)) as received:
        with verb(sian):
            media.keep(
                received,
                actor=sian,
                photo=id_,
                setting=SETTING,
                belongs_to=("test.moment", MOMENT),
                subjects=[TOM],
                now=NOW,
            )
        1 / 0  # noqa: B018
    assert incoming_names() == [row(id_).upload]


def test_a_photo_of_nobody_cannot_be_kept(sian, keep):
    with pytest.raises(ValueError, match="at least one child"):
        keep(sian, SAND, subjects=[])


def test_a_description_has_a_length(sian, keep):
    assert len(keep(sian, SAND, alt=" a " * 125 + "b" * 250).alt) == 500
    with pytest.raises(Refused) as no:
        keep(sian, SAND, alt="a" * 501)
    assert (no.value.code, no.value.field) == ("too-long", "alt")


def test_nothing_slow_happens_while_a_verb_writes(sian):
    with db.writing(housekeeping=True), pytest.raises(RuntimeError):
        media.receive(BytesIO(SAND))


def test_keeping_belongs_to_a_verb(sian):
    with media.receive(BytesIO(SAND)) as received, pytest.raises(RuntimeError):
        media.keep(
            received,
            actor=sian,
            photo=ids.new(),
            setting=SETTING,
            belongs_to=("test.moment", MOMENT),
            subjects=[TOM],
            now=NOW,
        )


def test_a_file_by_its_path_is_taken_in_like_one_that_was_sent(tmp_path):
    path = tmp_path / "sand.jpg"
    path.write_bytes(SAND)
    received = media.receive(path)
    assert (received.width, received.height) == (400, 640)
    assert path.exists()


def test_a_photo_broken_inside_becomes_a_sentence_on_the_page(sian, keep):
    whole = pictures.saved(pictures.corners(), "PNG")
    broken = pictures.png_with(whole[:33] + pictures.chunk(b"IDAT", b"nonsense") + whole[-12:])
    photo = keep(sian, broken)
    media.make_sizes(photo.id)
    refused = row(photo.id)
    assert (refused.state, refused.refusal, refused.upload) == ("refused", "damaged", "")
    assert (incoming_names(), sizes_there(photo.id)) == ([], [])


def test_an_upload_that_is_gone_becomes_a_sentence_too(sian, keep):
    photo = keep(sian, SAND)
    store.remove_incoming(photo.upload)
    media.make_sizes(photo.id)
    assert (row(photo.id).state, row(photo.id).refusal) == ("refused", "damaged")


def test_a_machine_too_busy_is_no_fault_of_the_photo(sian, keep, monkeypatch):
    photo = keep(sian, SAND)
    monkeypatch.setattr(process, "make", lambda *_: (_ for _ in ()).throw(process.Unmade("busy")))
    with pytest.raises(process.Unmade):
        media.make_sizes(photo.id)
    assert (row(photo.id).state, incoming_names()) == ("waiting", [photo.upload])


def test_what_the_process_left_must_look_like_a_picture(sian, keep, monkeypatch, tmp_path):
    photo = keep(sian, SAND)

    def links_instead(_kind, _upload, place):
        for size in ("full", "page", "thumb"):
            (place / f"{size}.jpg").symlink_to("/etc/passwd")
        return 400, 640

    monkeypatch.setattr(process, "make", links_instead)
    with pytest.raises(process.Unmade):
        media.make_sizes(photo.id)
    assert sizes_there(photo.id) == []


def test_erased_while_its_sizes_are_made_it_stays_erased(sian, keep, monkeypatch):
    photo, real = keep(sian, SAND), sizing._make

    def erased_meanwhile(waiting):
        shape = real(waiting)
        with db.writing():
            media.erase(actor=sian, photos=[photo.id], rule="wish", now=NOW)
        return shape

    monkeypatch.setattr(sizing, "_make", erased_meanwhile)
    media.make_sizes(photo.id)
    assert (row(photo.id), sizes_there(photo.id), incoming_names()) == (None, [], [])


def test_the_children_in_a_picture_can_be_said_anew(sian, keep, verb):
    photo = keep(sian, SAND, subjects=[TOM])
    with verb(sian):
        media.mark_children(photo=photo.id, subjects=[ANWEN, TOM])
        assert subjects_of(photo.id) == {TOM, ANWEN}
        media.mark_children(photo=photo.id, subjects=[ANWEN])
    assert (subjects_of(photo.id), row(photo.id).children) == ({ANWEN}, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "lost"},
        {"state": "refused"},
        {"state": "ready"},
        {"refusal": "damaged"},
        {"upload": ""},
        {"width": 0},
        {"children": 0},
    ],
)
def test_the_database_holds_what_must_be_true(sian, keep, wrong):
    photo = keep(sian, SAND)
    with pytest.raises(IntegrityError), transaction.atomic():
        system(SystemReason.WRITING, Photo).filter(pk=photo.id).update(**wrong)


@given(
    sends=st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from([SAND, SNOW]), st.sampled_from(["sian", "other"])),
        max_size=8,
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_however_often_photos_are_sent_each_id_holds_what_came_first(sian, person, keep, monkeypatch, sends):
    monkeypatch.setattr(process, "look", lambda *_: (64, 64))
    senders, places = {"sian": sian, "other": person()}, {"a": ids.new(), "b": ids.new()}
    first: dict[str, tuple[bytes, str]] = {}
    for place, upload, name in sends:
        try:
            keep(senders[name], upload, photo=places[place])
            told = "kept"
        except Refused as no:
            told = no.code
        except NotThere:
            told = "not there"
        held = first.setdefault(place, (upload, name))
        expected = "kept" if held == (upload, name) else "conflict" if held[1] == name else "not there"
        assert told == expected
    kept = [row(places[place]) for place in first]
    assert all(photo is not None for photo in kept)
    assert {photo.upload for photo in kept} <= set(incoming_names())
    assert system(SystemReason.WRITING, PhotoSubject).filter(photo__in=kept).count() == len(first)
