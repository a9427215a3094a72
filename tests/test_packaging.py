"""The package as strangers get it: wheel, sdist and the wheel from it, and an editable checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

DRAFT = "Hi Dana, Sam Reyes from Northwind. We can cut the cost of your returns by a third. I'm on 617-555-0142.\n"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".ci-venv", "__pycache__", "snapshots", "dist", ".*_cache", "corpus")


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project without what git leaves out."""
    target = tmp_path_factory.mktemp("checkout") / "voicelint"
    shutil.copytree(ROOT, target, ignore=LEFT_OUT)
    return target


@pytest.fixture(scope="module")
def packages(checkout: Path) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", checkout / "dist", cwd=checkout)
    return checkout / "dist"


def environment(folder: Path, *install: str | Path) -> Path:
    """An environment with the project installed; its dependencies come from the one that runs the tests."""
    venv.create(folder, with_pip=True, symlinks=True)
    site = next((folder / "lib").glob("python3.*/site-packages"))
    ours = [path for path in sys.path if path.endswith("site-packages")]
    (site / "dependencies.pth").write_text("\n".join(ours), encoding="utf-8")
    run(
        folder / "bin" / "python",
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--no-build-isolation",
        "--quiet",
        "--force-reinstall",
        *install,
        cwd=folder,
    )
    return folder / "bin"


def finds(command: Path, folder: Path) -> str:
    """What the installed command says of a draft with no context, in a folder that has nothing to do with it."""
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")
    environ = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run([command, "draft.txt"], cwd=folder, capture_output=True, text=True, env=environ, check=False)
    assert done.returncode == 1, done.stderr
    return done.stdout


def test_wheel_holds_rules_and_languages(packages: Path) -> None:
    names = zipfile.ZipFile(next(packages.glob("*.whl"))).namelist()
    for name in (
        "rules/missing-context.toml",
        "rules/moves/context.toml",
        "rules/profiles/cold.toml",
        "languages/fr.toml",
        "models/fr.json",
        "snapshots/catalog.bin",
        "snapshots/explanations.bin",
        "snapshots/matcher-fr.bin",
        "py.typed",
    ):
        assert f"voicelint/{name}" in names, name
    assert not [name for name in names if name.startswith(("tests", "corpus"))]


def test_sdist_holds_what_it_is_built_from(packages: Path) -> None:
    with tarfile.open(next(packages.glob("*.tar.gz"))) as archive:
        names = archive.getnames()
    for name in ("rules/missing-context.toml", "voicelint/cli.py", "pyproject.toml", "README.md", "LICENSE"):
        assert any(member.endswith(f"/{name}") for member in names), name


def test_wheel_from_sdist_lints(packages: Path, tmp_path: Path) -> None:
    commands = environment(tmp_path / "env", next(packages.glob("*.whl")))
    assert "missing-context" in finds(commands / "voicelint", tmp_path)


def test_an_installed_wheel_believes_its_snapshots(packages: Path, tmp_path: Path) -> None:
    """Nothing is worked out again: neither the compiler of cues nor the reader of TOML is loaded."""
    commands = environment(tmp_path / "env", next(packages.glob("*.whl")))
    run = (
        "import sys, voicelint.cli; voicelint.cli.main(['draft.txt']); "
        "print('voicelint.compiler' in sys.modules, 'tomllib' in sys.modules)"
    )
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    environ = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    command = [commands / "python", "-c", run]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environ, check=True)
    assert done.stdout.splitlines()[-1] == "False False"


def test_editable_checkout_lints(checkout: Path, tmp_path: Path) -> None:
    commands = environment(tmp_path / "env", "-e", checkout)
    assert "missing-context" in finds(commands / "voicelint", tmp_path)


def test_git_install_lints(checkout: Path, tmp_path: Path) -> None:
    identity = ["-c", "user.name=test", "-c", "user.email=test@voicelint.example"]
    run("git", "init", "-q", cwd=checkout)
    run("git", "add", "-A", cwd=checkout)
    run("git", *identity, "commit", "-qm", "all", cwd=checkout)
    commands = environment(tmp_path / "env", f"git+file://{checkout}")
    assert "missing-context" in finds(commands / "voicelint", tmp_path)
