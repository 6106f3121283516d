"""How places end, and what stands in front of «에서» and is none. A new kind of place is one word here."""

from __future__ import annotations

import re

from pipelines.korean.alternatives import spelled_out, together


def _at_end(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{together(spelled_out(pattern))})$")


# No place: bodies that act, abstract things «에서» stands behind.
_NOT_FIRST = ("아직", "미정", "추후", "이렇", "이에", "그에", "원래", "본래", "개별")
_NOT_LAST = _at_end(
    r"기업|조합|단체|측|쪽|정부|과정|자리|가운데|중|측면|"
    r"차원|분야|부문|총회|회의|포럼|"
    r"행사|간담회|심사|사업|입장|인터뷰|축사|기조연설|발표|강연|사회|현장|뒤|속|전국|도내|"
    r"관내|국내|해외|세계|지역|우리|여기|거기|이곳|그곳|곳곳|"
    r"교육청|진흥원|위원회|(?:지|레터|회보|지난|이번|통신)\s?\d{2,3}호|사례|상황|이\s?날|토론|답변|공모|평가|대회|어디|누리집|홈페이지|온라인|밴드|카페에"
)
_NUMBER_ALONE = re.compile(r"\s?\d{2,3}호")
PLACE_WORD = _at_end(
    r"센터|회관|강당|광장|공원|시청|구청|군청|도청|청사|대학교?|학교|고|중|초|도서관|"
    r"복지관|문화원|문화관|체육관|기념관|박물관|미술관|극장|홀|호텔|로비|옥상|회의실|"
    r"교육장|교육실|강의실|세미나실|사랑방|마당|거리|시장|상가|"
    r"역|카페|책방|파크|타워|빌딩|플라자|캠퍼스|연수원|수련원|유원지|해변|숲|섬|동|읍|면|"
    r"리|로|길|층|호|앞|일원|일대|주차장|운동장|사무실|사무국|본사|공방|식당|한옥|사무소|보건소|활력소|배움터|허브|"
    r"스퀘어|작업장|분교|경로당|다락|컨벤션센터|창원|성당|교회|절|폭포|터|마을|아트홀|플랫폼|진흥원|문고|허브|랩|"
    r"창고|상상청|공간|교실|시청각실|매점|도서실|전시장|둔치|지하상가|쉼터|놀이터|텃밭|"
    r"농장|목장|밭|들녘|들판|들머리|논|과수원|갯벌|CM|하우스|회의장|부엌|방|댁|점|스페이스|라운지|혁신타운|"
    r"클럽|관|별관|본관|장터|포구|선착장|공연장|무대|경기장|체험장|사업장|캠핑장|해수욕장|정수장|집하장|매장|잔디밭|"
    r"(?:목적|상담|상황|조리|배움|전시|전산|연습|접견|활동|나눔|실습|자료|열람|동아리|프로그램|목공|작업|미술|음악|대기)실|마루|공작소|창작소|제작소|"
    r"스튜디오|갤러리|입구|출구|정문|후문|데스크|복도|계산대|골목|모퉁이|옆|뒤|밑|아래|뜰|천막|방앗간|어린이집|유치원|양조장|의집|아파트|"
    r"터전|솔숲|터미널|정류장|전망대|호수|저수지|나루|청년몰|우체국|폐교|정자|향교|서원|생산지|지하\s?\d층|B\d|"
    r"살롱|책마루|(?:국숫|국밥|밥|찻|빵|술|청국장|고깃|떡|칼국수|맥줏|두붓|한정식|맛)집"
)


def no_place(words: str) -> bool:
    """«추후 공지», «경기지역 기업», «협동조합 회의»: nowhere, somebody or something that happens.

    «양동시장 복개상가 뒤» is a place, «나눈 뒤» is none.
    """
    if words.endswith(" 뒤") and PLACE_WORD.search(words[:-2]):
        return words.startswith(_NOT_FIRST)
    return words.startswith(_NOT_FIRST) or bool(_NOT_LAST.search(words) or _NUMBER_ALONE.fullmatch(words))
