"""What a file is, by its first bytes. Its name and what the browser calls it count for nothing."""

KINDS = ("jpeg", "png", "webp", "heic")
HEAD = 512

_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_VIDEO = {b"isom", b"iso2", b"mp41", b"mp42", b"avc1", b"qt  ", b"M4V ", b"3gp4", b"3gp5"}


def kind_of(head: bytes) -> str:
    """One of KINDS, or the name of something else we know, or nothing."""
    if head[:3] == b"\xff\xd8\xff":
        return "jpeg"
    if head[:8] == b"\x89PNG\r\n\x1a\n":
        return "png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _film(head)
    return _other(head)


def _film(head: bytes) -> str:
    """Which of the formats that share one kind of box: `mif1` alone may be any, so its others decide."""
    length = min(int.from_bytes(head[:4]), len(head))
    main, others = head[8:12], {head[at : at + 4] for at in range(16, length - 3, 4)}
    if main in _HEIC and not ({b"avif", b"avis"} & others):
        return "heic"
    return "video" if main in _VIDEO else ""


def _other(head: bytes) -> str:
    if head[:4] == b"GIF8":
        return "gif"
    if head[:4] == b"PK\x03\x04":
        return "zip"
    if head[:5] == b"%PDF-":
        return "pdf"
    if head[:4] in (b"\x1aE\xdf\xa3", b"RIFF"):
        return "video"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(b"<"):
        return "svg" if b"<svg" in text else "page"
    return ""
