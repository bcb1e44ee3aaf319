"""The image libraries: all they need is loaded at once, what they raise is said in our words."""

import contextlib
import warnings
from collections.abc import Iterator

from PIL import Image

from seren.foundation.media.decoder import shapes
from seren.foundation.media.decoder.header import Unfit


def load(kind: str) -> None:
    """Load now what the libraries would load as they go: later no file can be opened any more."""
    from PIL import JpegImagePlugin, MpoImagePlugin, TiffImagePlugin  # noqa: F401

    Image.preinit()
    if kind == "webp":
        from PIL import WebPImagePlugin  # noqa: F401
    if kind == "heic":
        from pi_heif import options

        options.DECODE_THREADS = 1  # each thread's stack counts as memory
        options.THUMBNAILS = options.DEPTH_IMAGES = options.AUX_IMAGES = False
    Image.MAX_IMAGE_PIXELS = shapes.PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)


@contextlib.contextmanager
def speaking_plainly() -> Iterator[None]:
    """Whatever a library raises at a picture becomes Unfit. Memory running out stays MemoryError."""
    try:
        yield
    except (Unfit, MemoryError):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise Unfit("too-many-pixels") from bomb
    except Exception as broken:
        raise Unfit("damaged") from broken
