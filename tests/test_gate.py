"""The gate itself: it cannot be green by looking at nothing."""

import pytest

from tests import chromium, gate, plugin


@pytest.fixture
def pytest_says(monkeypatch):
    """What pytest would return, without running it."""

    def says(code, output=""):
        monkeypatch.setattr(gate, "run", lambda command: gate.Ran(code, output))

    return says


def test_a_stage_that_collects_nothing_is_red(pytest_says):
    pytest_says(gate.NO_TESTS, "no tests ran")
    (ran,) = gate.sqlite(False)
    assert ran.code
    assert "no test was collected" in ran.output


def test_until_a_mark_is_used_its_stage_says_none_yet(pytest_says, monkeypatch):
    pytest_says(gate.NO_TESTS)
    monkeypatch.setattr(gate, "carriers", lambda *marks: [])
    assert gate.marked("oracle")(False) == [gate.Ran(0, "none yet")]
    monkeypatch.setattr(gate, "carriers", lambda *marks: ["tests/test_x.py"])
    assert gate.marked("oracle")(False)[0].code


def test_the_first_red_stage_ends_the_run(monkeypatch, capsys):
    done = []

    def stage(name, code):
        return gate.Stage(name, 10, lambda long: done.append(name) or [gate.Ran(code, f"{name} said so")])

    monkeypatch.setattr(gate, "STAGES", (stage("one", 0), stage("two", 1), stage("three", 0)))
    assert gate.main([]) == 1
    assert done == ["one", "two"]
    shown = capsys.readouterr().out
    assert "two said so" in shown
    assert "one said so" not in shown


def test_long_reaches_the_tests_and_the_mutants(monkeypatch):
    asked = []
    monkeypatch.setattr(gate, "run", lambda command: asked.append(command) or gate.Ran(0, "1 passed in 1s"))
    monkeypatch.setattr(gate, "carriers", lambda *marks: [] if "browser" in marks else ["tests/test_x.py"])
    assert gate.main(["--long"]) == 0
    assert all("--long" in command for command in asked if "pytest" in command and "static" not in command)
    assert any("mutants" in command for command in asked)
    asked.clear()
    assert gate.main([]) == 0
    assert not any("mutants" in command for command in asked)


def test_without_a_browser_the_stage_fails_and_says_what_to_install(monkeypatch):
    monkeypatch.delenv("SEREN_CHROMIUM", raising=False)
    monkeypatch.setattr(chromium.shutil, "which", lambda name: None)
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: None)
    monkeypatch.setattr(chromium, "_download", lambda: None)
    monkeypatch.setattr(chromium, "_install", lambda: None)
    monkeypatch.setattr(gate, "carriers", lambda *marks: ["tests/test_x.py"])
    (ran,) = gate.browser(False)
    assert ran.code == 1
    assert "apt install chromium" in ran.output


def test_what_takes_longest_is_there_to_go_first():
    assert [path for path in plugin.LONGEST if not (gate.ROOT / path).is_file()] == []


def test_only_files_that_carry_a_mark_are_read():
    found = gate.carriers("static")
    assert "tests/architecture/test_source.py" in found
    assert "tests/foundation/audit/test_chain.py" not in found
    assert "tests/foundation/audit/test_chain.py" in gate.carriers("db")
