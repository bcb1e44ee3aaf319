"""What the first bytes of a photo say of it, read without any image library."""


class Unfit(Exception):
    """The upload will not do. `code` is one of `damaged`, `not-a-photo`, `too-many-pixels`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Header:
    """`turned` is the EXIF orientation, 1–8. `held` are bytes a decoder holds besides the pixels."""

    __slots__ = ("height", "held", "turned", "width")

    def __init__(self, width: int, height: int, turned: int = 1, held: int = 0) -> None:
        self.width, self.height, self.turned, self.held = width, height, turned, held

    @property
    def shown(self) -> tuple[int, int]:
        """The shape as a person sees it."""
        if self.turned >= 5:
            return self.height, self.width
        return self.width, self.height


def number(data: bytes, at: int, size: int, order: str = "big") -> int:
    """An unsigned number of `size` bytes. Raises IndexError past the end, where a slice would not."""
    if at < 0 or at + size > len(data):
        raise IndexError(at)
    return int.from_bytes(data[at : at + size], "little" if order == "little" else "big")


def orientation(exif: bytes) -> int:
    """The orientation a block of EXIF asks for; 1 where it says nothing that makes sense."""
    if exif[:6] == b"Exif\x00\x00":
        exif = exif[6:]
    order = {b"II": "little", b"MM": "big"}.get(exif[:2], "")
    if not order:
        return 1
    try:
        first = number(exif, 4, 4, order)
        for entry in range(number(exif, first, 2, order)):
            at = first + 2 + entry * 12
            if number(exif, at, 2, order) == 0x0112:
                turned = number(exif, at + 8, 2, order)
                return turned if 1 <= turned <= 8 else 1
    except IndexError:
        pass
    return 1
