"""The three sizes a photo is kept in. Shared with the web side: standard library only."""

# Longest side in pixels. `thumb` is at most THUMB_BYTES as well.
SIZES = {"full": 4096, "page": 1600, "thumb": 320}
THUMB_BYTES = 45_000

# Decoding must fit in 300 MB. The WebP library holds four copies of the picture (about 16 bytes a pixel),
# the others hold one; a progressive JPEG also holds its coefficients.
PIXELS = 50_000_000
PIXELS_OF = {"webp": 16_000_000}
COEFFICIENT_BYTES = 170_000_000
JPEG_SCANS = 64  # each scan of a progressive JPEG costs a walk over all of it; cameras write ten


def fit(width: int, height: int, longest: int) -> tuple[int, int]:
    """The shape of a picture made no larger than `longest` on either side. Never enlarges."""
    most = max(width, height)
    if most <= longest:
        return width, height
    return max(1, round(width * longest / most)), max(1, round(height * longest / most))
