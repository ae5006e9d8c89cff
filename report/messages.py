"""Every sentence for a failure or a finding. The window and the command line say the same ones.

A sentence says what happened；then what to do. The type checker counts them: a failure without one does not pass.
"""

from typing import assert_never

from report.corrections.lost import Lost, Reason
from report.corrections.values import (
    AddMetric,
    Annotate,
    Correction,
    Demote,
    DropMetric,
    MarkHeading,
    Merge,
    MetricCorrection,
    NoHeading,
    OutlineCorrection,
    Promote,
    Rename,
    Retitle,
    Revalue,
    Split,
)
from report.errors import Failure, UserError
from report.findings import Finding
from report.model import Noticed
from report.words import _


def explain(error: UserError) -> str:
    """Return the sentence for a failure, with its facts filled in."""
    return _failure(error.failure).format(**error.facts)


def notice_sentence(notice: Noticed) -> str:
    """Return the sentence for something noticed."""
    return _finding(notice.finding).format(detail=notice.detail)


def correction_sentence(correction: Correction) -> str:
    """Return what a correction does, for the history and for what is undone."""
    words = _shortened(correction.at.quote)
    match correction:
        case Rename() | Revalue() | AddMetric() | DropMetric() | Annotate():
            return _of_metric(correction, words)
        case _:
            return _of_outline(correction, words)


def lost_sentence(lost: Lost) -> str:
    """Return that a correction could not be made, and why."""
    return _reason(lost.reason).format(what=correction_sentence(lost.correction))


_LONGEST_QUOTE = 20


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[:_LONGEST_QUOTE] + "…"


def _of_outline(correction: OutlineCorrection, words: str) -> str:  # noqa: PLR0911 - one sentence a correction
    match correction:
        case Promote():
            return _("把“{words}”升为上一级").format(words=words)
        case Demote():
            return _("把“{words}”降为下一级").format(words=words)
        case Merge():
            return _("把“{words}”与上一节合并").format(words=words)
        case Split():
            return _("从“{words}”起分成两节").format(words=words)
        case Retitle():
            return _("把标题“{words}”改为“{title}”").format(words=words, title=_shortened(correction.title))
        case MarkHeading():
            return _("把“{words}”设为第{depth}级标题").format(words=words, depth=correction.depth)
        case NoHeading():
            return _("“{words}”不再作为标题").format(words=words)
        case _:
            assert_never(correction)


def _of_metric(correction: MetricCorrection, words: str) -> str:
    match correction:
        case Rename():
            return _("把指标“{words}”改名为“{name}”").format(words=words, name=_shortened(correction.name))
        case Revalue():
            value = correction.value + correction.unit
            return _("把指标“{words}”的数值改为{value}").format(words=words, value=value)
        case AddMetric():
            return _("把“{words}”加为指标“{name}”").format(words=words, name=_shortened(correction.name))
        case DropMetric():
            return _("“{words}”不再作为指标").format(words=words)
        case Annotate() if not correction.note:
            return _("去掉指标“{words}”的备注").format(words=words)
        case Annotate():
            return _("给指标“{words}”加备注“{note}”").format(words=words, note=_shortened(correction.note))
        case _:
            assert_never(correction)


def _reason(reason: Reason) -> str:
    match reason:
        case Reason.GONE:
            return _("{what}：报告里找不到这处文字了，没有更正；仍需要的，请在报告里重做一次。")
        case Reason.AMBIGUOUS:
            return _("{what}：报告里有几处一样的文字，分不清是哪一处，没有更正；请在报告里重做一次。")
        case Reason.NO_SECTION:
            return _("{what}：这处文字现在不是标题，没有更正；请核对这一处。")
        case Reason.NO_METRIC:
            return _("{what}：这处文字现在不是指标，没有更正；请核对这一处。")
        case Reason.NOT_POSSIBLE:
            return _("{what}：在这一处做不到，没有更正；请看看前后的标题和指标。")
        case _:
            assert_never(reason)


