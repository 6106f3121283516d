"""Which words in front of an event noun belong to its name: «오는 3일 찾아가는 주민설명회» → 찾아가는 주민설명회."""

from __future__ import annotations

import re

# A word that ends so does not belong to the name that follows it.
STOP = re.compile(
    r"(?:에서|에서는|마다|에게|부터|까지|으로|보다|처럼|이라는|라는|하는|되는|있는|없는|열린|"
    r"열리는|위한|위해|통한|대한|관한|가진|맞아|함께|하고|되고|열고|이고|찾고|있고|없고|"
    r"맡고|(?:[가-힣](?:기|들|치|리|우|추|키|누|르|꾸)|받|잡|맞|먹|않|같|찍|적|심|닫|묶|짓)고|으니|나요|[가-힣]다고|해서|면서|와서|가서|어서|아서|셔서|려서|는데|은데|던데|두면|보면|주면|으면|려면|께서|로서|하여|"
    r"[은는이가을를에와과도로의며된할한인던])$|[.,:;·!?)\]』」》〉’”'\"~…→]$"
)


NOT_STOP = re.compile(
    r"(?:마을|가을|겨울|서울|사회|청년|문화|전문가|활동가|창업가|기획가|사업가|작가|"
    r"이웃사이|시인|놀이|어린이|먹거리|도로|진로|판로|경로|회의|교과|주의|정의|협의|토의|논의|"
    r"강의|심의|민주|이사|정기|제도|지도|유도|연대와|조합원의|노동자의|여성의|주민의|"
    r"시민의|청소년의|배달의|찾아가는|더하는|모두의|우리의|내일의|우수|최고|참가|"
    r"평가|국가|성과|효과|결과|서로|미로|활로|공로|노인|장애인|예술인|상인|개인|농업인|"
    r"기업인|여성인|주인|체육인|직장인|나들이|길잡이|걷이|잡이|풀이|몰이|갈이|털이|굽이|벌이|맞이|살이|상가|휴가|요가|음악가|"
    r"혁신가|운동가|예술가|노을|1인|젊은이|늙은이|지킴이|도우미)$"
)


VERB_END = re.compile(
    r"(?:입니다\S*|습니다\S*|하세요\S*|이에요\S*|예요\S*|하게|롭게|스럽게|있게|열릴|펼칠|펼쳐질|이어질|진행될|마련될|개최될|미뤄|밀려|넘게|불러|꾸려|차려|살려|모셔|가져|맡아|찾아|받아|담아|엮어|나눠|모아|따라|열어|모여|"
    r"이어|달리|않으면|하면|되면|오면|맞춰|거쳐|통해|펼쳐|밝혀|아래|"
    r"예보되어|되어|돼|밀려|앞두고|틈타|벗어나|위해|대해|하여|해서|당해|계기로|겸해|곁들여|최근|이날|어제|오늘|"
    r"내일|모레|연내|우편|"
    r"방문|온라인으로|번|이틀간|사흘간|동안|내내|꼭|대부분|특히|또한|처음|이어진|벌어진|펼쳐진|치러진|모인|마친|이후|직후|직전)$"
)


DATE_WORD = re.compile(
    r"^(?:[월화수목금토일]요일\S{0,2}|주말|평일|엊그제|그제|모레|오전|오후|낮|저녁|밤|새벽|정오|매주|매월|매달|"
    r"오는|지난|이번|다음|내달|이달|"
    r"올해|내년|작년|첫날|둘째|마지막|\d{1,2}[일월시분]\S*|\d{1,2}:\d\d\S*|"
    r".*\d[일시](?:부터|까지)?)$"
)


YEAR_WORD = re.compile(r"^(?:20\d\d년?도?|제?\d{1,3}[회차기]|\d{1,3}(?:주년|강|회차|차시)|제\d{1,3}\S{0,3})$")


NTH = re.compile(r"^(?:[가-힣]{1,3}|\d{1,3})번째$|^번째$")


ROOM = re.compile(r"\d층$|\d호$|(?:강당|회의실|대회의실|교육장|광장|공원|체육관|센터에|주차장)$")


