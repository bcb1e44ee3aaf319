"""Over two hundred pictures with place, comment, camera and more in them: nothing of it is in any size."""

from io import BytesIO

import pytest
from PIL import Image

from seren.foundation.media import process
from seren.foundation.media.decoder import shapes
from tests.foundation.media import corpus, pictures
from tests.foundation.media.conftest import sizes_of

EVERYTHING = corpus.all_of_them()
FORBIDDEN = (
    pictures.CANARY,
    "CANARY".encode("utf-16-le"),
    *pictures.PLACE,
    b"Exif",
    b"http",
    b"ICC_",
    b"8BIM",
)
# Start, JFIF, tables, frame, scan, end: no application segment but the first, no comment.
ALLOWED = {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}


def markers_of(jpeg: bytes) -> list[int]:
    """The markers of a JPEG with one scan; asserts that it ends where its scan ends."""
    found, at = [], 2
    while True:
        assert jpeg[at] == 0xFF
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4])
        found.append(marker)
        at += 2 + length
        if marker == 0xDA:
            assert jpeg.index(b"\xff\xd9", at) == len(jpeg) - 2
            return found


def assert_bare(size: str, made: bytes, name: str) -> None:
    for forbidden in FORBIDDEN:
        assert forbidden not in made, (name, size)
    assert set(markers_of(made)) <= ALLOWED, (name, size)
    with Image.open(BytesIO(made)) as picture:
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}, (name, size)


def test_what_the_corpus_carries_would_be_found():
    carriers = [upload for _, _, upload in EVERYTHING if any(trace in upload for trace in FORBIDDEN[:4])]
    assert len(carriers) >= 200
    with pytest.raises(AssertionError):
        assert_bare(
            "full",
            pictures.jpeg_with(pictures.saved(pictures.corners(), "JPEG"), b"\xff\xfe\0\x08CANARY"),
            "",
        )


def test_nothing_of_two_hundred_pictures_comes_along():
    for kind, name, upload in EVERYTHING:
        for size, made in sizes_of(kind, upload).items():
            assert_bare(size, made, f"{kind}, {name}")


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_every_picture_stands_as_a_person_would_hold_it(kind):
    for turned in range(1, 9):
        exif = {
            "jpeg": lambda turned=turned: pictures.jpeg_with(
                pictures.saved(pictures.corners(), "JPEG", quality=95), pictures.jpeg_exif(turned)
            ),
            "png": lambda turned=turned: pictures.png_with(
                pictures.saved(pictures.corners(), "PNG"), pictures.chunk(b"eXIf", pictures.exif(turned))
            ),
            "webp": lambda turned=turned: pictures.saved(
                pictures.corners(), "WEBP", exif=b"Exif\0\0" + pictures.exif(turned)
            ),
        }[kind]()
        for size, made in sizes_of(kind, exif).items():
            with Image.open(BytesIO(made)) as picture:
                assert pictures.colours_of(picture) == pictures.SEEN[turned], (turned, size)


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_a_heic_is_turned_once_not_twice(turned):
    for made in sizes_of("heic", pictures.heic(f"turned-{turned}")).values():
        with Image.open(BytesIO(made)) as picture:
            assert pictures.colours_of(picture) == pictures.SEEN[turned]


def through_the_process(kind: str, upload: bytes, tmp_path) -> dict[str, bytes]:
    source, place = tmp_path / "upload", tmp_path / "work"
    source.write_bytes(upload)
    place.mkdir()
    with source.open("rb") as file:
        looked = process.look(kind, file)
        assert process.make(kind, file, place) == looked
    made = {size: (place / f"{size}.jpg").read_bytes() for size in shapes.SIZES}
    assert sorted(path.name for path in place.iterdir()) == sorted(f"{size}.jpg" for size in shapes.SIZES)
    return made


@pytest.mark.parametrize(
    ("kind", "name"),
    [("jpeg", "everything"), ("png", "everything"), ("webp", "moving"), ("heic", "turned-6")],
)
def test_the_process_writes_what_these_tests_have_looked_at(kind, name, tmp_path):
    upload = next(upload for its, called, upload in EVERYTHING if (its, called) == (kind, name))
    made = through_the_process(kind, upload, tmp_path)
    assert made == sizes_of(kind, upload)


@pytest.mark.long
@pytest.mark.parametrize(("kind", "name", "upload"), EVERYTHING, ids=[f"{k} {n}" for k, n, _ in EVERYTHING])
def test_nothing_comes_along_through_the_process_either(kind, name, upload, tmp_path):
    for size, made in through_the_process(kind, upload, tmp_path).items():
        assert_bare(size, made, name)
