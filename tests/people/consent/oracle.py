"""What is in force, in plain sentences of Python, written down before the rules and without them.

Typed from the prose: C-01, C-03, C-05 and P-10 of the law as we read it, and the two sentences of trust that
decide the rest: *a permit expires to no*, and *no deny ends by the clock*. Imports nothing of the product.
"""

from dataclasses import dataclass

CARE = {"sun-cream", "nappy-cream", "plasters", "med-named", "paracetamol", "antihistamine", "emerg-treat",
        "intimate-care"}  # fmt: skip


@dataclass(frozen=True)
class Asking:
    """One question to one family. `until`: from this instant on a yes to it is over; None: it has no end."""

    at: int
    until: int | None = None


@dataclass(frozen=True)
class Said:
    """`what`: yes, no or withdrawn. `held`: they held parental responsibility when they said it."""

    adult: str
    what: str
    at: int
    to: Asking
    held: bool = True


@dataclass(frozen=True)
class World:
    """`holds`: from when until when each adult holds responsibility. `kept_out`: when NO-INFO binds them.

    Spans hold from their first instant to just before their second; None is no end.
    """

    code: str
    askings: tuple[Asking, ...]
    said: tuple[Said, ...]
    holds: dict[str, tuple[tuple[int, int | None], ...]]
    kept_out: dict[str, tuple[tuple[int, int | None], ...]]


def within(spans: tuple[tuple[int, int | None], ...], at: int) -> bool:
    return any(first <= at and (end is None or at < end) for first, end in spans)


def last_words(world: World, at: int) -> dict[str, Said]:
    """The newest word of each adult who could speak for the child when they said it."""
    newest: dict[str, Said] = {}
    for word in sorted(world.said, key=lambda word: word.at):
        if word.held and word.at <= at:
            newest[word.adult] = word
    return newest


def says_yes(world: World, word: Said, at: int) -> bool:
    """A yes is a permit: it ends with its day, with the giver's responsibility, and with their own sight.

    An order takes away only what is written in it (P-08). So a child's care goes on by the yes of a parent
    who is told nothing any more; what others see, hear or are handed does not.
    """
    if word.what != "yes":
        return False
    if word.to.until is not None and at >= word.to.until:
        return False
    if not within(world.holds.get(word.adult, ()), at):
        return False
    bound = within(world.kept_out.get(word.adult, ()), at)
    return not bound or world.code in CARE


def says_no(world: World, word: Said, at: int) -> bool:
    """A no is a deny: no date ends it, no order silences it.

    When its giver does not speak for the child any more it still stands, until the family is asked anew. An
    asking from before they lost that right is not anew.
    """
    if word.what not in ("no", "withdrawn"):
        return False
    spans = world.holds.get(word.adult, ())
    if within(spans, at):
        return True
    ended = max((end for first, end in spans if first <= at and end is not None), default=0)
    return not any(max(word.at + 1, ended) <= asking.at <= at for asking in world.askings)


def state(world: World, at: int) -> str:
    askings = [asking for asking in world.askings if asking.at <= at]
    if not askings:
        return "not-asked"
    words = last_words(world, at).values()
    yes = any(says_yes(world, word, at) for word in words)
    no = any(says_no(world, word, at) for word in words)
    if yes and no:
        return "disputed"
    if yes:
        return "in-force"
    if no:
        return "refused"
    newest = max(askings, key=lambda asking: asking.at)
    return "lapsed" if newest.until is not None and at >= newest.until else "asked"


def in_force(world: World, at: int) -> bool:
    """P-10: where two disagree, care goes on; all else waits."""
    now = state(world, at)
    return now == "in-force" or (now == "disputed" and world.code in CARE)
