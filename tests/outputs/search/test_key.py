"""The keys of words: what is one word to the search, and what is not."""

from collections import defaultdict
from pathlib import Path

import pytest

from provider_directory.outputs.search.analysis import RULES, Analysis
from provider_directory.outputs.search.key import KeyMaker, any_of, fold
from provider_directory.outputs.search.rules import KeyRules, Rule, compiled

FORMS = {
    "fi": """
        kotihoito kotihoidon kotihoitoa kotihoidossa kotihoidosta kotihoitoon kotihoidolla kotihoidoksi kotihoidot kotihoitojen
        siivous siivouksen siivousta siivoukseen siivouksesta siivouksella siivoukset siivouksia siivouksien
        asuminen asumisen asumista asumisessa asumiseen asumisella asumiset
        terveys terveyden terveyttä terveydestä terveyteen
        asiakas asiakkaan asiakasta asiakkaalla asiakkaalle asiakkaat asiakkaiden asiakkaille asiakkaita
        vanhus vanhuksen vanhusta vanhukselle vanhukset vanhusten vanhuksille vanhuksia
        lapsi lapsen lasta lapselle lapset lasten lapsille lapsia lapsista
        perhe perheen perhettä perheessä perheelle perheet perheiden perheille perheitä
        kunta kunnan kuntaa kunnassa kunnasta kuntaan kunnat kunnille kuntien
        apu avun apua avulla avusta apuun
        hoitaja hoitajan hoitajaa hoitajalle hoitajat hoitajien hoitajia hoitajille
        palvelu palvelun palvelua palvelussa palveluun palvelut palveluiden palvelujen palveluita palveluissa
        osoite osoitteen osoitetta osoitteessa osoitteeseen
        puhelin puhelimen puhelimessa puhelimeen puhelimella puhelimet
        kaupunki kaupungin kaupunkia kaupungissa kaupungista kaupunkiin kaupungit kaupungeissa
        äiti äidin äitiä äidille äidit äideille
        nuori nuoren nuorta nuoret nuorten nuorille nuoria
        mies miehen miestä miehelle miehet miesten miehille miehiä
        työ työn työtä työssä työstä työhön työt töiden töissä töitä
        Jyväskylä Jyväskylän Jyväskylää Jyväskylässä Jyväskylästä Jyväskylään
        Ylöjärvi Ylöjärven Ylöjärveä Ylöjärvellä Ylöjärveltä Ylöjärvelle
        Tampere Tampereen Tamperetta Tampereella Tampereelta Tampereelle Tampereeseen
        Orivesi Oriveden Orivettä Orivedellä Orivedeltä Orivedelle
        Petäjävesi Petäjäveden Petäjävedellä Petäjävedeltä Petäjävedelle
        Ikaalinen Ikaalisten Ikaalisissa Ikaalisista Ikaalisiin
        Äänekoski Äänekosken Äänekoskella Äänekoskelta Äänekoskelle
        Muurame Muuramen Muuramessa Muuramesta Muurameen
        Toivakka Toivakan Toivakassa Toivakkaan
        Luhanka Luhangan Luhangassa Luhankaan
        Pälkäne Pälkäneen Pälkäneellä Pälkäneelle
        Pihtipudas Pihtiputaan Pihtiputaalla Pihtiputaalle
        Juupajoki Juupajoen Juupajoella Juupajoelta
        Virrat Virtain Virroilla Virroille
        Punkalaidun Punkalaitumen Punkalaitumella
        ruoka ruoan ruuan ruokaa ruoalla ruualla ruokaan ruoat
        ovi oven ovea ovella oveen ovet ovien ovia ovissa
        terve terveen tervettä terveellä terveet terveitä terveiden
        veli veljen veljeä veljelle veljet veljien veljille
        tytär tyttären tyttärelle tyttäret tyttärien tyttärille
        sydän sydämen sydäntä sydämestä sydämet sydänten
        kynsi kynnen kynttä kynnet kynsien kynsiä
        jäsen jäsenen jäsenelle jäsenet jäsenien
        kiuas kiukaan kiuasta kiukaalla kiukaat
        seinä seinän seinää seinässä seinällä seinät seinien seiniä
        riita riidan riitaa riidassa riidat riidoissa
        siivooja siivoojan siivoojaa siivoojalle siivoojat siivoojien siivoojia siivoojille
        suojain suojaimen suojaimella suojaimet suojaimia
    """,
    "sv": """
        hemvård hemvården hemvårdens
        tjänst tjänster tjänsten tjänsterna
        läkare läkaren läkarna läkarnas
        städning städningen städningar
        boende boendet boenden boendena
        verksamhet verksamheten verksamheter verksamheternas
        kommun kommunen kommuner kommunens kommunerna
        servicesedel servicesedeln servicesedlar servicesedlarna
        kvinna kvinnan kvinnor kvinnorna
        arbete arbetet arbeten arbetets
        familj familjen familjer familjens
        anhörig anhöriga anhörigas
        fot foten fötter fötterna
        hus huset husen
        teknologi teknologin teknologier
    """,
    "en": """
        cleaning cleaner cleaners clean cleaned
        service services
        family families
        nurse nurses
        centre centres center centers
        organise organises organize organising
        neighbour neighbours neighbor
        house houses
        child children
        deliver delivers delivered delivering
        counselling counseling
        neighbourhood neighborhood
        tidy tidies tidied
    """,
}
OTHERS = {
    "fi": "hoito hoitaja hoiva koti kunta kuntoutus siivous sauna palvelu palvelutalo apu apteekki lapsi lasi isä työ tyttö",
    "sv": "hem hemvård vård barn bad boende bastu mat person personlig",
    "en": "care carer home house housing nurse nursing service serve bath bus access address",
}


