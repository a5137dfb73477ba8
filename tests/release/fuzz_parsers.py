"""Our own parsers under a fuzzer that follows which lines are reached: each takes any bytes, or refuses them in words.

Run as `python -m tests.release.fuzz_parsers --parser NAME --runs N --seed S`; it needs `atheris`, no part of the project.
What a parser does not take is told with its traceback, and the bytes are written where `--found` says; the status is not 0 then.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

OURS = ["desktop_app.document", "desktop_app.storage", "desktop_app.report", "desktop_app.ui.naming", "desktop_app.ui.settings"]
LONGEST = 4096
SECONDS_A_RUN = 20
WORDS = (
    "Infinity",
    "-Infinity",
    "NaN",
    "1e999",
    "null",
    "true",
    "99999999999999999999",
    "[[[[[[[[",
    "{}",
    "令和",
    "元年",
    "午後",
    "億",
)
"""What no fuzzer hits upon by itself."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz one parser; a run that comes to its end ends the process."""
    parser = argparse.ArgumentParser(prog="fuzz_parsers", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--parser", required=True)
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--found", default=".", metavar="FOLDER")
    options = parser.parse_args(arguments)
    try:
        import atheris  # noqa: PLC0415 - no dependency of the project
    except ImportError:
        print("atheris is missing: install it into an environment of its own (pip install atheris)", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=OURS):
        from tests.release.parsers import PARSERS  # noqa: PLC0415 - what is imported here is followed
    if options.parser not in PARSERS:
        print(f"no such parser; there are: {', '.join(PARSERS)}", file=sys.stderr)
        return 2
    _fuzz(atheris, PARSERS[options.parser], options)
    return 0


def _fuzz(atheris: Any, parser: Any, options: argparse.Namespace) -> None:
    """Hand everything over to the fuzzer, which ends the process."""
    corpus = Path(tempfile.mkdtemp(prefix="corpus-"))
    for number, seed in enumerate(parser.seeds):
        (corpus / str(number)).write_bytes(seed)
    words = corpus.with_suffix(".words")
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS), encoding="ascii")
    longest = max(LONGEST, *(2 * len(seed) for seed in parser.seeds))
    limits = [f"-runs={options.runs}", f"-seed={options.seed}", f"-timeout={SECONDS_A_RUN}", f"-max_len={longest}"]
    told = [f"-artifact_prefix={options.found}/{options.parser}-", "-print_final_stats=1", "-verbosity=0", f"-dict={words}"]
    atheris.Setup([sys.argv[0], *limits, *told, str(corpus)], parser.tried)
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    sys.exit(main())
