"""Hostile, damaged and encrypted PDF files: a clear sentence or the text, in bounded memory and time."""

import zlib
from collections.abc import Sequence
from io import BytesIO

import pikepdf
import pytest

from report.errors import Failure, UserError
from report.messages import explain
from report.readers import read_bytes
from tests.report.making_pdf import NAME, assembled, lines, pdf, set_in_lines

HELLO = "BT /F 12 Tf 72 700 Td (Hello report) Tj ET "
SENTENCE = "地区生产总值完成135.6亿元，增长5.1%。"


def stream(content: bytes, keys: str = "") -> str:
    return f"<< {keys} /Length {len(content)} >>\nstream\n{content.decode('latin-1')}\nendstream"


def document(
    contents: str = "",
    more: Sequence[str] = (),
    *,
    resources: str = "",
    box: str = "[0 0 612 792]",
    count: int = 1,
    kids: str = "3 0 R",
    catalog: str = "",
) -> bytes:
    return assembled(
        [
            f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            f"<< /Type /Pages /Count {count} /Kids [{kids}] >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 5 0 R /Resources 6 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            contents or stream(HELLO.encode()),
            f"<< /Font << /F 4 0 R >> {resources} >>",
            *more,
        ]
    )


def refused(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        read_bytes(data, NAME)
    sentence = explain(caught.value)
    assert NAME in sentence
    assert "{" not in sentence
    return caught.value


def encrypted(user: str, revision: int) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf([set_in_lines([SENTENCE])]))) as plain:
        strong = revision > 3
        plain.save(
            made,
            encryption=pikepdf.Encryption(owner="owner", user=user, R=6 if strong else 3, aes=strong, metadata=strong),
        )
    return made.getvalue()


@pytest.mark.parametrize("revision", [3, 6])
def test_a_file_with_a_password_says_so(revision: int) -> None:
    assert refused(encrypted("user", revision)).failure is Failure.PASSWORD_NEEDED


def test_a_file_that_opens_for_everybody_is_read() -> None:
    assert lines(encrypted("", 3)) == [SENTENCE]


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        document()[:-60],
        b"x" * 2000 + document(),
        document(kids="2 0 R"),
        document(count=0, kids=""),
    ],
    ids=["header", "cut", "junk", "circle", "no pages"],
)
def test_a_damaged_file_says_so(data: bytes) -> None:
    assert refused(data).failure is Failure.DAMAGED_FILE


@pytest.mark.parametrize(
    "data",
    [
        document(count=2_147_483_647),
        document(box="[0 0 1000000000 1000000000]"),
        document(box="[/a (b) /c /d]"),
        document().replace(b"%PDF-1.7\n", b"%PDF-1.7\n%" + b"y" * 779 + b"\n"),
        document(catalog="/OpenAction << /S /JavaScript /JS (app.alert) >>"),
    ],
    ids=["pages", "huge", "no box", "shifted", "script"],
)
def test_odd_files_are_read(data: bytes) -> None:
    assert lines(data) == ["Hello report"]


def test_too_many_pages_are_refused() -> None:
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    kids = " ".join(f"{at} 0 R" for at in range(7, 10_008))
    error = refused(document(more=[page] * 10_001, kids=kids, count=10_001))
    assert error.failure is Failure.TOO_LARGE
    assert "页" in error.facts["limit"]


def test_a_stream_that_inflates_without_end_does_not_take_the_memory() -> None:
    inner = zlib.compress(b" " * 1024**2 * 600, 1)
    bomb = zlib.compress(inner, 9)
    error = refused(document(stream(bomb, "/Filter [/FlateDecode /FlateDecode]")))
    assert error.failure in {Failure.DAMAGED_FILE, Failure.TOO_LARGE}


def test_forms_that_draw_forms_without_end_are_given_up() -> None:
    forms = [
        stream(
            f"/X{at + 1} Do ".encode() * 10 if at < 9 else HELLO.encode(),
            "/Type /XObject /Subtype /Form /BBox [0 0 612 792]"
            f" /Resources << /Font << /F 4 0 R >> /XObject << /X{at + 1} {8 + at} 0 R >> >>",
        )
        for at in range(10)
    ]
    error = refused(document(stream(b"/X0 Do"), forms, resources="/XObject << /X0 7 0 R >>"))
    assert error.failure in {Failure.DAMAGED_FILE, Failure.TOO_LARGE}


def test_a_long_report_is_read_whole() -> None:
    pages = [set_in_lines([f"第{number}项工作，{SENTENCE}" for _row in range(3)]) for number in range(150)]
    assert "".join(lines(pdf(pages))).count(SENTENCE) == 450
