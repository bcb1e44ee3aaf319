"""What a form sends lands in our own folder, bounded, and is gone with the request."""

import os
import tempfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from seren.foundation.kernel.refusals import Refused
from seren.foundation.media import door as media
from seren.foundation.media import store
from tests.foundation.media import pictures
from tests.foundation.media.conftest import incoming_names

SAND = pictures.saved(pictures.corners(64, 48), "JPEG")

pytestmark = pytest.mark.usefixtures("in_this_process")


@pytest.fixture
def sent():
    requests = []

    def post(*files: bytes, **words: str):
        photos = [SimpleUploadedFile("../../evil.svg", body, "image/svg+xml") for body in files]
        request = RequestFactory().post("/stars/new/", {**words, "photos": photos, "after": "last words"})
        requests.append(request)
        return request

    yield post
    for request in requests:
        for file in request.FILES.getlist("photos"):
            file.close()


def test_a_photo_sent_with_a_form_is_taken_in(sent):
    (photo,) = sent(SAND).FILES.getlist("photos")
    received = media.receive(photo)
    assert (received.width, received.height) == (64, 48)
    assert received.upload in incoming_names()


def test_it_never_lies_where_other_programs_look(sent, monkeypatch, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    first, second = sent(SAND, SAND[:-1]).FILES.getlist("photos")
    names = incoming_names()
    assert len(names) == 2
    assert all(name.startswith("form-") and "evil" not in name for name in names)
    modes = {oct((store.folder(store.INCOMING) / name).stat().st_mode)[-3:] for name in names}
    assert (modes, os.listdir(elsewhere)) == ({"600"}, [])
    first.close()
    second.close()
    assert incoming_names() == []


def test_of_a_file_that_is_too_large_one_byte_too_many_is_kept_and_every_word(sent, settings):
    settings.MAX_UPLOAD_BYTES = len(SAND) + 10
    request = sent(b"\xff" * 500_000, SAND, words="We built a castle")
    large, small = request.FILES.getlist("photos")
    assert [
        (store.folder(store.INCOMING) / os.path.basename(file.file.name)).stat().st_size
        for file in (large, small)
    ] == [
        settings.MAX_UPLOAD_BYTES + 1,
        len(SAND),
    ]
    with pytest.raises(Refused) as no:
        media.receive(large)
    assert no.value.code == "too-large"
    assert media.receive(small).width == 64
    assert (request.POST["words"], request.POST["after"]) == ("We built a castle", "last words")
