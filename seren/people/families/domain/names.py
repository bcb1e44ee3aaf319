"""Families see their own child only: words about to be shared are compared with the names of all children."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from seren.config.languages import CODES
from seren.foundation.kernel import text
from seren.foundation.kernel.refusals import Refused
from seren.people.families.queries import ChildNames

_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in the words: as written there, and whether it may be a common word ("will", "rose")."""

    written: str
    child: UUID
    maybe_a_word: bool


class NamesOthers(Refused):
    """The words name a child whose family is not the only reader. `hits` says which, to staff only."""

    def __init__(self, hits: tuple[Hit, ...]) -> None:
        names = ", ".join(dict.fromkeys(hit.written for hit in hits))
        sentence = _("This names %(names)s. Families see their own child only.") % {"names": names}
        super().__init__("names-other-child", sentence, "words")
        self.hits = hits


def check_names(
    words_for: Mapping[UUID, str], children: Iterable[ChildNames], passed: Collection[str] = ()
) -> None:
    """`words_for` holds, per child in the moment, the words that child's family will read.

    `passed` are words somebody looked at and found to be no name here; they count only where written in
    lower case. Raises NamesOthers.
    """
    everyone = list(children)
    hits: dict[tuple[UUID, str], Hit] = {}
    for reader, words in words_for.items():
        for hit in _hits(words, [child for child in everyone if child.id != reader], everyone, reader):
            if not (hit.maybe_a_word and text.fold(hit.written) in passed):
                hits[(hit.child, hit.written)] = hit
    if hits:
        raise NamesOthers(tuple(hits.values()))


def say_friend(words: str, written: str, friend: str) -> str:
    """The words with a name, as it was found there, replaced by `friend`: large where a sentence begins."""
    tokens = [re.escape(token) for token in _TOKEN.findall(written)]
    if not tokens:
        return words
    name = re.compile(rf"(?<![^\W_])({'[^a-zA-Z0-9]+'.join(tokens)})(?![^\W_])")
    return name.sub(lambda found: _placed(friend, words[: found.start()]), words)


def friend_in(language: str) -> str:
    """How one says “a friend” in that language; in English where we have no word."""
    with translation.override(language if language in CODES else "en"):
        return _("a friend")


def _placed(friend: str, before: str) -> str:
    lead = before.rstrip(" \"“‘'(")
    return friend[:1].upper() + friend[1:] if not lead or lead.endswith((".", "!", "?", "\n")) else friend


def _hits(words: str, others: list[ChildNames], everyone: list[ChildNames], reader: UUID) -> Iterable[Hit]:
    tokens = [(match.group(), text.fold(match.group())) for match in _TOKEN.finditer(words)]
    own = {name for child in everyone if child.id == reader for name in _folded(child.all_names)}
    for child in others:
        for name in child.first_names:
            yield from _found(tokens, name, child.id, own, capital_only=False)
        yield from _found(tokens, child.family_name, child.id, own, capital_only=True)


def _found(
    tokens: list[tuple[str, str]], name: str, child: UUID, own: set[str], *, capital_only: bool
) -> Iterable[Hit]:
    wanted = _folded([name])
    if not wanted or set(wanted) <= own:
        return
    for start in range(len(tokens) - len(wanted) + 1):
        window = tokens[start : start + len(wanted)]
        if [folded for _written, folded in window] != wanted:
            continue
        capital = window[0][0][:1].isupper() or not window[0][0][:1].islower()
        if capital or not capital_only:
            yield Hit(" ".join(written for written, _folded in window), child, maybe_a_word=not capital)


def _folded(names: Iterable[str]) -> list[str]:
    return [text.fold(token) for name in names for token in _TOKEN.findall(name)]