def _failure(failure: Failure) -> str:  # noqa: C901, PLR0911, PLR0912 - one sentence a failure
    match failure:
        case Failure.FILE_NOT_FOUND:
            return _("“{name}”不存在；请检查文件名和所在的文件夹。")
        case Failure.IS_A_FOLDER:
            return _("“{name}”是文件夹，不是报告；请选择文件夹里的报告文件。")
        case Failure.NOT_A_REGULAR_FILE:
            return _("“{name}”不是普通文件，无法打开；请选择 Word 或文本格式的报告。")
        case Failure.NO_PERMISSION:
            return _("没有权限读取“{name}”；请向文件的所有者要读取权限，或另存一份再打开。")
        case Failure.UNREADABLE_FILE:
            return _("无法读取“{name}”：{cause}；请确认文件完好，再打开一次。")
        case Failure.EMPTY_FILE:
            return _("“{name}”是空文件，没有文字；请从原处重新复制一份。")
        case Failure.NO_TEXT:
            return _("“{name}”里没有文字，可能是扫描件；请找到原来的 Word 文件。")
        case Failure.TEXT_NOT_ENCODED:
            return _("“{name}”的字体没有注明每个字是什么字，无法提取文字（提取出来会是乱码）；请找到原来的 Word 文件。")
        case Failure.TOO_LARGE:
            return _("“{name}”过大，超过 {limit}，不像一份报告；请确认文件。")
        case Failure.UNPACKS_TOO_LARGE:
            return _("“{name}”解压后过大，超过 {limit}，可能是压缩炸弹，没有打开；请确认文件的来源。")
        case Failure.OWNER_FILE:
            return _("“{name}”是 Word 打开文档时留下的临时文件，没有正文；请打开不带“~$”的同名文件。")
        case Failure.UNKNOWN_FORMAT:
            return _("不能读取“{name}”（{what}）；可以打开 {formats} 格式的报告，请另存为 .docx 再打开。")
        case Failure.UNKNOWN_ENCODING:
            return _("“{name}”的文字编码认不出来；请在记事本中另存为 UTF-8 编码再打开。")
        case Failure.DAMAGED_FILE:
            return _("无法读取“{name}”：文件损坏或不完整（{cause}）；请从原处重新复制一份。")
        case Failure.DTD_NOT_ALLOWED:
            return _("“{name}”含有不允许的 DTD 或实体，已拒绝打开；请在 Word 或 WPS 中另存为新的 .docx。")
        case Failure.PASSWORD_PROTECTED:
            return _("“{name}”有密码保护（加密），无法打开；请在 Word 或 WPS 中去掉密码后另存一份。")
        case Failure.PASSWORD_NEEDED:
            return _(
                "“{name}”有密码保护，没有密码打不开；请用 --password-file 给出密码，或在 Word、WPS 中去掉密码另存。"
            )
        case Failure.PASSWORD_WRONG:
            return _("“{name}”有密码保护（加密），给出的密码不对；请核对大小写和空格，再试一次。")
        case Failure.NEEDS_OFD_READER:
            return _(
                "“{name}”是 OFD 文件（GB/T 33190），不能直接读取；请用 WPS 或 OFD 阅读器另存为 PDF 或 .docx 再打开。"
            )
        case Failure.CONVERTER_MISSING:
            return _(
                "“{name}”（{what}）要由 LibreOffice 转换；请安装 LibreOffice，或在 Word、WPS 中另存为 .docx 再打开。"
            )
        case Failure.CONVERSION_FAILED:
            return _("“{name}”转换不成，文件可能损坏或不完整（{cause}）；请在 Word 或 WPS 中打开，另存为 .docx 再试。")
        case Failure.CONVERSION_TOO_SLOW:
            return _("“{name}”转换了 {seconds} 秒还没有完成，已经停止；请在 Word 或 WPS 中打开，另存为 .docx 再试。")
        case Failure.NEEDS_CONVERTER:
            return _("不能直接读取“{name}”（{what}）；请在 Word 或 WPS 中另存为 .docx 再打开。")
        case Failure.WRONG_CONTENT:
            return _("“{name}”的内容与扩展名不符，其实是{what}；请找到正确的文件，或改回正确的扩展名。")
        case Failure.UNKNOWN_KIND:
            return _("没有“{id}”这种文种；可用的有：{known}。")
        case Failure.UNKNOWN_SECTION:
            return _("报告里没有编号为“{id}”的节；请用 inspect 查看各节的编号。")
        case Failure.UNKNOWN_METRIC:
            return _("报告里没有编号为“{id}”的指标；请用 inspect 查看各项指标的编号。")
        case Failure.UNKNOWN_FIELD:
            return _("所选文种没有“{id}”这个要素；可用的有：{known}。")
        case Failure.UNKNOWN_MODE:
            return _("没有“{id}”这种印法；可用的有：full（全文）、digest（摘要）、heading（标题）。")
        case Failure.UNKNOWN_FORMAT_WANTED:
            return _("“{kind}”不能生成“{id}”格式；可用的有：{known}。")
        case Failure.UNKNOWN_PROFILE:
            return _("没有“{id}”这种版式；可用的有：{known}。")
        case Failure.BAD_VALUE:
            return _("“{field}”不能填“{value}”；{wanted}。")
        case Failure.BAD_PLAN:
            return _("方案文件“{name}”读不懂：{cause}；请检查这个文件。")
        case Failure.BAD_TEMPLATE:
            return _("模板“{name}”有误：{cause}；请改正后再试。")
        case Failure.BAD_LIST:
            return _("代表名单“{name}”读不了：{cause}；请改正后再选一次。")
        case Failure.NOTHING_SELECTED:
            return _("还没有选内容，没有可以印的部分；请至少勾选一节或一项指标。")
        case Failure.DOES_NOT_FIT:
            return _("{wanted} 页放不下：用尽标准允许的办法，还要 {least} 页；请少选一些内容，或者改为 {least} 页。")
        case Failure.CANNOT_WRITE:
            return _("不能写入“{name}”：{cause}；请换个位置。")
        case Failure.DISK_FULL:
            return _("磁盘空间不够，没有生成“{name}”；请腾出空间，或换个位置。")
        case Failure.TARGET_LOCKED:
            return _("“{name}”正被其他程序打开；请关闭后重试，或换一个文件名。")
        case Failure.CHECK_FAILED:
            return _("“{name}”写好后检查没有通过（{cause}），没有保存；请重试，仍不行请复制诊断信息。")
        case Failure.FONT_MISSING:
            return _("找不到“{name}”字体文件；请重新安装本程序。")
        case Failure.NO_SCREEN:
            return _("没有图形桌面，打不开窗口；请在桌面环境里运行，或改用命令行：main.py make。")
        case Failure.NO_WINDOW_SYSTEM:
            return _("窗口组件 Qt 不能启动（{cause}）；请运行 python3 bootstrap.py window 装齐所需的系统库。")
        case _:
            assert_never(failure)


