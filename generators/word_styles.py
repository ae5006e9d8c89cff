"""The names of the styles in the Word base document, by the roles of paragraphs and runs."""

from typing import Final

from generators.document import CellAlign, Role

STYLE_NAMES: Final = {
    Role.BANNER_NOTE: "报头提示",
    Role.BANNER_ORGAN: "报头单位",
    Role.BANNER_NAME: "报头名称",
    Role.BANNER_ISSUE: "报头期号",
    Role.BANNER_LINE: "报头编发",
    Role.TITLE: "Title",
    Role.EDITOR_NOTE: "编者按",
    Role.HEADING_1: "一级标题",
    Role.HEADING_2: "二级标题",
    Role.HEADING_3: "三级标题",
    Role.HEADING_4: "四级标题",
    Role.BODY: "Normal",
    Role.FIGURES_TITLE: "数据标题",
    Role.FIGURE: "数据行",
    Role.TAIL_LINE: "报尾",
    Role.TAIL_COPIES: "报尾印数",
    Role.MEETING_MARK: "会议文件编号",
    Role.SUBTITLE: "会议题注",
    Role.ADDRESSEE: "主送",
    Role.NOTE: "说明",
    Role.SOURCE: "出处",
    Role.SIGNATURE: "落款",
    Role.SIGN_DATE: "成文日期",
    Role.TABLE_CAPTION: "表题",
    Role.TABLE_HEAD: "表头",
    Role.TABLE_CELL: "表文",
    Role.FORM_LABEL: "表格栏目",
    Role.FORM_TEXT: "表格填写",
    Role.COVER_ORGAN: "封面会议",
    Role.COVER_TITLE: "封面名称",
    Role.COVER_LINE: "封面说明",
    Role.CARD_NAME: "桌签姓名",
    Role.CARD_NOTE: "桌签说明",
}
RUN_IN_NAMES: Final = {
    Role.HEADING_1: "一级标题接排",
    Role.HEADING_2: "二级标题接排",
    Role.HEADING_3: "三级标题接排",
    Role.HEADING_4: "四级标题接排",
    Role.TERM: "词语",
}
NAME_ALONE: Final = "报头名称（无单位）"
NAME_END: Final = "报头名称末字"
BANNER_BLANK: Final = "报头空行"
BLANK: Final = "空行"
BLANK_AND_HALF: Final = "空行半"
TAIL_TABLE: Final = "报尾表"
TAIL_ANCHOR: Final = "报尾定位"
PAPER_TABLE: Final = "会议表格"
OTHER_NAMES: Final = (
    PAPER_TABLE,
    "表文居中",
    "表文居右",
    "表格填写居中",
    "表格填写居右",
    NAME_ALONE,
    NAME_END,
    BANNER_BLANK,
    BLANK,
    BLANK_AND_HALF,
    TAIL_TABLE,
    TAIL_ANCHOR,
    "页码（单页）",
    "页码（双页）",
)
CELL_STYLES: Final = {
    CellAlign.LEFT: "表文",
    CellAlign.CENTER: "表文居中",
    CellAlign.RIGHT: "表文居右",
    CellAlign.DECIMAL: "表文居右",
}
FORM_STYLES: Final = {
    CellAlign.LEFT: "表格填写",
    CellAlign.CENTER: "表格填写居中",
    CellAlign.RIGHT: "表格填写居右",
    CellAlign.DECIMAL: "表格填写居右",
}
