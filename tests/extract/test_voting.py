"""One name, one kind."""

from marked_names import read, write

from build_dossier.extract.voting import agreed


def vote(*lines: str) -> list[str]:
    """The marked lines after the vote."""
    blocks = [read(line) for line in lines]
    drafts = agreed([block for block, _ in blocks], [drafts for _, drafts in blocks])
    return [write(line, block, of) for line, (block, _), of in zip(lines, blocks, drafts, strict=True)]


def test_a_tie_changes_nothing():
    """Without a majority every place keeps its kind."""
    lines = ["каже {PER:Гартвік}", "у {LOC:Гартвіку}"]
    assert vote(*lines) == lines


def test_the_full_name_speaks_for_the_surname():
    """A surname taken for a place is a person where the full name stands twice."""
    lines = ["{PER:Іван Гартвік} прибув", "з {PER:Іваном Гартвіком} разом", "слова {LOC:Гартвіка} про"]
    assert vote(*lines)[2] == "слова {PER:Гартвіка} про"


def test_places_of_a_name_that_were_left_out_are_found():
    """What was a name twice is one inside a sentence too, and the opening word of a sentence is not touched."""
    lines = ["з {PER:Гартвіком}", "до {PER:Гартвіка}", "каже, що Гартвік прибув", "Гартвік прибув"]
    assert vote(*lines)[2:] == ["каже, що {PER:Гартвік} прибув", "Гартвік прибув"]


def test_a_full_name_is_one_wherever_it_stands():
    """A given name taken for a place joins its surname where another place of the article shows both together."""
    lines = ["{PER:Верона Гартвік} прибула", "слова {LOC:Верони} {PER:Гартвік} про", "{LOC:Верона}. Гартвік"]
    assert vote(*lines)[1:] == ["слова {PER:Верони Гартвік} про", "{LOC:Верона}. Гартвік"]


def test_a_latin_name_may_open_a_sentence():
    """Its capital is its own."""
    lines = ["рейси {ORG:Norwind} скасовано", "з {ORG:Norwind} летять", "Norwind мовчить"]
    assert vote(*lines)[2] == "{ORG:Norwind} мовчить"
