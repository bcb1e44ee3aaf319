"""Laying coloured paper on coloured paper: each piece cut by hand, with a soft shadow under it.

Measures are those of the scenes, 400 by 300. A piece is drawn at twice the size and made small at the end.
"""

from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from seren.doors.demo.pictures.paths import Point, by_scissors, outlines, placed

WIDE, HIGH = 400, 300
_OVER = 2  # drawn so much larger
_SHADOW = (42, 35, 64)
_DARK = 74  # of 255, at its darkest
_SOFT = 2.6  # how far a shadow spreads
_FALLS = 2.6  # how far below the piece it lies
_COARSE = 4  # shadows are blurred at a quarter of the size: nobody sees it, and it is quick


class Paper:
    """One picture in the making."""

    def __init__(self, rng: Random, ground: str, width: int = 1200) -> None:
        self.rng = rng
        self._unit = width / WIDE * _OVER
        self._size = (width * _OVER, width * _OVER * HIGH // WIDE)
        self._image = Image.new("RGB", self._size, ground)

    def cut(
        self,
        path: str,
        colour: str,
        *,
        at: Point = (0, 0),
        size: float = 1,
        turn: float = 0,
        way: int = 1,
        lift: float = 1,
        slip: float = 1.3,
    ) -> None:
        """Lay down one piece. `lift` is how far it stands off: 0 casts no shadow. `slip`: the scissors.

        `way` -1 turns the paper over.
        """
        lines = [
            self._in_pixels(by_scissors(placed(line, at, size, turn, way), self.rng, slip))
            for line in outlines(path)
        ]
        box = self._box([point for line in lines for point in line], lift)
        if box is None:
            return
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        pen = ImageDraw.Draw(mask)
        for line in lines:
            pen.polygon([(x - box[0], y - box[1]) for x, y in line], fill=255)
        self._lay(mask, box, colour, lift)

    def string(self, path: str, colour: str, width: float, *, lift: float = 0.6) -> None:
        """A strip or a string along an open path, with round ends."""
        lines = [self._in_pixels(line) for line in outlines(path)]
        thick = max(2, round(width * self._unit))
        box = self._box([point for line in lines for point in line], lift + width / 4)
        if box is None:
            return
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        pen = ImageDraw.Draw(mask)
        for line in lines:
            moved = [(x - box[0], y - box[1]) for x, y in line]
            pen.line(moved, fill=255, width=thick, joint="curve")
            for x, y in (moved[0], moved[-1]):
                pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=255)
        self._lay(mask, box, colour, lift)

    def finished(self) -> Image.Image:
        """The picture at its own size, with the grain of paper."""
        small = self._image.reduce(_OVER)
        speckled = Image.frombytes("L", (WIDE, HIGH), self.rng.randbytes(WIDE * HIGH))
        speckled = speckled.filter(ImageFilter.GaussianBlur(0.7)).resize(small.size, Image.Resampling.BICUBIC)
        grain = Image.merge("RGB", [speckled.point([96 + value // 4 for value in range(256)])] * 3)
        return Image.blend(small, ImageChops.soft_light(small, grain), 0.55)

    def _lay(self, mask: Image.Image, box: tuple[int, int, int, int], colour: str, lift: float) -> None:
        if lift:
            self._image.paste(_SHADOW, self._shadow_box(box, lift), self._shadow(mask, lift))
        edge = max(1, round(self._unit * 0.35))
        lit = ImageChops.subtract(mask, ImageChops.offset(mask, edge, edge))
        self._image.paste(colour, box, mask)
        if lift:
            self._image.paste("#ffffff", box, lit.point([value * 40 // 255 for value in range(256)]))

    def _shadow(self, mask: Image.Image, lift: float) -> Image.Image:
        coarse = mask.resize((max(1, mask.width // _COARSE), max(1, mask.height // _COARSE)))
        spread = _SOFT * lift**0.5 * self._unit / _COARSE
        soft = coarse.filter(ImageFilter.GaussianBlur(spread)).resize(mask.size)
        return soft.point([value * _DARK // 255 for value in range(256)])

    def _shadow_box(self, box: tuple[int, int, int, int], lift: float) -> tuple[int, int, int, int]:
        down = round(_FALLS * lift * self._unit)
        return (box[0], box[1] + down, box[2], box[3] + down)

    def _in_pixels(self, line: list[Point]) -> list[Point]:
        return [(x * self._unit, y * self._unit) for x, y in line]

    def _box(self, points: list[Point], lift: float) -> tuple[int, int, int, int] | None:
        """Around the piece and its shadow; no further than a little outside the picture."""
        room = round((_SOFT * 3 + 2) * (1 + lift) * self._unit)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, top = max(-room, int(min(xs)) - room), max(-room, int(min(ys)) - room)
        right = min(self._size[0] + room, int(max(xs)) + room)
        low = min(self._size[1] + room, int(max(ys)) + room)
        return (left, top, right, low) if right > left and low > top else None
