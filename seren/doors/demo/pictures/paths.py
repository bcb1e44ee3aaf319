"""Outlines of cut paper, written as in SVG (`M L H V C S Z` and their small letters), made into points."""

import math
import re
from collections.abc import Iterator
from random import Random

Point = tuple[float, float]

_WORD = re.compile(r"[MmLlHhVvCcSsZz]|-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Z": 0}
_STEPS = 10  # pieces of a curve


def outlines(path: str) -> list[list[Point]]:
    """Each closed outline of the path as points, curves cut into short straight pieces."""
    found: list[list[Point]] = []
    for letter, numbers in _commands(path):
        if letter in "Mm":
            start = found[-1][0] if found and letter == "m" else (0.0, 0.0)
            found.append([_moved(start, numbers, letter)])
            control = found[-1][0]
            continue
        line = found[-1]
        here = line[-1]
        if letter in "Zz":
            continue
        if letter in "Ll":
            line.append(_moved(here, numbers, letter))
        elif letter in "Hh":
            line.append((numbers[0] + (here[0] if letter == "h" else 0), here[1]))
        elif letter in "Vv":
            line.append((here[0], numbers[0] + (here[1] if letter == "v" else 0)))
        else:
            pairs = [_moved(here, numbers[i : i + 2], letter) for i in range(0, len(numbers), 2)]
            if letter in "Ss":
                pairs.insert(0, (2 * here[0] - control[0], 2 * here[1] - control[1]))
            line.extend(_curve(here, *pairs))
            control = pairs[1]
            continue
        control = line[-1]
    return found


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    words = _WORD.findall(path)
    letter, at = "", 0
    while at < len(words):
        if words[at].isalpha():
            letter, at = words[at], at + 1
        takes = _TAKES[letter.upper()]
        yield letter, [float(word) for word in words[at : at + takes]]
        at += takes
        if letter in "Mm":
            letter = "L" if letter == "M" else "l"


def _moved(here: Point, numbers: list[float], letter: str) -> Point:
    x, y = numbers
    return (here[0] + x, here[1] + y) if letter.islower() else (x, y)


def _curve(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        yield (
            w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
            w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
        )


def by_scissors(line: list[Point], rng: Random, slip: float) -> list[Point]:
    """The same outline as a hand would cut it: it wanders a little, never at the edge of the picture."""
    waves = [(rng.uniform(0.02, 0.07), rng.uniform(0, 7), rng.uniform(0.4, 1)) for _ in range(3)]

    def wander(way: float) -> float:
        return slip * sum(size * math.sin(pace * way + begin) for pace, begin, size in waves) / 2

    gone, cut = 0.0, []
    for index, (x, y) in enumerate(line):
        if index:
            gone += math.dist((x, y), line[index - 1])
        cut.append((x + wander(gone), y + wander(gone + 40)))
    return cut


def placed(line: list[Point], at: Point, size: float, turn: float, way: int = 1) -> list[Point]:
    """Moved, made larger, and turned by degrees about its own origin. `way` -1: turned over."""
    sin, cos = math.sin(math.radians(turn)) * size, math.cos(math.radians(turn)) * size
    return [(at[0] + x * way * cos - y * sin, at[1] + x * way * sin + y * cos) for x, y in line]


def oval(x: float, y: float, wide: float, high: float) -> str:
    """A path round a middle."""
    k, h = wide * 0.552, high * 0.552
    return (
        f"M{x - wide} {y}C{x - wide} {y - h} {x - k} {y - high} {x} {y - high}"
        f"C{x + k} {y - high} {x + wide} {y - h} {x + wide} {y}"
        f"C{x + wide} {y + h} {x + k} {y + high} {x} {y + high}"
        f"C{x - k} {y + high} {x - wide} {y + h} {x - wide} {y}Z"
    )


def star(x: float, y: float, size: float) -> str:
    """Five points, the mark of the house."""
    corners = []
    for corner in range(10):
        reach = size if corner % 2 == 0 else size * 0.46
        angle = math.radians(36 * corner - 90)
        corners.append(f"{x + reach * math.cos(angle):.1f} {y + reach * math.sin(angle):.1f}")
    return "M" + "L".join(corners) + "Z"
