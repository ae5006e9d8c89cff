"""Lets an office's own .docx serve as base: our style names stand for its styles, those it lacks come from our base."""

from collections.abc import Iterable, Mapping
from typing import Final

from docx.document import Document as WordDocument

from generators import word_xml

# What offices and Word call our styles, the likeliest first. Names are compared without case, as Word does.
KNOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "Normal": ("正文",),
    "Title": ("公文标题", "文件标题", "标题"),
    "一级标题": ("公文一级标题", "heading 1", "标题 1", "标题1"),
    "二级标题": ("公文二级标题", "heading 2", "标题 2", "标题2"),
    "三级标题": ("公文三级标题", "heading 3", "标题 3", "标题3"),
    "四级标题": ("公文四级标题", "heading 4", "标题 4", "标题4"),
    "主送": ("主送机关",),
    "落款": ("发文机关署名", "署名"),
    "表题": ("caption", "题注"),
}


def take_styles_over(word: WordDocument, ours: WordDocument, names: Iterable[str]) -> None:
    """Give a document every style of these names.

    An exact name is the office's own style and stays. Else one of the known names that has a Chinese font of its own
    becomes the parent of ours: Word's untouched styles have no look to keep. Else ours is copied.
    """
    for name in names:
        if word_xml.find_style(word, name) is not None:
            continue
        known = (word_xml.find_style(word, other) for other in KNOWN.get(name, ()))
        parent = next((style for style in known if style is not None and word_xml.names_chinese_font(style)), None)
        word_xml.copy_style(word, ours, name, parent)
