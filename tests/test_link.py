"""One page for one thing: every mention led to its entity, with the reason; the editor's word above all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import ids, links, reading

from build_dossier.article import Basis
from build_dossier.entity import Entity, read_entities
from build_dossier.extract import Reading
from build_dossier.link import LinkReason, link
from build_dossier.linking.identity import recall, remember
from build_dossier.text.language import Language


def entities(**files: str) -> tuple[Entity, ...]:
    """The editor's entities from front matter by id (``_`` for ``-``)."""
    texts = [(f"docs/entities/{key.replace('_', '-')}.md", f"---\n{text}\n---\n") for key, text in files.items()]
    read, problems = read_entities(texts)
    assert problems == ()
    return read


APART = [
    pytest.param("[PER Джон Коул]", "[PER Джон Кол]", id="other surname"),
    pytest.param("[PER Дональд Трамп]", "[PER Меланія Трамп]", id="other given name"),
    pytest.param("[PER Сергій Тихановський]", "[PER Світлана Тихановська]", id="husband and wife"),
    pytest.param("[LOC Південна Кароліна]", "[LOC Північна Кароліна]", id="south and north"),
    pytest.param("[LOC Іран]", "[LOC Ірак]", id="one letter of four"),
    pytest.param("[ORG МЗС України]", "[ORG МЗС Польщі]", id="ministries of two countries"),
    pytest.param("[ORG Європейська правда]", "[ORG Європейський парламент]", id="one adjective"),
    pytest.param("[ORG Північний потік]", "[ORG Північний потік-2]", id="a number more"),
    pytest.param("[ORG Рада Європи]", "[ORG Європейська рада]", id="two councils"),
    pytest.param("[PER Вашингтон]", "[LOC Вашингтон]", id="person and place"),
    pytest.param("[PER Олександр ІІ]", "[PER Александр III]", id="sovereigns of one name"),
    pytest.param("[LOC Республіка Чад]", "[LOC Республика Конго]", id="republics"),
    pytest.param("[PER Марія Кравець]", "[PER Марина Кравець]", id="given names of one letter's difference"),
    pytest.param("[PER Іван Кравець-молодший]", "[PER Иван Кравець]", id="father and son"),
    pytest.param("[PER Антон Бейкер]", "[PER Букер]", id="surnames of the same consonants"),
    pytest.param("[ORG британський МЗС]", "[ORG МИД Польши]", id="countries by adjective and by name"),
    pytest.param("[ORG Міністерство освіти України]", "[ORG Министерство культуры Украины]", id="two ministries"),
    pytest.param(
        "[PER Іван Кравець] [ORG команда Івана Кравця]",
        "[PER Ольга Кравець] [ORG команда Ольги Кравець]",
        id="bodies of husband and wife",
    ),
]
TOGETHER = [
    pytest.param("[PER Стів Віткофф]", "[PER Стив Уиткофф]", id="W- as В- and У-"),
    pytest.param("[PER Кирило Дмитрієв]", "[PER Кирилл Дмитриев]", id="given name by table"),
    pytest.param("[PER Микола Азаров]", "[PER Николай Азаров]", id="given name of other letters"),
    pytest.param("[PER Джо Байден]", "[PER Байден Джо]", id="surname first"),
    pytest.param("[PER Володимир Путін]", "[PER Владимир Владимирович Путин]", id="patronymic"),
    pytest.param("[PER Дональд Трамп]", "[PER Дональд Джон Трамп]", id="middle name"),
    pytest.param("[LOC Білорусь]", "[LOC Белоруссия]", id="table"),
    pytest.param("[LOC США]", "[LOC Соединенные Штаты]", id="abbreviation"),
    pytest.param("[LOC Стамбул]", "[LOC Істанбул]", id="second name of a city"),
    pytest.param("[LOC Вінницька область]", "[LOC Винницкая область]", id="region"),
    pytest.param("[ORG «Белта»]", "[ORG БелТА]", id="quotes and capitals"),
    pytest.param("[ORG ЄС]", "[LOC Евросоюз]", id="tagged as a place"),
    pytest.param("[ORG Держдеп]", "[ORG Госдепартамент США]", id="department with its country"),
    pytest.param("[ORG МЗС України]", "[ORG Министерство иностранных дел Украины]", id="ministry in words"),
    pytest.param("[ORG Верховний суд Пакистану]", "[ORG Верховный суд Пакистана]", id="court of a country"),
    pytest.param("[PER Олександр ІІ]", "[PER Александр II]", id="a sovereign in two alphabets"),
    pytest.param("[PER Майк Кравець]", "[PER Майкл Кравец]", id="short form of a given name"),
    pytest.param("[LOC Чеська Республіка]", "[LOC Чехия]", id="republic by its adjective"),
    pytest.param("[LOC Республіка Ірландія]", "[LOC Ирландия]", id="republic by its name"),
    pytest.param("[ORG британський МЗС]", "[ORG МИД Великобритании]", id="country by its adjective"),
    pytest.param(
        "[ORG Міністерство освіти і науки України]",
        "[ORG Министерство образования и науки Украины]",
        id="words of a body in two languages",
    ),
    pytest.param("[ORG Всесвітній фонд природи]", "[ORG Всемирный фонд природы]", id="body of no country"),
    pytest.param("[ORG ТОВ «Ромашка»]", "[ORG «Ромашка»]", id="legal form"),
    pytest.param("[PER Асія Кабір]", "[PER Азия Кабир]", id="misspelled given name"),
    pytest.param("[PER Іван Кравець-молодший]", "[PER Иван Кравец — младший]", id="generation in two languages"),
    pytest.param("[LOC американські]", "[LOC США]", id="adjective of a country"),
    pytest.param("[PER Джо Байден] [ORG команда Джо Байдена]", "[ORG команда Байдена]", id="a person's body"),
]


