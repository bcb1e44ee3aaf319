"""What every command has in common: words, exit codes, silence in a pipe."""

import subprocess
import sys

import pytest

from seren.doors.commands import main as entry
from seren.doors.commands import rooms
from seren.doors.commands.telling import Trouble
from tests.doors.commands.running import ROOT, environment, seren


@pytest.mark.parametrize(
    "words", [[], ["dance"], ["serve", "--port", "none"], ["audit"], ["restore", "b.zip"]]
)
def test_a_wrong_command_ends_with_two(words):
    with pytest.raises(SystemExit) as end:
        entry.main(words)
    assert end.value.code == 2


def test_what_cannot_be_done_ends_with_one_and_says_why(tmp_path):
    said = seren("audit", "verify", "--data", tmp_path)
    assert said.code == 1
    assert "no installation" in said.err
    assert "Traceback" not in said.err


def test_help_lists_what_there_is_and_nothing_else():
    said = seren("--help").out
    assert "  demo " in said
    assert "  backup " in said
    for name in entry.SUBCOMMANDS:
        if not rooms.exists(f"seren.doors.commands.{name}"):
            assert f"  {name.strip('_').replace('_', '-')} " not in said


def test_a_command_without_its_room_is_not_in_the_list(monkeypatch):
    really = rooms.exists
    monkeypatch.setattr(rooms, "exists", lambda module: "jobs" not in module and really(module))
    assert "work" not in entry.parser().format_help().split()


def test_a_reader_who_goes_away_is_no_trouble():
    piped = subprocess.run(
        f"{sys.executable} -m seren routes --json | head -c 1 >/dev/null",
        shell=True, env=environment(), capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert piped.stderr == ""


def test_a_demo_cannot_be_asked_for_by_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("SEREN_DEMO", "1")
    assert entry.main(["doctor", "--data", str(tmp_path / "nothing")]) == 1
    assert "SEREN_DEMO" not in entry.os.environ


@pytest.mark.parametrize("word", ["0", "65536", "-1", "80a"])
def test_a_port_is_a_port(word):
    with pytest.raises(SystemExit) as end:
        entry.main(["serve", "--port", word])
    assert end.value.code == 2


def test_trouble_is_told_without_a_traceback(capsys, monkeypatch):
    def fail(args):
        raise Trouble("The shelf is empty.")

    monkeypatch.setattr("seren.doors.commands.routes.run", fail)
    assert entry.main(["routes"]) == 1
    assert capsys.readouterr().err == "The shelf is empty.\n"
