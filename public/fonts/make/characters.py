"""Which characters each file holds."""
import re
from collections.abc import Callable

# The first edition's: another range would be other bytes.
TEXT = [
    (0x0020, 0x007E), (0x00A0, 0x024F),  # Latin, Latin-1, Extended-A and -B
    (0x0259, 0x0259), (0x02B0, 0x02DD),  # schwa, modifier letters
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin additional: Vietnamese, Welsh
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x214F),
    (0x2150, 0x215F), (0x2190, 0x2199), (0x2200, 0x22FF), (0x25A0, 0x25FF),
    (0x2605, 0x2606), (0x2713, 0x2717), (0xFB00, 0xFB04), (0xFFFD, 0xFFFD),
]
# Signs of direction and joining have to be in the font of their neighbours, or
# shaping breaks off there.
CONTROLS = [(0x0020, 0x0020), (0x00A0, 0x00A0), (0x034F, 0x034F), (0x200B, 0x200F), (0x202A, 0x202F), (0x2060, 0x2069)]
# What stands between the words of a right-to-left text.
PUNCTUATION = [
    (0x0021, 0x0040), (0x005B, 0x0060), (0x007B, 0x007E), (0x00AB, 0x00AB), (0x00B7, 0x00B7), (0x00BB, 0x00BB),
    (0x2010, 0x2015), (0x2018, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x25CC, 0x25CC),
]  # fmt: skip
GREEK_CYRILLIC = [
    *CONTROLS, (0x0300, 0x036F), (0x0370, 0x03FF), (0x0400, 0x052F), (0x1C80, 0x1C88), (0x1F00, 0x1FFF),
    (0x2116, 0x2116), (0x25CC, 0x25CC), (0x2DE0, 0x2DFF), (0xA640, 0xA69F),
]  # fmt: skip
ARABIC = [
    *CONTROLS, *PUNCTUATION, (0x0600, 0x06FF), (0x0750, 0x077F), (0xFB50, 0xFBC1), (0xFBD3, 0xFDFF),
    (0xFE70, 0xFEFC),
]  # fmt: skip
HEBREW = [*CONTROLS, *PUNCTUATION, (0x0590, 0x05FF), (0x20AA, 0x20AA), (0xFB1D, 0xFB4F)]
# What Chinese, Japanese and Korean share: their punctuation and the full-width
# and half-width forms. Latin, Greek and Cyrillic come from the text's own
# family, so no East Asian file has them.
EAST_ASIAN = [
    (0x0020, 0x0020), (0x00A0, 0x00A0), (0x00B7, 0x00B7), (0x2014, 0x2015), (0x2018, 0x2019), (0x201C, 0x201D),
    (0x2025, 0x2026), (0x203B, 0x203B), (0x2460, 0x2473), (0x3000, 0x3020), (0x3030, 0x3030), (0x303B, 0x303F),
    (0x30FB, 0x30FC), (0x3220, 0x3243), (0x3280, 0x32B0), (0xFF01, 0xFF64), (0xFFE0, 0xFFE6),
]  # fmt: skip
KANA = [(0x3041, 0x3096), (0x3099, 0x30FF), (0x31F0, 0x31FF), (0xFF65, 0xFF9F)]
BOPOMOFO = [(0x3105, 0x312F), (0x31A0, 0x31BA)]
HANGUL = [(0x3131, 0x318E), (0xAC00, 0xD7A3), (0xFFA0, 0xFFDC)]


def of(ranges: list[tuple[int, int]]) -> set[int]:
    return {c for first, last in ranges for c in range(first, last + 1)}


def is_han(c: int) -> bool:
    return 0x3400 <= c <= 0x9FFF or c in range(0xF900, 0xFB00) or c in range(0x20000, 0x32000) or c in (0x3005, 0x3007)


def encoded(codec: str, lead: range, trail: range) -> set[int]:
    """The ideographs among the two-byte characters of an encoding."""
    found = set()
    for first in lead:
        for second in trail:
            try:
                text = bytes([first, second]).decode(codec)
            except UnicodeDecodeError:
                continue
            if len(text) == 1 and is_han(ord(text)):
                found.add(ord(text))
    return found