def last_ids(first: str, second: str) -> tuple[str | None, str | None]:
    """The entities of the last mentions of a Ukrainian and a Russian article."""
    linked, _ = link([reading("a", first), reading("b", second, "ru")], ())
    return ids(linked)[0][-1], ids(linked)[1][-1]


@pytest.mark.parametrize(("first", "second"), APART)
def test_apart(first: str, second: str):
    """Different things have different entities."""
    one, other = last_ids(first, second)

    assert one != other


@pytest.mark.parametrize(("first", "second"), TOGETHER)
def test_together(first: str, second: str):
    """One thing has one entity across spellings, scripts and languages."""
    one, other = last_ids(first, second)

    assert one == other
    assert one is not None


def test_surname_in_its_article():
    """A bare surname means the bearer that its own article names, whoever is more known elsewhere."""
    linked, _ = link(
        [
            reading("a", "[PER Білл Клінтон] приїхав. [PER Клінтон] мовчав."),
            reading("b", "[PER Гілларі Клінтон], [PER Гілларі Клінтон], [PER Гілларі Клінтон]"),
        ],
        (),
    )
    surname = links(linked)[1]

    assert (surname.entity, surname.reason, surname.doubt) == ("bill-clinton", LinkReason.SURNAME, None)


def test_surname_in_the_dossier():
    """A bare surname means the only bearer in the dossier; with two of them it stands alone, with a doubt."""
    alone, _ = link([reading("a", "[PER Джон Коул]"), reading("b", "[PER Коула=Коул]", "ru")], ())
    torn, _ = link([reading("a", "[PER Джон Коул]"), reading("b", "[PER Нет Коул]"), reading("c", "[PER Коул]")], ())

    assert ids(alone) == [["john-koul"], ["john-koul"]]
    assert links(torn)[2].entity == "koul"
    assert links(torn)[2].doubt == "“Коул” could be John Koul or Net Koul; the text does not say which."


def test_initials_choose():
    """Initials before a surname choose among its bearers."""
    linked, _ = link([reading("a", "[PER Дональд Трамп] [PER Меланія Трамп] [PER М. Трамп] [PER Д. Трамп]")], ())

    assert ids(linked) == [["donald-trump", "melaniia-trump", "melaniia-trump", "donald-trump"]]


