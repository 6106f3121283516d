"""Official lists: own-made samples in the portal's encodings and headers; bad lines named, the rest loaded."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from pipelines.cli import app
from pipelines.merge.official import ListError, load, read_list
from store import listed
from store.groups import replace_organisations
from store.records import OrganisationGroup
from store.session import Store, open_store, sqlite_address

NOW = datetime(2026, 11, 25, tzinfo=UTC)
ENTERPRISES = """사회적기업 인증 현황,,,,
인증번호,기관명,시도,시군구,인증일자
제2013-001호,(주)나루터공방,대전,중구,2013.05.01
제2014-002호,사회적협동조합 온누림,서울특별시,은평구,20140301
"""
COOPERATIVES = """연번\t조합명\t구분\t신고번호\t주소\t신고일자
1\t두루빛협동조합\t일반협동조합\t2019-00017\t전북특별자치도 전주시 완산구\t2019-03-02
2\t두루빛돌봄\t사회적협동조합\t2020-3호\t경남 통영시\t2020년
3\t한울협동조합연합회\t협동조합연합회\t2021-1\t서울 중구\t2021-1
"""
VILLAGES = """시도,시군구,마을기업명,지정년도
강원,강릉시,솔향영농조합법인,2016
충북,괴산군,느티골마을,2018
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_list_is_read_in_every_encoding_and_line_end(encoding: str, ends: str) -> None:
    reading = read_list(ENTERPRISES.replace("\n", ends).encode(encoding))
    assert reading.list == "social_enterprise" and not reading.complaints
    assert [(b.number, b.name, b.region, b.since) for b in reading.bodies] == [
        ("제2013-001호", "(주)나루터공방", "대전광역시 중구", "2013-05-01"),
        ("제2014-002호", "사회적협동조합 온누림", "서울특별시 은평구", "2014-03-01"),
    ]


def test_cooperatives_and_villages() -> None:
    cooperatives = read_list(COOPERATIVES.encode("cp949"))
    assert [(b.type, b.region, b.since) for b in cooperatives.bodies] == [
        ("cooperative", "전북특별자치도 전주시", "2019-03-02"),
        ("social_cooperative", "경상남도 통영시", "2020"),
        ("association_network", "서울특별시 중구", "2021-01"),
    ]
    villages = read_list(VILLAGES.encode())
    assert [b.number for b in villages.bodies] == [
        "솔향영농조합법인@강원특별자치도 강릉시",
        "느티골마을@충청북도 괴산군",
    ]


def test_bad_lines_are_named_and_the_rest_is_read() -> None:
    bad = (
        "제2013-001호,겹친번호,대전,중구,2013\n,번호없는공방,부산,북구,\n제1호,,경기,,\n제2호,주식회사,경기,,\n"
        f"제3호,{'가' * 500},경기,,\n제4호,한칸\n제5호,고운빛공방,경기,수원시,2020\n"
    )
    reading = read_list((ENTERPRISES + bad).encode("cp949"))
    assert [b.number for b in reading.bodies] == ["제2013-001호", "제2014-002호", "제5호"]
    lines = [c.split(":")[0] for c in reading.complaints]
    assert lines == ["line 5", "line 6", "line 7", "line 8", "line 9", "line 10"]
    assert "twice" in reading.complaints[0] and "500" in reading.complaints[4]


def test_a_line_with_broken_letters_is_named_and_the_rest_is_read() -> None:
    many = "".join(f"제2020-{n:03}호,새뜻{n}공방,경기,수원시,2020\n" for n in range(60))
    data = (ENTERPRISES + many).encode("cp949").replace("새뜻7공방".encode("cp949"), b"\xff\xfe\xb0", 1)
    reading = read_list(data)
    assert [c.split(":")[0] for c in reading.complaints] == ["line 12"] and "broken" in reading.complaints[0]
    assert len(reading.bodies) == 61


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        ("그림,설명\n가,나\n".encode(), "no header"),
        ("기관명,시도\n나루터,대전\n".encode(), "--list"),
        (bytes(range(128, 256)) * 40, "CP949"),
        ("조합명,시도,구분\n나루,대전,x\n".encode(), "number"),
    ],
)
def test_what_is_no_list(data: bytes, said: str) -> None:
    with pytest.raises(ListError, match=said):
        read_list(data, None)


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_give_a_list_or_a_sentence(data: bytes) -> None:
    try:
        assert all(b.name and b.number for b in read_list(ENTERPRISES.encode("cp949") + data).bodies)
    except ListError as error:
        assert str(error)


