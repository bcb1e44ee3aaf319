"""`seren lockdown on`, `doctor`, `off`, `off`."""

from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from seren.doors.commands import lockdown, opening
from seren.doors.commands.checkup import storage
from seren.doors.commands.telling import Trouble
from seren.foundation.kernel.models import Installation
from tests.doors.commands.running import make, python

TYPED = """
import sys
from seren.doors.commands.main import main
codes = [main([*words, "--data", sys.argv[1]]) for words in (
    ("lockdown", "on"), ("doctor",), ("lockdown", "off"), ("lockdown", "off"))]
print(codes[0], codes[2:])
"""


@pytest.mark.django_db
def test_it_closes_and_opens_again_and_the_doctor_says_so(monkeypatch: Any, capsys: Any, now: Any):
    monkeypatch.setattr(opening, "open_existing", lambda data: None)
    Installation(kind="live", made_at=now, fingerprint="f").save(force_insert=True)
    assert lockdown.run(Namespace(state="on", data=None)) == 0
    assert next(map(str, storage.doors(None))).startswith("look  Seren is closed since 2025-05-14")
    assert lockdown.run(Namespace(state="off", data=None)) == 0
    assert "Ended: 0 sign-ins, 0 known devices, 0 tokens, 0 links." in capsys.readouterr().out
    assert list(storage.doors(None)) == []
    with pytest.raises(Trouble, match="not closed"):
        lockdown.run(Namespace(state="off", data=None))


@pytest.mark.long
def test_as_typed_it_closes_tells_the_doctor_and_opens_again(tmp_path: Path):
    make(tmp_path)
    said = python("-c", TYPED, tmp_path)
    assert "Seren is closed. Ended: 0 sign-ins" in said.out
    assert "look  Seren is closed since" in said.out
    assert "Seren is open again." in said.out
    assert "Seren is not closed." in said.err
    assert said.out.endswith("0 [0, 1]\n")
