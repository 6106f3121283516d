"""The pages in a real Chromium, desktop and phone: quiet, complete without script, filtered, printed.

Screenshots are kept in tests/artefacts (not in the repository) so that a person can look at them.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from invented_edition import EVENTS, TODAY, D, edition, hostile_edition
from ports import free_port

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
    "index.html", "events.html", "months/2026-11.html", "calls.html", "events/e-fair.html", "events/e-nodate.html",
    "organisations.html", "organisations/o-haenal.html", "outlets.html", "trends.html", "tables.html", "about.html",
    "days.html", "days/2026-11-19.html", "search.html?q=마을", "404.html", "data/digest", "data/digest/sectors",
    "data/digest/event?_facet=sido&title__contains=마을", "data/digest/event/e-fair", "data/digest/upcoming_events",
    "data/digest?sql=select+title+from+event",
)  # fmt: skip
DARK = ("index.html", "months/2026-11.html", "events/e-fair.html", "trends.html", "days.html")
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

    port = free_port()
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
    for path in PAGES if scheme == "light" else DARK:
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
    seen.page.select_option("select[name=sector]", "distribution_marketing")
    assert visible.count() > 0 and all("distribution" in i.get_attribute("data-sector") for i in visible.all())
    seen.page.click("button[type=reset]")
    seen.page.wait_for_function("!location.hash")  # "reset" comes before the fields are: the list follows
    assert visible.count() == everything


def test_what_was_chosen_goes_along_and_comes_back(watch: Any, site: str) -> None:
    """The state stands in the address: other lists get region and sector, a link and «back» restore it."""
    seen = watch()
    seen.page.goto(site + "events.html#region=경기&sector=distribution_marketing")
    assert seen.page.input_value("select[name=region]") == "경기"
    seen.page.click("header nav a >> text=조직")
    assert unquote(urlsplit(seen.page.url).fragment) == "region=경기&sector=distribution_marketing"
    shown = seen.page.locator("main li[data-region]:visible")
    assert shown.count() == 1 and "미리내사회적경제협의회" in shown.inner_text()
    seen.page.click("header nav a >> text=마감")
    assert seen.page.locator("select[name=region] option:checked").inner_text() == "경기 (0)"
    assert seen.page.locator("output").inner_text() == "맞는 것이 없습니다"
    seen.page.go_back()
    assert shown.count() == 1
    seen.page.evaluate("location.hash = 'region=강원'")
    seen.page.wait_for_function("document.querySelector('select[name=region]').value === '강원'")
    assert seen.noise == []


def test_filters_work_from_disk_and_by_keyboard(watch: Any, published: Path) -> None:
    seen = watch()
    seen.page.goto((published / "current/events.html").resolve().as_uri())
    visible = seen.page.locator("main li[data-region]:visible")
    everything = visible.count()
    seen.page.focus("select[name=kind]")
    seen.page.keyboard.press("ArrowDown")
    chosen = seen.page.input_value("select[name=kind]")
    assert chosen and {item.get_attribute("data-kind") for item in visible.all()} == {chosen}
    assert seen.page.url.endswith(f"events.html#kind={chosen}")
    seen.page.keyboard.press("ArrowUp")
    assert visible.count() == everything
    seen.page.focus("input[name=online]")
    seen.page.keyboard.press("Space")
    assert visible.count() == 1 and seen.noise == []


@pytest.mark.parametrize("size", SIZES)
def test_a_filtered_month_counts_anew_and_its_days_lead_on(watch: Any, site: str, size: str) -> None:
    seen = watch(viewport=SIZES[size])
    seen.page.goto(site + "months/2026-11.html")
    day = seen.page.locator('a.num[href="#d2026-11-24"]')
    whole = day.locator("small").text_content()
    seen.page.select_option("select[name=region]", "서울")
    assert seen.page.locator("main .agenda > li:visible").count() < seen.page.locator("main .agenda > li").count()
    empty = seen.page.locator("a.num.none").first
    assert empty.locator("small").text_content() == "0"
    day.click()
    assert seen.page.evaluate("document.activeElement.id") == "d2026-11-24" and "region" in seen.page.url
    seen.page.click("button[type=reset]")
    seen.page.wait_for_function("!location.hash.includes('region')")
    assert day.locator("small").text_content() == whole and seen.page.locator("a.num.none").count() == 0


def test_the_directory_and_the_outlets_are_found_by_name(watch: Any, site: str) -> None:
    seen = watch(viewport=SIZES["phone"])
    seen.page.goto(site + "organisations.html")
    seen.page.fill("input[name=name]", "사회적 경제")
    names = seen.page.locator("main li[data-region]:visible a").all_inner_texts()
    assert names and all("사회적경제" in name for name in names)
    seen.page.goto(site + "outlets.html")
    seen.page.fill("input[name=name]", "늘품")
    rows = seen.page.locator("tr[data-region]:visible")
    assert rows.count() == 1 and "늘품뉴스" in rows.inner_text()
    assert seen.noise == []


def test_search_from_the_header(watch: Any, site: str) -> None:
    seen = watch()
    seen.page.goto(site + "events/e-fair.html")
    seen.page.fill("header input[type=search]", "마을 기업")
    seen.page.press("header input[type=search]", "Enter")
    assert seen.page.url.startswith(site + "search.html?q=")
    assert "바닷가 마을기업이 사는 법" in seen.page.inner_text("ol.found")
    assert seen.noise == []


def test_the_console_filters_counts_and_leads_on(watch: Any, site: str) -> None:
    """The console without any script of its own: a filter, a count, a row, and from there the reader's page."""
    seen = watch(viewport=SIZES["phone"], java_script_enabled=False)
    seen.page.goto(site + "data/digest/event")
    rows = seen.page.locator("table.data tbody tr")
    everything = rows.count()
    seen.page.select_option("select[name=_filter_column]", "title")
    seen.page.select_option("select[name=_filter_op]", "contains")
    seen.page.fill("input[name=_filter_value]", "한마당")
    seen.page.click("text=거르기")
    assert 0 < rows.count() < everything and all("한마당" in row for row in rows.all_inner_texts())
    seen.page.click("main p.more a >> text=sido")
    assert seen.page.locator("section.facet tr").count() > 0
    seen.page.goto(site + "data/digest/event/e-fair")
    seen.page.click("text=읽는 이의 페이지")
    assert seen.page.url == site + "events/e-fair.html" and seen.noise == []


