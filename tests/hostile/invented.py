"""A report of an invented county, short and in our own words: what stands in the made files beside what is odd."""

from tests.hostile.rows import FIGURE

TITLE = "云溪县人民政府工作报告"
LINES = (
    TITLE,
    "——在云溪县第九届人民代表大会第三次会议上",
    "云溪县人民政府县长　闻　舟",
    "各位代表：",
    "现在，我代表县人民政府向大会报告工作，请予审议。县人民政府县长的述职另行书面提交。",
    "一、2023年工作回顾",
    f"过去一年，全县上下一步一个脚印。{FIGURE}，增长5.1%；一般公共预算收入完成7.2亿元，其中税收收入4.9亿元。",
    "（一）产业提质",
    "1.空气质量优良天数达到341天，优良率93.4%。",
    "2.新增规模以上企业8家，总数达到63家，增长14.5%。",
    "（二）民生改善",
    "新建幼儿园3所，新增学位540个；城镇新增就业2160人，发放补贴615.4万元。",
    "二、2024年主要任务",
    "（一）抓项目",
    "全年实施重点项目42个，完成投资18.6亿元以上。",
    "（二）办实事",
    "改造供水管网26公里，惠及4300户1.3万人。",
    "各位代表，蓝图已经画好，让我们一起把它变成日子。",
)
TEXT = "\n".join(LINES) + "\n"

TRADITIONAL = (
    "雲溪縣人民政府工作報告\n各位代表：\n一、過去一年的工作\n全縣地區生產總值完成135.6億元，增長5.1%。\n"
    "我們堅持為民服務，改善農村環境，發展教育與醫療，這一年的變化來自每一位勞動者。\n二、今後的任務\n繼續建設產業園區，擴大就業。\n"
)


def repeated(size: int) -> str:
    """Return the report over and over, until it has so many characters; no line twice the same."""
    made: list[str] = []
    length = number = 0
    while length < size:
        number += 1
        for line in LINES:
            changed = line.replace("135.6", f"135.6{number % 10}", 1) if number > 1 else line
            made.append(changed)
            length += len(changed) + 1
    return "\n".join(made)[:size]
