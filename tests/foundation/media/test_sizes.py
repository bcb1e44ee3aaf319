"""How pictures look in the three sizes."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms

from seren.foundation.media.decoder import canvas, opening, shapes, writing
from tests.foundation.media import pictures
from tests.foundation.media.conftest import sizes_of


def opened(made: bytes) -> Image.Image:
    return Image.open(BytesIO(made)).convert("RGB")


def middle(made: bytes) -> tuple[int, ...]:
    picture = opened(made)
    return picture.getpixel((picture.width // 2, picture.height // 2))


def close(seen: tuple[int, ...], meant: tuple[int, ...], by: int = 4) -> bool:
    return all(abs(a - b) <= by for a, b in zip(seen, meant, strict=True))


@given(
    width=st.integers(1, 30_000), height=st.integers(1, 30_000), longest=st.sampled_from([320, 1600, 4096])
)
def test_a_size_keeps_the_shape_and_never_enlarges(width, height, longest):
    small = shapes.fit(width, height, longest)
    assert max(small) == min(longest, max(width, height))
    assert min(small) >= 1
    assert abs(small[0] * height - small[1] * width) <= max(width, height)


@pytest.mark.parametrize(
    ("width", "height", "full"),
    [(5000, 2000, (4096, 1638)), (2000, 5000, (1638, 4096)), (900, 600, (900, 600))],
)
def test_three_sizes_with_their_longest_sides(width, height, full):
    upload = pictures.saved(pictures.corners(width, height), "JPEG")
    made = {size: opened(jpeg).size for size, jpeg in sizes_of("jpeg", upload).items()}
    assert made == {
        "full": full,
        "page": shapes.fit(*full, 1600),
        "thumb": shapes.fit(*full, 320),
    }


def test_a_picture_of_one_pixel_and_one_a_hundred_times_as_long_as_wide():
    for size in ((1, 1), (3000, 30), (1, 900)):
        made = sizes_of("png", pictures.saved(Image.new("RGB", size, "white"), "PNG"))
        assert opened(made["thumb"]).size == shapes.fit(*size, 320)


def test_a_thumb_of_pure_noise_still_weighs_at_most_45_kb():
    noise = Image.merge("RGB", [Image.effect_noise((700, 700), 200) for _ in range(3)])
    made = sizes_of("png", pictures.saved(noise, "PNG", compress_level=1))
    assert len(made["thumb"]) <= 45_000


def test_an_ordinary_thumb_keeps_its_quality():
    plain = Image.linear_gradient("L").resize((800, 600)).convert("RGB")
    picture, file = plain.resize((320, 240)), BytesIO()
    writing._write(picture, file, 78)
    before = file.getvalue()
    writing._lighten(picture, file)
    assert file.getvalue() == before


def test_what_is_see_through_lies_on_white():
    glass = Image.new("RGBA", (64, 64), (200, 0, 0, 0))
    half = Image.new("RGBA", (64, 64), (200, 0, 0, 128))
    for kind, options in (("PNG", {}), ("WEBP", {"lossless": True, "exact": True})):
        assert close(
            middle(sizes_of(kind.lower(), pictures.saved(glass, kind, **options))["full"]), (255,) * 3
        )
        assert close(
            middle(sizes_of(kind.lower(), pictures.saved(half, kind, **options))["full"]), (227, 127, 127)
        )
    palette = Image.new("P", (64, 64), 0)
    palette.putpalette([200, 0, 0, 0, 0, 200])
    assert close(middle(sizes_of("png", pictures.saved(palette, "PNG", transparency=0))["full"]), (255,) * 3)
    grey = Image.new("LA", (64, 64), (10, 0))
    assert close(middle(sizes_of("png", pictures.saved(grey, "PNG"))["full"]), (255,) * 3)


@pytest.mark.parametrize(
    ("mode", "colour", "seen"),
    [
        ("1", 1, (255, 255, 255)),
        ("L", 77, (77, 77, 77)),
        ("I;16", 40_000, (156, 156, 156)),
        ("RGB", (10, 120, 230), (10, 120, 230)),
    ],
)
def test_every_mode_of_a_png_keeps_its_colour(mode, colour, seen):
    assert close(
        middle(sizes_of("png", pictures.saved(Image.new(mode, (64, 64), colour), "PNG"))["page"]), seen
    )


def test_sixteen_bits_a_colour_and_interlaced_pngs_are_read():
    deep = b"".join(b"\0" + b"\x20\0\x80\0\xe0\0" * 40 for _ in range(40))
    assert close(
        middle(sizes_of("png", pictures.png_of(40, 40, depth=16, colour=2, rows=deep))["full"]),
        (32, 128, 224),
    )


def test_a_printers_jpeg_comes_out_in_its_colours():
    ink = pictures.saved(Image.new("CMYK", (64, 64), (0, 255, 255, 0)), "JPEG", quality=95)
    assert close(middle(sizes_of("jpeg", ink)["full"]), (255, 0, 0), 8)


# The primaries of the screens that newer phones paint for, as a profile holds them.
WIDE = {
    b"rXYZ": (0.51512, 0.24120, -0.00105),
    b"gXYZ": (0.29198, 0.69225, 0.04189),
    b"bXYZ": (0.15710, 0.06657, 0.78407),
}


def wide_gamut() -> bytes:
    """The profile of sRGB with wider primaries and another name."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for entry in range(132, 132 + 12 * int.from_bytes(profile[128:132]), 12):
        name, at = bytes(profile[entry : entry + 4]), int.from_bytes(profile[entry + 4 : entry + 8])
        for step, value in enumerate(WIDE.get(name, ())):
            profile[at + 8 + 4 * step : at + 12 + 4 * step] = round(value * 65536).to_bytes(4, signed=True)
    return bytes(profile).replace("sRGB".encode("utf-16-be"), "wide".encode("utf-16-be"))


def test_the_colours_of_a_phone_with_a_wide_screen_are_brought_to_everyones():
    dull = Image.new("RGB", (64, 64), (120, 180, 60))
    plain = sizes_of("png", pictures.saved(dull, "PNG"))["full"]
    same = sizes_of("png", pictures.saved(dull, "PNG", icc_profile=pictures.icc()))["full"]
    wide = sizes_of("png", pictures.saved(dull, "PNG", icc_profile=wide_gamut()))["full"]
    assert close(middle(plain), (120, 180, 60))
    assert middle(same) == middle(plain)
    assert close(middle(wide), (100, 182, 24), 5)  # by the matrix from those primaries to sRGB's


def test_a_profile_that_makes_no_sense_is_left_aside():
    dull = Image.new("RGB", (64, 64), (120, 180, 60))
    assert close(
        middle(sizes_of("png", pictures.saved(dull, "PNG", icc_profile=b"CANARY" * 40))["full"]),
        (120, 180, 60),
    )


class _Held(opening.Picture):
    def __init__(self, image: Image.Image) -> None:
        self._image, self.size = image, image.size

    def band(self, top: int, bottom: int) -> Image.Image:
        return self._image.crop((0, top, self.size[0], bottom))


def test_painted_in_bands_it_is_the_picture_made_smaller_in_one():
    noise = Image.merge("RGB", [Image.effect_noise((5003, 311), 80) for _ in range(3)])
    painted = canvas.paint(_Held(noise), 1)
    whole = noise.resize(painted.size, Image.Resampling.BICUBIC)
    most = max(high for _, high in ImageChops.difference(painted, whole).getextrema())
    assert painted.size == (4096, 255)
    assert most <= 6
