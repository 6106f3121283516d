"""The pages in a real Chromium, desktop and phone: quiet, complete without script, filtered, printed.

Screenshots are kept in tests/artefacts (not in the repository) so that a person can look at them.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from invented_edition import EVENTS, TODAY, D, edition, hostile_edition

from dashboards.serve import application
from pipelines.publish import stage

pytestmark = pytest.mark.browser
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PAGES = (
    "index.html",
    "events.html",
    "months/2026-11.html",
    "calls.html",
    "events/e-fair.html",
    "organisations.html",
    "organisations/o-haenal.html",
    "outlets.html",
    "trends.html",
    "tables.html",
    "about.html",
    "days.html",
    "days/2026-11-19.html",
    "search.html?q=마을",
    "404.html",
)
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
ARTEFACTS = Path(__file__).resolve().parents[1] / "artefacts"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with playwright.sync_playwright() as engine:
        found = found or (engine.chromium.executable_path if Path(engine.chromium.executable_path).exists() else None)
        if found is None:
            message = "needs a Chromium on this machine (apt-get install chromium, or playwright install chromium)"
            if os.environ.get("CI"):
                pytest.fail(message)
            pytest.skip(message)
        opened = engine.chromium.launch(executable_path=found, args=list(FLAGS))
        yield opened
        opened.close()


def _served(folder: Path) -> Iterator[str]:
    """The folder behind a real server on a free port, until the generator is closed."""
    import uvicorn

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(application(folder), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def site(published: Path) -> Iterator[str]:
    yield from _served(published)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("hostile")
    assert stage.publish_edition(hostile_edition(), home).released
    yield from _served(home)


@pytest.fixture(scope="module")
def held_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A site whose newest release was stopped: a telephone number stood in a title."""
    home = tmp_path_factory.mktemp("held")
    assert stage.publish_edition(edition(), home).released
    personal = replace(EVENTS[0], title="문의 010-0000-1234")
    assert not stage.publish_edition(edition(events=(personal, *EVENTS[1:]), as_of=TODAY + D), home).released
    for address in _served(home):
        yield address, home