def test_ministry_without_country():
    """«МИД» is the ministry named with its country before it; before that it is nobody's, and a doubt."""
    linked, _ = link(
        [
            reading("a", "[ORG МИД Украины] заявил. В [ORG МИД] добавили.", "ru"),
            reading("b", "Глава [ORG МИДа=МИД] приехал. [ORG МИД Украины] против.", "ru"),
        ],
        (),
    )
    ours = "ministry-of-foreign-affairs-of-ukraine"

    assert ids(linked) == [[ours, ours], ["ministry-of-foreign-affairs", ours]]
    assert links(linked)[2].doubt is not None


def test_body_of_the_country_spoken_of():
    """A court without its country is that of the country that its article names most, where the dossier knows it."""
    linked, _ = link(
        [
            reading("a", "[ORG Верховний суд Польщі] і [ORG Верховний суд Чехії]"),
            reading("b", "[LOC Польща], [LOC Варшава], [LOC Краків]. [ORG Верховний суд] ухвалив"),
            reading("c", "[LOC Польща], [LOC Варшава], [LOC Чехія], [LOC Прага]. [ORG Верховний суд] ухвалив"),
            reading("d", "[LOC Франція], [LOC Париж], [LOC Польща]. [ORG Верховний суд] ухвалив"),
        ],
        (),
    )
    polish = "supreme-court-of-poland"

    assert ids(linked)[1][-1] == polish
    assert links(linked)[5].doubt == "“Верховний суд” could also be Supreme Court of Czechia."
    assert ids(linked)[2][-1] == ids(linked)[3][-1] == "supreme-court"


def test_lemma_is_mended():
    """A nominative printed elsewhere mends a lemma, and the label is the printed name."""
    linked, _ = link(
        [
            reading("a", "[PER Кіт Келлог] у [LOC Мінську=Мінськ]"),
            reading("b", "з [PER Кітом Келлогом=Кітом Келлог] та [PER Кіта Келлога=Кіта Келлог]"),
        ],
        (),
    )

    assert [one.lemma for one in links(linked)] == ["Кіт Келлог", "Мінськ", "Кіт Келлог", "Кіт Келлог"]
    assert ids(linked) == [["keith-kellogg", "minsk"], ["keith-kellogg", "keith-kellogg"]]


def test_likeness_is_a_doubt():
    """A name that is only alike is joined across languages with its likeness and a doubt."""
    linked, _ = link([reading("a", "[LOC Нью-Гемптон]"), reading("b", "[LOC Нью-Хэмптон]", "ru")], ())
    alike = [one for one in links(linked) if one.reason is LinkReason.FUZZY]

    assert len(alike) == 1
    assert 0.8 < alike[0].score < 1.0
    assert alike[0].doubt is not None


def test_reasons():
    """Every link says why: the printed name, its lemma, another name, a surname."""
    linked, _ = link(
        [reading("a", "[LOC Росія] у [LOC Росії=Росія], [LOC РФ]. [PER Іван Петренко]. [PER Петренка=Петренко]")], ()
    )

    assert [one.reason for one in links(linked)] == [
        LinkReason.NAME,
        LinkReason.LEMMA,
        LinkReason.ALIAS,
        LinkReason.NAME,
        LinkReason.SURNAME,
    ]


def test_events_have_no_page():
    """Events and products are mentions without an entity."""
    linked, _ = link([reading("a", "[EVT Brexit] і [PRO Twitter]")], ())

    assert [(one.entity, one.reason) for one in links(linked)] == [(None, None), (None, None)]


def test_labels():
    """Labels are printed names where there are any, names of the tables, or respelled ones, and say which."""
    linked, _ = link([reading("a", "[PER Кирилл Дмитриев] в [LOC Бишкеке=Бишкек]", "ru")], ())
    place, person = linked.entities

    assert dict(place.labels) == {"uk": "Бішкек", "ru": "Бишкек", "en": "Bishkek"}
    assert dict(person.labels) == {"uk": "Кирило Дмитрієв", "ru": "Кирилл Дмитриев", "en": "Kirill Dmitriev"}
    assert dict(person.label_basis) == {"uk": Basis.COMPUTED, "ru": Basis.STATED, "en": Basis.COMPUTED}


