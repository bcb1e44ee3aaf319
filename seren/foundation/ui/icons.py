"""The icons: cut lines on a 24 grid. A template names one; its word stands beside it, always.

The lines go into the page where they are used: a few bytes each, nothing to fetch, and a card that is
kept rendered carries its own.
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# Icons that point turn round where the page reads from right to left.
POINTING = frozenset({"go", "back", "undo"})

LINES: dict[str, str] = {
    "ask": (
        '<path d="M4 4.7c4-1.2 12-1.2 16 0 .9 3 .9 8.5 0 11.4-2.7.6-5.4.8-8.2.8L6.5 21l.2-4.5c-1 0-'
        '1.9-.2-2.7-.4-.9-3-.9-8.4 0-11.4z"/><path d="M9.6 8.6c.4-2.4 4.9-2.3 4.9.3 0 1.9-2.4 1.8-2'
        '.4 3.5M12 14.6v.1"/>'
    ),
    "back": '<path d="M15 5l-7 7 7 7"/>',
    "camera": (
        '<path d="M3.5 8c1.5-.3 3-.4 4.3-.4L9.3 5h5.4l1.5 2.6c1.4 0 2.9.1 4.3.4.5 3.7.5 7.3 0 11-5.'
        '5.6-11.5.6-17 0-.5-3.7-.5-7.3 0-11z"/><circle cx="12" cy="13" r="3.6"/>'
    ),
    "care": '<path d="M12 4l9 16H3zM12 10v4.5M12 17.2v.1"/>',
    "clock": '<circle cx="12" cy="12" r="8.7"/><path d="M12 7v5.3l3.6 2.3"/>',
    "cross": '<path d="M5.5 5.5c4 4.4 8.6 9 13 13M18.5 5.5c-4 4.2-8.8 9-13 13"/>',
    "door": '<path d="M6 20.5V4c4-.6 8-.6 12 0v16.5M3.5 20.5h17M14.5 12.5v.1"/>',
    "down": '<path d="M5 9l7 7 7-7"/>',
    "eye": '<path d="M2.5 12c4-8 15-8 19 0-4 8-15 8-19 0z"/><circle cx="12" cy="12" r="3"/>',
    "family": (
        '<path d="M3 11.5l9-7.5 9 7.5M5.5 10v9.7c4 .6 9 .6 13 0V10"/><path d="M12 17.3c-3.6-2.3-3-5'
        ' -1.4-5.2.8 0 1.2.6 1.4 1.2.2-.6.7-1.2 1.5-1.2 1.6.2 2 2.9-1.5 5.2z"/>'
    ),
    "file": (
        '<path d="M6 3.5h8l4.5 4.5c.3 4.2.3 8.3 0 12.5-4 .4-8.5.4-12.5 0-.4-5.7-.4-11.3 0-17zM13.5 '
        '3.8V8.5h4.7"/>'
    ),
    "get": '<path d="M12 4v10.5M7 10.5l5 5 5-5M4.5 19.5h15"/>',
    "go": '<path d="M9 5l7 7-7 7"/>',
    "heart": (
        '<path d="M12 20C4.5 15 3 10.5 4.3 7.6 5.8 4.6 10 4.6 12 8.3c2-3.7 6.3-3.6 7.7-.6C21 10.6 1'
        '9.4 15 12 20z"/>'
    ),
    "home": '<path d="M3 11.5l9-7.5 9 7.5M5.5 10v9.7c4 .6 9 .6 13 0V10M10 20v-5.5h4V20"/>',
    "lock": (
        '<path d="M5 10.7c4.6-.5 9.4-.5 14 0 .5 3 .5 6.5 0 9.5-4.6.5-9.4.5-14 0-.5-3-.5-6.5 0-9.5zM'
        '8 10.3V8c0-5.3 8-5.3 8 0v2.3"/>'
    ),
    "nophoto": (
        '<path d="M3.5 8c1.5-.3 3-.4 4.3-.4L9.3 5h5.4l1.5 2.6c1.4 0 2.9.1 4.3.4.5 3.7.5 7.3 0 11-5.'
        '5.6-11.5.6-17 0-.5-3.7-.5-7.3 0-11z"/><path d="M3 21L21 3"/>'
    ),
    "on": (
        '<path d="M4 6.5c5-.7 11-.7 16 0v13c-5 .8-11 .8-16 0zM4 10.8c5-.5 11-.5 16 0M8.5 3.5v4M15.5 3.5v4"/>'
    ),
    "pen": '<path d="M4 20l1.2-4.6L16.5 4.2c1.8-.6 3.8 1.5 3.2 3.3L8.6 18.8zM14 6.7l3.2 3.2"/>',
    "people": (
        '<circle cx="8.5" cy="8" r="3.3"/><path d="M2.5 19.5c.3-8 11.7-8 12 0M15.5 5c4.3-.5 4.3 6.3'
        ' 0 6M17 13.5c3 .6 4.5 2.7 4.6 6"/>'
    ),
    "phone": (
        '<path d="M5 4.5c1.4-.7 2.8-.8 4-.4l1.2 4-2 1.8c1 2.6 3 4.7 5.8 6l1.9-2 4 1.3c.3 1.3.2 2.6-'
        '.5 3.9C12 21 3.5 12.5 5 4.5z"/>'
    ),
    "plus": '<path d="M12 4.5v15M4.5 12h15"/>',
    "print": (
        '<path d="M7 8.5V3.5h10v5M6.5 16.5H3.8c-.5-2.7-.5-5.3 0-8 5.4-.5 11-.5 16.4 0 .5 2.7.5 5.3 '
        '0 8h-2.7M7 13.5h10v7H7z"/>'
    ),
    "share": '<path d="M12 14.5V4M7.8 8L12 3.5 16.2 8M5 12v7.5c4.6.5 9.4.5 14 0V12"/>',
    "star": '<path d="M12 3l2.7 5.9 6.3.7-4.7 4.3 1.3 6.3-5.7-3.3-5.5 3.2 1.2-6.3L3 9.5l6.4-.6z"/>',
    "talk": (
        '<path d="M4 5.2c4-1.4 12.4-1.3 16 0 .9 3 .8 7.6 0 10.3-2.7.7-5.6.9-8.4.8L6.5 20.5l.2-4.4c-'
        '1-.1-2-.3-2.7-.6-.9-3-.8-7.6 0-10.3z"/>'
    ),
    "tick": '<path d="M4.5 12.8l5 5.2c2.6-5 5.8-9 10-12.5"/>',
    "today": (
        '<circle cx="12" cy="13" r="4.2"/><path d="M12 3.5v2M4.5 6.8l1.5 1.4M19.5 6.8L18 8.2M2.5 20'
        '.5c5-2 14-2 19 0M3 14h1.6M19.4 14H21"/>'
    ),
    "undo": '<path d="M8.5 5L4 9.5l4.5 4.5M4.5 9.5H14c7.5 0 7.5 10 0 10h-3"/>',
    "words": (
        '<path d="M3 19L8.3 5l5.2 14M4.9 14.5h6.8M15 11.5c2.6-2.3 5.7-1 5.7 1.8V19M20.7 14.7c-3.3-.'
        '2-6 .6-6 2.5 0 2.6 4.6 2.3 6-.6"/>'
    ),
}


def drawn(name: str) -> SafeString:
    """The icon's markup. KeyError where there is no such icon."""
    turns = " turn" if name in POINTING else ""
    lines = mark_safe(LINES[name])  # noqa: S308 - the constants above
    return format_html('<svg class="i{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', turns, lines)


ICONS: dict[str, SafeString] = {name: drawn(name) for name in LINES}
