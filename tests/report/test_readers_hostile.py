"""Limits of Word packages that no whole file of `tests/hostile` shows: each part, each way to a part, each count."""

from collections.abc import Mapping

import pytest

from report.errors import Failure, UserError
from report.findings import Finding
from report.messages import explain
from report.readers import read_bytes
from report.source import Source
from tests.report.making_docx import (
    FIGURE,
    OFFICE,
    W,
    content_types,
    paragraph,
    parts,
    relationships,
    root,
    run,
    texts,
    zipped,
)

NAME = "报告.docx"
BODY = paragraph(FIGURE)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


def made(changes: Mapping[str, str | bytes | None], **others: str) -> dict[str, str | bytes]:
    """Return a document's parts with some put in place, or taken out where None."""
    whole: dict[str, str | bytes | None] = {**parts(BODY, **others), **changes}
    return {name: content for name, content in whole.items() if content is not None}


def refused(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        read_bytes(data, NAME)
    sentence = explain(caught.value)
    assert NAME in sentence
    assert "{" not in sentence
    return caught.value


def with_declaration(xml: str | bytes, declaration: str) -> str:
    assert isinstance(xml, str)
    return xml.replace("?>", "?>" + declaration, 1)


def reads_the_figure(data: bytes) -> Source:
    source = read_bytes(data, NAME)
    assert FIGURE in texts(source)
    return source


MAIN = parts(BODY)["word/document.xml"]
RELS = parts(BODY, styles="")["word/_rels/document.xml.rels"]


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml"])
def test_a_part_that_inflates_beyond_its_limit_is_refused(part: str) -> None:
    data = zipped(made({part: b"<a>" + b" " * (65 * 1024**2)}, styles=""))
    assert len(data) < 100_000
    assert refused(data).failure is Failure.UNPACKS_TOO_LARGE


def test_the_whole_package_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(made({}, styles="", numbering=""))
    reads_the_figure(data)
    monkeypatch.setattr("report.readers.docx_package._LARGEST_PACKAGE", 2_500)
    assert refused(data).failure is Failure.UNPACKS_TOO_LARGE


def test_a_part_of_millions_of_elements_is_refused() -> None:
    body = "<w:p/>" * 2_100_000
    assert refused(zipped(parts(body))).failure is Failure.UNPACKS_TOO_LARGE


def test_too_many_entries_are_refused() -> None:
    assert refused(zipped(made(dict.fromkeys((f"word/media/{place}" for place in range(5001)), b"")))).failure is (
        Failure.UNPACKS_TOO_LARGE
    )


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"]
)
@pytest.mark.parametrize(
    "declaration",
    [
        LAUGHS,
        "<!DOCTYPE w:document>",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;]>',
    ],
    ids=["laughs", "bare", "file", "network"],
)
def test_every_document_type_is_refused(part: str, declaration: str) -> None:
    whole = made({}, styles="")
    content = whole[part]
    assert isinstance(content, str)
    marked = content if content.startswith("<?xml") else '<?xml version="1.0"?>' + content
    assert refused(zipped({**whole, part: with_declaration(marked, declaration)})).failure is Failure.DTD_NOT_ALLOWED


def test_other_encodings_prefixes_and_the_strict_edition_are_read() -> None:
    assert isinstance(MAIN, str)
    strict = MAIN.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    strict_rels = relationships({"officeDocument": "word/document.xml"}).replace(
        OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships/"
    )
    bare = f"<body><p><r><t>{FIGURE}</t></r></p></body></document>"
    default = f'<document xmlns="{W}">{bare}'
    other = f'<ns0:document xmlns:ns0="{W}">' + bare.replace("<", "<ns0:").replace("<ns0:/", "</ns0:")
    for changes in (
        {"word/document.xml": MAIN.replace("UTF-8", "UTF-16").encode("utf-16")},
        {"word/document.xml": b"\xef\xbb\xbf" + MAIN.encode()},
        {"word/document.xml": other},
        {"word/document.xml": default},
        {"word/document.xml": strict, "_rels/.rels": strict_rels},
    ):
        reads_the_figure(zipped(made(changes)))


