"""Links in the media folder lead nowhere, and what is put there is whole or not there."""

import os
from contextlib import suppress

import pytest

from seren.foundation.kernel import ids
from seren.foundation.media import store
from tests.foundation.media import pictures

JPEG = pictures.saved(pictures.corners(), "JPEG")


@pytest.fixture
def photo():
    return ids.new()


@pytest.fixture
def secret(tmp_path):
    """A folder outside, with a file somebody would like to read or to lose."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "full.jpg").write_bytes(b"CANARY")
    return outside


def put(photo, tmp_path, size="full"):
    made = tmp_path / "made.jpg"
    made.write_bytes(JPEG)
    store.put(photo, size, made)


def test_a_picture_lies_under_the_first_two_of_its_id(photo, tmp_path):
    put(photo, tmp_path)
    assert (store.root() / str(photo)[:2] / str(photo) / "full.jpg").read_bytes() == JPEG
    with store.open_size(photo, "full") as file:
        assert file.read() == JPEG


def test_only_we_may_look_into_the_folders(photo, tmp_path):
    put(photo, tmp_path)
    with store.create_incoming("upload") as file:
        store.settle_incoming(file)
    assert oct(store.place_of(photo).stat().st_mode)[-3:] == "700"
    assert oct((store.root() / "incoming" / "upload").stat().st_mode)[-3:] == "600"


def test_an_upload_never_lands_on_another(photo):
    store.create_incoming("upload").close()
    with pytest.raises(FileExistsError):
        store.create_incoming("upload")


def test_a_link_in_place_of_a_size_is_no_picture(photo, tmp_path, secret):
    put(photo, tmp_path)
    size = store.place_of(photo) / "full.jpg"
    size.unlink()
    size.symlink_to(secret / "full.jpg")
    with pytest.raises(FileNotFoundError):
        store.open_size(photo, "full")


def test_a_link_in_place_of_a_folder_is_no_folder(photo, secret):
    first, whole = store.root() / str(photo)[:2], str(photo)
    first.mkdir(parents=True)
    (first / whole).symlink_to(secret)
    with pytest.raises(FileNotFoundError):
        store.open_size(photo, "full")
    with pytest.raises(FileNotFoundError):
        store.place_of(photo, make=True)
    store.remove(photo)
    assert (secret / "full.jpg").read_bytes() == b"CANARY"


def test_a_link_in_place_of_the_folder_above_leads_nowhere_either(photo, tmp_path, secret):
    (secret / str(photo)).mkdir()
    (secret / str(photo) / "full.jpg").write_bytes(b"CANARY")
    store.root().mkdir()
    (store.root() / str(photo)[:2]).symlink_to(secret)
    with pytest.raises(FileNotFoundError):
        store.open_size(photo, "full")
    with pytest.raises(FileNotFoundError):
        put(photo, tmp_path)
    store.remove(photo)
    assert (secret / str(photo) / "full.jpg").exists()


def test_a_link_in_place_of_an_upload_is_not_read_and_not_followed_when_swept(secret):
    incoming = store.folder(store.INCOMING, make=True)
    (incoming / "upload").symlink_to(secret / "full.jpg")
    (incoming / "work").symlink_to(secret)
    with pytest.raises(FileNotFoundError):
        store.open_incoming("upload")
    with pytest.raises(FileExistsError):
        store.create_incoming("upload")
    store.clear_incoming("upload")
    store.clear_incoming("work")
    assert list(incoming.iterdir()) == []
    assert (secret / "full.jpg").read_bytes() == b"CANARY"


def test_a_linked_incoming_folder_takes_nothing(secret):
    store.root().mkdir()
    (store.root() / "incoming").symlink_to(secret)
    with pytest.raises(FileNotFoundError):
        store.create_incoming("upload")
    assert store.incoming_before(1e12) == []
    assert sorted(path.name for path in secret.iterdir()) == ["full.jpg"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_place_of_a_size_does_not_hold_us(photo, tmp_path):
    put(photo, tmp_path)
    size = store.place_of(photo) / "full.jpg"
    size.unlink()
    os.mkfifo(size)
    with pytest.raises(FileNotFoundError):
        store.open_size(photo, "full")


def test_a_workplace_is_gone_whatever_happened_in_it():
    with suppress(ZeroDivisionError), store.workplace("one") as place:
        (place / "full.jpg").write_bytes(JPEG)
        1 / 0  # noqa: B018
    assert list(store.folder(store.INCOMING).iterdir()) == []


def test_removing_a_picture_takes_all_its_sizes_and_nothing_else(photo, tmp_path):
    other = ids.new()
    for size in ("full", "page", "thumb"):
        put(photo, tmp_path, size)
        put(other, tmp_path, size)
    store.remove(photo)
    store.remove(photo)
    with pytest.raises(FileNotFoundError):
        store.open_size(photo, "thumb")
    store.open_size(other, "thumb").close()
