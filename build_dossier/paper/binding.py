"""Printed sheets bound to one PDF: links between them, one outline, one tree of tags, numbers of pages, no dates.

Comes in: printed sheets in order. Goes out: the bytes of one file; the same for the same sheets.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    Destination,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from build_dossier.paper.printing import Printed

Place = tuple[int, float | None]
"""A page of the bound file, from 0, and how high on it, in points."""


def bound(sheets: Sequence[Printed], address: str, *, title: str, language: str, names: Mapping[str, str]) -> bytes:
    """One file of all sheets.

    Args:
        sheets: in order; those in front with Roman numbers come first.
        address: under which the site was served: links below it lead within the file.
        title: of the document.
        language: of the document, where no other is said.
        names: for addresses of the site that have no page here, the anchor on the last sheet that stands for them.
    """
    writer = PdfWriter()
    places: dict[str, Place] = {}
    nested: dict[int, dict[str, Place]] = {}
    tags = _Tags(writer)
    for sheet in sheets:
        reader = PdfReader(BytesIO(sheet.pdf))
        offset = len(writer.pages)
        for page in reader.pages:
            writer.add_page(page)
        named = reader.named_destinations.items()
        anchors = {name.removeprefix("/"): _place(reader, found, offset) for name, found in named}
        nested |= dict.fromkeys(range(offset, offset + sheet.pages), anchors)
        places |= _addresses(sheet, anchors, offset)
        tags.add(reader, offset)
        _outline(writer, reader, reader.outline, offset, None)
    last = nested[len(writer.pages) - 1]
    places |= {path: last[anchor] for path, anchor in names.items() if anchor in last}
    front = sum(sheet.pages for sheet in sheets if sheet.sheet.front)
    links = _Links(writer=writer, address=address, places=places, front=front)
    for number, page in enumerate(writer.pages):
        links.lead(page, nested[number])
    tags.close(language)
    _finish(writer, title, front)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _addresses(sheet: Printed, anchors: Mapping[str, Place], offset: int) -> Iterator[tuple[str, Place]]:
    """Where each page of the site stands in the file, and each passage on it that something leads to."""
    for number, (path, start) in enumerate(zip(sheet.sheet.paths, sheet.starts, strict=True)):
        if sheet.sheet.made is None:
            yield path, (offset + start, None)
            key = f"s{number}."
            for name, place in anchors.items():
                if name.startswith(key):
                    yield f"{path}#{name.removeprefix(key)}", place


def _place(reader: PdfReader, found: Destination, offset: int) -> Place:
    page = reader.get_destination_page_number(found)
    top = found.top
    return offset + (page or 0), float(top) if isinstance(top, (int, float)) else None


def _outline(writer: PdfWriter, reader: PdfReader, items: Sequence[Any], offset: int, parent: Any) -> None:
    """The headings of a sheet as bookmarks, nested as they are there."""
    made = parent
    for item in items:
        if isinstance(item, list):
            _outline(writer, reader, item, offset, made)
            continue
        page, top = _place(reader, item, offset)
        made = writer.add_outline_item(
            title=item.title or "", page_number=page, parent=parent, fit=Fit.xyz(0, top), is_open=False
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Links:
    """Where links lead."""

    writer: PdfWriter
    address: str
    places: Mapping[str, Place]
    """By address below the site."""
    front: int
    """Pages before page 1."""

    def lead(self, page: Any, anchors: Mapping[str, Place]) -> None:
        """Leads the links of a page to places of the file; what has none here leads nowhere."""
        for entry in page.get("/Annots", ()):
            link = entry.get_object()
            place = self._place(link, anchors)
            if place is not None:
                link.pop("/A", None)
                link[NameObject("/Dest")] = self._destination(*place)
            elif str(link.get("/A", {}).get("/URI", "")).startswith(self.address):
                del link["/A"]

    def _place(self, link: Any, anchors: Mapping[str, Place]) -> Place | None:
        if "/Dest" in link:
            return anchors.get(str(link["/Dest"]).removeprefix("/"))
        uri = str(link.get("/A", {}).get("/URI", ""))
        if uri.startswith("paper:"):
            return self.front + int(uri.removeprefix("paper:")) - 1, None
        path = uri.removeprefix(self.address) if uri.startswith(self.address) else ""
        return self.places.get(path) or self.places.get(path.split("#")[0])

    def _destination(self, number: int, top: float | None) -> ArrayObject:
        reference = self.writer.pages[number].indirect_reference
        assert reference is not None  # the page is in the writer
        height = NullObject() if top is None else NumberObject(round(top))
        return ArrayObject([reference, NameObject("/XYZ"), NullObject(), height, NullObject()])


class _Tags:
    """The trees of tags of all sheets as one: what a screen reader reads."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._kids = ArrayObject()
        self._numbers = ArrayObject()
        self._next = 0
        self._root = writer._add_object(DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")}))  # noqa: SLF001

    def add(self, reader: PdfReader, offset: int) -> None:
        """Takes over the tags of a sheet whose pages are in the writer already."""
        root = reader.root_object.get("/StructTreeRoot")
        if root is None:
            return
        tree = root.get_object().clone(self._writer, force_duplicate=False)
        shift = self._next
        numbers = tree["/ParentTree"].get_object()["/Nums"]
        for key, value in zip(numbers[::2], numbers[1::2], strict=True):
            self._numbers += [NumberObject(int(key) + shift), value]
        kids = tree["/K"]
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            reference = kid if isinstance(kid, IndirectObject) else tree.raw_get("/K")
            self._kids.append(reference)
        for number, page in enumerate(reader.pages, start=offset):
            mine = self._writer.pages[number]
            if "/StructParents" in page:  # the writer leaves it out of what it takes over
                mine[NameObject("/StructParents")] = NumberObject(int(str(page["/StructParents"])) + shift)
            for entry in mine.get("/Annots", ()):
                link = entry.get_object()
                if "/StructParent" in link:
                    link[NameObject("/StructParent")] = NumberObject(int(link["/StructParent"]) + shift)
        self._next += int(tree["/ParentTreeNextKey"])

    def close(self, language: str) -> None:
        """Puts the tree into the file, with what a screen reader says first."""
        tree = cast("DictionaryObject", self._root.get_object())
        kids = {"/Type": NameObject("/StructElem"), "/S": NameObject("/Document"), "/P": self._root, "/K": self._kids}
        document = self._writer._add_object(DictionaryObject({NameObject(key): value for key, value in kids.items()}))  # noqa: SLF001
        for kid in self._kids:
            part = cast("DictionaryObject", kid.get_object())
            part |= {NameObject("/P"): document, NameObject("/S"): NameObject("/Part")}
        tree[NameObject("/K")] = document
        tree[NameObject("/ParentTreeNextKey")] = NumberObject(self._next)
        tree[NameObject("/ParentTree")] = DictionaryObject({NameObject("/Nums"): self._numbers})
        catalogue = self._writer._root_object  # noqa: SLF001
        catalogue[NameObject("/StructTreeRoot")] = self._root
        catalogue[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        catalogue[NameObject("/Lang")] = TextStringObject(language)
        shows_title = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
        catalogue[NameObject("/ViewerPreferences")] = shows_title


def _finish(writer: PdfWriter, title: str, front: int) -> None:
    """The document's title, and numbers of pages as they are printed."""
    writer.metadata = None
    writer.add_metadata({"/Title": title, "/Producer": "build_dossier"})
    if front:
        writer.set_page_label(0, front - 1, style=PageLabelStyle.LOWERCASE_ROMAN)
    if front < len(writer.pages):
        writer.set_page_label(front, len(writer.pages) - 1, style=PageLabelStyle.DECIMAL, start=1)
    if front:
        writer.page_mode = "/UseOutlines"