@pytest.fixture(scope="module", params=["fi", "sv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


def key_of(language: str, word: str) -> str:
    """The key of a word as people write it."""
    return KeyMaker(RULES[language]).key(fold(word))


def test_all_forms_of_a_word_have_one_key(language: str) -> None:
    keys = {
        line.split()[0]: {key_of(language, word) for word in line.split()}
        for line in FORMS[language].strip().splitlines()
    }

    assert {word: found for word, found in keys.items() if len(found) > 1} == {}


MUNICIPALITIES = (Path(__file__).parent / "municipality_forms.txt").read_text(encoding="utf-8").splitlines()
"""The 308 municipalities of 2026 in the cases that places are asked in, one a line."""


def test_every_municipality_is_known_in_its_cases() -> None:
    """By its key, or by a variant, which is believed where the directory has the municipality."""
    maker = KeyMaker(RULES["fi"])
    wrong = [
        form
        for line in MUNICIPALITIES
        for name, *forms in [line.split()]
        for form in forms
        if last_key(maker, name) not in (last_key(maker, form), *maker.variants(last_part(form)))
    ]

    assert wrong == []
    assert len(MUNICIPALITIES) == 308


def test_no_two_municipalities_have_one_key() -> None:
    maker = KeyMaker(RULES["fi"])

    assert len({maker.key(fold(line.split()[0])) for line in MUNICIPALITIES}) == 308


def last_part(name: str) -> str:
    """The part of a municipality's name that is inflected, folded."""
    return fold(name).rpartition("-")[2]


def last_key(maker: KeyMaker, name: str) -> str:
    """The key of the part of a municipality's name that is inflected."""
    return maker.key(last_part(name))


def test_different_words_have_different_keys(language: str) -> None:
    words = defaultdict(list)
    for word in OTHERS[language].split():
        words[key_of(language, word)].append(word)

    assert [found for found in words.values() if len(found) > 1] == []


def test_every_rule_changes_its_example_at_its_step(language: str) -> None:
    rules = RULES[language]
    used = {
        first_to_fit(step, form_before(rules, number, rule.example))
        for number, step in enumerate(rules.steps)
        for rule in step
    }

    assert [rule for step in rules.steps for rule in step if rule not in used] == []


def form_before(rules: KeyRules, number: int, word: str) -> str:
    """What the steps before this one make of a word."""
    return KeyMaker(KeyRules(steps=rules.steps[:number])).key(fold(word))


def test_every_variant_and_relative_changes_its_example(language: str) -> None:
    rules = RULES[language]
    idle = [rule for rule in (*rules.variants, *rules.relatives) if not first_to_fit((rule,), fold(rule.example))]

    assert idle == []


def first_to_fit(step: tuple[Rule, ...], form: str) -> Rule | None:
    """The rule of a step that would change a form."""
    return next((rule for rule in step if compiled(rule)[0].search(form)), None)


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("tuen", "tuki"),
        ("tuella", "tuki"),
        ("polun", "polku"),
        ("velalla", "velka"),
        ("luvun", "luku"),
        ("Joensuusta", "Joensuu"),
        ("Kangasalla", "Kangasala"),
        ("läheisiin", "läheinen"),
        ("turvallisesti", "turvallinen"),
        ("ikkunoidenpesu", "ikkunanpesu"),
        ("äitini", "äiti"),
        ("kunnallakin", "kunta"),
        ("asiakkaisiin", "asiakas"),
        ("puhelinta", "puhelin"),
    ],
)
def test_ambiguous_form_may_also_be(form: str, word: str) -> None:
    maker = KeyMaker(RULES["fi"])

    assert maker.key(fold(word)) in maker.variants(fold(form))


