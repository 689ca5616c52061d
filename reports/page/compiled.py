"""The templates of the page, compiled once and for all runs, as Python does with its modules.

To compile them takes a tenth of the time of an analysis. The code lies in ``__pycache__`` beside them, by the rules for
modules: it is written when it can be, not when ``PYTHONDONTWRITEBYTECODE`` is set, and is as safe from others as the
program itself, whose folder it is in. It is used only for the very text and settings that it was made from.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import marshal
import sys
from importlib import resources
from pathlib import Path
from typing import Any

from depmap.core.whole_file import replace_file

_SETTINGS = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
"""How templates are read: what they are given is escaped unless they say otherwise."""


@functools.cache
def templates(folder: Path | None = None) -> Any:
    """The templates, as a `jinja2.Environment`.

    Args:
        folder: where compiled ones are kept; by default beside the templates.
    """
    import jinja2

    source = resources.files("reports") / "templates"
    if folder is None and isinstance(source, Path):
        folder = source / "__pycache__"
    return jinja2.Environment(  # noqa: S701 - that everything is escaped stands in the settings
        **_SETTINGS,  # type: ignore[arg-type]
        undefined=jinja2.StrictUndefined,
        loader=jinja2.FunctionLoader(lambda name: (source / name).read_text(encoding="utf-8")),
        bytecode_cache=None if folder is None else _kept_in(folder),
    )


def compile_all() -> None:
    """Compile every template now, for a folder that nobody may write to later."""
    environment = templates()
    for file in sorted(each.name for each in (resources.files("reports") / "templates").iterdir()):
        if file.endswith(".j2"):
            environment.get_template(file)


def _kept_in(folder: Path) -> Any:
    """What keeps the code of templates in a folder: a file each, with the digest of what it was made from in front."""
    from jinja2 import BytecodeCache, __version__
    from jinja2.bccache import Bucket

    class Kept(BytecodeCache):
        """The files."""

        def get_source_checksum(self, source: str) -> str:
            made_from = (__version__, sys.version, sorted(_SETTINGS.items()), source)
            return hashlib.sha256(repr(made_from).encode()).hexdigest()

        def load_bytecode(self, bucket: Bucket) -> None:
            with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
                found = _file(bucket).read_bytes()
                digest = bucket.checksum.encode()
                if found.startswith(digest):
                    bucket.code = marshal.loads(found[len(digest) :])  # noqa: S302 - as Python reads its own

        def dump_bytecode(self, bucket: Bucket) -> None:
            if not sys.dont_write_bytecode:
                with contextlib.suppress(OSError):
                    folder.mkdir(exist_ok=True)
                    replace_file(_file(bucket), bucket.checksum.encode() + marshal.dumps(bucket.code))

    def _file(bucket: Bucket) -> Path:
        return folder / f"{bucket.key}.{sys.implementation.cache_tag}.template"

    return Kept()