@pytest.fixture
def opened(tmp_path: Path) -> Store:
    store = open_store(sqlite_address(tmp_path))
    with store.begin() as session:
        bodies = [
            _organisation("org-1", "나루터공방", "company", "대전광역시"),
            _organisation("org-2", "온누림 사회적협동조합", "social_enterprise", "서울특별시"),
            _organisation("org-3", "온누림협동조합", "cooperative", "서울특별시"),
            _organisation("org-4", "나루터공방", "company", "부산광역시"),
        ]
        replace_organisations(session, bodies)
    return store


def _organisation(id_: str, name: str, kind: str, region: str) -> OrganisationGroup:
    return OrganisationGroup(id_, name, kind, region, {name: 1}, (), NOW, NOW)


def test_bodies_are_recognised_and_a_second_load_changes_nothing(opened: Store) -> None:
    reading = read_list(ENTERPRISES.encode())
    with opened.begin() as session:
        first = load(session, reading, NOW)
    with opened.begin() as session:
        second = load(session, reading, NOW.replace(day=26))
        held = listed.identifiers(session)
    assert (len(first.rows.added), second.rows.added, second.rows.changed, second.rows.unchanged) == (2, (), (), 2)
    assert {id_: [(n.list, n.number, n.since) for n in numbers] for id_, numbers in held.items()} == {
        "org-1": [("social_enterprise", "제2013-001호", "2013-05-01")],
        "org-2": [("social_enterprise", "제2014-002호", "2014-03-01")],
    }
    assert "the register has it as company" in [d.what for d in first.differences]
    assert not any(d.organisations == ("org-4",) for d in first.differences)  # the same name in another region


def test_only_what_changed_changes_and_who_left_is_remembered(opened: Store) -> None:
    with opened.begin() as session:
        load(session, read_list(ENTERPRISES.encode()), NOW)
        moved = ENTERPRISES.replace("은평구", "성북구").replace("제2013-001호", "제2026-009호")
        done = load(session, read_list(moved.encode()), NOW)
        again = load(session, read_list(ENTERPRISES.encode()), NOW)
    assert done.rows.added == ("제2026-009호",)
    assert done.rows.changed == ("제2014-002호",) and done.rows.gone == ("제2013-001호",)
    assert set(again.rows.changed) == {"제2013-001호", "제2014-002호"} and again.rows.gone == ("제2026-009호",)


def test_a_list_cut_short_is_refused(opened: Store) -> None:
    many = ENTERPRISES + "".join(f"제2020-{n:03}호,새뜻{n}공방,경기,,\n" for n in range(9))
    with opened.begin() as session:
        load(session, read_list(many.encode()), NOW)
    with opened.begin() as session:
        with pytest.raises(ListError, match="--shrink"):
            load(session, read_list(ENTERPRISES.encode()), NOW)
        assert len(listed.bodies(session)) == 11
        load(session, read_list(ENTERPRISES.encode()), NOW, shrink=True)
        assert len(listed.bodies(session)) == 2


def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    open_store(sqlite_address(tmp_path / "home")).close()
    file = tmp_path / "list.csv"
    file.write_bytes((ENTERPRISES + "제9호,,경기,,\n").encode("cp949"))
    run = CliRunner().invoke(app, ["register", "load", str(file), "--home", str(tmp_path / "home")])
    assert run.exit_code == 1 and "2 bodies\t2 new" in run.output and "line 5: no name" in run.output
    again = CliRunner().invoke(app, ["register", "load", str(file), "--home", str(tmp_path / "home")])
    assert "2 as before" in again.output
