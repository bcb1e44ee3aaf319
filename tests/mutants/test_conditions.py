"""Every word of a policy condition left out or turned round is caught, or it is argued why it need not be."""

import sys
import tomllib
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from tests.mutants import ground as grounds
from tests.mutants import seeded
from tests.mutants.making import mutants_of

pytestmark = [pytest.mark.mutants, pytest.mark.long]
ROOT = Path(__file__).resolve().parents[2]
ARGUED = tomllib.loads((Path(__file__).parent / "argued.toml").read_text("utf-8"))
NAMES = {grounds.KILLED: "killed", grounds.SURVIVED: "LIVES", grounds.BROKE: "broke"}
FAMILIES = ("tests/people/families",)
JOURNAL = ("tests/partnership/journal",)
# Each file of conditions, and who else is asked about a mutant the loaded worlds do not notice.
CONDITIONS = {
    "seren/people/families/policies/reasons.py": FAMILIES,
    "seren/people/families/policies/rules.py": FAMILIES,
    "seren/people/families/policies/family_page.py": FAMILIES,
    "seren/people/families/policies/adults.py": ("tests/people/families", "tests/people/accounts"),
    "seren/people/consent/policies/standing.py": ("tests/people/consent",),
    "seren/people/consent/policies/rules.py": ("tests/people/consent",),
    "seren/people/provision/policies.py": ("tests/people/provision", "tests/people/accounts"),
    "seren/partnership/journal/policies/reasons.py": JOURNAL,
    "seren/partnership/journal/policies/rules.py": JOURNAL,
    "seren/partnership/journal/policies/photos.py": JOURNAL,
    "seren/partnership/journal/policies/talk.py": JOURNAL,
    "seren/foundation/media/conditions.py": ("tests/foundation/media",),
    "seren/foundation/access/dated.py": ("tests/foundation/access", "tests/matching"),
    "seren/foundation/access/actors.py": ("tests/foundation/access", "tests/matching"),
    "seren/foundation/access/rules.py": ("tests/foundation/access", "tests/matching"),
    "seren/foundation/access/compiled.py": ("tests/foundation/access", "tests/matching"),
    "seren/foundation/access/deciding.py": ("tests/foundation/access", "tests/matching"),
    "seren/foundation/media/serving.py": ("tests/foundation/media",),
}
# What the worlds are made of cannot be read anew in a process that has it: only a copy of the tree is asked.
MACHINERY = ("seren/foundation/access/", "seren/foundation/media/serving")


@pytest.fixture(scope="module")
def ground(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), grounds.ground() as ground:
        yield ground


@pytest.fixture(scope="module")
def tree():
    with seeded.copied() as tree:
        yield tree


@pytest.mark.parametrize("path", CONDITIONS)
def test_every_broken_word_of_a_condition_is_caught(ground, tree, path):
    source = (ROOT / path).read_bytes()
    counts, left = Counter(), []
    for mutant in mutants_of(ROOT, path):
        code, words = grounds.SURVIVED, ""
        if not path.startswith(MACHINERY):
            code, words = grounds.tried(mutant, source, partial(ground.differs, path))
        if code == grounds.SURVIVED and mutant.name not in ARGUED:
            code, words = asked_of_the_room(mutant, source, tree, CONDITIONS[path])
        counts[NAMES.get(code, "killed")] += 1
        sys.stdout.write(f"{NAMES.get(code, code)} {mutant.line} {mutant.name} | {words[:100]}\n")
        sys.stdout.flush()
        if code == grounds.SURVIVED and mutant.name not in ARGUED:
            left.append(mutant.name)
    assert left == [], counts


def asked_of_the_room(mutant, source, tree, tests):
    """Slower: the tests of the room, on a copy of the product."""
    broken = tree / mutant.path
    broken.write_bytes(mutant.applied(source))
    try:
        by = seeded.red(tree, tests)
    except RuntimeError as wrong:
        return grounds.BROKE, str(wrong)[-100:]
    finally:
        broken.write_bytes(source)
    return (grounds.KILLED, by) if by else (grounds.SURVIVED, "")


def test_what_is_argued_is_a_mutant_still():
    names = {mutant.name for path in CONDITIONS for mutant in mutants_of(ROOT, path)}
    assert set(ARGUED) - names == set()
    assert all(reason.strip() for reason in ARGUED.values())
