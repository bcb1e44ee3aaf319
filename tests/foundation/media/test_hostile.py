"""Everything hostile ends in a sentence or in a picture with nothing of the rest in it. Never in a fall."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

from seren.foundation.kernel.refusals import Refused
from seren.foundation.media import process, sniffing, store
from seren.foundation.media.decoder import shapes
from seren.foundation.media.incoming import receive
from tests.foundation.media import hostile
from tests.foundation.media.conftest import sizes_of
from tests.foundation.media.test_nothing_comes_along import assert_bare

NO_PHOTOS, TOO_LARGE = hostile.no_photos(), hostile.too_large_to_open()
POLYGLOTS, LYING, DAMAGED = hostile.polyglots(), hostile.lying(), hostile.damaged()


def named(samples: Iterable[hostile.Sample], *names: str) -> list[hostile.Sample]:
    return [sample for sample in samples if sample[0] in names]


def refusal_of(upload: bytes) -> Refused:
    with pytest.raises(Refused) as no:
        receive(BytesIO(upload))
    assert list((store.root() / store.INCOMING).iterdir()) == []
    return no.value


def outcome(upload: bytes, place: Path) -> str:
    """A refusal's code, or "picture" with every size looked through. Runs both processes."""
    place.mkdir()
    source = place / "upload"
    source.write_bytes(upload)
    kind = sniffing.kind_of(upload[: sniffing.HEAD])
    if kind not in sniffing.KINDS:
        return "not-a-photo"
    try:
        with source.open("rb") as file:
            process.look(kind, file)
            process.make(kind, file, place)
    except process.Unreadable as unfit:
        return unfit.code
    for size in shapes.SIZES:
        assert_bare(size, (place / f"{size}.jpg").read_bytes(), "")
    return "picture"


def outcomes(samples: list[hostile.Sample], tmp_path: Path) -> dict[str, str]:
    with ThreadPoolExecutor(2) as pool:
        places = [tmp_path / str(number) for number in range(len(samples))]
        codes = pool.map(outcome, [upload for _, upload in samples], places)
        return {name: code for (name, _), code in zip(samples, codes, strict=True)}


def test_the_hostile_corpus_is_as_large_as_we_say():
    assert len(NO_PHOTOS + TOO_LARGE + POLYGLOTS + LYING + DAMAGED) >= 200


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nothing", "This file is empty."),
        ("svg", "This is a drawing file"),
        ("svg with a declaration", "This is a drawing file"),
        ("page named .jpg", "This is a web page"),
        ("page before a jpeg", "This is a web page"),
        ("zip", "This is a packed folder"),
        ("pdf", "This is a document"),
        ("gif", "This is a moving picture"),
        ("gif that is also a page", "This is a moving picture"),
        ("film", "This is a video"),
        ("tiff", "This is not a photo we can read."),
        ("avif named heic", "This is not a photo we can read."),
        ("jpeg, 9 of 16", "This photo did not reach us whole."),
        ("heic, 15 of 16", "This photo did not reach us whole."),
    ],
)
def test_a_key_worker_is_told_what_it_is_and_what_to_do(name, words):
    no = refusal_of(dict(NO_PHOTOS)[name])
    assert str(no).startswith(words)
    assert no.field == "photo"


def test_what_is_no_photo_is_refused_before_any_library_sees_it(monkeypatch):
    monkeypatch.setattr(process, "look", lambda *_: pytest.fail("looked at"))
    for name, upload in NO_PHOTOS:
        if sniffing.kind_of(upload[: sniffing.HEAD]) not in sniffing.KINDS and upload:
            assert refusal_of(upload).code == "not-a-photo", name


def test_what_is_too_large_to_open_is_refused_by_its_header():
    for name, upload in TOO_LARGE:
        assert len(upload) < 200_000, name
        assert refusal_of(upload).code == "too-many-pixels", name


def test_more_bytes_than_allowed_are_not_even_stored(settings):
    settings.MAX_UPLOAD_BYTES = 4_000_000

    class Endless:
        given = 0

        def read(self, size: int, /) -> bytes:
            self.given += size
            if self.given > 20_000_000:
                pytest.fail("nobody stops it")
            return b"\xff" * size

    endless = Endless()
    with pytest.raises(Refused) as no:
        receive(endless)
    assert no.value.code == "too-large"
    assert endless.given <= settings.MAX_UPLOAD_BYTES + 2**20
    assert list((store.root() / store.INCOMING).iterdir()) == []


def test_a_photo_that_is_something_else_too_comes_out_as_a_photo_only():
    for name, upload in POLYGLOTS:
        for size, made in sizes_of(sniffing.kind_of(upload), upload).items():
            assert_bare(size, made, name)


def test_a_header_that_lies_is_found_out_in_the_process(tmp_path):
    told = outcomes(LYING, tmp_path)
    neutral = {name for name, code in told.items() if code == "picture"}
    assert neutral <= {
        "png that moves for ever",  # the first picture is kept
        "webp that moves for ever",
        "jpeg of a hundred scans",
        "png with a bomb for xmp",  # looked at by nobody
        "jpeg with one colour's tables gone",  # the library falls back on tables of its own
    }
    assert "picture" not in {told["png with too few pixels"], told["heic that says it is smaller"]}


def test_damaged_photos_end_in_a_refusal_or_a_picture(tmp_path):
    assert set(outcomes(DAMAGED[::15], tmp_path).values()) <= {
        "damaged",
        "not-a-photo",
        "too-many-pixels",
        "picture",
    }


@pytest.mark.long
def test_every_hostile_file_ends_in_a_refusal_or_a_picture(tmp_path):
    everything = NO_PHOTOS + TOO_LARGE + POLYGLOTS + LYING + DAMAGED
    told = outcomes(everything, tmp_path)
    assert set(told.values()) <= {"damaged", "not-a-photo", "too-many-pixels", "picture"}
    assert not [name for name, _ in NO_PHOTOS if told[name] == "picture"]
