"""The blocks that a kind of paper may declare, each a function from the setting to what is printed."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from generators.compose.attendance import name_cards, sign_in
from generators.compose.brief import banner, editor_note, tail
from generators.compose.charts import charts
from generators.compose.digest import digest
from generators.compose.document import meeting_line, meeting_mark, notice, salutation
from generators.compose.figures import figures
from generators.compose.forms import ballot, proposal_form, rating_form, review_form
from generators.compose.glossary import glossary
from generators.compose.indicators import indicators
from generators.compose.sections import piece_list, sections
from generators.compose.session import agenda, contents, cover, session_lines, session_title, timetable
from generators.compose.setting import BLANK, Setting
from generators.compose.tasks import landscape, tasks
from generators.document import Block, Role, Run, TextBlock


def title(setting: Setting) -> Iterable[Block]:
    """Yield the title, with a bookmark."""
    yield TextBlock(Role.TITLE, (Run(setting.fields["title"] or BLANK),), bookmark=1)


BLOCKS: Final[Mapping[str, Callable[[Setting], Iterable[Block]]]] = MappingProxyType(
    {
        "agenda": agenda,
        "ballot": ballot,
        "banner": banner,
        "charts": charts,
        "contents": contents,
        "cover": cover,
        "digest": digest,
        "editor_note": editor_note,
        "figures": figures,
        "glossary": glossary,
        "indicators": indicators,
        "landscape": landscape,
        "meeting_line": meeting_line,
        "meeting_mark": meeting_mark,
        "name_cards": name_cards,
        "notice": notice,
        "piece_list": piece_list,
        "proposal_form": proposal_form,
        "rating_form": rating_form,
        "review_form": review_form,
        "salutation": salutation,
        "sections": sections,
        "session_lines": session_lines,
        "session_title": session_title,
        "sign_in": sign_in,
        "tail": tail,
        "tasks": tasks,
        "timetable": timetable,
        "title": title,
    }
)
# What prints ticked sections or figures: a paper with one of them cannot be made of an empty selection.
FROM_SELECTION: Final = frozenset({"digest", "sections"})
