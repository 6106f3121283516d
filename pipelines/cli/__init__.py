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
app.command("crawl", rich_help_panel=RUNNING)(running.crawl)
app.command("publish", rich_help_panel=RUNNING)(running.publish)
app.command("schedule", rich_help_panel=RUNNING)(scheduling.schedule)
app.command("deploy", rich_help_panel=RUNNING)(scheduling.deploy)
app.command("worker", rich_help_panel=RUNNING)(scheduling.worker)
app.command("pause", rich_help_panel=RUNNING)(scheduling.pause)
app.command("resume", rich_help_panel=RUNNING)(scheduling.resume)
app.command("parse", rich_help_panel=READING)(reading.parse)
app.command("extract", rich_help_panel=READING)(lines.extract)
app.command("when", rich_help_panel=READING)(lines.when)
app.command("cluster", rich_help_panel=READING)(lines.cluster)
app.command("match", rich_help_panel=READING)(lines.match)
app.command("serve", rich_help_panel=SHOWING)(showing.serve)
app.command("search", rich_help_panel=SHOWING)(showing.search)
app.command("sql", rich_help_panel=SHOWING)(asking.sql)
app.command("status", rich_help_panel=SHOWING)(health.status)
app.command("runs", rich_help_panel=SHOWING)(runs.runs)
app.command("add", rich_help_panel=SHOWING)(onboarding.add)
app.add_typer(outlets.app, rich_help_panel=SHOWING)
app.add_typer(archive.app, rich_help_panel=SHOWING)
app.command("doctor", rich_help_panel=SHOWING)(doctoring.doctor)
app.command("backup", rich_help_panel=SHOWING)(safe.backup)
app.command("restore", rich_help_panel=SHOWING)(safe.restore)
app.command("reread", rich_help_panel=SHOWING)(again.reread)
app.command("forget", rich_help_panel=SHOWING)(archive.forget)
app.add_typer(mailing.app, name="mail", rich_help_panel=SHOWING)
app.add_typer(judging.app, name="judge", rich_help_panel=SHOWING)
app.add_typer(fixing.app, name="fix", rich_help_panel=SHOWING)
app.add_typer(register.app, name="register", rich_help_panel=SHOWING)


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