def test_a_name_in_no_known_language_makes_its_own_id():
    """A text too short to tell its language gives no label, but the page has the name's address all the same."""
    linked, _ = link([reading("a", "[PER Марія Кравець]", "und")], ())

    assert [(entity.id, dict(entity.labels)) for entity in linked.entities] == [("mariia-kravets", {})]


class TestEditor:
    """What the editor writes in entity files."""

    def test_file_takes_all_forms(self):
        """A file's labels and aliases take mentions in any inflection, type and case."""
        files = entities(
            coale="type: person\nlabels: {uk: Джон Коул}", glavcom="type: organisation\naliases: [Главком]"
        )
        linked, problems = link([reading("a", "[PER Джона Коула=Джон Коул] з [LOC «Главкому»=Главком]")], files)

        assert ids(linked) == [["coale", "glavcom"]]
        assert problems == ()

    def test_is(self):
        """A judgement leads a form of one article to the entity, whatever it looks like."""
        files = entities(mfa_russia="type: organisation\nis: [{form: МИДа, article: a}]")
        linked, problems = link(
            [reading("a", "глава [ORG МИДа=МИД]", "ru"), reading("b", "[ORG МИДа=МИД]", "ru")], files
        )

        assert ids(linked)[0] == ["mfa-russia"]
        assert ids(linked)[1] != ["mfa-russia"]
        assert links(linked)[0].reason is LinkReason.JUDGEMENT
        assert problems == ()

    def test_not(self):
        """A form ruled out in an article is somebody else there, with a page of his own, and the entity elsewhere."""
        files = entities(
            coale="type: person\nlabels: {en: John Coale, uk: Джон Коул}\nnot: [{form: Джон Коул, article: b}]"
        )
        linked, _ = link([reading("a", "[PER Джон Коул]"), reading("b", "[PER Джон Коул]. [PER Коул]")], files)

        assert ids(linked) == [["coale"], ["john-koul", "john-koul"]]

    def test_merge(self):
        """Merged ids are one page; theirs lead to it."""
        files = entities(coale="type: person\nlabels: {en: John Coale}\nmerge: [john-koul]")
        linked, problems = link([reading("a", "[PER Джон Коул]")], files)

        assert ids(linked) == [["coale"]]
        assert dict(linked.redirects) == {"john-koul": "coale"}
        assert problems == ()

    def test_merge_again(self):
        """A merge holds over rebuilds with what was remembered, and can be taken back."""
        texts = [reading("a", "[PER Джон Коул]"), reading("b", "[PER Джон Коул]")]
        files = entities(coale="type: person\nlabels: {en: John Coale}\nmerge: [john-koul]")
        first, _ = link(texts, files)
        again, problems = link(texts, files, first.remembered)
        back, _ = link(texts, entities(coale="type: person\nlabels: {en: John Coale}"), again.remembered)

        assert problems == ()
        assert (ids(again), again.redirects, again.remembered) == (ids(first), first.redirects, first.remembered)
        assert ids(back) == [["john-koul"], ["john-koul"]]
        assert dict(back.redirects) == {}

    def test_merge_ring(self):
        """Two files that merge each other stay one page, with a warning."""
        files = entities(
            a="type: person\nlabels: {en: Ann}\nmerge: [b]", b="type: person\nlabels: {en: Bea}\nmerge: [a]"
        )
        linked, problems = link([reading("x", "[PER Ann Lee]")], files)

        assert [problem.code for problem in problems] == ["merge-ring"]
        assert dict(linked.redirects) == {"b": "a"}

    def test_ban(self):
        """A banned entity has no page and no links, and nobody takes its mentions."""
        files = entities(lyon="type: place\nlabels: {uk: Ліон}\nban: true")
        linked, _ = link([reading("a", "[LOC Ліона=Ліон] і [LOC Рим]")], files)

        assert ids(linked) == [[None, "rome"]]
        assert [entity.id for entity in linked.entities] == ["rome"]

    def test_retype(self):
        """The type of a file wins over the tagger's."""
        linked, _ = link(
            [reading("a", "[ORG Кравець] мовчить")], entities(kravets="type: person\nlabels: {uk: Кравець}")
        )

        assert ids(linked) == [["kravets"]]
        assert linked.entities[0].type.value == "PER"

    def test_file_for_a_published_id(self):
        """A file named after a published id takes its page, whatever labels it gives."""
        texts = [reading("a", "[PER Джон Коул]")]
        before, _ = link(texts, ())
        linked, _ = link(texts, entities(john_koul="type: person\nlabels: {en: John Coale}"), before.remembered)

        assert ids(linked) == [["john-koul"]]
        assert linked.entities[0].labels["en"] == "John Coale"

    def test_weak_alias(self):
        """A weak alias means the entity only where the article names it otherwise; elsewhere it is a doubt."""
        files = entities(kellogg="type: person\nlabels: {uk: Кіт Келлог}\nweak_aliases: [Генерал]")
        linked, _ = link([reading("a", "[PER Кіт Келлог] і [PER Генерал]"), reading("b", "[PER Генерал]")], files)

        assert ids(linked) == [["kellogg", "kellogg"], ["heneral"]]
        assert links(linked)[2].doubt is not None

    def test_what_meets_nothing(self):
        """A judgement, an article or a merge that meets nothing is told with its line and the nearest right thing."""
        files = entities(
            coale="type: person\nlabels: {uk: Джон Коул}\nis: [{form: Коля, article: vena}, Міст]\nmerge: [mink]"
        )
        _, problems = link([reading("vienna", "[PER Джон Коул] у [LOC Мінськ]")], files)

        assert [str(problem) for problem in problems] == [
            "docs/entities/coale.md:4: there is no article “vena” (did you mean “vienna”?)",
            "docs/entities/coale.md:4: “Міст” is not found as a name (write the words as they are printed)",
            "docs/entities/coale.md:5: there is no entity “mink” (did you mean “minsk”?)",
        ]


