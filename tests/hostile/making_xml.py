"""Word packages whose XML is hostile or odd: entities, depth, encodings, prefixes, attributes."""

from tests.hostile.invented import LINES
from tests.hostile.making_packages import changed, package
from tests.hostile.rows import FIGURE, Site
from tests.report.making_docx import W, paragraph, parts, root, zipped

_MAIN = "word/document.xml"
_CORE = "docProps/core.xml"


def laughs(part: str) -> bytes:
    """Return a report with a part of 10^10 characters, by entities that hold ten of the one before."""
    entities = '<!ENTITY a0 "哈">' + "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 11))
    return _declared(part, entities, "&a10;")


def quadratic() -> bytes:
    """Return a report with one entity of 1 MB that is used 20,000 times."""
    return _declared(_MAIN, f'<!ENTITY a "{"哈" * 350_000}">', "&a;" * 20_000)


def external(address: str) -> bytes:
    """Return a report with an entity that stands somewhere else."""
    return _declared(_MAIN, f'<!ENTITY e SYSTEM "{address}">', "&e;")


def external_by_network(site: Site) -> bytes:
    """Return a report with an entity that stands on a server."""
    return external(f"http://127.0.0.1:{site.port}/")


def external_in_utf16() -> bytes:
    """Return a report with an external entity in UTF-16, where a search for <!DOCTYPE finds nothing."""
    whole = _with_entity(_text(_MAIN), '<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;")
    return changed(_MAIN, whole.replace("UTF-8", "UTF-16").encode("utf-16"))


def external_in_properties() -> bytes:
    """Return a report with an external entity in its metadata."""
    core = '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&e;</dc:title>'
    declared = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return changed(_CORE, f'<?xml version="1.0"?>{declared}{core}</cp:coreProperties>')


def included() -> bytes:
    """Return a report with an XInclude of /etc/passwd in a paragraph."""
    include = '<w:p><w:r><w:t><xi:include href="file:///etc/passwd" parse="text"/></w:t></w:r></w:p>'
    return changed(_MAIN, _text(_MAIN).replace("<w:body>", f"<w:body>{include}"))


def bare_document_type() -> bytes:
    """Return a report with a document type that declares nothing."""
    return changed(_MAIN, _text(_MAIN).replace("?>", "?><!DOCTYPE w:document>", 1))


def deep(levels: int) -> bytes:
    """Return a report in so many content controls, one in another."""
    inside = paragraph(FIGURE)
    return zipped(parts("<w:sdt><w:sdtContent>" * levels + inside + "</w:sdtContent></w:sdt>" * levels))


def many_attributes(count: int) -> bytes:
    """Return a report with an element of so many attributes and namespaces."""
    attributes = " ".join(f'a{number}="1" xmlns:n{number}="urn:{number}"' for number in range(count))
    return changed(_MAIN, _text(_MAIN).replace("<w:body>", f"<w:body><w:p {attributes}/>"))


def bad_bytes() -> bytes:
    """Return a report that says it is in UTF-8 and holds a run of GBK."""
    return changed(_MAIN, _text(_MAIN).encode().replace("各位代表".encode(), "各位代表".encode("gbk")))


def in_utf16() -> bytes:
    """Return a report in UTF-16 with a mark."""
    return changed(_MAIN, _text(_MAIN).replace("UTF-8", "UTF-16").encode("utf-16"))


def with_marks() -> bytes:
    """Return a report all of whose parts begin with the mark of UTF-8."""
    marked = {name: b"\xef\xbb\xbf" + _text(name).encode() for name in package()}
    return zipped(marked)


def other_prefixes() -> bytes:
    """Return a report with the word-processing namespace under another prefix, and as the default in its body."""
    lines = "".join(f"<ns0:p><ns0:r><ns0:t>{line}</ns0:t></ns0:r></ns0:p>" for line in LINES[:6])
    rest = "".join(f"<p><r><t>{line}</t></r></p>" for line in LINES[6:])
    wrapped = f'<ns0:sdt><sdtContent xmlns="{W}">{rest}</sdtContent></ns0:sdt>'
    return changed(_MAIN, f'<ns0:document xmlns:ns0="{W}"><ns0:body>{lines}{wrapped}</ns0:body></ns0:document>')


def many_runs(count: int) -> bytes:
    """Return one paragraph of so many runs of a few characters."""
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>一步一步走</w:t></w:r>"
    return zipped(parts(f"<w:p>{run * count}</w:p>" + paragraph(FIGURE)))


def _declared(part: str, entities: str, used: str) -> bytes:
    return changed(part, _with_entity(_text(part), entities, used))


def _with_entity(xml: str, entities: str, used: str) -> str:
    """Return a part that declares entities and uses them in a text, or where it has none in front of its end."""
    declaration = f'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE x [{entities}]>'
    body = xml.partition("?>")[2] if xml.startswith("<?xml") else xml
    if FIGURE in body:
        return declaration + body.replace(FIGURE, FIGURE + used, 1)
    end = body.rfind("</") if "</" in body else len(body)
    return declaration + body[:end] + used + body[end:]


def _text(part: str) -> str:
    content = package().get(part)
    if content is None:
        return root("none", "")
    return content if isinstance(content, str) else content.decode()
