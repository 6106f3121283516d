"""`dure`, the one door. Nothing here imports Prefect or a stage before its command is called."""

from __future__ import annotations

import os
import signal
import sys

import typer

from pipelines.cli import (
    again,
    archive,
    asking,
    doctoring,
    fixing,
    health,
    judging,
    lines,
    mailing,
    onboarding,
    outlets,
    reading,
    register,
    running,
    runs,
    safe,
    scheduling,
    showing,
)
from pipelines.cli.people import say_sorry

app = typer.Typer(
    name="dure",
    help="두레: reads Korean local news and boards for the social economy, and publishes a digest with its evidence.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 110},
    pretty_exceptions_enable=False,
)

RUNNING, READING, SHOWING = (
    "The main job",
    "One stage on its own (JSON Lines in, JSON Lines out)",
    "Reading and operating",
)

app.command("run", rich_help_panel=RUNNING)(running.run)
app.command("crawl", short_help="Ask sources now, without publishing what they gave.", rich_help_panel=RUNNING)(
    running.crawl
)
app.command("publish", rich_help_panel=RUNNING)(running.publish)
app.command("schedule", short_help="Server, schedules and runs in one, on one machine.", rich_help_panel=RUNNING)(
    scheduling.schedule
)
app.command("deploy", short_help="Put the schedules into a work pool, for several machines.", rich_help_panel=RUNNING)(
    scheduling.deploy
)
app.command("worker", short_help="Take runs from a work pool until interrupted.", rich_help_panel=RUNNING)(
    scheduling.worker
)
app.command("pause", short_help="Ask a source, or all of them, no more until told.", rich_help_panel=RUNNING)(
    scheduling.pause
)
app.command("resume", rich_help_panel=RUNNING)(scheduling.resume)
app.command("parse", short_help="Pages: family, canonical key, article, list or refusal.", rich_help_panel=READING)(
    reading.parse
)
app.command(
    "extract", short_help="Articles: relevance, sectors, region, events, bodies, figures.", rich_help_panel=READING
)(lines.extract)
app.command("when", short_help="Time expressions: what «다음 달 5일 오후 3시» means.", rich_help_panel=READING)(
    lines.when
)
app.command(
    "cluster", short_help="Articles: which are one text, and which tell of one event.", rich_help_panel=READING
)(lines.cluster)
app.command("match", short_help="Names: one organisation or two, and why.", rich_help_panel=READING)(lines.match)
app.command("serve", short_help="Show the digest: pages, search, SQL, reconciliation.", rich_help_panel=SHOWING)(
    showing.serve
)
app.command("search", short_help="Search the last release, or whole texts (--private).", rich_help_panel=SHOWING)(
    showing.search
)
app.command("sql", short_help="Ask in SQL; without a question: what tables and columns mean.", rich_help_panel=SHOWING)(
    asking.sql
)
app.command("status", short_help="What ran last, which source is ill, and what to do.", rich_help_panel=SHOWING)(
    health.status
)
app.command("runs", short_help="What ran, newest first; or one run, with its log.", rich_help_panel=SHOWING)(runs.runs)
app.command("add", short_help="A new outlet: find its list, read it, propose an entry.", rich_help_panel=SHOWING)(
    onboarding.add
)
app.add_typer(outlets.app, rich_help_panel=SHOWING)
app.add_typer(archive.app, rich_help_panel=SHOWING)
app.command("doctor", short_help="Check that store, archive, search and release agree.", rich_help_panel=SHOWING)(
    doctoring.doctor
)
app.command("backup", short_help="Copy a home as it is at one moment, while it runs.", rich_help_panel=SHOWING)(
    safe.backup
)
app.command("restore", short_help="Make a home from a backup.", rich_help_panel=SHOWING)(safe.restore)
app.command("reread", short_help="Read the archive again with today's rules: what differs.", rich_help_panel=SHOWING)(
    again.reread
)
app.command("forget", short_help="Remove a document, or all of a host, everywhere.", rich_help_panel=SHOWING)(
    archive.forget
)
app.add_typer(mailing.app, name="mail", rich_help_panel=SHOWING)
app.add_typer(judging.app, name="judge", short_help="Say what is the same and what is not.", rich_help_panel=SHOWING)
app.add_typer(fixing.app, name="fix", short_help="Correct what was read wrong.", rich_help_panel=SHOWING)
app.add_typer(
    register.app,
    name="register",
    short_help="Official lists of bodies: their numbers, what does not agree.",
    rich_help_panel=SHOWING,
)


@app.callback()
def about() -> None:
    """Settings come from the environment (DURE_HOME, DURE_STORE, DURE_CONTACT …) or a .env file."""


def main() -> None:
    """The console entry: expected errors become one sentence, bugs stay tracebacks."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `dure parse … | head` ends quietly
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    with say_sorry():
        app()