@pytest.mark.parametrize(
    ("typed", "relative"),
    [("siivooja", "siivous"), ("siivota", "siivous"), ("ohjaajaa", "ohjaus"), ("kuljettaja", "kuljetus")],
)
def test_words_of_one_family_are_relatives(typed: str, relative: str) -> None:
    maker = KeyMaker(RULES["fi"])
    found = {maker.key(rule.sub(becomes, fold(typed))) for rule, becomes in map(compiled, RULES["fi"].relatives)}

    assert maker.key(fold(relative)) in found


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Jyväskylä", "jyvaskyla"), ("ÅBO", "abo"), ("Šakki", "sakki"), ("Straße", "strasse"), ("café", "cafe")],
)
def test_folding_leaves_plain_letters(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_analysis_keeps_what_was_written_beside_the_key() -> None:
    words = Analysis("fi").words("Mänttä-Vilppulan koti\N{SOFT HYPHEN}hoidossa, 24/7!")

    assert [(word.shown, word.form) for word in words] == [
        ("mänttä", "mantta"),
        ("vilppulan", "vilppulan"),
        ("kotihoidossa", "kotihoidossa"),
        ("24", "24"),
        ("7", "7"),
    ]
    assert words[2].key == key_of("fi", "kotihoito")


@pytest.mark.parametrize(("form", "fits"), [("hopping", True), ("hoping", False), ("nurse", True), ("x", False)])
def test_patterns_together_fit_where_any_of_them_does(form: str, fits: bool) -> None:
    """Each refers to its own groups, wherever it stands among the others."""
    patterns = ["^(.{4,})e$", r"^(.*[aeiouy])([bdglmnprt])\2"]

    assert bool(any_of(patterns).search(form)) is bool(any_of(patterns[::-1]).search(form)) is fits


def test_no_patterns_together_fit_nothing() -> None:
    assert any_of([]).search("") is any_of([]).search("word") is None


def test_a_key_follows_the_first_rule_of_each_step_that_fits(language: str) -> None:
    """Whatever is looked at together first: the steps one by one, and their rules in order, say the same."""
    rules = RULES[language]
    maker = KeyMaker(rules)
    words = {fold(word) for lines in FORMS.values() for word in lines.split()}
    words |= {word[:length] for word in words for length in range(3, len(word))}

    assert {word: maker.key(word) for word in words} == {word: one_by_one(rules, word) for word in words}


def one_by_one(rules: KeyRules, word: str) -> str:
    """What becomes of a word where each rule is tried."""
    for step in rules.steps if len(word) >= 3 else ():
        pattern, becomes = compiled(first_to_fit(step, word) or Rule(pattern="$", becomes="", example=""))
        word = pattern.sub(becomes, word, count=1)
    return word
