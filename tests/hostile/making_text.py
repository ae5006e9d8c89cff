"""Text files: encodings, line ends, bytes that are no text, and sizes."""

from tests.hostile.invented import LINES, TEXT, repeated

MARKUP = (
    '<para><b>未闭合 & <font color="red">红</font',
    "]]>",
    "**粗**",
    "&amp;nbsp;",
    "<!-- 注 -->",
    "{{ 7*7 }}",
    "%s",
)
FORMULAS = ("=1+1", "+SUM(A1)", "-2+3", "@cmd", '=HYPERLINK("http://127.0.0.1:9")', "\t=1", "一、正常标题")
ZOO = ("旋转\u202e文字", "零\u200b宽", "私用\ue000", "𠮷野家", "😀", "⼀⼆", "ﬁ㎡", "e\u0301", "１２３", "9" * 400)


def encoded(codec: str, mark: bytes = b"") -> bytes:
    """Return the report in an encoding, with what marks it in front."""
    return mark + TEXT.encode(codec)


def rare_characters() -> bytes:
    """Return the report in GB18030 with characters of four bytes."""
    return (TEXT + "𠮷野家项目由张䶮负责。\n").encode("gb18030")


def one_bad_byte() -> bytes:
    """Return the report in UTF-8 with one byte that is none."""
    return TEXT.encode().replace("各位".encode(), "各位".encode() + b"\xff", 1)


def garbled() -> bytes:
    """Return the report in UTF-8, read as GBK by somebody and saved again."""
    return TEXT.encode().decode("gbk", "replace").encode()


def mixed() -> bytes:
    """Return the report, the first half in UTF-8 and the second in GBK."""
    half = len(LINES) // 2
    return "\n".join(LINES[:half]).encode() + b"\n" + "\n".join(LINES[half:]).encode("gbk")


def lone_surrogates() -> bytes:
    """Return the report with halves of surrogate pairs written as bytes."""
    return (TEXT + "落单\ud800的\udc00半个字\n").encode("utf-8", "surrogatepass")


def mixed_ends() -> bytes:
    """Return the report with five kinds of line end."""
    ends = ("\r\n", "\r", "\n", "\x85", "\u2028")
    return "".join(line + ends[at % 5] for at, line in enumerate(LINES)).encode()


def ended_by(end: str) -> bytes:
    """Return the report with this line end."""
    return TEXT.replace("\n", end).encode()


def with_zeros() -> bytes:
    """Return the report with NUL bytes inside."""
    return TEXT.replace("代表", "代\0表").replace("各位代\0表", "各位代表\0").encode()


def in_hz() -> bytes:
    """Return the report in HZ, seven bits a byte."""
    return TEXT.replace("—", "-").encode("hz", "replace")


def large(codec: str, size: int) -> bytes:
    """Return the lines of the report over and over, so many bytes of them."""
    return (repeated(size // 2).encode(codec) * 2)[:size]


def no_headings() -> bytes:
    """Return some 20 KB of report without a heading or a line break."""
    return "".join(repeated(7_000).splitlines()[6::18] * 20).encode()[:19_998]