def test_a_main_part_is_found_wherever_it_stands() -> None:
    for target, part in (
        ("word/document2.xml", "word/document2.xml"),
        ("/word/document.xml", "word/document.xml"),
        ("./word/../word/document.xml", "word/document.xml"),
        ("word/document.xml", "WORD/DOCUMENT.XML"),
        ("word/document.xml", "word\\document.xml"),
        ("word/%E6%AD%A3%E6%96%87.xml", "word/正文.xml"),
    ):
        changes = {"word/document.xml": None, "_rels/.rels": relationships({"officeDocument": target}), part: MAIN}
        reads_the_figure(zipped(made(changes)))


def test_a_main_part_is_found_without_relationships() -> None:
    reads_the_figure(zipped(made({"_rels/.rels": None})))
    reads_the_figure(zipped(made({"_rels/.rels": None, "[Content_Types].xml": None})))
    elsewhere = {"[Content_Types].xml": content_types(part="/word/main.xml"), "word/main.xml": MAIN}
    reads_the_figure(zipped(made({**elsewhere, "_rels/.rels": None, "word/document.xml": None})))


@pytest.mark.parametrize("target", ["styles.xml", "NULL", "../../../../etc/passwd", "file:///etc/passwd"])
def test_dangling_targets_do_no_harm(target: str) -> None:
    rels = relationships({"styles": target, "numbering": target, "footnotes": target, "settings": target})
    reads_the_figure(zipped(made({"word/_rels/document.xml.rels": rels})))


@pytest.mark.parametrize("cut", [10, 30, 400, -100])
def test_a_truncated_file_is_damaged(cut: int) -> None:
    assert refused(zipped(parts(BODY))[:-cut]).failure is Failure.DAMAGED_FILE


def noticed(source: Source) -> dict[Finding, str]:
    return {notice.finding: notice.detail for notice in source.noticed}


def test_macros_and_templates_and_links_are_told_and_not_opened() -> None:
    rels = relationships({"vbaProject": "vbaProject.bin", "settings": "settings.xml", "image": "!http://127.0.0.1:9/a"})
    changes = {
        "word/_rels/document.xml.rels": rels,
        "word/vbaProject.bin": b"x",
        "word/settings.xml": root("settings", ""),
        "word/_rels/settings.xml.rels": relationships({"attachedTemplate": "!file:///x.dotm", "hyperlink": "!x:y"}),
    }
    assert noticed(reads_the_figure(zipped(made(changes))))[Finding.MACROS_IGNORED] == "宏、外部链接 2 个"


def test_a_macro_type_under_another_name_is_told() -> None:
    types = content_types("application/vnd.ms-word.document.macroEnabled.main+xml")
    assert noticed(reads_the_figure(zipped(made({"[Content_Types].xml": types}))))[Finding.MACROS_IGNORED] == "宏"


def test_embedded_objects_are_told_and_not_opened() -> None:
    ole = '<w:r><w:object><o:OLEObject Type="Embed" r:id="rId9"/></w:object></w:r><w:altChunk r:id="rId8"/>'
    body = paragraph(run(FIGURE) + ole)
    source = reads_the_figure(zipped(parts(body)))
    assert noticed(source)[Finding.MACROS_IGNORED] == "嵌入对象 2 个"


def test_more_paragraphs_than_a_report_can_have_are_refused() -> None:
    assert refused(zipped(parts("<w:p/>" * 200_001))).failure is Failure.TOO_LARGE
    assert refused(zipped(parts(paragraph(f"<w:r>{'<w:t>a</w:t><w:br/>' * 200_001}</w:r>")))).failure is (
        Failure.TOO_LARGE
    )
