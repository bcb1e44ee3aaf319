"""The header is read by us, in Python: it must say what the libraries would say."""

import warnings
from io import BytesIO

import pi_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from seren.foundation.media import sniffing
from seren.foundation.media.decoder import shapes
from seren.foundation.media.decoder.header import Unfit
from seren.foundation.media.decoder.look import look
from tests.foundation.media import corpus, pictures

EVERYTHING = corpus.all_of_them()
PLAIN = {
    "jpeg": pictures.saved(pictures.corners(), "JPEG"),
    "png": pictures.saved(pictures.corners(), "PNG"),
    "webp": pictures.saved(pictures.corners(), "WEBP", exif=pictures.exif(6)),
    "heic": pictures.heic("turned-6"),
}


def opened(kind: str, upload: bytes) -> Image.Image:
    pi_heif.register_heif_opener()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Image.open(BytesIO(upload))


def test_the_corpus_is_as_large_as_we_say():
    assert len(EVERYTHING) >= 200


def test_our_reading_of_every_header_agrees_with_the_libraries():
    for kind, name, upload in EVERYTHING:
        header, picture = look(kind, upload), opened(kind, upload)
        assert sniffing.kind_of(upload[: sniffing.HEAD]) == kind, name
        shape = header.shown if kind == "heic" else (header.width, header.height)
        assert shape == picture.size, name


def test_our_reading_of_every_turn_agrees_with_the_library():
    for kind, name, upload in EVERYTHING:
        if kind == "heic" or name.startswith("raw exif") or (kind, name) == ("png", "everything"):
            continue  # the library turns HEIC by itself; over a text that claims to be EXIF it stumbles
        assert look(kind, upload).turned == opened(kind, upload).getexif().get(0x0112, 1), name


@pytest.mark.parametrize("kind", PLAIN)
def test_a_photo_cut_short_anywhere_is_noticed_before_it_is_taken_in(kind):
    whole = PLAIN[kind]
    for sixteenth in range(16):
        with pytest.raises(Unfit, match="damaged"):
            look(kind, whole[: len(whole) * sixteenth // 16])
    with pytest.raises(Unfit, match="damaged"):
        look(kind, whole[:-2])


@pytest.mark.parametrize("kind", PLAIN)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_a_stranger_writes_into_a_header_ends_in_a_shape_or_a_refusal(kind, data):
    upload = bytearray(PLAIN[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, min(len(upload), 400) - 1))
        upload[at] = data.draw(st.integers(0, 255))
    try:
        header = look(kind, bytes(upload))
    except Unfit:
        return
    assert 0 < header.width * header.height <= shapes.PIXELS
    assert 1 <= header.turned <= 8


def test_too_many_pixels_are_noticed_in_the_header():
    limit = pictures.png_of(10_000, 5_000, depth=1)
    assert look("png", limit).shown == (10_000, 5_000)
    for width, height in ((10_000, 5_001), (13_000, 13_000), (2**31 - 1, 2**31 - 1)):
        header = pictures.struct.pack(">II", width, height) + limit[24:29]
        crc = pictures.struct.pack(">I", pictures.zlib.crc32(b"IHDR" + header))
        with pytest.raises(Unfit, match="too-many-pixels"):
            look("png", limit[:16] + header + crc + limit[33:])


def test_a_webp_may_have_fewer_pixels_because_its_library_holds_four_copies():
    simple = pictures.saved(pictures.corners(), "WEBP")
    extended = bytearray(pictures.webp_with(simple))
    extended[24:30] = pictures.struct.pack("<I", 4_999)[:3] + pictures.struct.pack("<I", 3_199)[:3]
    assert look("webp", bytes(extended)).shown == (5_000, 3_200)
    extended[27:30] = pictures.struct.pack("<I", 3_200)[:3]
    with pytest.raises(Unfit, match="too-many-pixels"):
        look("webp", bytes(extended))


def jpeg_frame(width: int, height: int, marker: int, samples: int) -> bytes:
    frame = pictures.struct.pack(">BHHB", 8, height, width, 3)
    frame += bytes([1, samples, 0, 2, 0x11, 1, 3, 0x11, 1])
    scan = pictures.segment(0xDA, b"\x03\x01\0\x02\x11\x03\x11\0\x3f\0")
    return b"\xff\xd8" + pictures.segment(marker, frame) + scan + b"\0\xff\xd9"


def test_a_progressive_jpeg_counts_the_coefficients_it_must_hold():
    progressive, baseline, halved, full = 0xC2, 0xC0, 0x22, 0x11
    assert look("jpeg", jpeg_frame(8_600, 5_800, baseline, full)).held == 0
    assert look("jpeg", jpeg_frame(8_600, 5_800, progressive, halved)).held == 8_600 * 5_800 * 3
    with pytest.raises(Unfit, match="too-many-pixels"):
        look("jpeg", jpeg_frame(8_600, 5_800, progressive, full))


def test_a_jpeg_of_a_thousand_scans_is_refused():
    one = jpeg_frame(640, 480, 0xC2, 0x22)
    assert look("jpeg", one)
    with pytest.raises(Unfit, match="damaged"):
        look("jpeg", one[:-2] + pictures.segment(0xDA, b"\x01\x01\0\x01\x3f\0") * 1_000 + one[-2:])


def test_an_unknown_kind_of_jpeg_is_no_photo_we_can_read():
    with pytest.raises(Unfit, match="not-a-photo"):
        look("jpeg", jpeg_frame(640, 480, 0xC3, 0x11))
