"""Work per photo: ours, header to read-back, beside the bare library's in this process, turn by turn.

Both take a 12-megapixel JPEG turned by its EXIF to the same three sizes at the same quality, with no
network and no database. Ours counts both processes it starts; the processor's seconds are of all of them.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from seren.foundation.media import process
from seren.foundation.media.decoder import shapes

_QUALITY = {"full": 85, "page": 80, "thumb": 78}
_TURNS = 7


def sample(width: int = 4000, height: int = 3000) -> bytes:
    """A picture with fine grain and soft light, as a phone writes it: about 3 MB, turned by EXIF."""
    grain = Image.effect_noise((width, height), 24)
    light = Image.radial_gradient("L").resize((width, height))
    slope = Image.linear_gradient("L").resize((width, height))
    bands = [ImageChops.add(grain, part, 2) for part in (light, slope, ImageChops.invert(light))]
    exif = Image.Exif()
    exif[0x0112] = 6
    file = BytesIO()
    Image.merge("RGB", bands).save(file, "JPEG", quality=88, exif=exif)
    return file.getvalue()


def bare(upload: Path, place: Path) -> None:
    """The library's own way: open, turn, make smaller, save."""
    with Image.open(upload) as opened:
        opened.draft("RGB", shapes.fit(*opened.size, shapes.SIZES["full"]))
        picture = ImageOps.exif_transpose(opened)
        for size, longest in sorted(shapes.SIZES.items(), key=lambda pair: -pair[1]):
            picture.thumbnail((longest, longest))
            picture.save(place / f"{size}.jpg", quality=_QUALITY[size])


def ours(upload: Path, place: Path) -> None:
    with upload.open("rb") as file:
        process.look("jpeg", file)
        process.make("jpeg", file, place)


def run() -> dict[str, float]:
    """Seconds a photo, and the ratio. `work` is processor time, `wait` is time on the wall."""
    with tempfile.TemporaryDirectory() as folder:
        upload = Path(folder) / "upload"
        upload.write_bytes(sample())
        spent: dict[str, list[tuple[float, float]]] = {"bare": [], "ours": []}
        for _ in range(_TURNS):
            for name, way in (("bare", bare), ("ours", ours)):
                spent[name].append(_spent(way, upload, Path(folder)))
    figures: dict[str, float] = {}
    for place, what in enumerate(("work", "wait")):
        for name, turns in spent.items():
            figures[f"{name}_{what}_seconds"] = round(statistics.median(turn[place] for turn in turns), 3)
        figures[f"ratio_{what}"] = round(figures[f"ours_{what}_seconds"] / figures[f"bare_{what}_seconds"], 2)
    return figures


def _spent(way: Callable[[Path, Path], None], upload: Path, folder: Path) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        before, began = os.times(), time.perf_counter()
        way(upload, Path(place))
        after, ended = os.times(), time.perf_counter()
    return sum(after[:4]) - sum(before[:4]), ended - began


if __name__ == "__main__":
    for name, figure in run().items():
        print(f"{name:24} {figure}")