class TestIds:
    """Ids over the life of a dossier."""

    def test_label_changes_id_stays(self):
        """An article that changes the label does not change the id."""
        old = [reading("a", "[PER Олександр Лукаш]")]
        first, _ = link(old, ())
        second, _ = link(
            [*old, reading("b", "[PER Александр Лукаш] [PER Александр Лукаш]", "ru")], (), first.remembered
        )

        assert ids(first)[0] == ids(second)[0] == ["oleksandr-lukash"]

    def test_article_has_the_id_first(self):
        """An entity never has an article's id."""
        linked, _ = link([reading("minsk", "[LOC Мінськ]")], ())

        assert ids(linked) == [["minsk-place"]]

    def test_memory_is_settled(self):
        """Linking again with what was remembered remembers the same."""
        texts = [reading("a", "[PER Джон Коул] у [LOC Мінську=Мінськ]. [ORG БелТА]")]
        first, _ = link(texts, ())
        second, _ = link(texts, (), recall(remember(first.remembered))[0])

        assert second.remembered == first.remembered
        assert second.entities == first.entities


FIRST = st.sampled_from(["Джон", "Дональд", "Марія", "Олександр", "Александр", "Кіт"])
LAST = st.sampled_from(["Коул", "Коль", "Трамп", "Лукашенко", "Лукашенка", "Петрова"])
PERSONS = st.one_of(LAST, st.builds("{} {}".format, FIRST, LAST)).map("[PER {}]".format)
PLACES = st.sampled_from(["Мінськ", "Минск", "Білорусь", "Белоруссия", "США", "Ірак", "Іран"]).map("[LOC {}]".format)
BODIES = st.sampled_from(["МЗС", "МИД Украины", "МЗС України", "«Белта»", "БелТА", "Трамп"]).map("[ORG {}]".format)
SHORTENED = st.sampled_from(
    [
        "[ORG Рада вільних пекарів] ([ORG РВП])",
        "[ORG РВП]",
        "[ORG Рада вільних пекарів]",
        "[ORG Верховний суд Польщі]",
        "[LOC Польща] [LOC Варшава] [ORG Верховний суд]",
        "[ORG Гаага]",
        "[LOC Гаага]",
    ]
)
TEXTS = st.lists(st.one_of(PERSONS, PLACES, BODIES, SHORTENED), max_size=5).map(" і ".join)

