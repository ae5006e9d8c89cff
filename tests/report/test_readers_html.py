"""Web pages: the text without what surrounds it, whatever the encoding; nothing of the text is lost."""

import base64
import quopri
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.errors import Failure, UserError
from report.findings import Finding
from report.readers import read_bytes
from report.source import LineKind, Source

NAME = "报告.html"
TITLE = "云岫镇2025年政府工作报告"
PARAGRAPHS = [
    "各位代表：",
    "现在，我代表镇人民政府报告工作，请予审议。",
    "一、2025年工作回顾",
    "全年规模以上工业总产值完成11.84亿元，增长7.6%；粮食总产量达到1.36万吨。",
    "二、2026年工作安排",
    "新建高标准农田1800亩，改造户厕150户，村村都要见到变化。",
]
MENU = "".join(
    f'<li><a href="/{word}">{word}</a></li>' for word in ("首页", "政务公开", "政务服务，网上办", "互动交流")
)
TEXT = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html>\n<html><head><title>{TITLE}_云岫镇人民政府网</title>{head}</head><body>{body}</body></html>"
    )


def read(html: str | bytes, name: str = NAME) -> Source:
    return read_bytes(html if isinstance(html, bytes) else html.encode(), name)


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def noticed(source: Source) -> dict[Finding, str]:
    return {notice.finding: notice.detail for notice in source.noticed}


def failure(data: bytes, name: str = NAME) -> Failure:
    with pytest.raises(UserError) as caught:
        read_bytes(data, name)
    return caught.value.failure


def site(content: str) -> str:
    return page(
        f'<div class="header"><ul>{MENU}</ul></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; 公开</div>'
        f"<h1>{TITLE}</h1><div>来源：党政办 <span>字号：大 中 小</span></div>{content}"
        "<div>版权所有：云岫镇人民政府，未经许可不得转载。 <a href='/b'>某ICP备00000000号</a></div>"
        "<script>var 变量 = '脚本里的话，不是正文。';</script>"
    )


@pytest.mark.parametrize(
    "opening",
    ['<div class="TRS_Editor">', '<div id="zoom"><div class="view">', "<article>", "<div><div><div>", "<div>"],
)
def test_menus_paths_and_feet_are_left_out_and_the_title_is_kept(opening: str) -> None:
    close = "</article>" if opening == "<article>" else "</div>" * opening.count("<div")
    source = read(site(f"{opening}{TEXT}{close}"))
    assert texts(source) == [TITLE, *PARAGRAPHS]
    assert Finding.PAGE_FRAME_LEFT_OUT in noticed(source)


def test_a_page_laid_out_by_tables_is_read() -> None:
    source = read(
        page(f"<table><tr><td><ul>{MENU}</ul></td><td><table><tr><td>{TEXT}</td></tr></table></td></tr></table>")
    )
    assert texts(source) == [TITLE, *PARAGRAPHS]


def test_the_title_is_the_one_that_sites_must_declare() -> None:
    declared = '<meta name="ArticleTitle" content="工作报告（全文）">'
    source = read(page(f"<ul>{MENU}</ul><div class='con'>{TEXT}</div>", declared))
    assert texts(source)[0] == "工作报告（全文）"


def test_a_title_within_the_text_is_not_repeated() -> None:
    source = read(site(f"<div class='TRS_Editor'><h1>{TITLE}</h1>{TEXT}</div>"))
    assert texts(source) == [TITLE, *PARAGRAPHS]


def test_pasted_text_is_kept_whole() -> None:
    source = read("<h2>云岫镇</h2><p>短的一行</p><div><p>全年完成11.84亿元，增长7.6%。</p></div>附件<br>名单")
    assert texts(source) == ["云岫镇", "短的一行", "全年完成11.84亿元，增长7.6%。", "附件", "名单"]
    assert not source.noticed


def test_breaks_entities_and_blanks() -> None:
    html = "<p>一&mdash;二&nbsp;&#x4E09;&amp;&lt;b&gt;<br/>　　下一\n   行<b>粗</b><sup>[1]</sup></p>末<!-- 注 -->行"
    assert texts(read(f"<html><body>{html}</body></html>")) == ["一—二 三&<b>", "下一行粗[1]", "末行"]


def test_a_table_of_data_is_rows() -> None:
    rows = "<tr><th>项目</th><th>完成</th></tr><tr><td><p>茶园</p><p>面积</p></td><td>1.11万亩</td></tr>"
    source = read(f"<html><body><p>前面</p><table>{rows}</table>后面</body></html>")
    assert [(line.text, line.kind) for line in source.lines] == [
        ("前面", LineKind.PARAGRAPH),
        ("项目\t完成", LineKind.TABLE_ROW),
        ("茶园 面积\t1.11万亩", LineKind.TABLE_ROW),
        ("后面", LineKind.PARAGRAPH),
    ]


def test_headings_are_evidence_but_for_the_title() -> None:
    html = f"<html><body><h1>{TITLE}</h1><h2>一、回顾</h2><p>完成了，很好。</p><h3>（一）农业</h3></body></html>"
    assert [line.outline_level for line in read(html).lines] == [None, 2, None, 3]


