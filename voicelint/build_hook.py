"""What hatchling calls when it builds a wheel: the snapshots are made, so that no user's first run has to."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# A run keeps whatever it had to work out: one in each language, of a message that lacks all, makes every snapshot of
# linting; what explains the rules is asked for.
_RUN = (
    "import voicelint, voicelint.catalog as catalog, voicelint.language as known; catalog.builtin_explanations(); "
    "[voicelint.lint('1', language=code) for code in known.codes()]"
)


class SnapshotHook(BuildHookInterface[Any]):
    """Puts the snapshots of this version into the wheel; in a checkout, makes them and the `.pyc` files in place."""

    _laid_out = ""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before the wheel (`version` standard) or the link to the checkout (editable) is made."""
        if version == "editable":
            _run_in(self.root)
            compileall.compile_dir(os.path.join(self.root, "voicelint"), quiet=2)
            return
        self._laid_out = tempfile.mkdtemp()
        package = os.path.join(self._laid_out, "voicelint")
        shutil.copytree(os.path.join(self.root, "voicelint"), package, ignore=shutil.ignore_patterns("snapshots"))
        shutil.copytree(os.path.join(self.root, "rules"), os.path.join(package, "rules"))
        _run_in(self._laid_out)
        build_data["force_include"][os.path.join(package, "snapshots")] = "voicelint/snapshots"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """After the wheel was written."""
        if self._laid_out:
            shutil.rmtree(self._laid_out, ignore_errors=True)


def _run_in(folder: str) -> None:
    environ = {**os.environ, "PYTHONPATH": folder}
    subprocess.run([sys.executable, "-c", _RUN], env=environ, cwd=folder, check=True)  # noqa: S603  our own code, no shell