def test_keyboard_reaches_the_main_part_first(watch: Any, site: str) -> None:
    seen = watch()
    seen.page.goto(site)
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.textContent") == "본문으로 건너뛰기"
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "main"


def test_what_the_keyboard_stands_on_is_seen(watch: Any, site: str) -> None:
    seen = watch()
    for path in ("index.html", "months/2026-11.html"):
        seen.page.goto(site + path)
        for _ in range(30):
            seen.page.keyboard.press("Tab")
            ring = seen.page.evaluate(
                "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
            )
            where = seen.page.evaluate("document.activeElement.outerHTML.slice(0, 90)")
            assert ring[0] != "none" and ring[1] >= 2, (path, where)


def test_every_page_prints(watch: Any, site: str) -> None:
    """On paper: no menus, no fields, black on white also where the screen is dark, and nothing runs off the sheet."""
    seen = watch(color_scheme="dark", viewport={"width": 720, "height": 1000})  # A4 less its margins, in CSS pixels
    seen.page.emulate_media(media="print")
    for path in PAGES:
        seen.page.goto(site + path)
        for gone in ("header nav", "header form", "[data-chips]", "form[data-filter]", ".skip"):
            assert not seen.page.locator(gone).first.is_visible(), (path, gone)
        assert seen.page.locator("h1").is_visible()
        ink = seen.page.evaluate("(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))")
        assert ink == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"], path
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 720, path
    for path, sheets in (("index.html", 3), ("events/e-fair.html", 2), ("months/2026-11.html", 3), ("trends.html", 4)):
        seen.page.goto(site + path)
        paper = seen.page.pdf(path=ARTEFACTS / f"{path.replace('/', '_')}.pdf", format="A4")
        assert paper.startswith(b"%PDF") and 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= sheets, path


def test_old_addresses_lead_on(watch: Any, site: str) -> None:
    seen = watch()
    seen.page.goto(site + "events/e-fair-old.html")
    seen.page.wait_for_url(site + "events/e-fair.html")
    assert "제4회 미리내 사회적경제 한마당" in seen.page.inner_text("h1")


def test_hostile_text_is_inert(watch: Any, hostile_site: str) -> None:
    """Every kind of page with text that tries to be more than text: nothing runs, loads or leads to script."""
    seen = watch(viewport=SIZES["phone"])
    front = ("index.html", "events.html", "months/2026-11.html", "calls.html", "organisations.html", "outlets.html",
             "trends.html", "tables.html", "days.html", "days/2026-11-20.html", "search.html?q=<script>")  # fmt: skip
    found: set[str] = set()
    for path in front:
        seen.page.goto(hostile_site + path)
        _assert_inert(seen.page, path)
        links = seen.page.locator("main a[href^='events/'], main a[href^='organisations/']").all()
        found |= {link.get_attribute("href") for link in links}
    assert sum(path.startswith("events/") for path in found) == sum(path.startswith("org") for path in found) == 10
    for path in sorted(found):
        seen.page.goto(hostile_site + path)
        _assert_inert(seen.page, path)
    assert seen.noise == []


def _assert_inert(page: Any, path: str) -> None:
    assert page.locator("h1").is_visible(), path
    hrefs = page.evaluate("[...document.querySelectorAll('a, area, form, use')].map(a => a.href || a.action || '')")
    assert [href for href in hrefs if not str(href).startswith(("http:", "https:"))] == [], path
    assert page.locator("script:not([src]):not([type='application/ld+json']), iframe, object, main img").count() == 0
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every(e => ![...e.attributes].some(a => /^on/i.test(a.name)))"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    turned = page.evaluate("/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent)")
    assert not turned, f"{path} holds a mark that turns the reading direction"


@pytest.mark.parametrize("size", SIZES)
def test_a_stopped_release_is_seen_on_every_page(watch: Any, held_site: tuple[str, Path], size: str) -> None:
    address, home = held_site
    seen = watch(viewport=SIZES[size], java_script_enabled=False)
    for path in PAGES:
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