def _finding(finding: Finding) -> str:  # noqa: C901, PLR0911, PLR0912 - one sentence a finding
    match finding:
        case Finding.NO_HEADINGS:
            return _("没有找到标题，整篇作为一节。")
        case Finding.TITLE_GUESSED:
            return _("没有找到报告标题，暂用“{detail}”。")
        case Finding.HEADING_NUMBER_MISSING:
            return _("标题“{detail}”没有序号，同级标题有序号。")
        case Finding.HEADING_NUMBER_REPEATED:
            return _("标题“{detail}”的序号与前面的重复。")
        case Finding.HEADING_WITHOUT_TEXT:
            return _("标题“{detail}”下面没有文字。")
        case Finding.LEVEL_SKIPPED:
            return _("标题“{detail}”跳过了一级。")
        case Finding.TEXT_REPLACED:
            return _("原文中有不是文字的字节或控制字符：{detail}。")
        case Finding.ENCODING_GUESSED:
            return _("文件没有注明编码，按 {detail} 读入；如有乱码，请另存为 UTF-8。")
        case Finding.HIDDEN_TEXT:
            return _("原文有隐藏文字，没有读入：{detail}。")
        case Finding.TRACKED_CHANGES:
            return _("原文有修订痕迹，已按接受修订读入：{detail}。")
        case Finding.MACROS_IGNORED:
            return _("原文带有宏、嵌入对象或外部链接，没有打开：{detail}。")
        case Finding.CONTENTS_LEFT_OUT:
            return _("原文的目录没有读入：{detail}。")
        case Finding.COMMENTS_LEFT_OUT:
            return _("原文有批注，没有读入：{detail}。")
        case Finding.PAGE_WITHOUT_TEXT:
            return _("有的页是图片（扫描），没有文字可读：{detail}。")
        case Finding.RUNNING_LINES_LEFT_OUT:
            return _("原文的页眉、页脚和页码没有读入：{detail}。")
        case Finding.RADICALS_REPLACED:
            return _("原文中的部首或兼容字已换成通用的字：{detail}。")
        case Finding.PAGE_FRAME_LEFT_OUT:
            return _("网页的菜单、导航和页脚没有读入：{detail}。")
        case Finding.CHARACTER_WITHOUT_FONT:
            return _("{detail}没有字体可用，会印成空白。")
        case Finding.FONT_SUBSTITUTED:
            return _("这台电脑没有{detail}，用自带字体代替，字数和行数不变。")
        case Finding.FIELD_EMPTY:
            return _("“{detail}”没有填，印成空白，可以手填。")
        case Finding.TERM_UNEXPLAINED:
            return _("“{detail}”还没有解释，没有印进名词解释；需要的话，写进本单位的词语表。")
        case Finding.NO_TASKS:
            return _("所选内容里没有找到工作安排，{detail}印成空白行，可以手填；请看看安排部分是否勾选了。")
        case Finding.UNITS_SUGGESTED:
            return _("有{detail}条措施的牵头单位是按关键词建议的，请核对；要改的填进“指定分工”。")
        case Finding.COPIES_UNTAGGED:
            return _("编了份号的{detail}份共用页面内容，PDF 没有加标签（PDF/A-2u）；要带标签的，另做一份不编份号的。")
        case Finding.LIST_HEAD_MISSING:
            return _("代表名单没有表头，把{detail}当作姓名；请核对，或加上“姓名”等表头。")
        case Finding.LIST_SHEETS_LEFT_OUT:
            return _("代表名单的其他工作表没有读入：{detail}；需要的，请并到一张表里。")
        case Finding.LIST_ROW_LEFT_OUT:
            return _("代表名单{detail}没有姓名，没有采用；请核对。")
        case Finding.LIST_FILLED_DOWN:
            return _("代表名单{detail}没有写代表团，按上一行的填；请核对。")
        case Finding.LIST_NAME_DOUBLED:
            return _("代表名单里同一代表团有相同的姓名：{detail}；各印一份，请核对是否重复。")
        case Finding.LIST_NUMBER_DOUBLED:
            return _("代表名单里有相同的代表证号：{detail}；各印一份，请核对。")
        case Finding.LIST_CELL_LEFT_OUT:
            return _("代表名单{detail}读不出，印成空白；请在名单里改正。")
        case Finding.KIND_LEFT_OUT:
            return _("文种文件有误，没有采用。{detail}")
        case Finding.PROFILE_LEFT_OUT:
            return _("版式文件有误，没有采用。{detail}")
        case Finding.PROFILE_DEVIATES:
            return _("这种版式与公文标准（GB/T 9704—2012）不同：{detail}。")
        case Finding.FITTED:
            return _("为了排进要求的页数：{detail}。")
        case Finding.UNKNOWN_KEY:
            return _("不认识“{detail}”，没有采用。")
        case Finding.PARTS_EXCEED_TOTAL:
            return _("各部分合起来超过总数：{detail}；请核对数字，各部分有重叠的，请写明。")
        case Finding.PARTS_MISS_TOTAL:
            return _("各部分合起来不足总数：{detail}；请核对数字，没有列全的不必改。")
        case Finding.VALUES_DIFFER:
            return _("同一指标前后两个数值：{detail}；请核对以哪个为准。")
        case Finding.RATE_CONTRADICTED:
            return _("比率与所依据的数字算出来的不一致：{detail}；请核对。")
        case Finding.AMOUNT_WITHOUT_YUAN:
            return _("金额“{detail}”后面没有“元”；请补上单位。")
        case Finding.HEADING_NUMBER_BROKEN:
            return _("标题序号不连续：“{detail}”；请核对是否漏了一项或者写错序号。")
        case Finding.WORD_CONFUSED:
            return _("用词请核对：{detail}。")
        case Finding.WORD_DOUBLED:
            return _("“{detail}”重复；请删去多余的。")
        case Finding.HALF_WIDTH_MARK:
            return _("“{detail}”里用了半角标点，中文里应当用全角；请改正。")
        case Finding.FULL_WIDTH_DIGIT:
            return _("“{detail}”是全角数字，与其他数字不一致；请改成半角。")
        case Finding.UNPAIRED_MARK:
            return _("“{detail}”里的括号或者引号不成对；请补上或者改正方向。")
        case _:
            assert_never(finding)
