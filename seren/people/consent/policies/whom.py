"""Whom a question may go to: of many adults in one statement what the rule of answering says of each."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from seren.foundation.access.door import Actor, RecordClass, in_force
from seren.people.consent.policies.standing import GOING_ON
from seren.people.consent.terms import TELLS_A_PLACE, Code
from seren.people.consent.words import group_of
from seren.people.families.policies import place_restrictions, responsible_ties, restrictions

PLACES = tuple(code for code in Code if group_of(code) in TELLS_A_PLACE)


def answering(actor: Actor) -> "QuerySet[Any]":
    """Who may answer for which child. `no_place`: they are kept from where the child is (`tells_a_place`)."""
    who, child = OuterRef("adult"), OuterRef("child")
    bound = restrictions(who, child, RecordClass.C8, actor)
    ties = responsible_ties().filter(in_force(actor.at)).exclude(Exists(bound))
    return ties.annotate(no_place=Exists(place_restrictions(who, child, actor)))


def tells_a_place(code: Code, scope: str) -> bool:
    """Whether to tell of the question is to tell where the child is (C7)."""
    return code in PLACES or bool(scope and code not in GOING_ON)
