"""The table of Word packages, in the order and the words of what each is."""

from typing import Final

from tests.hostile import making_packages as packages
from tests.hostile import making_word as word
from tests.hostile import making_xml as xml
from tests.hostile.rows import DAMAGED, DTD, FIGURE, TOO_LARGE, Row, Verdict

REJECT, PARSE, WARN, EITHER = Verdict
_REPORT: Final = (FIGURE,)
_PASSWD: Final = ("root:x:0",)
_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = "word/document.xml"
_LONG_TITLE: Final = "关于“2023/2024”工作<的>报告:*?|" + "很长" * 150 + "CON.."
_ZOO: Final = (
    "旋转\u202e文字",
    "零\u200b宽",
    "私用\ue000",
    "𠮷野家",
    "😀",
    "⼀⼆",
    "ﬁ㎡",
    "e\u0301",
    "１２３",
    "9" * 400,
)

BOMBS: Final = (
    Row(
        "zipbomb_10MB_to_10GB.docx",
        lambda _: packages.inflating_to_gigabytes(_MAIN, 10),
        REJECT,
        TOO_LARGE,
        seconds=5,
        heavy=True,
    ),
    Row("zipbomb_in_document.docx", lambda _: packages.inflating(_MAIN, 512), REJECT, TOO_LARGE, seconds=5),
    Row(
        "zipbomb_in_media.docx",
        lambda _: packages.inflating("word/media/image1.png", 4096),
        EITHER,
        TOO_LARGE,
        _REPORT,
        seconds=5,
        heavy=True,
    ),
    Row(
        "zipbomb_small_in_media.docx",
        lambda _: packages.inflating("word/media/image1.png", 400),
        EITHER,
        TOO_LARGE,
        _REPORT,
        seconds=5,
    ),
    Row(
        "zipbomb_in_content_types.docx",
        lambda _: packages.inflating(_TYPES, 2048),
        REJECT,
        TOO_LARGE,
        seconds=5,
        heavy=True,
    ),
    Row("zipbomb_small_in_content_types.docx", lambda _: packages.inflating(_TYPES, 300), REJECT, TOO_LARGE, seconds=5),
    Row("zipbomb_overlap.docx", lambda _: packages.overlapping(5000, 20), REJECT, ("重叠", *TOO_LARGE), seconds=5),
    Row("zip_nested_quine_like.docx", lambda _: packages.nested(200), EITHER, TOO_LARGE, _REPORT, seconds=5),
)

NAMES: Final = (
    Row("path_traversal_relative.docx", packages.relative_names, PARSE, holds=_REPORT, seconds=5),
    Row("path_traversal_absolute.docx", packages.absolute_names, PARSE, holds=_REPORT, seconds=5),
    Row("path_traversal_windows.docx", packages.windows_names, PARSE, holds=_REPORT, seconds=5),
    Row(
        "path_traversal_symlink_entry.docx",
        lambda _: packages.symlink_entry(),
        PARSE,
        holds=_REPORT,
        lacks=_PASSWD,
        seconds=5,
    ),
    Row(
        "rel_target_traversal.docx",
        lambda _: packages.targets_outside(),
        EITHER,
        DAMAGED,
        _REPORT,
        lacks=_PASSWD,
        seconds=5,
    ),
    Row("name_nul_byte.docx", lambda _: packages.odd_bytes_in_names(), PARSE, holds=_REPORT, seconds=5),
)

XML: Final = (
    Row("billion_laughs.docx", lambda _: xml.laughs(_MAIN), REJECT, DTD),
    Row("quadratic_blowup.docx", lambda _: xml.quadratic(), REJECT, DTD),
    Row("billion_laughs_in_styles.docx", lambda _: xml.laughs("word/styles.xml"), REJECT, DTD),
    Row("billion_laughs_in_rels.docx", lambda _: xml.laughs("word/_rels/document.xml.rels"), REJECT, DTD),
    Row("xxe_file.docx", lambda _: xml.external("file:///etc/passwd"), REJECT, DTD, lacks=_PASSWD),
    Row("xxe_http.docx", xml.external_by_network, REJECT, DTD),
    Row("xxe_utf16.docx", lambda _: xml.external_in_utf16(), REJECT, DTD, lacks=_PASSWD),
    Row("xxe_in_core_props.docx", lambda _: xml.external_in_properties(), EITHER, DTD, _REPORT, _PASSWD),
    Row("xinclude.docx", lambda _: xml.included(), PARSE, holds=_REPORT, lacks=_PASSWD),
    Row("doctype_harmless.docx", lambda _: xml.bare_document_type(), EITHER, DTD, _REPORT),
    Row("xml_depth_100000.docx", lambda _: xml.deep(100_000), REJECT, ("嵌套过深", "损坏"), seconds=5, mb=400),
    Row("attributes_100000.docx", lambda _: xml.many_attributes(100_000), EITHER, DAMAGED, _REPORT, seconds=10, mb=400),
    Row("xml_bad_utf8.docx", lambda _: xml.bad_bytes(), EITHER, ("损坏", "编码"), _REPORT),
    Row("xml_utf16.docx", lambda _: xml.in_utf16(), PARSE, holds=_REPORT),
    Row("xml_bom_utf8.docx", lambda _: xml.with_marks(), PARSE, holds=_REPORT),
    Row("xml_other_prefixes.docx", lambda _: xml.other_prefixes(), PARSE, holds=(*_REPORT, "2160人")),
)

