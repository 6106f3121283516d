"""What papers put into the container of the text, and what only looks like it: (name, markup, lines that are text).

Each fragment stands after the paragraphs of an article unless it says where else.
"""

# ruff: noqa: E501 (pages and lines of papers are data: one line each)

from __future__ import annotations

OPENING = "바람골시가 20일 마을 장터 터를 넓힌다고 밝혔다. 장터는 다음 달 6일 문을 연다."
MIDDLE = "장터를 꾸리는 조합은 자릿세를 석 달 동안 받지 않기로 했다."
CLOSING = "문의는 바람골마을장터(055-000-7103)로 하면 된다."

# After the text, and not text.
AFTER = {
    "signature": "<p>공나루 기자 a@example.com</p>",
    "signature with slash": "<p>/공나루 기자</p>",
    "signature in brackets": "<p>[바람골신문=공나루 기자]</p>",
    "signature by name and mail": "<p>공나루 a@example.com</p>",
    "signature without a space": "<p>공나루기자 a@example.com</p>",
    "signature of a branch": "<p>산내들지사 공나루 기자 a@example.com</p>",
    "two signatures": "<p>공나루·목한별 기자</p>",
    "photo credit": "<p>글·사진=공나루 기자</p>",
    "signature on the right": '<p style="text-align:right">공나루 시민기자</p>',
    "mail alone": "<p>a@example.com</p>",
    "signature and copyright": "<p>공나루 기자 a@example.com</p><p>&lt;저작권자 ⓒ 바람골신문, 무단 전재 및 재배포 금지&gt;</p>",
    "copyright for machines": "<p>저작권자 © 바람골신문 무단전재, 재배포 및 AI학습 이용 금지</p>",
    "copyright sentence": "<p>이 기사의 저작권은 바람골신문에 있습니다.</p>",
    "tips": "<p>기사제보 및 보도자료 press@example.com</p>",
    "share words": "<p>페이스북 트위터 카카오톡 URL복사</p>",
    "hashtags": "<p>#바람골 #마을장터 #사회적경제</p>",
    "other articles": '<p><strong>관련기사</strong></p><ul><li><a href="/news/articleView.html?idxno=61">들녘시 상수도관 교체</a></li></ul>',
    "other articles with leads": '<div class="article-relation"><h4>함께 보면 좋은 기사</h4><dl><dt><a href="/news/articleView.html?idxno=62">새 도서관</a></dt><dd>새 도서관이 12일 문을 열었다. 책은 3만 권이다.</dd></dl></div>',
    "links without a heading": '<ul><li><a href="/news/articleView.html?idxno=61">들녘시 상수도관 교체 마무리</a></li><li><a href="/news/articleView.html?idxno=63">산책로 다시 열려</a></li></ul>',
    "arrow links": '<p>☞ <a href="/news/articleView.html?idxno=61">들녘시 상수도관 교체 마무리</a></p><p>☞ <a href="/news/articleView.html?idxno=63">산책로 다시 열려</a></p>',
    "reporter's box": '<div class="reporter_box"><strong>공나루 기자</strong><a>다른기사 보기</a></div>',
    "reporter's articles": "<p>공나루 기자의 다른기사 보기</p>",
    "machine questions": '<div class="ai-faq"><p>장터는 언제 열리나요?</p><p>다음 달 6일에 열립니다.</p></div>',
    "machine questions by heading": "<h4>AI가 뽑은 질문</h4><ul><li>장터는 언제 열리나요?</li><li>자릿세는 얼마인가요?</li></ul>",
    "machine summary": '<section class="gpt-summary"><b>3줄 요약</b><p>장터가 열린다. 자릿세가 없다. 조합이 꾸린다.</p></section>',
    "gate": "<p>이 기사의 나머지는 유료회원만 볼 수 있습니다.</p>",
    "gate of a login": '<div class="login-box">전체 기사를 보시려면 로그인해 주세요. <a href="/member/login.html">로그인</a></div>',
    "gate of a subscription": "<p>기사 전문은 정기구독자에게만 제공됩니다.</p>",
    "advertisement label": "<p>광고</p>",
    "fixed height": '<div style="width:300px;height:250px;"><a href="http://ad.example/">여름 특가</a></div>',
    "donation": '<div class="donation"><p>바람골신문은 독자의 후원으로 만듭니다. 후원해 주세요.</p><a>후원하기</a></div>',
    "reactions": '<div class="emoji-for-3"><span>좋아요 0</span><span>슬퍼요 1</span></div>',
    "hidden": '<div style="display:none">검색 로봇만 읽는 말이다.</div>',
}  # fmt: skip

