"""Chance that is the same every time. Each topic has its own: one more draw here moves nothing there."""

from random import Random


def chance(*topic: object) -> Random:
    return Random("/".join(str(word) for word in topic))  # noqa: S311  (a world of paper, no secret)
