"""Files nobody should be able to harm us with: more than two hundred, named by what they are."""

import random
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from PIL import Image

from tests.foundation.media import pictures as p

Sample = tuple[str, bytes]

_PLAIN = {
    "jpeg": p.saved(p.corners(), "JPEG", exif=b"Exif\0\0" + p.exif(6), comment=p.CANARY),
    "png": p.png_with(p.saved(p.corners(), "PNG"), p.chunk(b"tEXt", b"a\0CANARY")),
    "webp": p.saved(p.corners(), "WEBP", exif=p.exif(6), xmp=p.XMP),
    "heic": p.heic("turned-6"),
}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert("CANARY")</script></svg>'
PAGE = b"<!doctype html><title>CANARY</title><script src=x></script>"


def no_photos() -> list[Sample]:
    """What claims to be a photo and is none."""
    return [
        ("nothing", b""),
        ("one byte", b"\xff"),
        ("a jpeg's first bytes", b"\xff\xd8\xff"),
        ("a png's first bytes", b"\x89PNG\r\n\x1a\n"),
        ("a webp's first bytes", b"RIFF\xff\xff\xff\xffWEBPVP8 "),
        ("a heic's first bytes", p.box(b"ftyp", b"heic\0\0\0\0mif1heic")),
        ("svg", SVG),
        ("svg with a declaration", b'<?xml version="1.0"?>\n<!-- hello -->' + SVG),
        ("svg after a mark and spaces", b"\xef\xbb\xbf \n\t" + SVG),
        ("page named .jpg", PAGE),
        ("page in capitals", b"  <HTML><BODY onload=CANARY>"),
        ("zip", _zip()),
        ("pdf", b"%PDF-1.7\n1 0 obj<</S/JavaScript/JS(CANARY)>>endobj"),
        ("gif", p.saved(p.corners(), "GIF")),
        ("moving gif", p.saved(p.corners(), "GIF", save_all=True, append_images=[p.corners()] * 50)),
        ("film", p.box(b"ftyp", b"isom\0\0\0\0isommp42") + p.box(b"mdat", p.CANARY)),
        ("quicktime", p.box(b"ftyp", b"qt  \0\0\0\0qt  ") + p.box(b"mdat", p.CANARY)),
        ("avif named heic", p.saved(p.corners(), "AVIF")),
        ("tiff", p.saved(p.corners(), "TIFF")),
        ("bmp", p.saved(p.corners(), "BMP")),
        ("icon", p.saved(p.corners(), "ICO")),
        ("sound", b"RIFF\x24\0\0\0WAVEfmt CANARY"),
        ("postscript", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(CANARY) show"),
        ("program", b"\x7fELF" + bytes(60) + p.CANARY),
        ("script", b"#!/bin/sh\necho CANARY"),
        ("gif that is also a page", b"GIF89a/*" + PAGE),
        ("jpeg behind a space", b" " + _PLAIN["jpeg"]),
        ("page before a jpeg", PAGE + _PLAIN["jpeg"]),
        ("zip before a jpeg", _zip() + _PLAIN["jpeg"]),
        *_cut_short(),
        *_boxes(),
    ]


def too_large_to_open() -> list[Sample]:
    """Small to send, large to open."""
    frames = b"".join(p.riff(b"ANMF", bytes(24)) for _ in range(50))
    shape = b"\xff\x3f\0\xff\x3f\0"
    canvas = b"WEBP" + p.riff(b"VP8X", b"\x02\0\0\0" + shape) + p.riff(b"ANIM", bytes(6)) + frames
    return [
        ("169 megapixels, black and white", p.png_of(13_000, 13_000, depth=1)),
        ("51 megapixels", p.png_of(10_000, 5_100, depth=1)),
        ("palette", p.png_of(12_000, 12_000, depth=1, colour=3)),
        ("jpeg of 65535 by 65535", _jpeg_saying(65_535, 65_535)),
        ("progressive jpeg that must be held whole", _jpeg_saying(8_600, 5_800, 0xC2)),
        ("webp of 16384 by 16384", b"RIFF" + p.struct.pack("<I", len(canvas)) + canvas),
        ("heic that says it is huge", _heic_saying(30_000, 30_000)),
    ]


def lying() -> list[Sample]:
    """The header is in order; what follows is not."""
    small = p.png_of(40, 40, depth=8, colour=2)
    header = p.struct.pack(">IIBBBBB", 4_000, 4_000, 8, 2, 0, 0, 0)
    short = small[:8] + p.chunk(b"IHDR", header) + small[33:]
    flat = p.zlib.compress(bytes(60_000_000), 9)
    jpeg = _PLAIN["jpeg"]
    return [
        ("png with too few pixels", short),
        (
            "png with pixels that are no pixels",
            p.png_with(small[:33] + p.chunk(b"IDAT", b"CANARY") + small[-12:]),
        ),
        ("png with a bomb for a text", p.png_with(small, p.chunk(b"zTXt", b"a\0\0" + flat))),
        ("png with a bomb for a profile", p.png_with(small, p.chunk(b"iCCP", b"a\0\0" + flat))),
        (
            "png with a bomb for xmp",
            p.png_with(small, p.chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + flat)),
        ),
        ("heic that says it is larger", _heic_saying(4_000, 4_000)),
        ("heic that says it is smaller", _heic_saying(10, 10)),
        ("jpeg with one colour's tables gone", jpeg.replace(b"\xff\xc4", b"\xff\xe9")),
        ("jpeg of a hundred scans", jpeg[:-2] + p.segment(0xDA, b"\x01\x01\0\0\x3f\0") * 60 + jpeg[-2:]),
        ("png that moves for ever", _moving_png(200)),
        ("webp that moves for ever", _moving_webp(60)),
    ]