class Watched:
    """A page that notes everything that should not happen."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.noise: list[str] = []
        self.page.on("console", lambda m: self.noise.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.noise.append(str(e)))
        self.page.on("dialog", lambda d: (self.noise.append(f"dialog {d.message}"), d.dismiss()))
        self.page.on("request", self._request)

    def _request(self, request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "file://", "data:")):
            self.noise.append(f"outside request {request.url}")


@pytest.fixture
def watch(browser: Any) -> Iterator[Any]:
    opened: list[Watched] = []

    def start(**options: Any) -> Watched:
        opened.append(Watched(browser, **options))
        return opened[-1]

    yield start
    for watched in opened:
        watched.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_quiet_and_fits(watch: Any, site: str, size: str, scheme: str) -> None:
    seen = watch(viewport=SIZES[size], color_scheme=scheme)
    for path in PAGES if scheme == "light" else PAGES[:6]:
        seen.page.goto(site + path)
        assert seen.noise == [], path
        wide = seen.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= SIZES[size]["width"], f"{path} scrolls sideways ({wide})"
        assert seen.page.locator("h1").count() == 1, path
        shot = ARTEFACTS / f"{path.split('?')[0].replace('/', '_')}-{size}-{scheme}.png"
        seen.page.screenshot(path=shot, full_page=True)
        assert shot.stat().st_size > 5_000


def test_pages_open_from_disk(watch: Any, published: Path) -> None:
    seen = watch()
    for path in ("index.html", "events/e-fair.html"):
        seen.page.goto((published / "current" / path).resolve().as_uri())
        assert seen.noise == [] and seen.page.evaluate("getComputedStyle(document.body).margin") == "0px"


def test_all_is_there_without_script(watch: Any, site: str) -> None:
    seen = watch(java_script_enabled=False)
    seen.page.goto(site + "events.html")
    assert not seen.page.locator("form[data-filter]").is_visible()
    assert all(item.is_visible() for item in seen.page.locator("main li[data-region]").all())
    seen.page.goto(site)
    assert not seen.page.locator("[data-chips]").is_visible()
    assert seen.page.locator("#news + ol > li").count() == 5


def test_filters_show_what_fits_and_are_remembered(watch: Any, site: str) -> None:
    seen = watch()
    seen.page.goto(site + "events.html")
    visible = seen.page.locator("main li[data-region]:visible")
    everything = visible.count()
    seen.page.select_option("select[name=region]", "서울")
    assert 0 < visible.count() < everything
    assert {item.get_attribute("data-region") for item in visible.all()} == {"서울"}
    assert seen.page.locator("output").inner_text() == f"{visible.count()}건"
    seen.page.select_option("select[name=sector]", "care")
    assert visible.count() == 1
    seen.page.reload()
    assert seen.page.input_value("select[name=region]") == "서울" and visible.count() == 1
    seen.page.select_option("select[name=region]", "")
    seen.page.select_option("select[name=sector]", "")
    seen.page.check("input[name=online]")
    assert [item.locator(".title").inner_text() for item in visible.all()] == ["협동조합 결산 실무 강좌"]
    assert seen.noise == []


def test_chips_on_the_front_page(watch: Any, site: str) -> None:
    seen = watch()
    seen.page.goto(site)
    visible = seen.page.locator("main li[data-region]:visible")
    everything = visible.count()
    seen.page.click("[data-chips] button[value=경기]")
    assert {item.get_attribute("data-region") for item in visible.all()} == {"경기"}
    assert seen.page.locator("button[value=경기]").get_attribute("aria-pressed") == "true"
    assert not seen.page.locator("#due").is_visible(), "a part with nothing left is hidden"
    seen.page.click("[data-chips] button[value='']")
    assert visible.count() == everything


def test_search_from_the_header(watch: Any, site: str) -> None:
    seen = watch()
    seen.page.goto(site + "events/e-fair.html")
    seen.page.fill("header input[type=search]", "마을 기업")
    seen.page.press("header input[type=search]", "Enter")
    assert seen.page.url.startswith(site + "search.html?q=")
    assert "바닷가 마을기업이 사는 법" in seen.page.inner_text("ol.found")
    assert seen.noise == []


def test_keyboard_reaches_the_main_part_first(watch: Any, site: str) -> None:
    seen = watch()
    seen.page.goto(site)
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.textContent") == "본문으로 건너뛰기"
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "main"


def test_print_leaves_out_what_paper_cannot_use(watch: Any, site: str) -> None:
    seen = watch()
    seen.page.goto(site)
    seen.page.emulate_media(media="print")
    for gone in ("header nav", "header form", "[data-chips]"):
        assert not seen.page.locator(gone).is_visible(), gone
    assert seen.page.locator("#due + ol").is_visible() and seen.page.locator("h1").is_visible()
    paper = seen.page.pdf(path=ARTEFACTS / "index.pdf", format="A4")
    assert paper.startswith(b"%PDF")


def test_old_addresses_lead_on(watch: Any, site: str) -> None:
    seen = watch()
    seen.page.goto(site + "events/e-fair-old.html")
    seen.page.wait_for_url(site + "events/e-fair.html")
    assert "제4회 미리내 사회적경제 한마당" in seen.page.inner_text("h1")


def test_hostile_text_is_inert(watch: Any, hostile_site: str) -> None:
    seen = watch()
    for path in (
        "index.html",
        "events.html",
        "calls.html",
        "organisations.html",
        "days/2026-11-20.html",
        "search.html?q=<script>",
    ):
        seen.page.goto(hostile_site + path)
        for link in seen.page.locator("main a").all():
            assert not (link.get_attribute("href") or "").lower().startswith(("javascript:", "data:"))
        assert seen.page.locator("main script, main svg[onload]").count() == 0
    for href in [link.get_attribute("href") for link in seen.page.locator("main a[href^='events/']").all()]:
        seen.page.goto(hostile_site + href)
        assert seen.page.locator("h1").is_visible()
    assert seen.noise == []


@pytest.mark.parametrize("size", SIZES)
def test_a_stopped_release_is_seen_on_every_page(watch: Any, held_site: tuple[str, Path], size: str) -> None:
    address, home = held_site
    seen = watch(viewport=SIZES[size], java_script_enabled=False)
    for path in (*PAGES, "search.html?q=마을"):
        seen.page.goto(address + path)
        banner = seen.page.locator(".banner")
        assert banner.count() == 1 and banner.is_visible(), path
        assert "11월 21일 발행을 멈추었습니다" in banner.inner_text()
        assert banner.bounding_box()["width"] <= SIZES[size]["width"]
    seen.page.goto(address)
    seen.page.screenshot(path=ARTEFACTS / f"held-{size}.png")
    seen.page.goto((home / "current/index.html").resolve().as_uri())
    assert seen.page.locator(".banner").is_visible(), "and where no server of ours runs"
    assert seen.noise == []


def test_the_policy_stops_script_in_a_page(watch: Any, site: str) -> None:
    """The second wall: even if markup slipped through, it could not run."""
    seen = watch()
    seen.page.goto(site)
    seen.page.evaluate("""() => {
      const script = document.createElement("script"); script.textContent = "document.title = 'owned'";
      document.body.append(script);
      const image = new Image(); image.src = "https://outside.example.com/x.png"; document.body.append(image);
    }""")
    assert seen.page.title() != "owned"
    assert any("Content Security Policy" in line for line in seen.noise)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(watch: Any, site: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="needs axe-core (pip install axe-playwright-python)")
    source = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    seen = watch(viewport=SIZES["phone"], color_scheme=scheme, bypass_csp=True)
    found = {}
    for path in PAGES:
        seen.page.goto(site + path)
        seen.page.evaluate(source)
        result = seen.page.evaluate(
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        for violation in result["violations"]:
            found[path, violation["id"]] = [node["html"][:160] for node in violation["nodes"][:3]]
    assert found == {}
