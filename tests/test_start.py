"""`./start`: what it does before there is a virtual environment, with the standard library alone."""

import ast
import importlib.util
import os
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def start(tmp_path, monkeypatch):
    """The script as a module, in a project of its own with a virtual environment that is only a folder."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = SourceFileLoader("start", str(ROOT / "start"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("start", loader))
    loader.exec_module(module)
    for name in ("run", "test", "installer"):
        path = tmp_path / "requirements" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{name}==1\n")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("")
    monkeypatch.setattr(module, "HERE", str(tmp_path))
    monkeypatch.setattr(module, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(module, "PYTHON", str(python))
    monkeypatch.setattr(module, "LOCALE", str(tmp_path / "locale"))
    module.asked = []
    monkeypatch.setattr(module, "make_venv", lambda: module.asked.append("venv"))
    monkeypatch.setattr(module, "install_with_uv", lambda which: module.asked.append(which) or True)
    monkeypatch.setattr(module, "hand_over", lambda *words: module.asked.append(words))
    return module


def test_alone_it_is_the_demo(start):
    start.main([])
    assert start.asked == ["venv", "run", ("-m", "seren", "demo")]


def test_any_words_go_to_seren(start):
    start.main(["backup", "x.zip", "--data", "there"])
    assert start.asked[-1] == ("-m", "seren", "backup", "x.zip", "--data", "there")


def test_test_installs_the_test_set_and_runs_the_gate(start):
    start.main(["test", "--long"])
    assert start.asked == ["venv", "test", ("-m", "tests.gate", "--long")]


def test_the_second_time_nothing_is_installed(start):
    start.main([])
    start.asked.clear()
    start.main([])
    assert start.asked == [("-m", "seren", "demo")]


def test_after_the_test_set_a_run_needs_nothing_more(start):
    start.main(["test"])
    start.asked.clear()
    start.main([])
    assert start.asked == [("-m", "seren", "demo")]


def test_a_changed_set_is_installed_again(start, tmp_path):
    start.main([])
    (tmp_path / "requirements" / "run.txt").write_text("run==2\n")
    start.asked.clear()
    start.main([])
    assert "run" in start.asked


def test_without_uv_pip_is_asked_and_without_both_it_says_what_to_do(start, monkeypatch, capsys):
    monkeypatch.setattr(start, "install_with_uv", lambda which: False)
    monkeypatch.setattr(start, "install_with_pip", lambda which: start.asked.append("pip") or False)
    with pytest.raises(SystemExit) as end:
        start.main([])
    assert end.value.code == 1
    assert start.asked == ["venv", "pip"]
    assert "network" in capsys.readouterr().err
    assert not os.path.exists(start.stamp_file("run"))


def test_a_link_in_the_place_of_the_environment_is_not_emptied(tmp_path):
    """It leads to somebody else's folder."""
    project, other = tmp_path / "project", tmp_path / "other"
    other.mkdir()
    (other / "theirs.txt").write_text("keep me")
    (project / "requirements").mkdir(parents=True)
    (project / "start").write_text((ROOT / "start").read_text())
    (project / "requirements" / "run.txt").write_text("")
    (project / ".venv").symlink_to(other)
    done = subprocess.run([sys.executable, project / "start"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "link" in done.stderr
    assert (other / "theirs.txt").read_text() == "keep me"


def test_an_old_python_can_read_it_far_enough_to_say_so():
    ast.parse((ROOT / "start").read_text(), feature_version=(3, 6))


def test_a_too_old_python_is_told_so(start, monkeypatch, capsys):
    monkeypatch.setattr(start.sys, "version_info", (3, 8, 10))
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit):
        start.main([])
    assert "needs Python 3.11 or newer. This is Python 3.8." in capsys.readouterr().err


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse((ROOT / "start").read_text())
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert named <= set(sys.stdlib_module_names)
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