PACKAGES: Final = (
    Row("truncated_no_central_directory.docx", lambda _: packages.without_directory(), EITHER, DAMAGED, _REPORT),
    Row("truncated_last_10_bytes.docx", lambda _: packages.good()[:-10], EITHER, DAMAGED, _REPORT),
    Row("garbage_prefix.docx", lambda _: packages.noise(1000) + packages.good(), EITHER, DAMAGED, _REPORT),
    Row("garbage_suffix.docx", lambda _: packages.good() + b"\0" * 5 * 1024**2, EITHER, DAMAGED, _REPORT),
    Row("bad_crc.docx", lambda _: packages.flipped(), EITHER, DAMAGED, _REPORT),
    Row("no_document_xml.docx", lambda _: packages.changed(_MAIN, None), REJECT, ("没有正文部分",)),
    Row("no_content_types.docx", lambda _: packages.changed(_TYPES, None), EITHER, DAMAGED, _REPORT),
    Row("no_rels.docx", lambda _: packages.changed("_rels/.rels", None), EITHER, DAMAGED, _REPORT),
    Row("no_styles.docx", lambda _: packages.changed("word/_rels/document.xml.rels", None), PARSE, holds=_REPORT),
    Row("dangling_styles_rel.docx", lambda _: packages.changed("word/styles.xml", None), EITHER, DAMAGED, _REPORT),
    Row(
        "main_part_elsewhere.docx",
        lambda _: packages.main_part_elsewhere("word/document2.xml", "word/document2.xml"),
        PARSE,
        holds=_REPORT,
    ),
    Row(
        "main_part_absolute_target.docx",
        lambda _: packages.main_part_elsewhere("/word/document.xml", "word/document.xml"),
        PARSE,
        holds=_REPORT,
    ),
    Row("names_upper_case.docx", lambda _: packages.renamed({_MAIN: "WORD/DOCUMENT.XML"}), EITHER, DAMAGED, _REPORT),
    Row("names_backslash.docx", lambda _: packages.renamed({_MAIN: "word\\document.xml"}), EITHER, DAMAGED, _REPORT),
    Row("duplicate_document_xml.docx", lambda _: packages.twice(), EITHER, DAMAGED, _REPORT),
    Row("zip_stored_only.docx", lambda _: packages.good(packages.STORED), PARSE, holds=_REPORT),
    Row("zip_bzip2.docx", lambda _: packages.good(packages.BZIP2), EITHER, DAMAGED, _REPORT),
    Row("zip_unknown_method.docx", lambda _: packages.method(99), REJECT, DAMAGED),
    Row("zip_encrypted_flag.docx", lambda _: packages.encrypted_entries(), REJECT, ("加密",)),
    Row("zip_data_descriptor.docx", lambda _: packages.streamed(), PARSE, holds=_REPORT),
    Row("empty_zip.docx", lambda _: b"PK\x05\x06" + b"\0" * 18, REJECT, DAMAGED, seconds=2),
    Row("one_byte.docx", lambda _: b"P", REJECT, DAMAGED, seconds=2),
    Row("all_zeros_1MB.docx", lambda _: b"\0" * 1024**2, REJECT, DAMAGED, seconds=2),
    Row("random_1MB.docx", lambda _: packages.noise(1024**2), REJECT, DAMAGED, seconds=2),
    Row("~$owner_lock.docx", lambda _: b"\x05szx" + b"\0" * 158, REJECT, ("临时文件",), seconds=2),
    Row("git_lfs_pointer.docx", lambda _: b"version https://git-lfs\noid sha256:0\n", REJECT, DAMAGED, seconds=2),
)