# «문을 연 | 일터 견학», «흑자로 돌아선 | 정기총회», «물에 잠긴 | 창고 치우기»: a verb whose own words stand before it
LEFT_VERB = re.compile(
    r"(?:[가-힣]*(?:긴|린|른|친|킨|든|튼|쓴|둔|룬|채운|세운|배운)|연|본|벌인|[가-힣]*(?:돌아|나|들어|맞)선|"
    r"[가-힣]*(?:어|아|여|나|려|다|러|와)온|"
    r"[가-힣]*(?:어|아|여|다|러)간|[가-힣]*(?:와|워|여|려|러|해|어|아)준|만난|끝난|태어난|지난)$"
)
OWN_WORDS = re.compile(r"(?:[을를로에와서]|[가-힣]{2}[이가])$")
"""What stands before a verb of its own: «문을», «흑자로», «물에», «대전에서»."""
# «작년엔», «까치산 말고», «한 주 밀린 만큼», «세 해째», «같이 없네요», «행사 ㅠ», «2/7», «설립 =»
ASIDE = re.compile(
    r"[가-힣]{2,}엔|말고|만큼|이른바|치른|넘긴|돌아선|그럼|담|것|봐|[해달주년]째|[가-힣]+(?:네|어|아|해|세)요|[가-힣]+[쳐춰겨켜]|[가-힣]{2,}(?<!피)해|[ㅋㅎㅠㅜ^;~]+|\d{1,2}/\d{1,2}\S*|[=|→]"
)


NUMERALS = frozenset(("첫", "두", "세", "네", "다섯", "여섯"))
LONGEST = 9  # words of an unquoted name


# «가마 여는 날 행사»
DAY_OF_DOING = re.compile(r"(?<![가-힣])[가-힣]{1,6}\s[가-힣]{1,4}는\s$")


def name_start(sentence: str, head_at: int) -> int:
    """Walk back over the words that belong to the name."""
    first = head_at
    while (
        first
        and not sentence[first - 1].isspace()
        and sentence[first - 1] not in "‘’“”'\"『』「」《》<>[](),·:;△▲◦○□■-–—|=+▷▶①②③④⑤⑥"
    ):
        first -= 1
    if sentence[first:].startswith(("날 ", "날(", "밤 ")):  # «협동조합의 날 기념식»
        first = (
            max(sentence.rfind(" ", 0, max(0, first - 1)) + 1, 0)
            if sentence[max(0, first - 2) : first] == "의 "
            else first
        )
    for _ in range(LONGEST):
        before = sentence[:first].rstrip(" ")
        cut = max(before.rfind(" "), before.rfind("\t")) + 1
        word = before[cut:]
        if word in NUMERALS and sentence.startswith("번째", first):  # «두 번째 클리닉»
            first = cut
            break
        if not word or len(sentence[:first]) - len(before) > 1 or not _belongs(word):
            break
        if has_own_words(word, sentence[:cut]):
            break
        first = cut + len(word) - len(word.lstrip("‘’“”'\"『「《<[("))
        if first != cut:
            break
        if word == "날" and (made := DAY_OF_DOING.search(sentence, 0, first)) is not None:
            return made.start()
        if word == "날" and sentence[max(0, first - 2) : first] == "의 ":
            first = sentence.rfind(" ", 0, first - 2) + 1
    return first


_LOOSE = """
등 가운데 드디어 번 그래서 그러니 그리하여 그중 요건 우리 저희 작년 지난해 이제 곧 올라
다녀온 달 동안 한편 다만 앞서 이어 특히 및 이 그 한 첫 두 세 여러 다른 같은 각 관련 또 그리고 더 전 후 중 모두
대상 현장 안내 결과 벌써 뒤 앞 근처 2층 1층 3층 아울러 놓고 두고 끝나고 아니라 그라고 그러려면 낼 담날 것이 곳
"""
LOOSE = frozenset(_LOOSE.split())
"""Words that stand in front of names and are no part of them."""


def has_own_words(word: str, before: str) -> bool:
    """«문을 | 연», «흑자로 | 돌아선»: whether a word is a verb that what stands before it belongs to."""
    return LEFT_VERB.match(word) is not None and OWN_WORDS.search(before.rstrip(" ")) is not None


def is_left(word: str) -> bool:
    """«치른 | 개소식», «작년엔 | 걷기모임»: whether a word is surely left of a clause."""
    return ASIDE.fullmatch(word) is not None


def _belongs(word: str) -> bool:
    if NTH.match(word):
        return True
    if word[0] in "△▲◦○□■▷▶◇◆●•·-+*※①②③④⑤⑥⑦" or word in ("갈래", "가지", "차례", "다섯", "여섯", "네", "일곱", "여덟"):
        return False
    if YEAR_WORD.match(word):
        return True
    if DATE_WORD.match(word) or word in LOOSE or is_left(word):
        return False
    if ROOM.search(word):
        return False
    if NOT_STOP.search(word) and word[-1] not in ",.:;)]":
        return True
    return not STOP.search(word) and not (len(word) > 1 and VERB_END.search(word))