def test_what_is_not_shown_is_left_out_and_told() -> None:
    source = read(f"<html><body>{TEXT}<div style='display: none'>藏着的<b>话</b></div><p hidden>也藏</p></body></html>")
    assert texts(source) == PARAGRAPHS
    assert noticed(source)[Finding.HIDDEN_TEXT] == "共 6 个字"


LINE = st.text(st.characters(categories=["Lo", "Nd", "Po", "Lu"], max_codepoint=0x9FFF), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=8), st.sampled_from(["p", "div", "section", "li", "td"]))
def test_no_text_of_the_main_block_is_lost(paragraphs: list[str], name: str) -> None:
    inner = "".join(f"<{name}>{escape(paragraph)}</{name}>" for paragraph in paragraphs)
    inner = f"<table><tr>{inner}</tr></table>" if name == "td" else inner
    source = read(site(f"<div class='TRS_Editor'>{TEXT}{inner}{TEXT}</div>"))
    together = "".join("".join(line.text.split()) for line in source.lines)
    assert "".join("".join(paragraph.split()) for paragraph in paragraphs) in together


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gbk"),
        ("utf-8", "utf-8"),
        ("big5", "big5"),
        ("utf-8", "gbk"),  # declared wrongly
        ("gb2312", "utf-8"),
        ("", "gbk"),
        ("", "utf-8"),
        ("", "utf-16"),
        ("nonsense", "utf-8"),
        ("utf-16", "utf-8"),
    ],
)
def test_the_encoding_is_found(declared: str, codec: str) -> None:
    words = "政府工作，人民代表" if codec == "big5" else "镕基㛃工作，很好。" if codec != "gbk" else "镕基工作，很好。"
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    html = page(f"<p>{words}</p>" * 5, meta).replace(TITLE, "").replace("_云岫镇人民政府网", "")
    assert texts(read(html.encode(codec))) == [words] * 5


@pytest.mark.parametrize("name", ["报告.htm", "报告.html", "报告.doc", "报告.docx", "报告", "报告.txt"])
def test_a_web_page_is_read_under_every_name_but_pdf(name: str) -> None:
    assert texts(read(page(TEXT), name)) == PARAGRAPHS
    assert failure(page(TEXT).encode(), "报告.pdf") is Failure.WRONG_CONTENT


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
@pytest.mark.parametrize("start", ["", "From: <Saved by Blink>\r\nSubject: =?utf-8?B?5oql5ZGK?=\r\n"])
def test_a_page_saved_as_one_file_is_read(encoding: str, start: str) -> None:
    html = site(f"<div class='TRS_Editor'>{TEXT}</div>").encode("gb18030")
    body = base64.encodebytes(html) if encoding == "base64" else quopri.encodestring(html)
    head = f'{start}MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    part = f'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'
    rest = b"\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    assert texts(read((head + part).encode() + body + rest, "报告.mht")) == [TITLE, *PARAGRAPHS]


def test_an_archive_without_a_page_is_damaged() -> None:
    assert failure(b"MIME-Version: 1.0\n", "报告.mht") is Failure.DAMAGED_FILE
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (at, at) for at in range(20_000))
    assert failure(b"MIME-Version: 1.0\n" + nested, "报告.mht") is Failure.DAMAGED_FILE


def test_a_page_without_text_says_so() -> None:
    for html in ("<html></html>", page("<script>x</script>"), "<html><frameset><frame src='a.htm'></frameset></html>"):
        assert failure(html.encode()) is Failure.NO_TEXT


@pytest.mark.parametrize("inner", ["div", "span", "table><tr><td", "b", "ul><li", "font", "p"])
def test_deep_pages_are_read(inner: str) -> None:
    close = "".join(f"</{name}>" for name in reversed(inner.split("><")))
    html = f"<{inner}>" * 20_000 + TEXT + close * 20_000
    assert texts(read(page(html)))[-len(PARAGRAPHS) :] == PARAGRAPHS


def test_wide_pages_are_read_and_endless_ones_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    html = page("<p>一行，又一行。</p>" * 20_000)
    assert len(read(html).lines) == 20_000
    monkeypatch.setattr("report.readers.html.MOST_LINES", 19_999)
    assert failure(html.encode()) is Failure.TOO_LARGE
    monkeypatch.setattr("report.readers.html_tree.MOST_ELEMENTS", 999)
    assert failure(page("<i>" * 1_000).encode()) is Failure.TOO_LARGE


def test_a_long_stretch_without_a_break_is_whole() -> None:
    long = "字" * 11_000_000
    assert texts(read(page(f"<p>{long}</p>"))) == [long]


def test_nothing_is_fetched_and_no_entity_is_read() -> None:
    html = (
        '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body><p>前面，&e;后面。</p>'
        '<iframe src="http://127.0.0.1:9/"></iframe><img src="http://127.0.0.1:9/"></body></html>'
    )
    assert all("root:" not in text for text in texts(read(html)))