CONTENT: Final = (
    Row("empty_body.docx", lambda _: word.without_text(), EITHER, ("没有文字",)),
    Row(
        "images_only.docx",
        lambda _: word.with_picture(word.picture(10, 10), ""),
        EITHER,
        ("没有文字", "可能是扫描件"),
        seconds=5,
    ),
    Row(
        "image_bomb_png.docx",
        lambda _: word.with_picture(word.picture(30_000, 30_000)),
        PARSE,
        holds=_REPORT,
        seconds=5,
        mb=400,
        heavy=True,
    ),
    Row(
        "image_bomb_small_png.docx",
        lambda _: word.with_picture(word.picture(30_000, 3_000)),
        PARSE,
        holds=_REPORT,
        seconds=5,
        mb=400,
    ),
    Row("big_one_paragraph_2MB_runs.docx", lambda _: xml.many_runs(200_000), PARSE, holds=_REPORT, seconds=20, mb=800),
    Row("headings_5000.docx", lambda _: word.headings(5_000), PARSE, holds=("第453个方面",), seconds=20, mb=800),
    Row("table_gridspan_huge.docx", lambda _: word.huge_spans(), EITHER, DAMAGED, _REPORT, seconds=5, mb=400),
    Row("bad_numbers_in_attributes.docx", lambda _: word.bad_numbers(), EITHER, DAMAGED, _REPORT),
    Row(
        "textboxes_alternate_content.docx",
        lambda _: word.text_box(),
        PARSE,
        holds=_REPORT,
        once=("文本框里的要点",),
        seconds=5,
    ),
    Row(
        "fields_toc.docx",
        lambda _: word.fields(),
        PARSE,
        holds=("2023年12月31日", "县政府网站"),
        lacks=("HYPERLINK", "TOC \\o", "PAGEREF", "MERGEFORMAT"),
        headings=("一、2023年工作回顾", "二、2024年主要任务"),
        seconds=5,
    ),
    Row(
        "numbered_headings_auto.docx",
        lambda _: word.numbered_by_styles(),
        PARSE,
        headings=word.OUTLINE_NUMBERED,
        seconds=5,
    ),
    Row(
        "numbered_headings_overrides.docx",
        lambda _: word.numbered_with_overrides(),
        PARSE,
        once=word.OVERRIDES_READ,
        seconds=5,
    ),
    Row(
        "numbering_formats_all.docx",
        lambda _: word.numbering_formats(),
        PARSE,
        once=tuple(
            f"\n{number}、第{at}种格式的一项"
            for at, numbers in enumerate(
                (("2", "10"), ("II", "XI"), ("b", "k"), ("二", "十一"), ("十", "十一"), ("１０", "１１"), ("10", "11"))
            )
            for number in numbers
        ),
        seconds=5,
    ),
    Row("style_based_on_cycle.docx", lambda _: word.style_circle(), PARSE, holds=_REPORT),
    Row(
        "headings_by_direct_format.docx",
        lambda _: word.headings_by_look(),
        PARSE,
        headings=("一、2023年工作回顾", "（一）经济运行稳中有进", "二、2024年主要任务"),
        seconds=5,
    ),
    Row("runs_split_words.docx", lambda _: word.split_words(), PARSE, holds=(*_REPORT, "乡村振兴", "改革"), seconds=5),
    Row("special_run_content.docx", lambda _: word.special_runs(), PARSE, holds=("1949—2023", "甲", "注音"), seconds=5),
    Row(
        "hidden_text.docx",
        lambda _: word.hidden(),
        WARN,
        holds=_REPORT,
        lacks=("隐藏的机密文字",),
        notices=("隐藏文字",),
    ),
    Row("external_references.docx", word.references_outside, PARSE, holds=_REPORT, seconds=5),
    Row("macro_enabled_renamed.docx", lambda _: word.macros(), WARN, holds=_REPORT, notices=("宏",)),
    Row(
        "section_header_footer.docx",
        lambda _: word.heads_and_feet(),
        PARSE,
        holds=_REPORT,
        lacks=("内部资料 注意保存", "— 1 —"),
    ),
    Row(
        "table_merged_nested.docx",
        lambda _: word.merged_cells(),
        PARSE,
        holds=("外层单元格", "控件单元格"),
        once=("合并单元格", "内层表格"),
    ),
    Row("unicode_zoo.docx", lambda _: word.with_lines(*_ZOO), PARSE, holds=(*_REPORT, "𠮷", "😀"), seconds=5),
    Row(
        "title_dangerous.docx",
        lambda _: word.titled(_LONG_TITLE.replace("<", "&lt;")),
        PARSE,
        holds=("关于“2023/2024”工作",),
    ),
    Row("text_55MB.docx", lambda _: word.long_text(55), REJECT, ("超过 50 MB",), seconds=20, mb=1200, heavy=True),
    Row(
        "paragraphs_200001.docx",
        lambda _: word.blank_paragraphs(200_001),
        REJECT,
        ("超过 200000 段",),
        seconds=10,
        mb=800,
    ),
)

ROWS: Final = (*BOMBS, *NAMES, *XML, *PACKAGES, *CONTENT)
