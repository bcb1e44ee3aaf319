"""A fresh canvas, painted with pixels and nothing else: no note, no place, no profile comes along."""

from io import BytesIO

from PIL import Image, ImageCms

from seren.foundation.media.decoder import shapes
from seren.foundation.media.decoder.opening import Picture, rows_around

# Rows painted at a time. A band that is made smaller is held three times over, so it is thinner.
_BAND, _THIN_BAND = 128, 32
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def paint(picture: Picture, turned: int) -> Image.Image:
    """The picture at its full size, upright, in sRGB. Band by band: never two whole copies at once."""
    width, height = shapes.fit(*picture.size, shapes.SIZES["full"])
    canvas = Image.new("RGB", (height, width) if turned >= 5 else (width, height))
    step = _BAND if (width, height) == picture.size else _THIN_BAND
    for top in range(0, height, step):
        bottom = min(height, top + step)
        band = _smaller(picture, (width, height), top, bottom)
        if turned in _TURNS:
            band = band.transpose(_TURNS[turned])
        canvas.paste(band, _place(turned, height, top, bottom))
    _in_srgb(canvas, picture.profile)
    return canvas


def _smaller(picture: Picture, size: tuple[int, int], top: int, bottom: int) -> Image.Image:
    if size == picture.size:
        return picture.band(top, bottom)
    scale = picture.size[1] / size[1]
    first, last = rows_around(top, bottom, scale, picture.size[1])
    box = (0, top * scale - first, picture.size[0], min(bottom * scale, picture.size[1]) - first)
    return picture.band(first, last).resize((size[0], bottom - top), Image.Resampling.BICUBIC, box=box)


def _place(turned: int, height: int, top: int, bottom: int) -> tuple[int, int]:
    """Where on the upright canvas a band of rows goes."""
    from_the_end = height - bottom
    return {3: (0, from_the_end), 4: (0, from_the_end), 5: (top, 0), 8: (top, 0)}.get(
        turned, (from_the_end, 0) if turned in (6, 7) else (0, top)
    )


def _in_srgb(canvas: Image.Image, profile: bytes) -> None:
    """Bring the colours to sRGB, in place. A profile that makes no sense is left aside."""
    if not profile:
        return
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in (source.profile.profile_description or "") or source.profile.xcolor_space != "RGB ":
            return
        change = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), "RGB", "RGB")
        ImageCms.applyTransform(canvas, change, inPlace=True)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return
