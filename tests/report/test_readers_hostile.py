"""Hostile, damaged and odd Word packages: a clear sentence or the text, never more than was asked for."""

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest

from report.errors import Failure, UserError
from report.findings import Finding
from report.messages import explain
from report.readers import read_bytes
from report.source import Source
from tests.report.making_docx import (
    FIGURE,
    NAMESPACES,
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


def test_parts_that_are_no_text_are_not_inflated_at_all() -> None:
    reads_the_figure(zipped(made({"word/media/image1.png": b"\0" * (70 * 1024**2)})))


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


def test_entries_that_share_bytes_are_refused() -> None:
    data = bytearray(zipped(made({"word/media/a": b"1" * 5000, "word/media/b": b"2" * 5000}, styles="")))
    offsets: list[int] = []
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        offsets.append(at)
        at = data.find(b"PK\x01\x02", at + 1)
    data[offsets[-1] + 42 : offsets[-1] + 46] = data[offsets[-2] + 42 : offsets[-2] + 46]
    assert "重叠" in refused(bytes(data)).facts["cause"]


def test_odd_entry_names_are_not_followed() -> None:
    names = ("../../PWNED", "/tmp/PWNED", "..\\..\\PWNED", "C:\\PWNED", "\\\\host\\share", "CON", "word/a\0b")  # noqa: S108
    reads_the_figure(zipped(made(dict.fromkeys(names, b"x"))))


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


def test_an_entity_that_is_used_is_refused_also_in_utf16() -> None:
    declared = with_declaration(MAIN, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>').replace(FIGURE, "&e;")
    for xml in (declared.encode(), declared.replace("UTF-8", "UTF-16").encode("utf-16")):
        assert refused(zipped(made({"word/document.xml": xml}))).failure is Failure.DTD_NOT_ALLOWED


def test_deep_xml_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 100_000 + BODY + "</w:sdtContent></w:sdt>" * 100_000
    error = refused(zipped(parts(deep)))
    assert error.failure is Failure.DAMAGED_FILE
    assert "嵌套过深" in error.facts["cause"]


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


def test_bad_bytes_in_a_part_are_damage() -> None:
    assert isinstance(MAIN, str)
    bad = MAIN.encode().replace(FIGURE.encode(), FIGURE.encode("gbk"))
    assert refused(zipped(made({"word/document.xml": bad}))).failure is Failure.DAMAGED_FILE


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


def test_a_missing_main_part_is_named() -> None:
    assert "没有正文部分" in refused(zipped(made({"word/document.xml": None}))).facts["cause"]


@pytest.mark.parametrize("target", ["styles.xml", "NULL", "../../../../etc/passwd", "file:///etc/passwd"])
def test_dangling_targets_do_no_harm(target: str) -> None:
    rels = relationships({"styles": target, "numbering": target, "footnotes": target, "settings": target})
    reads_the_figure(zipped(made({"word/_rels/document.xml.rels": rels})))


def test_two_parts_of_one_name_are_refused() -> None:
    twice = zipped(made({"word/documenu.xml": root("document", f"<w:body>{paragraph('别的')}</w:body>")}))
    assert refused(twice.replace(b"word/documenu.xml", b"word/document.xml")).failure is Failure.DAMAGED_FILE


@pytest.mark.parametrize("cut", [10, 30, 400, -100])
def test_a_truncated_file_is_damaged(cut: int) -> None:
    assert refused(zipped(parts(BODY))[:-cut]).failure is Failure.DAMAGED_FILE


def test_junk_before_the_zip_does_not_matter_and_zeros_after_it_are_damage() -> None:
    data = zipped(parts(BODY))
    reads_the_figure(b"junk" * 250 + data)
    assert refused(data + b"\0" * 200_000).failure is Failure.DAMAGED_FILE


def test_a_flipped_byte_is_damage() -> None:
    data = zipped(parts(BODY), zipfile.ZIP_STORED)
    at = data.find(FIGURE.encode())
    assert refused(data[:at] + b"\xe6" + data[at + 1 :]).failure is Failure.DAMAGED_FILE


def test_stored_entries_are_read_and_other_methods_refused() -> None:
    reads_the_figure(zipped(parts(BODY), zipfile.ZIP_STORED))
    assert refused(zipped(parts(BODY), zipfile.ZIP_BZIP2)).failure is Failure.DAMAGED_FILE
    unknown = bytearray(zipped({"word/document.xml": b"x"}))
    unknown[8:10] = struct.pack("<H", 99)
    central = unknown.find(b"PK\x01\x02")
    unknown[central + 10 : central + 12] = struct.pack("<H", 99)
    assert refused(bytes(unknown)).failure is Failure.DAMAGED_FILE


def test_an_encrypted_zip_has_a_password() -> None:
    data = bytearray(zipped({"word/document.xml": b"x"}))
    data[6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)).failure is Failure.PASSWORD_PROTECTED


def test_a_zip_written_as_a_stream_is_read() -> None:
    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

    stream = Pipe()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts(BODY).items():
            package.writestr(name, content)
    reads_the_figure(stream.getvalue())


@pytest.mark.parametrize("data", [b"P", b"\0" * 100_000, b"PK\x05\x06" + b"\0" * 18, b"version https://git-lfs\n"])
def test_what_is_no_package_is_damaged(data: bytes) -> None:
    assert refused(data).failure is Failure.DAMAGED_FILE


def test_a_document_without_text_says_so() -> None:
    assert refused(zipped(parts(paragraph("")))).failure is Failure.NO_TEXT
    picture = "<w:r><w:drawing/></w:r>"
    assert refused(zipped(parts(paragraph(picture)))).failure is Failure.NO_TEXT


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


def test_many_runs_and_many_paragraphs_are_read() -> None:
    assert texts(read_bytes(zipped(parts(paragraph(run("字") * 50_000))), NAME)) == ["字" * 50_000]
    assert len(read_bytes(zipped(parts(paragraph("（一）标题") * 5_000)), NAME).lines) == 5_000


def test_more_paragraphs_than_a_report_can_have_are_refused() -> None:
    assert refused(zipped(parts("<w:p/>" * 200_001))).failure is Failure.TOO_LARGE
    assert refused(zipped(parts(paragraph(f"<w:r>{'<w:t>a</w:t><w:br/>' * 200_001}</w:r>")))).failure is (
        Failure.TOO_LARGE
    )


def test_an_element_with_many_attributes_does_no_harm() -> None:
    attributes = " ".join(f'a{place}="1"' for place in range(20_000))
    xml = f"<w:document {NAMESPACES}><w:body><w:p {attributes}/>{BODY}</w:body></w:document>"
    reads_the_figure(zipped(made({"word/document.xml": xml})))