# Beside a picture, and not text: (markup, caption).
CAPTIONS = {
    "figcaption": ("<figure><img src=a.jpg><figcaption>▲ 장터 터</figcaption></figure>", "장터 터"),
    "table": ("<table><tr><td><img src=a.jpg></td></tr><tr><td>장터 터. 바람골시 제공</td></tr></table>", "장터 터. 바람골시 제공"),
    "class": ("<div class='photo'><img src=a.jpg><p class='photo_desc'>장터 터</p></div>", "장터 터"),
    "arrow": ("<p><img src=a.jpg></p><p>▲ 장터 터</p>", "장터 터"),
    "double arrow": ("<p><img src=a.jpg></p><p>↑↑ 장터 터</p>", "장터 터"),
    "arrow between breaks": ("<img src=a.jpg><br>▲ 장터 터<br>", "장터 터"),
    "arrow and paper": ("<img src=a.jpg><br>▲ 장터 터 ⓒ바람골신문<br>", "장터 터"),
    "middle": ("<p style='text-align:center'><img src=a.jpg></p><p style='text-align:center'>장터 터</p>", "장터 터"),
    "small": ("<center><img src=a.jpg></center><p><font size=2>장터 터</font></p>", "장터 터"),
    "photo credit": ("<p><img src=a.jpg></p><p>▲ 장터 터 [사진=바람골시]</p>", "장터 터 [사진=바람골시]"),
}  # fmt: skip

# Text, although it looks like the above: markup → its lines.
KEPT = {
    "sentence with a reporter": ("<p>그는 한때 기자였다.</p>", ["그는 한때 기자였다."]),
    "writer's note": ("<p>※ 필자는 바람골마을장터 이사로 일하고 있습니다.</p>", ["※ 필자는 바람골마을장터 이사로 일하고 있습니다."]),
    "writer's note in a box": ('<div class="writer-note"><p>공나루는 바람골에서 농사를 지으며 글을 쓴다.</p></div>', ["공나루는 바람골에서 농사를 지으며 글을 쓴다."]),
    "makers": ("<p>촬영·편집 낭다인, 내레이션 두고은.</p>", ["촬영·편집 낭다인, 내레이션 두고은."]),
    "quotation": ("<blockquote><p>“장터는 모두의 것이다.”</p></blockquote>", ["“장터는 모두의 것이다.”"]),
    "heading": ("<p><strong>무엇이 달라지나</strong></p><p>전기와 수도가 들어온다.</p>", ["무엇이 달라지나", "전기와 수도가 들어온다."]),
    "heading in the middle": ("<p style='text-align:center'><b>사람들</b></p><p>열네 집이 함께한다.</p>", ["사람들", "열네 집이 함께한다."]),
    "list": ("<ul><li>대상: 바람골 주민</li><li>신청: 12월 1일까지</li></ul>", ["대상: 바람골 주민", "신청: 12월 1일까지"]),
    "marks in prose": ("<p>△전기 △수도 △그늘막은 조합이 갖춘다.</p>", ["△전기 △수도 △그늘막은 조합이 갖춘다."]),
    "list of marks": ("<p>▲ 대상: 주민 누구나</p><p>▲ 신청: 누리집</p>", ["▲ 대상: 주민 누구나", "▲ 신청: 누리집"]),
    "table": ("<table><tr><td>구분</td><td>올해</td></tr><tr><td>농가</td><td>14곳</td></tr></table>", ["구분\t올해", "농가\t14곳"]),
    "link in a sentence": ('<p>자세한 것은 <a href="/news/articleView.html?idxno=61">지난 기사</a>에 있다.</p>', ["자세한 것은 지난 기사에 있다."]),
    "sentence on copyright": ("<p>조합은 저작권자와 쓰임새를 새로 정했다고 밝혔다.</p>", ["조합은 저작권자와 쓰임새를 새로 정했다고 밝혔다."]),
    "members in prose": ("<p>조합 회원만 볼 수 있던 장부를 누구나 보게 했다.</p>", ["조합 회원만 볼 수 있던 장부를 누구나 보게 했다."]),
    "price": ("<p>384쪽. 1만8000원</p>", ["384쪽. 1만8000원"]),
    "line height": ("<div style='line-height:30px'>한 칸은 두 평이다</div>", ["한 칸은 두 평이다"]),
    "broadcast marks": ("<p>◀앵커▶</p><p>장터 소식입니다.</p>", ["◀앵커▶", "장터 소식입니다."]),
    "sentence on rights": ("<p>저작권자에게 알리지 않고 쓴 사진은 내렸다.</p>", ["저작권자에게 알리지 않고 쓴 사진은 내렸다."]),
    "invitation": ("<p>누리집에서 회원 가입 후 신청하세요.</p>", ["누리집에서 회원 가입 후 신청하세요."]),
    "figures": ("<p>등록 2025명, 참가 1340명</p>", ["등록 2025명, 참가 1340명"]),
    "office line": ("<p>바람골마을장터 055-000-7103, market@example.com</p>", ["바람골마을장터 055-000-7103, market@example.com"]),
}  # fmt: skip
