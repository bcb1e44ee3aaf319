"""The recovery passphrase: eight words of 2,048, which is 88 bits, and the key Argon2id makes of them.

No two words of the list begin with the same four letters, and none becomes another by one letter: a word
copied badly by hand is found out.
"""

import difflib
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

COUNT = 8
_LENGTH = 32


class BadWords(ValueError):
    """What was typed cannot be eight words of the list. The message says why."""


@dataclass(frozen=True)
class Cost:
    """How dear one guess is: RFC 9106's second choice, which a small machine can pay as well."""

    iterations: int = 3
    lanes: int = 4
    memory: int = 65536  # KiB

    def __post_init__(self) -> None:
        """A file may say what it likes: nothing a machine would choke on is tried."""
        known = 0 < self.iterations <= 16 and 0 < self.lanes <= 16
        if not (known and 8 * self.lanes <= self.memory <= 1 << 20):
            raise ValueError("no cost this version knows")

    def key(self, words: str, salt: bytes) -> bytes:
        derive = Argon2id(
            salt=salt,
            length=_LENGTH,
            iterations=self.iterations,
            lanes=self.lanes,
            memory_cost=self.memory,
        )
        return derive.derive(words.encode())


@lru_cache(maxsize=1)
def every_word() -> tuple[str, ...]:
    return tuple(Path(__file__).with_name("words.txt").read_text(encoding="ascii").split())


def fresh() -> str:
    """Eight words nobody has seen."""
    return " ".join(secrets.choice(every_word()) for _ in range(COUNT))


def typed(words: str) -> str:
    """As they were shown, however they were typed: with capitals, commas or line breaks. Raises BadWords."""
    said = "".join(letter if letter.isalpha() else " " for letter in words.lower()).split()
    for word in said:
        if word not in every_word():
            like = difflib.get_close_matches(word, every_word(), 1)
            hint = f" Is it “{like[0]}”?" if like else ""
            raise BadWords(f"“{word}” is none of the words.{hint}")
    if len(said) != COUNT:
        raise BadWords(f"There are {COUNT} words. You typed {len(said)}.")
    return " ".join(said)
