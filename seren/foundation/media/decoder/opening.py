"""The upload decoded, to be taken a band of rows at a time in plain red, green and blue."""

import math
from typing import BinaryIO

from PIL import Image

from seren.foundation.media.decoder import shapes
from seren.foundation.media.decoder.header import Header, Unfit

_FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
_WITH_ALPHA = {"RGBA", "LA", "PA", "RGBa", "La"}


class Picture:
    """A decoded picture. `profile` is its colour profile, where it came with one for these colours."""

    profile: bytes = b""
    size: tuple[int, int]

    def band(self, top: int, bottom: int) -> Image.Image:
        """These rows as RGB, on white where the picture is see-through."""
        raise NotImplementedError


class _ByPillow(Picture):
    def __init__(self, kind: str, upload: BinaryIO, header: Header) -> None:
        self._image = Image.open(upload, formats=[_FORMATS[kind]])
        if self._image.size != (header.width, header.height):
            raise Unfit("damaged")
        if kind == "jpeg":  # the library can leave out pixels we would throw away
            self._image.draft(None, shapes.fit(*self._image.size, shapes.SIZES["full"]))
        self._image.load()
        self.size = self._image.size
        if self._image.mode in ("RGB", "RGBA", "P"):
            self.profile = self._image.info.get("icc_profile") or b""

    def band(self, top: int, bottom: int) -> Image.Image:
        return plain(self._image.crop((0, top, self.size[0], bottom)))


class _ByHeif(Picture):
    """Without Pillow's plugin, which would hold the pixels twice."""

    def __init__(self, upload: BinaryIO) -> None:
        import pi_heif

        image = pi_heif.open_heif(upload, convert_hdr_to_8bit=True, remove_stride=False)
        told, self._pixels = image.size, memoryview(image.data)
        self._owner = image  # the pixels are its memory
        self.size, self._mode, self._stride = image.size, image.mode, image.stride
        if self.size[0] * self.size[1] > shapes.PIXELS or self.size != told:
            raise Unfit("damaged")
        self.profile = image.info.get("icc_profile") or b""

    def band(self, top: int, bottom: int) -> Image.Image:
        rows = self._pixels[top * self._stride : bottom * self._stride]
        shape = (self.size[0], bottom - top)
        return plain(Image.frombytes(self._mode, shape, rows, "raw", self._mode, self._stride))


def open_picture(kind: str, upload: BinaryIO, header: Header) -> Picture:
    """Decode the upload. Raises Unfit, or what the libraries raise at what they cannot read."""
    upload.seek(0)
    if kind == "heic":
        return _ByHeif(upload)
    return _ByPillow(kind, upload, header)


def plain(image: Image.Image) -> Image.Image:
    """The same picture as RGB, flattened onto white."""
    if image.mode == "RGB":
        return image
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode in ("I", "F"):
        image = image.point(lambda level: level * (1 / 256)).convert("L")
    if image.mode in _WITH_ALPHA or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image.getchannel("A"))
        return white
    return image.convert("RGB")


def rows_around(first: int, last: int, scale: float, height: int) -> tuple[int, int]:
    """The rows of the picture that decide rows `first` to `last` of one made smaller by `scale`."""
    reach = math.ceil(3 * scale) + 1
    return max(0, math.floor(first * scale) - reach), min(height, math.ceil(last * scale) + reach)
