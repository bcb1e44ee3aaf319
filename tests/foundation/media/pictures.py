"""Small pictures made by hand: four coloured corners, so that a turn shows, and what is written into them."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

SAMPLES = Path(__file__).parent / "samples"

# What must never come out again: a text of ours, and 51° 28' 53.77" as EXIF keeps it, in both byte orders.
CANARY = b"CANARY"
PLACE = (struct.pack(">II", 5377, 100), struct.pack("<II", 5377, 100), b"51.4816")

RED, GREEN, BLUE, YELLOW = (220, 20, 20), (20, 160, 20), (20, 20, 220), (230, 220, 20)

# For each EXIF orientation: the colours at top left, top right, bottom left, bottom right as a person must
# see them, if the stored picture is red, green, blue, yellow.
SEEN = {
    1: (RED, GREEN, BLUE, YELLOW),
    2: (GREEN, RED, YELLOW, BLUE),
    3: (YELLOW, BLUE, GREEN, RED),
    4: (BLUE, YELLOW, RED, GREEN),
    5: (RED, BLUE, GREEN, YELLOW),
    6: (BLUE, RED, YELLOW, GREEN),
    7: (YELLOW, GREEN, BLUE, RED),
    8: (GREEN, YELLOW, RED, BLUE),
}


def corners(width: int = 96, height: int = 64) -> Image.Image:
    picture = Image.new("RGB", (width, height), YELLOW)
    half = (width // 2, height // 2)
    picture.paste(RED, (0, 0, *half))
    picture.paste(GREEN, (half[0], 0, width, half[1]))
    picture.paste(BLUE, (0, half[1], half[0], height))
    return picture


def colours_of(picture: Image.Image) -> tuple[Any, ...]:
    """The four corners, each as the nearest of the four colours."""
    picture = picture.convert("RGB")
    right, bottom = picture.width - 6, picture.height - 6
    return tuple(_nearest(picture.getpixel(at)) for at in ((5, 5), (right, 5), (5, bottom), (right, bottom)))


def _nearest(colour: Any) -> tuple[int, int, int]:
    return min(
        (RED, GREEN, BLUE, YELLOW),
        key=lambda known: sum((a - b) ** 2 for a, b in zip(known, colour, strict=True)),
    )


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def exif(turned: int = 1, *, place: bool = True, big: bool = True) -> bytes:
    """EXIF with a maker note, a comment, a camera and, where asked, a place. Without the leading `Exif`."""
    block = Image.Exif()
    block.endian = ">" if big else "<"
    block[0x0112] = turned
    block[0x010F] = "CANARY camera"
    block[0x9C9C] = "CANARY".encode("utf-16-le")
    inner = block.get_ifd(0x8769)
    inner[0x927C] = b"CANARY maker note" * 20
    inner[0x9286] = b"ASCII\0\0\0CANARY comment"
    inner[0xA433] = "CANARY lens"
    if place:
        where = block.get_ifd(0x8825)
        where[1], where[3] = "N", "W"
        where[2], where[4] = (51.0, 28.0, 53.77), (3.0, 10.0, 53.77)
        where[27] = b"ASCII\0\0\0CANARY place"
    return block.tobytes().removeprefix(b"Exif\0\0")


XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description exif:GPSLatitude="51.4816" dc:title="CANARY"/>'
    b'</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x14\x1c\x02\x5a\0\x06CANARY\x1c\x02\x65\0\x0251"


def icc(space: str = "sRGB", named: str = "CANARY profile") -> bytes:
    """A profile that carries our text in its description."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes())
    spare = (len(profile) + 3) // 4 * 4
    count = int.from_bytes(profile[128:132])
    for at in range(132, 132 + 12 * count, 12):
        if profile[at : at + 4] == b"cprt":  # the copyright text moves to the end and becomes ours
            text = b"text\0\0\0\0" + named.encode() + b"\0"
            profile[at + 4 : at + 12] = struct.pack(">II", spare, len(text))
            profile += bytes(spare - len(profile)) + text + bytes(-len(text) % 4)
    profile[0:4] = struct.pack(">I", len(profile))
    return bytes(profile)


# JPEG -----------------------------------------------------------------------------------------------------


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg_with(jpeg: bytes, *segments: bytes) -> bytes:
    """The segments right after the start of the picture."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def jpeg_exif(turned: int = 1, **more: Any) -> bytes:
    return segment(0xE1, b"Exif\0\0" + exif(turned, **more))


def jpeg_icc(profile: bytes) -> bytes:
    return segment(0xE2, b"ICC_PROFILE\0\x01\x01" + profile)


def mpo() -> bytes:
    """Two pictures in one file, as phones with depth write them; the second carries the text too."""
    second = corners().transpose(Image.Transpose.ROTATE_180)
    file = BytesIO()
    corners().save(file, "MPO", save_all=True, append_images=[second])
    return file.getvalue() + CANARY


# PNG ------------------------------------------------------------------------------------------------------


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_with(png: bytes, *chunks: bytes) -> bytes:
    """The chunks right after the header."""
    return png[:33] + b"".join(chunks) + png[33:]


def png_of(width: int, height: int, *, depth: int = 8, colour: int = 0, rows: bytes | None = None) -> bytes:
    """A PNG of nothing but zeros, whatever its size: small to send, large to open."""
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    if rows is None:
        row = bytes(1 + (width * depth * samples + 7) // 8)
        packer = zlib.compressobj(9)
        body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    else:
        body = zlib.compress(rows)
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    palette = chunk(b"PLTE", b"\xff\xff\xff\0\0\0") if colour == 3 else b""
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + palette + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


# WebP -----------------------------------------------------------------------------------------------------


def riff(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def webp_with(webp: bytes, *chunks: bytes) -> bytes:
    """A simple WebP made an extended one, with further chunks after its picture."""
    names = {chunk[:4] for chunk in chunks}
    with Image.open(BytesIO(webp)) as picture:
        width, height = picture.size
    flags = (b"ICCP" in names) << 5 | (b"EXIF" in names) << 3 | (b"XMP " in names) << 2
    shape = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    first = [part for part in chunks if part[:4] == b"ICCP"]
    others = [part for part in chunks if part[:4] != b"ICCP"]
    body = (
        b"WEBP"
        + riff(b"VP8X", bytes([flags, 0, 0, 0]) + shape)
        + b"".join(first)
        + webp[12:]
        + b"".join(others)
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


# HEIC -----------------------------------------------------------------------------------------------------


def heic(name: str) -> bytes:
    """One of the samples: x265 at 96 × 64, with camera, place, comment and XMP written into them."""
    return (SAMPLES / f"{name}.heic").read_bytes()


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body
