"""Welsh words change their first letters: *cath*, a cat, is also *gath*, *nghath* and *chath*.

A word is reduced to every radical it may have come from, itself among them. Two words meet where they
share one. Some that no dictionary holds come along; they meet nothing.
"""

VOWELS = frozenset("aeiouwy")

# What a mutated beginning may have been. Folded letters; soft, nasal and aspirate mutation together.
RADICALS: dict[str, tuple[str, ...]] = {
    "ngh": ("c",),
    "ng": ("g",),
    "mh": ("p",),
    "nh": ("t",),
    "ph": ("p",),
    "th": ("t",),
    "ch": ("c",),
    "dd": ("d",),
    "ff": (),
    "ll": (),
    "rh": (),
    "b": ("p",),
    "d": ("t",),
    "g": ("c",),
    "f": ("b", "m"),
    "m": ("b",),
    "n": ("d",),
    "l": ("ll", "gl"),
    "r": ("rh", "gr"),
    **{vowel: (f"g{vowel}",) for vowel in sorted(VOWELS)},
    **{f"h{vowel}": (vowel,) for vowel in sorted(VOWELS)},
}
_LONGEST = max(map(len, RADICALS))


def radicals(word: str) -> set[str]:
    """The folded word and every radical its beginning may be a mutation of."""
    for size in range(_LONGEST, 0, -1):
        if len(word) >= size and word[:size] in RADICALS:
            return {word, *(letters + word[size:] for letters in RADICALS[word[:size]])}
    return {word}
