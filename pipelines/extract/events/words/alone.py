"""Whether an event noun stands for itself: not the start of another word («교육청»), no place, no means."""

from __future__ import annotations

import re

BEHIND_HEAD = re.compile(
    r"(?:서에\s(?:도장|서명|함께)|서를\s(?:맺|주고|교환)|을|를|이|가|은|는|의|에|도|로|으로|과|와|에서|에는|에선|까지|인|이다|입니다|"
    r"이에요|이라|이란|인데|이며|이고|만|장|문|실|관련|및|차|별|날|이었|였|한다|했|합니다|"
    r"하기|참가|참석|참여|모집|접수|"
    r"개최|시작|진행|운영|취소|연기|안내|신청|다녀|열|을\s|일정|[^가-힣A-Za-z0-9]|$|\d)"
)


# «교육청», «학교운영위원회», «총회자료집», «모임방»: the noun is only the start of another word.
NOT_BEHIND = re.compile(
    r"^(?:의실|실(?:에|은|이|로|서|의|을|\W|$)|장소|장관|청|부장관|지원청|비(?:[가-힣]|\b)|생(?:은|"
    r"을|이|\s|\d)|과장|실장|원장|자|팀|기관|공간|관(?:에|은|이)|재단|자료|안건|위원|"
    r"\s?(?:전날|이튿날|다음\s?날)|사업단|단체|기업|기간|전문|법인|가\s?(?:단체|기업)|의원)"
)


PERSONS = re.compile(
    r"^(?:이사장|장(?:은|이|을)|가(?:들|는|와)|\s(?:활동가|강사|전문가|담당자|관계자|연구자|기획자|종사자|실무자|매니저)(?:들|가|는|를|와|\s))"
)


def ends_word(sentence: str, end: int) -> bool:
    rest = sentence[end : end + 8]
    return not NOT_BEHIND.match(rest) and BEHIND_HEAD.match(rest) is not None and not PERSONS.match(rest)


YARDS = frozenset(("마당", "사랑방", "놀이터", "시장"))


MEANS = frozenset(("방송", "캠페인", "프로그램"))


PLACE_LIKE = frozenset(("마당", "시장", "장", "사랑방", "놀이터", "학교", "교실"))
"""What is a place where «에서» stands behind it: «센터 마당에서 김장을 담근다»."""


BY_SCREEN = re.compile(r"로(?=[\s,.])|\s?(?:줌|프로그램|앱|방|주소|링크|시스템|접속|창)")  # «16일 14시 화상회의 줌으로»


SESSION = re.compile(r"제\s?\d{1,3}회\s(?:[가-힣]{2,8}\s)?(?:정례회|임시회)\s(?:제?\s?\d차\s)?본$")


RUN_OF = re.compile(r"\s?기간(?:\s?(?:중|내내|동안)|\s[월화수목금토일매])")


def part_of_other(sentence: str, start: int, head: str) -> bool:
    """«초등학교», «판동학교» are places; «시장» is a mayor; «장» alone is any place."""
    before = sentence[max(0, start - 3) : start]
    if head == "학교":
        named = re.search(r"[가-힣]{1,4}$", sentence[:start]) and re.match(r"(?:은|는|을|를)\s", sentence[start + 2 :])
        if named and not re.search(r"(?:초등|중|고등|고|대|여자|특수|이|그|각|저|우리|모교)\s?$", sentence[:start]):
            return False  # «바다학교는 7월 26일부터 …»
        if re.search(r"(?:여는|하는|열리는)\s[가-힣]{1,4}$", sentence[:start]):
            return False  # «조합에서 여는 건강학교도 있어요»
        return not re.search(
            r"(?:마을|협동조합\s?|시민|부모|청년|주말|아카데미|경제\s?|여름|겨울|창업\s?|돌봄\s?|"
            r"도시농부|귀농)$",
            sentence[:start],
        )
    if RUN_OF.match(sentence, start + len(head)):  # «전시 기간 일요일마다»
        return True
    if head == "주간" and re.search(r"[0-9한두세네몇]\s?$", before):  # «6주간 이어진다»
        return True
    if head == "장터" and before.endswith("나라"):  # the state's web shop for what offices buy
        return True
    if head == "회의" and before.endswith("화상") and BY_SCREEN.match(sentence, start + len(head)):
        return True
    if head == "전시" and before.endswith("대"):  # 대전시
        return True
    if head == "회의" and before.endswith("본"):  # a council's session, told by its number or by the way
        return SESSION.search(sentence[:start]) is None
    if head == "회의" and before[-1:] in tuple("사협대교국의합원"):  # 사회의, 위원회의
        return True
    if head in MEANS and sentence[start + len(head) :].startswith(("으로", "을 통해", "를 통해", "에서")):
        return True
    if head in PLACE_LIKE and sentence[start + len(head) :].startswith(("에서", "으로 ", "에 모")):
        return True
    if head in YARDS and sentence[start + len(head) :].startswith("에 "):  # «문화예술촌 마당에 … 장이 선다»
        return True
    if head == "마당" and re.search(r"[앞뒤안옆]\s?$|매장\s?$", sentence[:start]):  # «매장 앞마당» is a place
        return True
    if head == "시장":
        return not re.search(r"(?:벼룩|나눔|프리|달빛|야|알뜰)\s?$", before)
    if head in ("인가", "설명", "만남", "설립", "장", "과정", "교실", "교육", "공고", "나눔", "전시", "주간"):
        return (before[-1:].isalpha() and head in ("인가", "설명")) or _bare_common(sentence, start, head)
    return False


def _bare_common(sentence: str, start: int, head: str) -> bool:
    if head in ("교육", "과정"):  # «교육 대상», «교육·지역재생 사례» speak of a field
        return sentence[start + len(head) : start + len(head) + 1] in ("·", "과", "의", "(")
    return False