def polyglots() -> list[Sample]:
    """A photo that is something else as well: taken in, and only the photo comes out."""
    jpeg, png, webp = _PLAIN["jpeg"], _PLAIN["png"], _PLAIN["webp"]
    return [
        ("jpeg and page", p.jpeg_with(jpeg, p.segment(0xFE, b"--><script>CANARY</script><!--"))),
        ("jpeg and script", p.jpeg_with(jpeg, p.segment(0xFE, b"*/=CANARY;/*"))),
        ("jpeg and zip", jpeg + _zip()),
        ("jpeg and php", p.jpeg_with(jpeg, p.segment(0xE1, b"Exif\0\0<?php CANARY ?>"))),
        ("png and page", p.png_with(png, p.chunk(b"tEXt", b"a\0" + PAGE))),
        ("png and zip", png + _zip()),
        ("webp and script", webp + b"CANARY=1;"),
        ("jpeg with a jpeg for a thumbnail", p.jpeg_with(jpeg, p.segment(0xE0, b"JFXX\0\x10" + jpeg))),
    ]


def damaged() -> list[Sample]:
    """A hundred and twenty photos with bytes changed anywhere."""
    dice, samples = random.Random(20250514), []
    for kind, whole in _PLAIN.items():
        for number in range(30):
            broken = bytearray(whole)
            for _ in range(1 + number % 8):
                broken[dice.randrange(len(broken))] = dice.randrange(256)
            samples.append((f"{kind}, damaged {number}", bytes(broken)))
    return samples


def _cut_short() -> Iterator[Sample]:
    for kind, whole in _PLAIN.items():
        for sixteenth in range(1, 16):
            yield f"{kind}, {sixteenth} of 16", whole[: len(whole) * sixteenth // 16]


def _boxes() -> Iterator[Sample]:
    start = p.box(b"ftyp", b"heic\0\0\0\0mif1heic")
    yield "heic of one endless box", start + b"\0\0\0\0meta" + bytes(40)
    yield (
        "heic of boxes in boxes",
        start + p.box(b"meta", bytes(4) + p.box(b"iprp", p.box(b"ipco", b""))) + p.box(b"mdat", b""),
    )
    yield "heic with a box of 2^64", start + b"\0\0\0\1meta" + b"\xff" * 8


def _zip() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("../../evil.jpg", p.CANARY)
    return file.getvalue()


def _jpeg_saying(width: int, height: int, frame: int = 0xC0) -> bytes:
    said = p.struct.pack(">BHHB", 8, height, width, 3) + bytes([1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])
    scan = p.segment(0xDA, b"\x03\x01\0\x02\0\x03\0\0\x3f\0")
    return b"\xff\xd8" + p.segment(frame, said) + scan + b"\0\xff\xd9"


def _heic_saying(width: int, height: int) -> bytes:
    true = p.struct.pack(">II", 96, 64)
    assert true in _PLAIN["heic"]
    return _PLAIN["heic"].replace(true, p.struct.pack(">II", width, height))


def _moving_png(frames: int) -> bytes:
    return p.saved(p.corners(), "PNG", save_all=True, append_images=[p.corners()] * frames)


def _moving_webp(frames: int) -> bytes:
    others = [Image.new("RGB", (96, 64), (n, n, n)) for n in range(frames)]
    return p.saved(p.corners(), "WEBP", save_all=True, append_images=others)
