"""What a machine is told before it is left alone: everything that is wrong, in one go, and no secret."""

from __future__ import annotations

from pathlib import Path

import pytest
from typed import dure

from pipelines import sharing
from pipelines.checking import check
from pipelines.extract import stage
from pipelines.opening import opened
from pipelines.settings import Settings, SettingsError, load, read
from store import findings, shelf
from store.errors import OlderCode
from store.records import Findings, KeptArticle


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where no .env lies


def test_all_that_is_wrong_is_said_at_once_and_no_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DURE_CONTCAT", "news@centre.example")
    settings = read(home=tmp_path / "home", alerts="nope://user:geheim@host", smtp_host="smtp.centre.example")
    with pytest.raises(SettingsError) as told:
        check(settings)
    said = str(told.value)
    for part in ("did you mean DURE_CONTACT?", "DURE_CONTACT is not set", "DURE_MAIL_FROM", "DURE_ALERTS"):
        assert part in said
    assert "geheim" not in said


def test_a_secret_that_cannot_be_read_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="DURE_ALERTS") as told:
        load(alerts=["geheim"], workers=0)
    assert "DURE_WORKERS" in str(told.value)
    assert "geheim" not in str(told.value)


@pytest.mark.parametrize(
    "typed",
    ("run --plain", "crawl", "publish", "status", "runs", "sql", "doctor", "sources", "sources check eroun", "pause",
     "backup there", "mail list", "archive check", "add http://paper.test/", "search 마을", "serve", "reread"),
)  # fmt: skip
def test_a_name_that_is_no_setting_is_named_by_every_command(typed: str, tmp_path: Path) -> None:
    """Left alone it is silently the default: here another home than was meant, and a digest that nobody reads."""
    done = dure(*typed.split(), DURE_HMOE=str(tmp_path / "meant"), DURE_CONTACT="a@centre.example")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "dure: A setting cannot be used. DURE_HMOE is no setting; did you mean DURE_HOME?\n"
    assert list(tmp_path.iterdir()) == []


def test_where_the_name_stands_is_said_and_never_what_it_holds(tmp_path: Path) -> None:
    """As the file is read: quotes, comments, a byte-order mark, and what belongs to others."""
    text = "\ufeffDURE_SMTP_PASWORD='geheim'\n# DURE_WRONG=1\nOTHER=1\nexport DURE_zzz=2\nDURE_CONTACT=a@b.example\n"
    (tmp_path / ".env").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as told:
        load(workers=0)
    assert str(told.value) == (
        "Some settings cannot be used. DURE_SMTP_PASWORD in .env is no setting; did you mean DURE_SMTP_PASSWORD? "
        "DURE_ZZZ in .env is no setting; README.md lists those there are. "
        "DURE_WORKERS: Input should be greater than or equal to 1 (got 0)."
    )


def test_a_byte_order_mark_hides_no_setting(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("\ufeffDURE_HOME=/srv/dure\n", encoding="utf-8")
    assert load().home == Path("/srv/dure")


def test_an_empty_setting_has_its_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As in a file of settings whose lines wait to be filled in; an empty home would be the folder where we are."""
    plain = load()
    (tmp_path / ".env").write_text("".join(f"DURE_{name.upper()}=\n" for name in Settings.model_fields))
    assert load() == plain
    monkeypatch.setenv("DURE_WORKERS", "3")
    assert load().workers == 3 and load().home == Path("data")


def test_good_settings_pass_and_write_nothing(tmp_path: Path, demo_catalogue: Path) -> None:
    check(load(home=tmp_path / "home", contact="a@centre.example", catalogue=demo_catalogue))
    assert not (tmp_path / "home" / "published").exists()


def test_a_worker_with_older_rules_refuses_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(home=tmp_path / "home", contact="a@centre.example")
    with opened(settings) as store:
        with store.begin() as session:
            shelf.keep(session, article(), "first sight")
            findings.save(session, "a0123456789abcdef", 1, Findings(relevant=False), "2099.01.01")
        with pytest.raises(OlderCode, match=r"2099\.01\.01.*install the newer Dure"):
            stage.extract(store, {})
        with store.begin() as session:
            assert shelf.newest_rules(session) == "2099.01.01"
    with pytest.raises(SettingsError, match="install the newer Dure"):
        check(settings)


def test_a_second_scheduler_is_told_of_the_first(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    with (
        opened(settings) as store,
        sharing.first_one(store, "schedule"),
        opened(settings) as again,
        pytest.raises(SettingsError, match="runs over this store already"),
        sharing.first_one(again, "schedule"),
    ):
        pytest.fail("two at once")
    with opened(settings) as store, sharing.first_one(store, "schedule"):
        pass  # it has ended


def article() -> KeptArticle:
    from datetime import UTC, datetime

    at = datetime(2026, 11, 24, tzinfo=UTC)
    return KeptArticle(
        id="a0123456789abcdef", canonical_key="k", source_id="gaon", family="ndsoft", channel="news",
        url="https://gaon.test/1", title="장터", text="장터가 열린다", published_at=at, date_only=False, byline=None,
        board=None, category=None, attachments=(), comments=None, first_seen_at=at, changed_at=at, revision=1,
        digest="d",
    )  # fmt: skip
