"""Pictures with something written into them, in every way we know: more than two hundred."""

from collections.abc import Iterator
from itertools import product

from PIL import Image

from tests.foundation.media import pictures as p

Sample = tuple[str, str, bytes]  # kind, what is in it, the file

_TAILS = {
    "text": b"CANARY 51.4816",
    "zip": b"PK\x03\x04" + b"CANARY" * 20,
    "page": b"<html><script>alert('CANARY')</script></html>",
    "film": p.box(b"ftyp", b"mp42CANARY") + p.box(b"mdat", b"CANARY" * 50),
}


def all_of_them() -> list[Sample]:
    return [*_jpegs(), *_pngs(), *_webps(), *_heics()]


def _jpegs() -> Iterator[Sample]:
    plain = p.saved(p.corners(), "JPEG", quality=92)
    inside = {
        "xmp": p.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + p.XMP),
        "long xmp": p.segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 32 + bytes(8) + p.XMP),
        "iptc": p.segment(0xED, p.IPTC),
        "comment": p.segment(0xFE, b"CANARY comment"),
        "two comments": p.segment(0xFE, b"CANARY one") + p.segment(0xFE, b"51.4816 CANARY two"),
        "profile": p.jpeg_icc(p.icc()),
        "broken profile": p.jpeg_icc(b"CANARY" * 30),
        "ducky": p.segment(0xEC, b"Ducky CANARY"),
        "flashpix": p.segment(0xE2, b"FPXR\0CANARY"),
        "depth map": p.segment(0xE2, b"MPF\0CANARY, no table"),
    }
    for turned, big, place in product(range(1, 9), (True, False), (True, False)):
        exif = p.jpeg_exif(turned, big=big, place=place)
        yield (
            "jpeg",
            f"exif {turned} {'MM' if big else 'II'} {'place' if place else ''}",
            p.jpeg_with(plain, exif),
        )
    for name, extra in inside.items():
        yield "jpeg", name, p.jpeg_with(plain, extra)
        yield "jpeg", f"{name} and exif", p.jpeg_with(plain, p.jpeg_exif(6), extra)
        yield "jpeg", f"{name} before exif", p.jpeg_with(plain, extra, p.jpeg_exif(8))
    for number in range(16):
        yield "jpeg", f"app{number}", p.jpeg_with(plain, p.segment(0xE0 + number, b"CANARY 51.4816"))
    for name, tail in _TAILS.items():
        yield "jpeg", f"tail {name}", plain + tail
        yield "jpeg", f"exif and tail {name}", p.jpeg_with(plain, p.jpeg_exif(3)) + tail
    yield "jpeg", "second picture", p.mpo()
    yield "jpeg", "second picture with exif", p.jpeg_with(p.mpo(), p.jpeg_exif(1))
    yield "jpeg", "another jpeg behind", plain + p.jpeg_with(plain, p.jpeg_exif(1))
    exif = b"Exif\0\0" + p.exif(6)
    for mode, quality in product(("L", "CMYK", "RGB"), (40, 95)):
        options = {"quality": quality, "exif": exif, "comment": b"CANARY", "xmp": p.XMP}
        yield "jpeg", f"{mode} {quality}", p.saved(p.corners().convert(mode), "JPEG", **options)
        yield (
            "jpeg",
            f"{mode} {quality} progressive",
            p.saved(p.corners().convert(mode), "JPEG", progressive=True, **options),
        )
    for restart in (1, 8):
        yield (
            "jpeg",
            f"restart {restart}",
            p.saved(p.corners(), "JPEG", restart_marker_blocks=restart, comment=b"CANARY"),
        )
    everything = [p.jpeg_exif(5), *inside.values()]
    yield "jpeg", "everything", p.jpeg_with(plain, *everything) + b"CANARY"


