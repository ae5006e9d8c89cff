"""What is to be made, as values: an order, and the papers composed of it, one by one or as a set."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import platformdirs

from generators.compose.blocks import FROM_SELECTION
from generators.compose.excerpt import make_excerpt
from generators.compose.glossary import unexplained
from generators.compose.numbering import chinese
from generators.compose.paper import compose
from generators.compose.plan_tasks import tasks_of
from generators.compose.setting import Member, Setting
from generators.compose.tasks import suggested
from generators.delegates import Delegate
from generators.document import Document
from generators.fields import complete
from generators.kind_files import find_kind, load_kinds
from generators.kinds import Kind
from generators.profiles import DEFAULT_PROFILE
from generators.terms import load_terms
from generators.unit_files import load_units, own_units_file
from report.errors import Failure, UserError
from report.facts import facts_of
from report.findings import Finding
from report.model import Noticed, Report, SectionKind
from report.selection import Selection

_GLOSSARY = "glossary"
_TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: everything that a paper depends on, as a value."""

    report: Report
    selection: Selection
    kind: Kind
    fields: Mapping[str, str]  # as typed; missing ones take their defaults
    today: date
    profile: str = DEFAULT_PROFILE
    delegates: tuple[Delegate, ...] = ()
    base: Path | None = None  # an office's own .docx for Word papers
    of_members: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])  # by kind


@dataclass(frozen=True, slots=True)
class Paper:
    """A composed paper, before layout."""

    kind: Kind
    document: Document
    name_parts: tuple[str, ...]  # of the file's name
    noticed: tuple[Noticed, ...]
    mark: str = ""  # 材料之一, in a set


def compose_paper(order: Order, mark: str = "", members: tuple[Member, ...] = ()) -> Paper:
    """Return the paper of an order. Raises UserError for a value that a field cannot take, or nothing to print."""
    fields = checked_fields(order)
    if not FROM_SELECTION.isdisjoint(order.kind.blocks) and not _prints_anything(order):
        raise UserError(Failure.NOTHING_SELECTED)
    excerpt = make_excerpt(order.report, order.selection)
    explains = _GLOSSARY in order.kind.blocks
    terms = load_terms(_own_terms()) if explains else ()
    divides = _TASKS in order.kind.blocks
    units = load_units(own_units_file()) if divides else ()
    setting = Setting(order.report, excerpt, fields, order.kind.title, order.delegates, mark, terms, members, units)
    empty = tuple(
        Noticed(Finding.FIELD_EMPTY, 0, 0, each.label)
        for each in order.kind.fields
        if each.empty == "blank" and not fields[each.id]
    )
    issue = f"第{fields['issue']}期" if fields.get("issue") else ""
    parts = (fields.get("session", ""), mark, order.kind.title, issue, fields.get("date", ""))
    own = (*(_open_terms(setting) if explains else ()), *(_about_tasks(setting) if divides else ()))
    return Paper(order.kind, compose(order.kind, setting), parts, (*empty, *own), mark)


def _open_terms(setting: Setting) -> tuple[Noticed, ...]:
    return tuple(Noticed(Finding.TERM_UNEXPLAINED, *each.places[0], each.term) for each in unexplained(setting))


def _about_tasks(setting: Setting) -> Iterator[Noticed]:
    """Yield that there is no task to divide, or how many units are only suggested."""
    if not tasks_of(setting.excerpt):
        yield Noticed(Finding.NO_TASKS, 0, 0, setting.kind_title)
    count = suggested(setting)
    if count:
        yield Noticed(Finding.UNITS_SUGGESTED, 0, 0, str(count))


def own_terms_file() -> Path:
    """Return the office's own list of terms; it need not be there."""
    return platformdirs.user_data_path("briefdesk", appauthor=False) / "terms.toml"


def _own_terms() -> Path | None:
    file = own_terms_file()
    return file if file.is_file() else None


def checked_fields(order: Order) -> dict[str, str]:
    """Return a checked value for every field of the order's kind. Raises UserError."""
    return complete(order.kind, order.fields, facts_of(order.report), order.today)


def member_orders(order: Order) -> Iterator[tuple[Order, str]]:
    """Yield the orders of a set's papers, each with its mark: 材料之一; the cover and the list of papers have none.

    A paper takes what was typed for it, then what was typed for the set. Raises UserError for an unknown kind.
    """
    wanted = [name for name in checked_fields(order).get("kinds", "").split("；") if name]
    kinds = [find_kind(name) for name in wanted] or sorted(
        (kind for kind in load_kinds() if kind.in_set), key=lambda kind: kind.in_set
    )
    number = 0
    for kind in kinds:
        if kind.id == order.kind.id or (kind.binds and kind.id != "contents"):
            continue
        listed_paper = kind.id not in ("cover", "contents")
        number += listed_paper
        typed = {name: value for name, value in order.fields.items() if any(each.id == name for each in kind.fields)}
        own = {**typed, **order.of_members.get(kind.id, {})}
        yield replace(order, kind=kind, fields=own), f"材料之{chinese(number)}" if listed_paper else ""


def _prints_anything(order: Order) -> bool:
    return any(
        section.id in order.selection.modes and section.kind is not SectionKind.FRONT for section in order.report.walk()
    )