def listed(unihan: str, field: str, value: str = "") -> set[int]:
    """The ideographs that Unihan gives this field."""
    return {int(c, 16) for c in re.findall(rf"^U\+([0-9A-F]+)\t{field}\t.*{value}", unihan, re.M)}


def chinese_simplified(unihan: str) -> set[int]:
    """GB 2312, and the 8,105 characters of the Tongyong Guifan Hanzi Biao (2013)."""
    gb2312 = encoded("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
    return of(EAST_ASIAN + BOPOMOFO) | gb2312 | listed(unihan, "kTGH")


def chinese_traditional(unihan: str) -> set[int]:
    """Big5 level 1, and what the IRG calls essential in Taiwan, Hong Kong and Macao."""
    big5 = encoded("big5", range(0xA4, 0xC7), range(0x40, 0xFF))
    return of(EAST_ASIAN + BOPOMOFO) | big5 | listed(unihan, "kIICore", "[THM]")


def japanese(unihan: str) -> set[int]:
    """JIS X 0208 levels 1 and 2, the characters for names that Windows added (髙, 﨑), Joyo and Jinmeiyo."""
    jis = encoded("cp932", range(0x81, 0xFD), range(0x40, 0xFD))
    return of(EAST_ASIAN + KANA) | jis | listed(unihan, "kJoyoKanji") | listed(unihan, "kJinmeiyoKanji")


def korean(unihan: str) -> set[int]:
    """Every modern Hangul syllable, and the Hanja of KS X 1001."""
    return of(EAST_ASIAN + HANGUL) | encoded("euc_kr", range(0xA1, 0xFF), range(0xA1, 0xFF))


SETS: dict[str, Callable[[str], set[int]]] = {
    "text": lambda _: of(TEXT),
    "greek-cyrillic": lambda _: of(GREEK_CYRILLIC),
    "arabic": lambda _: of(ARABIC),
    "hebrew": lambda _: of(HEBREW),
    "chinese-simplified": chinese_simplified,
    "chinese-traditional": chinese_traditional,
    "japanese": japanese,
    "korean": korean,
    # All that the font has, but for two control characters.
    "emoji": lambda _: of([(0x20, 0xE007F)]),
}

def stray(held: set[int]) -> set[int]:
    """The few letters of an alphabet that a font has for formulas, such as Δ and μ:
    a Greek word would be set in them and another font by turns."""
    alphabets = [set(range(0x0370, 0x0400)), set(range(0x0400, 0x0530))]
    return {c for alphabet in alphabets if len(alphabet & held) < 40 for c in alphabet}


# A file of several scripts has each of which it holds all of these.
PROBES = {
    "latin": "AZazÅÄÖåäöÉéßÆØæøÑñÇç",
    "latin-extended": "ĄąČčĐđĘęĞğİıŁłŃńŐőŘřŞşȘșȚțŠšŪūŽž",
    "vietnamese": "ẠạĂăẮắẤấĐđẾếƠơỚớƯưỨứỴỵ",
    "greek": "ΑΩαωςΆάΈέΉήΊίΌόΎύΏώΪϊΫϋΐΰ",
    "greek-polytonic": "ἀἁἄᾳῃῶῥὧ",
    "cyrillic": "АЯаяЁёҐґІіЇїЄєЎўЂђЈјЉљЊњЋћЏџЃѓЌќ",
    "arabic": "ءابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئ٠٩،؛؟",
    "persian": "پچژگکی۰۹\u200c",
    "hebrew": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
}


def scripts(of_set: str, held: dict[int, str]) -> list[str]:
    if of_set in ("text", "greek-cyrillic", "arabic", "hebrew"):
        return [script for script, probe in PROBES.items() if all(ord(c) in held for c in probe)]
    # An East Asian file is for one language: the same ideograph is drawn
    # otherwise in the next.
    return [of_set]
