"""What an entry is: one component, and its states as one would write them in a template."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """One state. `across` takes the whole width."""

    state: str
    source: str
    across: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    component: str
    title: str
    samples: tuple[Sample, ...]


def entry(component: str, title: str, *samples: tuple[str, str], across: bool = False) -> Entry:
    return Entry(component, title, tuple(Sample(state, source, across) for state, source in samples))


def each(names: str, source: str) -> tuple[tuple[str, str], ...]:
    """The same source for several names: `§` stands for the name."""
    return tuple((name, source.replace("§", name)) for name in names.split())
