"""The words of the program in its other language: complete, with the same facts, and without words of the first."""

import ast
import re
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from string import Formatter
from typing import cast

import pytest
from babel.messages.catalog import Catalog, Message

from report.errors import Failure, UserError
from report.findings import Finding
from report.messages import explain, notice_sentence
from report.model import Noticed
from report.words import LANGUAGES, LOCALE_FOLDER, use_language

ROOT = LOCALE_FOLDER.parent.parent
MAKER = runpy.run_path(str(LOCALE_FOLDER / "make_catalogues.py"))
EXTRACTED = cast("Callable[[], Catalog]", MAKER["extracted"])()
CATALOGUE = cast("Callable[[str], Catalog]", MAKER["catalogue"])
COMPILED = cast("Callable[[Catalog], bytes]", MAKER["compiled"])
WRITTEN = cast("Callable[[Catalog], bytes]", MAKER["written"])
PO_PATH = cast("Callable[[str], Path]", MAKER["po_path"])
ENGLISH = [message for message in CATALOGUE("en") if message.id]
ENGLISH_TEXTS = [(str(message.id), str(message.string)) for message in ENGLISH]
CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param)
    yield request.param
    use_language("zh")


def _texts(messages: Iterable[Message]) -> list[tuple[str, str]]:
    """Return the contexts and Chinese texts of messages."""
    return [(message.context or "", str(message.id)) for message in messages if message.id]


def _placeholders(sentence: str) -> list[tuple[str, str]]:
    """Return the names and formats of the placeholders of a sentence, sorted."""
    return sorted((name, form or "") for _text, name, form, _conversion in Formatter().parse(sentence) if name)


def _explained(failure: Failure) -> tuple[str, dict[str, str]]:
    """Return the sentence of a failure and the facts that it asks for, made up."""
    facts: dict[str, str] = {}
    while True:
        try:
            return explain(UserError(failure, **facts)), facts
        except KeyError as missing:
            facts[str(missing.args[0])] = f"<{missing.args[0]}>"


def _raised() -> Iterator[tuple[str, set[str | None]]]:
    """Yield the name of a failure and its facts for every place in the sources that raises one by name."""
    for source in MAKER["SOURCES"]:
        path = ROOT / source
        for file in [path] if path.is_file() else path.rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(ast.Name("UserError"), [ast.Attribute(ast.Name("Failure"), name)], keywords):
                        yield name, {keyword.arg for keyword in keywords}
                    case _:
                        pass


RAISED = tuple(_raised())


def _filled(sentence: str) -> str:
    facts = {name: 7 if form else f"<{name}>" for name, form in _placeholders(sentence)}
    return sentence.format(**facts)


def test_every_message_of_the_sources_is_in_the_catalogue_and_no_other():
    assert _texts(ENGLISH) == _texts(EXTRACTED)


def test_words_are_found_in_every_part_of_the_program():
    main, generators, report, ui, kinds = (
        "错误：{sentence}",
        "没有写入权限",
        "“{name}”不存在；请检查文件名和所在的文件夹。",
        "撤销",
        "期号",
    )
    assert {("", main), ("", generators), ("", report), ("", ui), ("field", kinds)} <= set(_texts(ENGLISH))


def test_every_message_is_translated_and_none_is_fuzzy():
    assert [message.id for message in ENGLISH if not message.string or message.fuzzy] == []


def test_a_translation_has_the_same_facts():
    other = [text for text, english in ENGLISH_TEXTS if _placeholders(english) != _placeholders(text)]
    assert other == []
    assert [english for _text, english in ENGLISH_TEXTS if re.search(r"[{}]", _filled(english))] == []


def test_a_translation_has_as_many_keys_lines_and_columns():
    counts = [([s.count(mark) for mark in "&\n\t"] for s in pair) for pair in ENGLISH_TEXTS]
    assert [
        text for (text, _english), (ours, theirs) in zip(ENGLISH_TEXTS, counts, strict=True) if ours != theirs
    ] == []


def test_no_english_sentence_has_a_chinese_character():
    assert [english for _text, english in ENGLISH_TEXTS if CHINESE.search(english)] == []


def test_the_files_are_as_they_are_made():
    words = CATALOGUE("en")
    assert PO_PATH("en").read_bytes() == WRITTEN(words)
    assert PO_PATH("en").with_suffix(".mo").read_bytes() == COMPILED(words)


def test_the_files_name_no_day_and_no_place():
    text = PO_PATH("en").read_text(encoding="utf-8")
    assert not re.search(r"-Date:|Translator:|Team:|Generated-By:|^#:", text, re.MULTILINE)


@pytest.mark.parametrize("failure", Failure)
def test_a_failure_is_said_with_all_its_facts(failure: Failure, language: str):
    sentence, facts = _explained(failure)
    assert "{" not in sentence
    assert all(fact in sentence for fact in facts.values())
    assert ("；" if language == "zh" else "; ") in sentence
    assert language == "zh" or sentence.isascii()


@pytest.mark.parametrize("failure", Failure)
def test_a_failure_is_raised_with_the_facts_that_its_sentence_names(failure: Failure):
    wanted = _explained(failure)[1].keys()
    assert [facts for named, facts in RAISED if named == failure.name and facts != wanted] == []


@pytest.mark.parametrize("finding", Finding)
def test_a_finding_is_said_with_its_detail(finding: Finding, language: str):
    sentence = notice_sentence(Noticed(finding, 0, 0, "<detail>"))
    assert "{" not in sentence
    assert finding is Finding.NO_HEADINGS or "<detail>" in sentence
    assert language == "zh" or sentence.isascii()


@pytest.mark.parametrize("words", [(), ("inspect",), ("kinds",), ("make",), ("doctor",)], ids=" ".join)
def test_help_is_given_in_english_when_asked_for(words: tuple[str, ...]):
    command = [sys.executable, ROOT / "main.py", *words, "--lang", "en", "--help"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Print JSON." in done.stdout or not words
    assert not CHINESE.search(done.stdout)
