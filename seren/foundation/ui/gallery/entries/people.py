"""People: children on chips and in the room, faces, key persons."""

from seren.foundation.ui.gallery.entries.samples import each, entry

ENTRIES = (
    entry(
        "child-chip",
        "Child chip",
        ("here", '<c-child-chip :child="children.mali" />'),
        ("this one", '<c-child-chip :child="children.mali" current />'),
        ("no photos", '<c-child-chip :child="children.zosia" />'),
        ("away", '<c-child-chip :child="children.amelia" />'),
        ("to choose", '<c-child-chip :child="children.yusuf" name="child" value="y" />'),
        ("chosen", '<c-child-chip :child="children.mali" name="child" value="m" chosen />'),
        ("one of several", '<c-child-chip :child="children.mali" name="one" value="m" radio />'),
    ),
    entry(
        "kid",
        "Child in the room",
        *each("mali yusuf zosia amelia", '<c-kid :child="children.§" />'),
    ),
    entry(
        "face",
        "Face",
        ("initial", '<c-face :of="children.yusuf" />'),
        ("small", '<c-face :of="children.zosia" size="sm" />'),
        ("photo", '<c-face :of="person_away" size="lg" photo="{{ person_away.photo_url }}" alt="Hana" />'),
    ),
    entry(
        "key-person",
        "Key person",
        ("here", '<c-key-person :person="person" id="kp-1" level="4" />'),
        ("away, with cover", '<c-key-person :person="person_away" id="kp-2" level="4" />'),
    ),
    entry("facts", "Facts", ("three", '<c-facts :lines="lines" />')),
)
