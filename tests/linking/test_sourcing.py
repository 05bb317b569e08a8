"""What linking makes of an article's sources."""

from build_dossier.article import Basis
from build_dossier.extract.sources.citation import Anonymity, Citation, SourceRole, Via
from build_dossier.linking.sourcing import LinkedSource, chain_of, linked_sources
from build_dossier.outlets import package_outlets, read_outlets
from build_dossier.text.span import Span


def citation(name: str, start: int, role: SourceRole, via: int | None = None) -> Citation:
    """A named source at a place."""
    span = Span(start=start, end=start + len(name))
    return Citation(
        name=name,
        role=role,
        anonymity=Anonymity.NAMED,
        outlet=role is not SourceRole.SPOKESPERSON,
        count=None,
        via=None if via is None else Via(source=via, basis=Basis.STATED),
        named=span,
        named_itself=True,
        spans=(span,),
    )


def names(sources: tuple[LinkedSource, ...]) -> list[tuple[str, str, bool]]:
    """Name, role and whether it is an outlet, of each."""
    return [(one.citation.name, one.citation.role.value, one.is_outlet) for one in sources]


def test_one_outlet_under_two_names_is_one():
    """«AP» and «Associated Press» are one source, and what is known by either is known by it."""
    found = linked_sources(
        [
            citation("Associated Press", 0, SourceRole.PRIMARY),
            citation("МЗС", 20, SourceRole.SPOKESPERSON, via=2),
            citation("AP", 30, SourceRole.PRIMARY),
        ],
        {},
        package_outlets(),
    )

    assert names(found) == [("Associated Press", "PRIMARY", True), ("МЗС", "SPOKESPERSON", False)]
    assert [len(one.citation.spans) for one in found] == [2, 1]
    assert chain_of(found, 1) == (1, 0)


def test_one_entity_is_one_source():
    """Two names that mean one entity are one source."""
    found = linked_sources(
        [citation("МЗС", 0, SourceRole.SPOKESPERSON), citation("МЗС України", 9, SourceRole.SPOKESPERSON)],
        {0: "mfa", 9: "mfa"},
        package_outlets(),
    )

    assert [(one.entity, len(one.citation.spans)) for one in found] == [("mfa", 2)]


def test_the_editor_says_what_is_an_outlet():
    """A body that the editor's table calls an outlet becomes one; what the table does not know stays."""
    table, problems = read_outlets([("docs/lexicon/outlets.yml", "visnyk: {kind: paper, uk: Новий вісник}\n")])
    cited = [citation("Новий вісник", 0, SourceRole.SPOKESPERSON), citation("МЗС", 20, SourceRole.SPOKESPERSON)]
    found = linked_sources(cited, {}, table)

    assert problems == ()
    assert names(found) == [("Новий вісник", "PRIMARY", True), ("МЗС", "SPOKESPERSON", False)]
    assert [one.outlet is not None for one in found] == [True, False]
    assert not any(one.is_outlet for one in linked_sources(cited, {}, package_outlets()))


def test_nothing_is_known_by_itself():
    """When a source and the outlet it is known by turn out to be one, nothing stands between."""
    found = linked_sources(
        [citation("Associated Press", 0, SourceRole.PRIMARY), citation("AP", 30, SourceRole.PRIMARY, via=0)],
        {},
        package_outlets(),
    )

    assert [one.citation.via for one in found] == [None]