def _pngs() -> Iterator[Sample]:
    inside = {
        "text": p.chunk(b"tEXt", b"Comment\0CANARY 51.4816"),
        "packed text": p.chunk(b"zTXt", b"Comment\0\0" + p.zlib.compress(b"CANARY" * 9)),
        "xmp": p.chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + p.XMP),
        "raw exif": p.chunk(b"tEXt", b"Raw profile type exif\0\nexif\n 6\n43414e415259"),
        "private": p.chunk(b"caNv", b"CANARY"),
        "time": p.chunk(b"tIME", b"\x07\xe9\x05\x0e\x0a\x28\0"),
        "profile": p.chunk(b"iCCP", b"CANARY\0\0" + p.zlib.compress(p.icc())),
        "size": p.chunk(b"pHYs", b"\0\0\x0b\x13\0\0\x0b\x13\x01"),
    }
    plain = p.saved(p.corners(), "PNG")
    for turned, big in product(range(1, 9), (True, False)):
        exif = p.chunk(b"eXIf", p.exif(turned, big=big))
        yield "png", f"exif {turned} {'MM' if big else 'II'}", p.png_with(plain, exif)
    for name, extra in inside.items():
        yield "png", name, p.png_with(plain, extra)
        yield "png", f"{name} and exif", p.png_with(plain, extra, p.chunk(b"eXIf", p.exif(6)))
        yield "png", f"{name} at the end", plain[:-12] + extra + plain[-12:]
    for name, tail in _TAILS.items():
        yield "png", f"tail {name}", plain + tail
    for name, picture in _modes():
        yield "png", name, p.png_with(p.saved(picture, "PNG"), inside["text"])
    yield "png", "everything", p.png_with(plain, *inside.values()) + b"CANARY"


def _modes() -> Iterator[tuple[str, Image.Image]]:
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA"):
        yield f"mode {mode}", p.corners().convert(mode)
    yield "mode I;16", Image.new("I;16", (96, 64), 40_000)
    see_through = p.corners().quantize(4)
    see_through.info["transparency"] = 0
    yield "palette, see-through", see_through


def _webps() -> Iterator[Sample]:
    simple = p.saved(p.corners(), "WEBP", quality=90)
    lossless = p.saved(p.corners(), "WEBP", lossless=True)
    inside = {
        "xmp": p.riff(b"XMP ", p.XMP),
        "unknown": p.riff(b"CANV", b"CANARY"),
        "profile": p.riff(b"ICCP", p.icc()),
        "broken profile": p.riff(b"ICCP", b"CANARY" * 20),
    }
    for turned, lead, (name, webp) in product(
        range(1, 9), (b"", b"Exif\0\0"), (("plain", simple), ("lossless", lossless))
    ):
        exif = p.riff(b"EXIF", lead + p.exif(turned))
        yield "webp", f"{name} exif {turned} {len(lead)}", p.webp_with(webp, exif)
    for name, extra in inside.items():
        yield "webp", name, p.webp_with(simple, extra)
        yield "webp", f"{name} and exif", p.webp_with(lossless, extra, p.riff(b"EXIF", p.exif(6)))
    for name, tail in _TAILS.items():
        yield "webp", f"tail {name}", simple + tail
        yield "webp", f"lossless tail {name}", lossless + tail
    see_through = p.corners().convert("RGBA")
    see_through.putalpha(Image.linear_gradient("L").resize(see_through.size))
    yield "webp", "see-through", p.saved(see_through, "WEBP", exif=p.exif(6), xmp=p.XMP)
    yield (
        "webp",
        "moving",
        p.saved(
            p.corners(), "WEBP", save_all=True, append_images=[p.corners(96, 64)], exif=p.exif(6), xmp=p.XMP
        ),
    )


def _heics() -> Iterator[Sample]:
    names = ("turned-1", "turned-3", "turned-6", "turned-8", "see-through")
    for name in names:
        yield "heic", name, p.heic(name)
        yield "heic", f"{name} with a box", p.heic(name) + p.box(b"uuid", b"CANARY" * 9)
        yield "heic", f"{name} with free space", p.heic(name) + p.box(b"free", b"CANARY 51.4816")
