"""No turn loads what only pictures, files, frames of data or a platform need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.adapters.test_cli import HEAVY

REPOSITORY = Path(__file__).resolve().parents[1]
SAID = (
    "Offer from Harvey: Senior Software Engineer, San Francisco, CA. Base: $170,000, $200,000 RSUs",
    "/offer years", "/offer flags", "/counter", "/counter chat firm", "/counter call", "/package", "/range",
    "/range posted 150-190k", "/targets", "/targets Stripe", "/median", "/premium",
    "/evidence I built a triage agent for 40 people", "stop", "/evidence texts",
    "/compare Offer from Globex: Senior Software Engineer, Seattle, WA. Base: $185,000, 10% bonus",
    "/check Hi Dana, thank you for the offer. I am asking for a base of $205,000. Can you do that?",
    "/decide they moved to 190k", "/decide accept", "/practice busy", "I am asking for 205k", "stop",
    "/profile", "/help", "/forget",
)  # fmt: skip
FOR_FILES_AND_PICTURES = (
    "PIL",
    "lxml",
    "docx",
    "pypdf",
    "pypdfium2",
    "pdfplumber",
    "sklearn",
    "scipy",
    "torch",
)


def test_no_turn_of_any_command_loads_anything_heavy(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from bot.engine import build\n"
        "from bot.turn import Said, Turn, Who\n"
        "engine = build(Path(sys.argv[1]))\n"
        f"replies = [engine.respond(Turn(Who('terminal', 'ada'), 'dm', Said(said))) for said in {SAID!r}]\n"
        "print(*(reply.intent for reply in replies))\n"
        f"print(*(set({HEAVY + FOR_FILES_AND_PICTURES!r}) & sys.modules.keys()), file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env={**os.environ, "PARLEY_HOME": str(tmp_path)},
        timeout=60,
        check=True,
    )
    assert ran.stderr.strip() == ""
    reached = set(ran.stdout.split())
    assert reached >= {"offer", "counter", "package", "range", "targets", "median", "premium", "evidence",
                       "compare", "check", "decide", "practice", "profile", "help", "forget"}  # fmt: skip
