"""Everyday texts as papers, offices and boards write them, in words of our own: one row a way of writing.

A row says what is read: title, start, and whichever of place, host or last day the way of writing is about.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(title: str, text: str, channel: str) -> list[Event]:
    kind = "board" if channel == "board" else "news"
    return [e for e in read(Document("x", kind, title, text, PUBLISHED)).events if e.role == "main"]


def shown(event: Event, fields: tuple[str, ...]) -> tuple[Any, ...]:
    told = {
        "title": event.title,
        "start": event.start.isoformat()[:16] if event.start else None,
        "end": event.end.isoformat()[:16] if event.end else None,
        "venue": event.venue,
        "hosts": event.hosts,
        "organisers": event.organisers,
        "deadline": event.application_deadline.isoformat()[:10] if event.application_deadline else None,
        "status": event.status,
    }
    return tuple(told[name] for name in fields)


# what is told of · (title, channel, text) · fields · rows
CASES = {
    "a contest is its own call, its prizes are given under its name": (
        ("[알림] 제5회 협동조합 이야기 공모전", "news",
         "푸른들생협이 조합원 이야기를 모은다. 응모작은 5월 13일부터 6월 14일까지 전자우편으로 받으며, 심사 "
         "결과는 누리집에 올린다. "
         "시상식은 7월 3일 대전 유성구 생협 교육장에서 연다."),
        ("title", "start", "deadline"),
        [("제5회 협동조합 이야기 공모전", "2024-05-13", "2024-06-14"),
         ("제5회 협동조합 이야기 공모전 시상식", "2024-07-03", None)],
    ),
    "what was talked about is not what was held": (
        ("완주군의회·협동조합협의회 간담회", "news",
         "완주군의회와 완주협동조합협의회는 3일 의회 소회의실에서 '사회적경제 공공구매 조례' 개정을 놓고 "
         "간담회를 가졌다."),
        ("title", "start"),
        [("사회적경제 공공구매 조례 개정 간담회", "2024-05-03")],
    ),
    "put off from one day to another": (
        ("미룬 '청년 협동조합 캠프' 온라인으로", "news",
         "수원시사회적경제지원센터는 5월 18일에서 연기했던 '청년 협동조합 캠프'를 6월 1일 화상회의 "
         "줌(Zoom)으로 치른다고 7일 밝혔다."),
        ("title", "start", "status"),
        [("청년 협동조합 캠프", "2024-06-01", "postponed")],
    ),
    "put off, and the new day settled in a meeting, a sentence later": (
        ("임시총회 연기 안내", "board",
         "도담돌봄사회적협동조합입니다.\n5월 18일(토) 열기로 했던 임시총회를 미룹니다. 이사회는 6일 회의에서 총회를 "
         "6월 8일(토) 오후 3시에 하기로 뜻을 모았습니다."),
        ("title", "start", "status"),
        [("도담돌봄사회적협동조합 임시총회", "2024-06-08T15:00", "postponed")],
    ),
    "topics of a course are no events": (
        ("시민회관서 협동조합 강좌", "news",
         "들풀사회적경제네트워크가 5월 14일부터 6월 11일까지 화요일마다 저녁 7시 시민회관에서 '협동의 도시를 "
         "걷다' 강좌를 마련한다. "
         "21일에는 신협 역사를, 28일에는 의료사협을 다룬다."),
        ("title", "start"),
        [("협동의 도시를 걷다 강좌", "2024-05-14T19:00")],
    ),
    "a shop is named in the opening": (
        ("자활센터 반찬가게 문 열어요!!", "board",
         "밀양지역자활센터 반찬사업단 \"찬이야기\" 2호점이 5월 20일 월욜 오전 11시에 행정복지센터 옆에서 개업합니다."),
        ("title", "start"),
        [("반찬사업단 찬이야기 2호점 개업", "2024-05-20T11:00")],
    ),
    "a headline's second half that says only until when": (
        ("아산시, 사회적경제기업 홍보 영상 지원… 6월 10일까지 접수", "news",
         "충남 아산시가 관내 사회적경제기업의 홍보 영상 제작을 지원한다. 원하는 기업은 다음 달 10일까지 "
         "전자우편으로 신청서를 내면 된다."),
        ("title", "deadline"),
        [("사회적경제기업 홍보 영상 지원 신청", "2024-06-10")],
    ),
    "who goes to an event of others holds none": (
        ("새활용 협동조합의 3년", "news",
         "'다시봄협동조합'은 폐현수막을 거둔다. 다시봄협동조합은 오는 18일 시흥 오이도문화복지센터에서 열리는 "
         "갯골마켓에서 새 가방을 선보인다."),
        ("title", "start", "hosts"),
        [("갯골마켓", "2024-05-18", ())],
    ),
    "a calendar's line that begins with its last day": (
        ("5월 살림 일정표", "board",
         "푸른들생협 일정입니다.\n9(목) 19:30 이사회 / 조합 회의실\n14(화) 14:00 매장 모니터링단 "
         "모임\n24(금)까지 김장채소 예약\n"
         "28(화) 10:30 식생활강사 양성과정 개강"),
        ("title", "start", "deadline"),
        [("푸른들생협 이사회", "2024-05-09T19:30", None), ("매장 모니터링단 모임", "2024-05-14T14:00", None),
         ("김장채소 예약", None, "2024-05-24"), ("식생활강사 양성과정", "2024-05-28T10:30", None)],
    ),
    "whom a body seeks is no part of the tasting told after it": (
        ("장애인 일터, 빵 냄새로 채워요", "news",
         "'새길빵사회적협동조합'은 스무 명이 같이 일한다. 조합은 청년 조리원 5명을 새로 뽑는다. 지원서는 "
         "12일까지 복지관에 내면 된다. "
         "14일 오후 5시에는 동네 주민을 불러 시식회를 연다."),
        ("title", "start", "deadline"),
        [("청년 조리원 모집", None, "2024-05-12"), ("새길빵사회적협동조합 시식회", "2024-05-14T17:00", None)],
    ),
    "a bare order is of the goods in the headline": (
        ("마을기업들 가정의달 꾸러미 판매… 14일까지 주문", "news",
         "익산시마을기업협의회가 회원사 9곳의 먹거리를 묶은 꾸러미를 판다. 주문은 14일 낮 12시까지 협의회로 "
         "하면 된다."),
        ("title", "deadline", "hosts"),
        [("마을기업들 가정의달 꾸러미 주문", "2024-05-14", ("익산시마을기업협의회",))],
    ),
    "a week that is set apart, and the feast in it": (
        ("하남시, 공정무역 주간 준비", "news",
         "하남시는 5월 20일부터 6월 2일까지를 공정무역 주간으로 정하고 미사공원에서 25일 오전 11시 '공정무역 "
         "한마당'을 펼친다."),
        ("title", "start", "end"),
        [("공정무역 주간", "2024-05-20", "2024-06-02"), ("공정무역 한마당", "2024-05-25T11:00", None)],
    ),
    "a report in a post is named by its title": (
        ("[후기] 5월 조합원 텃밭 갈무리", "board",
         "푸른들생협 텃밭지기예요. 토요일(4일)에 텃밭 갈무리 하고 왔어요~ 오신 분 열한 분이요."),
        ("title", "start", "status"),
        [("5월 조합원 텃밭 갈무리", "2024-05-04", "held")],
    ),
    "a ceremony in a feast has its own name, and is no place": (
        ("춘천 협동조합 한마당 열려", "news",
         "춘천시협동조합지원센터는 오는 18일 오전 11시부터 의암공원에서 '모두의 협동, 춘천' 행사를 펼친다. "
         "조합들이 부스를 차리고, 오후 2시 기념식에서는 모범 조합 세 곳을 시상한다."),
        ("title", "start", "venue"),
        [("모두의 협동, 춘천", "2024-05-18T11:00", "의암공원"),
         ("춘천 협동조합 한마당 기념식", "2024-05-18T14:00", "의암공원")],
    ),
    "two bodies that do it together; the place told by the way; helpers are sought by a call of its own": (
        ("5/18 단오 한마당 봉사자 찾습니다!", "board",
         "5월 18일(토) 강남동주민자치회와 강릉단오마을협동조합이 같이 하는 단오 한마당에서 도와주실 분을 구해요.\n"
         "장소는 남대천 둔치구요 봉사시간 인정됩니다\n15일까지 초롱이에게 문자!"),
        ("title", "start", "venue", "hosts", "deadline"),
        [("단오 한마당", "2024-05-18", "남대천 둔치", ("강남동주민자치회", "강릉단오마을협동조합"), None),
         ("단오 한마당 봉사자 모집", None, None, ("강남동주민자치회", "강릉단오마을협동조합"), "2024-05-15")],
    ),
    "a heading above each day of a month": (
        ("[5월 프로그램] 마을건강학교", "board",
         "살림이웃의료복지사회적협동조합 5월 프로그램입니다~\n\n◆ 갱년기 수다방\n   5/9(목), 5/23(목) 19:00\n "
         "  줌으로 만나요\n"
         "◆ 혈압수첩 쓰는 날\n   5월 15일 수 14시~16시, 원당시장 입구 천막\n"
         "◆ 휠체어 산책\n   5.25(토) 10시 성라공원 주차장, 비 오면 6.1로 옮겨요"),
        ("title", "start"),
        [("갱년기 수다방 1회", "2024-05-09T19:00"), ("갱년기 수다방 2회", "2024-05-23T19:00"),
         ("혈압수첩 쓰는 날", "2024-05-15T14:00"), ("휠체어 산책", "2024-05-25T10:00")],
    ),
    "a report whose event is told a sentence later": (
        ("의성군, 이웃사촌사회적협동조합 돌봄 차량 2대 전달", "news",
         "의성군은 지난 3일 군청 앞마당에서 이웃사촌사회적협동조합에 차량 2대를 전달했다. 전달식에는 조합원 "
         "등 40여 명이 참석했다."),
        ("title", "start", "venue"),
        [("이웃사촌사회적협동조합 돌봄 차량 2대 전달식", "2024-05-03", "군청 앞마당")],
    ),
    "a ceremony that is not held": (
        ("자활기업 창업 꿈 이뤘다", "news",
         "자활기업 맑은손클린이 문을 열었다. 개업식은 따로 하지 않고 18일 오전 경로당을 무료로 청소해 준다."),
        ("title", "start"),
        [],
    ),
    "a day named after what is done": (
        ("마을기업 세워 찻사발 빚는다", "news",
         "문경시 마을기업 산북찻사발영농조합법인은 5월 25일 가마 여는 날 행사를 열어 첫 찻사발을 꺼낸다. "
         "행사는 산북면주민협의회가 꾸린다."),
        ("title", "hosts", "organisers"),
        [("가마 여는 날 행사", ("산북찻사발영농조합법인",), ("산북면주민협의회",))],
    ),
    "a public notice by number, signed with its province": (
        ("고성군 공고 제2024-217호 (2024년 마을기업 육성사업 참여단체 모집)", "board",
         "2024년 마을기업 육성사업에 참여할 단체를 모집합니다.\n\n ○ 언제까지: 2024. 5. 20.(월) 18:00 "
         "도착분\n\n강원특별자치도 고성군수"),
        ("title", "deadline", "hosts"),
        [("2024년 마을기업 육성사업 참여단체 모집", "2024-05-20", ("고성군",))],
    ),
    "a house is opened, told afterwards": (
        ("정선 임계에 ‘이불 빨래방’", "news",
         "사회적협동조합 다듬이가 지난 3일 임계면 옛 농기계 수리소 자리에 ‘임계 이불 빨래방’의 문을 열었다."),
        ("title", "start", "venue"),
        [("임계 이불 빨래방 개소", "2024-05-03", "임계면 옛 농기계 수리소 자리")],
    ),
    "the next sentence gives the name": (
        ("가시리마을협동조합, 이번 주말 장터", "news",
         "가시리마을협동조합이 오는 토요일 체험공원 잔디밭에서 장을 편다. 이름하여 ‘말과 말 장터’. "
         "비가 내리면 하루 미뤄 12일에 치른다."),
        ("title", "start", "hosts", "status"),
        [("말과 말 장터", "2024-05-11", ("가시리마을협동조합",), "scheduled")],
    ),
    "two bodies of the sentence before; a result that is made known on a day": (
        ("세종 공공구매 상담회 29일", "news",
         "세종특별자치시와 세종사회적경제지원센터가 기업을 한자리에 앉힌다. 두 기관은 29일 오후 2시 "
         "예술의전당 로비에서 "
         "‘2024 세종 공공구매 상담회’를 열기로 했다. 신청 마감은 22일 오후 6시이며, 선정 결과는 이튿날 문자로 알린다. "
         "같은 날 오전 10시 30분 장소를 옮겨 센터 교육실에서는 ‘나라장터 첫걸음’ 강의가 진행된다."),
        ("title", "start", "hosts", "deadline"),
        [
         ("2024 세종 공공구매 상담회", "2024-05-29T14:00", ("세종특별자치시", "세종사회적경제지원센터"),
          "2024-05-22"),
         ("나라장터 첫걸음 강의", "2024-05-29T10:30", ("세종특별자치시", "세종사회적경제지원센터"), None)],
    ),
    "brought forward from a day that no longer holds": (
        ("설 떡국 나눔 날짜 당겨요!", "board",
         "모두의솥 사회적협동조합 부엌지기입니다. 24일 금요일로 공지했던 떡국 나눔, 그날 동네 단수라고 어제 "
         "연락이 왔네요. "
         "이틀 앞당겨서 22일(수)에 합니다. 시간도 저녁 여섯시 아니고 네시!"),
        ("title", "start", "status"),
        [("떡국 나눔", "2024-05-22T16:00", "scheduled")],
    ),
    "from the day of the notice; the course that is called for": (
        ("2024년 마을기업(예비·신규) 참여 공동체 모집 공고", "board",
         "순창군 공고 제2024-118호\n\n1. 신청기간 : 공고일 ~ 2024. 5. 31.(금) 18:00\n"
         "2. 필수교육 : 센터 주관 입문과정 이수\n  - 1기 2024. 5. 14.(화) 10:00~17:00 군립도서관\n"
         "  - 2기 2024. 5. 21.(화) 10:00~17:00 군립도서관"),
        ("title", "start"),
        [("2024년 마을기업 참여 공동체 모집", "2024-05-07"), ("센터 주관 입문과정 1기", "2024-05-14T10:00"),
         ("센터 주관 입문과정 2기", "2024-05-21T10:00")],
    ),
    "a week without a day, under a label": (
        ("사회적경제기업 제품 우선구매 담당자 교육 안내", "board",
         "달성군 공공구매 담당자 교육을 합니다.\n ㅇ 때: 5월 넷째 주 중 하루\n ㅇ 곳: 군청 3층 상황실"),
        ("start", "venue"),
        [(None, "군청 3층 상황실")],
    ),
    "labels in plain words": (
        ("제7기 협동조합 활동가학교 신입생 찾아요", "board",
         "[전주사회적경제네트워크]\n· 배우는 때 : 5월 16일~7월 4일 목요일 저녁 7시~9시\n· 배우는 곳 : 시민터 2층\n"
         "· 내는 돈 : 10만 원\n· 원서 받는 때 : 5월 8일~13일\n· 알리는 날 : 5월 14일 문자로"),
        ("title", "start", "venue", "hosts", "deadline"),
        [("제7기 협동조합 활동가학교", "2024-05-16T19:00", "시민터 2층", ("전주사회적경제네트워크",), "2024-05-13")],
    ),
    "a list of days whose last says its weekday; the members whom a letter greets": (
        ("[나눔의숲 소식지 6월] 달력", "board",
         "나눔의숲의료복지사회적협동조합 조합원님께\n▸ 1일(토) 10시 | 신입 조합원 교육\n"
         "▸ 18일, 25일(화) 14시 | 놀이 교실 - 1층 데이케어\n▸ 21일(금) 하루 종일 | 건강검진의 날"),
        ("title", "start", "hosts"),
        [("신입 조합원 교육", "2024-06-01T10:00", ("나눔의숲의료복지사회적협동조합",)),
         ("놀이 교실 1회", "2024-06-18T14:00", ("나눔의숲의료복지사회적협동조합",)),
         ("놀이 교실 2회", "2024-06-25T14:00", ("나눔의숲의료복지사회적협동조합",)),
         ("건강검진의 날", "2024-06-21", ("나눔의숲의료복지사회적협동조합",))],
    ),
    "a stall for some days is no opening": (
        ("제천시, 자활 생산품 팝업 매장", "news",
         "제천시와 제천지역자활센터가 20일부터 31일까지 시청 1층 로비에 자활 생산품 팝업 매장을 차린다."),
        ("title", "start", "end"),
        [("자활 생산품 팝업 매장", "2024-05-20", "2024-05-31")],
    ),
    "a week that begins and ends by two verbs, its parts by its first and last day": (
        ("새길구 사회적경제 주간", "news",
         "새길구는 ‘2024 새길 사회적경제 주간’을 5월 21일(화)에 시작해 25일(토)에 맺는다. 문은 첫날 낮 2시 "
         "구청 대강당에서 치르는 개막식으로 연다. "
         "이튿날인 22일 저녁 7시에는 새길극장 4관에서 기록영화 <가게의 주인들>을 거저 튼다. "
         "마지막 날엔 수봉공원 폭포 앞에 벼룩장 ‘돌고돌장’이 선다. 오전 11시에 펴서 오후 4시에 접는다."),
        ("title", "start", "end", "venue"),
        [("2024 새길 사회적경제 주간", "2024-05-21", "2024-05-25", None),
         ("2024 새길 사회적경제 주간 개막식", "2024-05-21T14:00", None, "구청 대강당"),
         ("가게의 주인들", "2024-05-22T19:00", None, "새길극장 4관"),
         ("돌고돌장", "2024-05-25T11:00", "2024-05-25T16:00", "수봉공원 폭포 앞")],
    ),
    "a call by its own name, its window told by two verbs": (
        ("골목해결사 여섯 팀 찾는다", "news",
         "동네 골칫거리를 일거리로 바꿀 창업팀을 새길구사회적경제지원센터가 모집한다. 이름하여 【2024 "
         "골목해결사】 공모다. "
         "신청서는 오는 9일부터 받는다. 창구는 이달 마지막 날 오후 여섯 시 정각에 닫히고, 우편은 그날 닿은 "
         "것까지만 쳐 준다."),
        ("title", "start", "deadline"),
        [("2024 골목해결사 공모", "2024-05-09", "2024-05-31")],
    ),
    "a habit of the shop and a verb in ㄹ are no days": (
        ("작업복 빨래터 문 열어", "news",
         "새길지역자활센터는 지난달 30일 산업단지 상가 1층에 작업복 세탁소 ‘새길빨래터’의 문을 열고 개소식을 가졌다. "
         "맡기면 이튿날 가져다준다. 센터는 이곳을 자활기업으로 떼어 낼 그림을 그리고 있다."),
        ("start", "venue"),
        [("2024-04-30", "산업단지 상가 1층")],
    ),
    "day and place, a line each": (
        ("총회 문자 다시 올립니다", "board",
         "[Web발신]\n초록나루햇빛발전협동조합 제11차 정기총회\n5.25(土) 14시\n평생학습원 지하1층 "
         "상상극장\n문의 031 000 7742"),
        ("title", "start", "venue"),
        [("초록나루햇빛발전협동조합 제11차 정기총회", "2024-05-25T14:00", "평생학습원 지하1층 상상극장")],
    ),
    "labels set apart by blanks, a rule with its run": (
        ("【배움】 협동조합 창업 사다리 가을반", "board",
         "❖ 배우는 날   매주 木요일 5/16 ~ 6/20, 10:00-12:00 (모두 6회)\n❖ 배우는 곳   새길빌딩 5층 배움실\n"
         "❖ 받는 기간   5/8(水) 09:00부터 5/13(月) 17:00 사이\n❖ 마련한 곳   새길사회적경제지원센터"),
        ("title", "start", "end", "venue", "hosts", "deadline"),
        [("협동조합 창업 사다리 가을반", "2024-05-16T10:00", "2024-06-20T12:00", "새길빌딩 5층 배움실",
          ("새길사회적경제지원센터",), "2024-05-13")],
    ),
    "one of two is called off, in its own sentence": (
        ("들꽃 소식지 31호", "board",
         "■ 대의원총회, 종이로 치렀어요\n임시대의원총회를 5월 2일 서면으로 열었습니다.\n\n■ 달밤걷기는 접습니다\n"
         "들꽃의료복지사회적협동조합이 18일(토) 저녁 호수공원에서 열려던 ‘달밤걷기’를 취소합니다."),
        ("title", "start", "status", "hosts"),
        [("들꽃의료복지사회적협동조합 임시대의원총회", "2024-05-02", "held", ("들꽃의료복지사회적협동조합",)),
         ("달밤걷기", "2024-05-18", "cancelled", ("들꽃의료복지사회적협동조합",))],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_way_of_writing(case: tuple[tuple[str, str, str], tuple[str, ...], list[tuple[Any, ...]]]) -> None:
    (title, channel, text), fields, wanted = case
    found = [shown(e, fields) for e in events(title, text, channel)]
    assert sorted(map(str, found)) == sorted(map(str, [tuple(row) for row in wanted]))


@pytest.mark.parametrize(
    ("text", "online"),
    [
        ("한들협동조합은 18일 오후 2시 회계 강좌를 연다. 줌으로 만나며 주소는 전날 보낸다.", True),
        ("한들협동조합은 18일 오후 2시 ‘살림 라이브’를 진행한다.", True),
        ("한들협동조합은 18일 오후 2시 회계 강좌를 연다. 이번에는 화면으로 만난다.", True),
        ("한들협동조합은 18일 오후 2시 새길회관에서 회계 강좌를 연다. 신청은 온라인으로 받는다.", False),
        ("한들협동조합은 18일 오후 2시 회계 강좌를 연다. 25일 오후 2시 온라인 포럼은 따로 연다.", False),
    ],
)
def test_online_is_told_behind_the_day_as_well(text: str, online: bool) -> None:
    found = read(Document("x", "news", "한들 소식", text, PUBLISHED)).events
    assert found[0].online is online
