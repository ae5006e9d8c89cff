"""A number as Word's automatic numbering writes it: the formats of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59)."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

_CHINESE: Final = "〇一二三四五六七八九"
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ONES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS: Final = MappingProxyType(
    {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
)


def written(number: int, number_format: str) -> str:
    """Return a number in a format. One that is unknown, or has no more signs, gives Arabic digits, never nothing."""
    if number_format == "none":
        return ""
    writer = _WRITERS.get(number_format)
    if writer is None or not 0 <= number < 32_768:
        return str(number)
    return writer(number) or str(number)


def _from(signs: str) -> Callable[[int], str]:
    """Return a format that has a sign for each number from 1; after the last one it writes digits."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else ""


def _repeated(letters: str) -> Callable[[int], str]:
    """Return a format that after its last letter doubles them: y, z, aa, bb."""

    def write(number: int) -> str:
        if number < 1:
            return ""
        times, index = divmod(number - 1, len(letters))
        return letters[index] * (times + 1) if times < 30 else ""

    return write


def _digits(signs: str) -> Callable[[int], str]:
    return lambda number: str(number).translate({ord("0") + place: sign for place, sign in enumerate(signs)})


def _counted(
    signs: str, units: tuple[str, str, str, str], *, one_before_ten: bool, one_before: bool, zero: str
) -> Callable[[int], str]:
    """Return a counting format with signs for 10, 100, 1000 and 10000.

    `one_before_ten`: 一十 and not 十 at the beginning; `one_before`: 一百 and not 百; `zero` stands in gaps: 一百〇一.
    """

    def below_myriad(number: int) -> str:
        out, gap = "", False
        for power in (3, 2, 1, 0):
            digit = number // 10**power % 10
            if digit == 0:
                gap = bool(out)
                continue
            bare = digit == 1 and power > 0 and not one_before
            out += (zero if gap else "") + ("" if bare else signs[digit]) + (units[power - 1] if power else "")
            gap = False
        return out

    def write(number: int) -> str:
        if number == 0:
            return signs[0]
        high, low = divmod(number, 10_000)
        text = below_myriad(low)
        if high:
            text = below_myriad(high) + units[3] + (zero if 0 < low < 1000 else "") + text
        short_ten = signs[1] + units[0]
        if not one_before_ten and text.startswith(short_ten):
            text = text[1:]
        return text

    return write


def _counted_to_99(zero: str) -> Callable[[int], str]:
    """Return the format that counts to ninety-nine, and names the digits from a hundred on: 一〇〇."""
    small = _counted(_CHINESE, ("十", "百", "千", "万"), one_before_ten=False, one_before=True, zero="")
    large = _digits(zero + _CHINESE[1:])
    return lambda number: small(number) if 0 < number < 100 else large(number)


def _roman(number: int) -> str:
    out = ""
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        out += sign * times
    return out


def _cardinal(number: int) -> str:
    if number < 20:
        return _ONES[number].capitalize()
    if number >= 100:
        return ""
    tens, ones = divmod(number, 10)
    return (_TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")).capitalize()


def _ordinal_text(number: int) -> str:
    cardinal = _cardinal(number).lower()
    if not cardinal or number == 0:
        return ""
    head, dash, last = cardinal.rpartition("-")
    if last.endswith("y"):
        last = last[:-1] + "ieth"
    else:
        last = "twelfth" if last == "twelve" else _ORDINALS.get(last, last + "th")
    return (head + dash + last).capitalize()


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _zodiac(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 1 <= number <= 60 else ""


_THOUSANDS: Final = _counted(_CHINESE, ("十", "百", "千", "万"), one_before_ten=False, one_before=True, zero="〇")
_TAIWANESE: Final = _counted(_CHINESE, ("十", "百", "千", "萬"), one_before_ten=False, one_before=True, zero="零")
_JAPANESE: Final = _counted(_CHINESE, ("十", "百", "千", "万"), one_before_ten=False, one_before=False, zero="")
_AIUEO: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA: Final = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_WRITERS: Final = MappingProxyType[str, Callable[[int], str]](
    {
        "decimal": str,
        "decimalHalfWidth": str,
        "decimalZero": lambda number: f"{number:02}",
        "decimalFullWidth": _digits("０１２３４５６７８９"),
        "decimalFullWidth2": _digits("０１２３４５６７８９"),
        "decimalEnclosedCircle": _from(_CIRCLED),
        "decimalEnclosedCircleChinese": _from(_CIRCLED),
        "decimalEnclosedFullstop": _from("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "decimalEnclosedParen": _from("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "numberInDash": lambda number: f"- {number} -",
        "hex": lambda number: f"{number:X}",
        "upperRoman": lambda number: _roman(number).upper(),
        "lowerRoman": _roman,
        "upperLetter": _repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "lowerLetter": _repeated("abcdefghijklmnopqrstuvwxyz"),
        "russianUpper": _repeated("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
        "russianLower": _repeated("абвгдежзиклмнопрстуфхцчшщыэюя"),
        "chicago": _repeated("*†‡§"),
        "ordinal": _ordinal,
        "cardinalText": _cardinal,
        "ordinalText": _ordinal_text,
        "chineseCounting": _counted_to_99("○"),
        "taiwaneseCounting": _counted_to_99("○"),
        "chineseCountingThousand": _THOUSANDS,
        "taiwaneseCountingThousand": _TAIWANESE,
        "japaneseCounting": _JAPANESE,
        "japaneseDigitalTenThousand": _digits(_CHINESE),
        "ideographDigital": _digits(_CHINESE),
        "taiwaneseDigital": _digits("○" + _CHINESE[1:]),
        "koreanDigital2": _digits("零" + _CHINESE[1:]),
        "koreanDigital": _digits("영일이삼사오육칠팔구"),
        "koreanCounting": _counted(
            "영일이삼사오육칠팔구", ("십", "백", "천", "만"), one_before_ten=False, one_before=False, zero=""
        ),
        "chineseLegalSimplified": _counted(
            "零壹贰叁肆伍陆柒捌玖", ("拾", "佰", "仟", "万"), one_before_ten=True, one_before=True, zero="零"
        ),
        "ideographLegalTraditional": _counted(
            "零壹貳參肆伍陸柒捌玖", ("拾", "佰", "仟", "萬"), one_before_ten=True, one_before=True, zero="零"
        ),
        "japaneseLegal": _counted(
            "〇壱弐参四伍六七八九", ("拾", "百", "阡", "萬"), one_before_ten=True, one_before=True, zero=""
        ),
        "ideographTraditional": _from(_STEMS),
        "ideographZodiac": _from(_BRANCHES),
        "ideographZodiacTraditional": _zodiac,
        "ideographEnclosedCircle": _from("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
        "aiueo": _repeated("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"),
        "aiueoFullWidth": _repeated(_AIUEO),
        "iroha": _repeated("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"),
        "irohaFullWidth": _repeated(_IROHA),
        "ganada": _repeated("가나다라마바사아자차카타파하"),
        "chosung": _repeated("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    }
)