LANGUAGES: tuple[Language, ...] = ("uk", "ru")


@st.composite
def dossiers(draw: st.DrawFn) -> list[Reading]:
    """A few articles of both languages."""
    texts = draw(st.lists(st.tuples(TEXTS, st.sampled_from(LANGUAGES)), max_size=4))
    return [reading(f"article-{at}", text, language) for at, (text, language) in enumerate(texts)]


FILES = entities(
    coale="type: person\nlabels: {uk: Джон Коул}\nnot: [Трамп]\nweak_aliases: [Кіт]",
    here="type: place\nlabels: {uk: Мінськ}\nis: [Іран]\nmerge: [iraq]",
    gone="type: organisation\nlabels: {uk: БелТА}\nban: true",
    bakers="type: organisation\nlabels: {uk: РВП}\nnot: [Рада вільних пекарів]",
    court="type: organisation\nlabels: {en: The Court}\naliases: [Верховний суд]",
    hague="type: place\nlabels: {uk: Гаага}",
    trump="type: person\nlabels: {uk: Дональд Трамп}\nis: [{form: Коль, article: article-1}]",
)


@settings(max_examples=60)
@given(dossiers(), st.data())
def test_order_of_reading(readings: list[Reading], data: st.DataObject):
    """The order in which articles are read changes nothing."""
    shuffled = data.draw(st.permutations(readings))
    one, problems = link(readings, FILES)
    other, problems_too = link(shuffled, FILES[::-1])

    assert (one.entities, one.redirects, one.remembered) == (other.entities, other.redirects, other.remembered)
    assert {r.reading.article.id: r for r in one.readings} == {r.reading.article.id: r for r in other.readings}
    assert problems == problems_too


@settings(max_examples=60)
@given(dossiers())
def test_every_name_has_an_entity(readings: list[Reading]):
    """Every mention of a person, place or organisation has an entity of the dossier, unless that is banned."""
    linked, _ = link(readings, FILES)
    known = {entity.id for entity in linked.entities}

    for one in links(linked):
        if one.entity is None:
            assert "белта" in one.mention.form.lower()
        else:
            assert one.entity in known
            assert one.reason is not None


@settings(max_examples=60)
@given(dossiers())
def test_the_editor_is_never_overruled(readings: list[Reading]):
    """What the files say of a form holds wherever it stands."""
    linked, _ = link(readings, FILES)

    for one in linked.readings:
        for found in one.links:
            form = found.mention.form
            if form in {"Іран", "Мінськ", "Минск", "Ірак"}:
                assert found.entity == "here"
            if form == "Джон Коул":
                assert found.entity == "coale"
            if form in {"РВП", "Рада вільних пекарів"}:
                assert (found.entity == "bakers") == (form == "РВП")
            if form in {"Верховний суд", "Гаага"}:
                assert found.entity == {"Верховний суд": "court", "Гаага": "hague"}[form]
            if form == "Трамп":
                assert found.entity != "coale"
            if form == "Коль" and one.reading.article.id == "article-1":
                assert (found.entity, found.reason) == ("trump", LinkReason.JUDGEMENT)


@settings(max_examples=60)
@given(dossiers(), TEXTS)
def test_published_ids_stay(readings: list[Reading], more: str):
    """Another article changes no published id: it is an entity still, or leads to the one that it became."""
    before, _ = link(readings, ())
    after, _ = link([*readings, reading("new", more)], (), before.remembered)
    now = {entity.id for entity in after.entities}

    for entity in before.entities:
        assert entity.id in now or after.redirects[entity.id] in now
