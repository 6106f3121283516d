"""A small gnuboard board in our own words: list, posts, errors, feed. People and numbers are invented."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>'
HEAD += '<script>var g5_url = "/"; var g5_bbs_url = "/bbs"; var g5_is_member = ""; var g5_bo_table = "free";</script>'
HEAD += "</head><body>"


@dataclass(frozen=True)
class Post:
    """One post of the board."""

    number: int
    title: str
    body: str
    at: str = "26-11-20 10:00"
    notice: bool = False
    secret: bool = False
    hits: int = 3
    nickname: str = "감자밭"


def view(post: Post) -> str:
    """The page of a post, with a counter that changes and a comment that must not be kept."""
    return (
        HEAD.format(title=f"{post.title} > 자유게시판 | 두레마을")
        + f'<article id="bo_v"><header><h2 id="bo_v_title"><span class="bo_v_tit">{post.title}</span></h2></header>'
        + f'<section id="bo_v_info"><span class="sv_member">{post.nickname}</span>'
        + f'<strong class="if_date">{post.at}</strong> 조회 <strong>{post.hits}회</strong>'
        + " 댓글 <strong>1건</strong></section>"
        + f'<section id="bo_v_atc"><div id="bo_v_con"><p>{post.body}</p></div></section>'
        + '<section id="bo_vc"><article id="c_9"><span class="sv_member">옥수수</span>'
        + "<p>댓글 내용</p></article></section>"
        + "</article></body></html>"
    )


def listing(posts: list[Post], pages: int = 1, page: int = 1, base: str = "") -> str:
    """A list page; notices first, as the engine prints them."""
    rows = "".join(_row(post, base) for post in posts)
    paging = "".join(
        f'<a href="{base}/bbs/board.php?bo_table=free&amp;page={n}" class="pg_page">{n}</a>'
        if n != page
        else f'<strong class="pg_current">{n}</strong>'
        for n in range(1, pages + 1)
    )
    return (
        HEAD.format(title=f"자유게시판 {page} 페이지 | 두레마을")
        + f'<div id="bo_list"><div id="bo_list_total"><span>Total {len(posts)}건</span> {page} 페이지</div>'
        + f'<table class="tbl_head01"><tbody>{rows}</tbody></table>'
        + f'<nav class="pg_wrap"><span class="pg">{paging}</span></nav></div></body></html>'
    )


def _row(post: Post, base: str) -> str:
    lock = '<i class="fa fa-lock"></i>' if post.secret else ""
    number = "공지" if post.notice else str(post.number)
    link = f"{base}/bbs/board.php?bo_table=free&amp;wr_id={post.number}"
    return (
        f'<tr class="{"bo_notice" if post.notice else ""}"><td class="td_num2">{number}</td>'
        f'<td class="td_subject"><div class="bo_tit"><a href="{link}">'
        f"{lock}{post.title}</a></div></td>"
        f'<td class="td_name sv_use"><span class="sv_member">{post.nickname}</span></td>'
        f'<td class="td_num">{post.hits}</td><td class="td_datetime">{post.at[3:8]}</td></tr>'
    )


def gone() -> str:
    """What the engine answers, with status 200, for a post that is not there any more."""
    said = "글이 존재하지 않습니다.\\n글이 삭제되었거나 이동한 경우입니다."
    return (
        HEAD.format(title="오류안내 페이지")
        + f'<script>alert("{said}"); document.location.replace("/");</script></body></html>'
    )
