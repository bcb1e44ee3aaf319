"""The bin, erasing, and what the daily sweep takes along."""

import os
from contextlib import suppress
from datetime import timedelta
from io import BytesIO

import pytest

from seren.foundation.access.door import NotThere, SystemReason, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media import door as media
from seren.foundation.media import keeping, store, tasks
from seren.foundation.media.models import ErasedPhoto, Photo, PhotoSubject
from tests.conftest import NOW
from tests.foundation.media import pictures
from tests.foundation.media.conftest import incoming_names, row

pytestmark = [pytest.mark.db, pytest.mark.django_db, pytest.mark.usefixtures("in_this_process")]

SAND = pictures.saved(pictures.corners(64, 48), "JPEG")
BIN = 30


def events() -> list[str]:
    return list(
        Entry.objects.filter(event__startswith="media.").order_by("id").values_list("event", flat=True)
    )


def files_of(photo) -> int:
    try:
        return len(list(store.place_of(photo).iterdir()))
    except FileNotFoundError:
        return 0


@pytest.fixture
def ready(sian, keep):
    def made():
        photo = keep(sian, SAND).id
        media.make_sizes(photo)
        return photo

    return made


@pytest.fixture
def erase(sian, django_capture_on_commit_callbacks):
    def erased(*photos):
        with django_capture_on_commit_callbacks(execute=True), db.writing():
            return media.erase(actor=sian, photos=photos, rule="wish", now=NOW)

    return erased


def test_in_the_bin_and_out_again(sian, ready):
    photo = ready()
    with db.writing():
        media.bin_photo(actor=sian, photo=photo, now=NOW)
        media.bin_photo(actor=sian, photo=photo, now=NOW + timedelta(days=1))
    assert row(photo).binned_at == NOW
    with db.writing():
        media.take_out_of_bin(actor=sian, photo=photo, now=NOW)
        media.take_out_of_bin(actor=sian, photo=photo, now=NOW)
    assert row(photo).binned_at is None
    assert events() == ["media.binned", "media.taken_out"]
    assert files_of(photo) == 3


def test_a_photo_that_is_not_there_cannot_be_binned(sian):
    with pytest.raises(NotThere), db.writing():
        media.bin_photo(actor=sian, photo=ids.new(), now=NOW)


def test_erasing_takes_rows_and_files_and_leaves_a_stub(sian, ready, keep, erase):
    photo, other, waiting = ready(), ready(), keep(sian, SAND).id
    assert erase(photo, waiting, ids.new()) == 2
    assert (row(photo), row(waiting), row(other).pk) == (None, None, other)
    assert (files_of(photo), files_of(other), incoming_names()) == (0, 3, [])
    assert not system(SystemReason.WRITING, PhotoSubject).filter(photo_id__in=[photo, waiting]).exists()
    stubs = system(SystemReason.WRITING, ErasedPhoto).values_list("pk", "erased_at", "rule")
    assert set(stubs) == {(photo, NOW, "wish"), (waiting, NOW, "wish")}
    assert events() == ["media.erased"] * 2


def test_files_stay_if_the_erasing_is_rolled_back(sian, ready, django_capture_on_commit_callbacks):
    photo = ready()
    with suppress(ZeroDivisionError), django_capture_on_commit_callbacks(execute=True), db.writing():
        media.erase(actor=sian, photos=[photo], rule="wish", now=NOW)
        1 / 0  # noqa: B018
    assert (row(photo).pk, files_of(photo)) == (photo, 3)


def test_a_phone_that_sends_an_erased_photo_again_does_not_bring_it_back(sian, ready, keep, erase):
    photo = ready()
    erase(photo)
    with pytest.raises(Refused) as no:
        keep(sian, SAND, photo=photo)
    assert no.value.code == "erased"
    assert (row(photo), incoming_names()) == (None, [])


def test_the_sweep_erases_what_has_been_binned_long_enough(sian, ready, django_capture_on_commit_callbacks):
    long_ago, lately, kept = ready(), ready(), ready()
    with db.writing():
        media.bin_photo(actor=sian, photo=long_ago, now=NOW - timedelta(days=BIN))
        media.bin_photo(actor=sian, photo=lately, now=NOW - timedelta(days=BIN) + timedelta(seconds=1))
    with django_capture_on_commit_callbacks(execute=True):
        assert media.sweep(bin_days=BIN, now=NOW).erased == 1
    assert [files_of(photo) for photo in (long_ago, lately, kept)] == [0, 3, 3]
    assert system(SystemReason.WRITING, ErasedPhoto).get(pk=long_ago).rule == "bin"
    assert media.sweep(bin_days=BIN, now=NOW).erased == 0


def test_once_a_night_the_bin_is_emptied_by_the_rule_of_the_product(
    sian, ready, django_capture_on_commit_callbacks
):
    photo = ready()
    with db.writing():
        media.bin_photo(actor=sian, photo=photo, now=NOW - timedelta(days=BIN))
    tasks.nightly(now=NOW - timedelta(seconds=1))
    assert files_of(photo) == 3
    with django_capture_on_commit_callbacks(execute=True):
        tasks.nightly(now=NOW)
    assert files_of(photo) == 0


def aged(name: str, hours: float) -> None:
    at = (NOW - timedelta(hours=hours)).timestamp()
    os.utime(store.folder(store.INCOMING) / name, (at, at), follow_symlinks=False)


def test_the_sweep_removes_uploads_nobody_counts_on_after_a_day(sian, keep, tmp_path):
    wanted = keep(sian, SAND).upload
    forgotten, fresh = media.receive(BytesIO(SAND)).upload, media.receive(BytesIO(SAND)).upload
    incoming = store.folder(store.INCOMING)
    (incoming / "half.work").mkdir()
    (incoming / "half.work" / "full.jpg").write_bytes(b"half")
    (incoming / "link").symlink_to(tmp_path)
    for name in (wanted, forgotten, "half.work", "link"):
        aged(name, 25)
    aged(fresh, 23)
    assert media.sweep(bin_days=BIN, now=NOW).uploads == 3
    assert incoming_names() == sorted([wanted, fresh])
    assert tmp_path.exists()


def test_a_sweep_before_the_first_photo_finds_nothing():
    assert media.sweep(bin_days=BIN, now=NOW) == media.Swept(uploads=0, erased=0)


def test_files_left_behind_by_a_machine_that_stopped_are_swept(ready, erase, monkeypatch):
    photo = ready()
    monkeypatch.setattr(keeping, "_remove_files", lambda _: None)
    erase(photo)
    assert files_of(photo) == 3
    media.sweep(bin_days=BIN, now=NOW + timedelta(days=7))
    assert files_of(photo) == 0


def test_no_photo_is_left_without_a_row_or_a_row_without_a_photo(ready, erase):
    kept = [ready() for _ in range(3)]
    erase(kept[1])
    here = {path.parent.name for path in store.root().glob("*/*/full.jpg")}
    rows = system(SystemReason.WRITING, Photo).values_list("pk", flat=True)
    assert here == {str(photo) for photo in rows} == {str(kept[0]), str(kept[2])}
