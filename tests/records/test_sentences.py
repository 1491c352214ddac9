"""Every fault of a single record becomes a sentence with file, line and remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from provider_directory.records.documentation import groups
from provider_directory.records.folders import REGISTERS
from provider_directory.records.json_schema import alone
from provider_directory.records.sentences import problems_of
from provider_directory.records.text import Source, Tree
from tests.records.project import Project

HEAD = "name: Esimerkkihoiva Oy\nbusiness_id: 1234567-1\n"


def told(project: Project, text: str) -> list[str]:
    """What is said of a provider that holds name, business id and this text."""
    project.write("providers/esimerkkihoiva.yaml", HEAD + text)
    return [line.removeprefix("providers/esimerkkihoiva.yaml ") for line in project.told("field")]


LISTED = "listings:\n  - voucher: ylojarvi/kotihoito\n    at_home: yes\n    municipalities: [ylojarvi]\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "",
            "line 1    listings: This is missing. The lists it stands on. "
            "Write for example: listings: [{voucher: ylojarvi/paivatoiminta, locations: [keskusta]}] [field]",
        ),
        (
            LISTED + "    prices:\n      - unit: hour\n",
            "line 8    listings › 1 › prices › 1 › price: This is missing. Euros for one unit. "
            "Write for example: price: 38.50 [field]",
        ),
        (
            LISTED + "    prices:\n      - {price: 38.5o, unit: hour}\n",
            'line 8    listings › 1 › prices › 1 › price: "38.5o" is not an amount. Write euros and cents, '
            "for example 38.50. [field]",
        ),
        (
            LISTED + "    prices: 38.50\n",
            'line 7    listings › 1 › prices: "38.50" stands here; write a list, one line for each with a dash. [field]',
        ),
        (
            LISTED + "    prices: {price: 38.50}\n",
            "line 7    listings › 1 › prices: A group of fields stands here; write a list, one line for each with a dash. "
            "[field]",
        ),
        (
            LISTED + "    price: 38.50\n",
            'line 7    listings › 1 › price: "price" is not a field here. Did you mean "prices"? [field]',
        ),
        (
            LISTED + "price: 38.50\n",
            'line 7    price: "price" is not a field here. It belongs in listings › prices. [field]',
        ),
        (
            LISTED + "verified:\n  by: Toimisto\n  on: 2018-06-12\n  because: x\n",
            'line 10   verified › because: "because" is not a field here. Use one of: on, by. [field]',
        ),
        (
            LISTED + "address: Esimerkkikatu 1\n",
            'line 7    address: "Esimerkkikatu 1" stands here; write a group of fields, one to a line. [field]',
        ),
        (
            LISTED + "summary: {sv: Hemvård}\n",
            "line 7    summary › fi: This is missing. In Finnish. Write for example: fi: Kotihoito [field]",
        ),
        (
            LISTED + "summary: [Kotihoitoa]\n",
            "line 7    summary: A list stands here; write a group of fields, one to a line. [field]",
        ),
        (
            LISTED + "name_sv: x\n",
            'line 7    name_sv: "name_sv" is not a field here. Did you mean "name"? [field]',
        ),
        (
            LISTED + "kind: firm\n",
            'line 7    kind: "firm" is not a kind of provider. Use one of: company, association, sole-trader. [field]',
        ),
        (
            LISTED + "phones: ['014 <b>']\n",
            'line 7    phones › 1: "014 <b>" is not a telephone number. Write digits, for example 014 000 0100. [field]',
        ),
        (
            LISTED + "locations:\n  Keski katu: {name: x, address: {street: y}}\n",
            'line 8    locations › Keski katu: "Keski katu" is not a key. Use small letters a–z, digits and single dashes. '
            "[field]",
        ),
    ],
)
def test_a_fault_of_a_field_is_told_with_its_line_and_its_remedy(project: Project, text: str, sentence: str) -> None:
    assert told(project, text) == [sentence]


def test_every_fault_of_a_record_is_told_at_once(project: Project) -> None:
    assert told(project, LISTED + "website: example.fi\nemails: [x]\nlanguages: [suomi]\n") == [
        'line 7    website: "example.fi" is not a link we publish. Begin it with https://, http://, mailto: or tel:. [field]',
        'line 8    emails › 1: "x" is not an e-mail address. Write it in full, for example toimisto@example.fi. [field]',
        'line 9    languages › 1: "suomi" is not a language code. Write two or three small letters, for example fi. [field]',
    ]


class TestRules:
    """Values and shares choose their fields by the rule they name."""

    def told(self, project: Project, values: str) -> list[str]:
        text = f"---\ntitle: Seteli\nsummary: Seteli.\nservices: [home-care]\nvalues:\n{values}---\n"
        project.write("content/vouchers/ylojarvi/kotihoito.md", text)
        return [line.removeprefix("content/vouchers/ylojarvi/kotihoito.md ") for line in project.told("field")]

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            (
                "  - {unit: hour, amount: 30}\n",
                'line 6    values › 1: The field "rule" is missing. It says how the amount is decided, for example '
                '"rule: fixed". [field]',
            ),
            (
                "  - fixed\n",
                'line 6    values › 1: The field "rule" is missing. It says how the amount is decided, for example '
                '"rule: fixed". [field]',
            ),
            (
                "  - {rule: fixd, unit: hour, amount: 30}\n",
                'line 6    values › 1: "fixd" is not a rule. Use one of: fixed, price_capped, range, coefficient, '
                'income_bands, income_reduction, income_share, individual, by_reference. Did you mean "fixed"? [field]',
            ),
            (
                "  - {rule: fixed, unit: hour}\n",
                "line 6    values › 1 › amount: This is missing. The value of one unit, euros. "
                "Write for example: amount: 55.00 [field]",
            ),
            (
                "  - {rule: fixed, unit: hour, amount: much}\n",
                'line 6    values › 1 › amount: "much" is not an amount. Write euros and cents, for example 38.50. [field]',
            ),
            (
                "  - {rule: fixed, unit: hour, amount: 30, maximum: 40}\n",
                'line 6    values › 1 › maximum: "maximum" is not a field here. Use one of: from, until, variants, decision, '
                "note, unit, units_at_most, month_at_most, rule, amount. [field]",
            ),
            (
                "  - rule: income_share\n    unit: hour\n    income: gross\n    base_price: 64\n"
                "    base_price_is_maximum: maybe\n    households: []\n",
                "line 10   values › 1 › base_price_is_maximum: \"maybe\" is not known here. Use 'yes' or 'no'. [field]",
            ),
        ],
    )
    def test_a_fault_is_told_without_naming_the_rule_twice(self, project: Project, values: str, sentence: str) -> None:
        assert self.told(project, values) == [sentence]


def test_no_sentence_holds_a_word_of_the_programming_language(project: Project) -> None:
    wrong = "name: [a]\nbusiness_id: {a: b}\nlistings: x\naddress: [x]\nlocations: [y]\nphones: {z: 1}\nverified: soon\nkind: [a]\n"
    project.write("providers/esimerkkihoiva.yaml", wrong)

    told = " ".join(project.told())
    assert told.count("[field]") == 8
    assert not [word for word in ("Input", "str", "dict", "None", "valid ", "type=") if word in told.split()]


MODELS: list[type[BaseModel]] = [*alone(), *dict.fromkeys(model for _, model in REGISTERS.values())]
FIELDS = sorted(
    {info.alias or name for model in MODELS for group in groups(model) for name, info in group.model_fields.items()}
)
WORDS = st.sampled_from(
    ["x", "1", "yes", "2018-08-10", "fixed", "range", "hour", "a", "rule", "[key]", "ylojarvi/kotihoito"]
) | st.text(max_size=5)
TREES: st.SearchStrategy[Tree] = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS) | WORDS, inner, max_size=5),
    max_leaves=20,
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@given(tree=TREES)
def test_whatever_stands_in_a_record_is_right_or_told_in_sentences(model: type[BaseModel], tree: Tree) -> None:
    try:
        model.model_validate(tree)
    except ValidationError as error:
        problems = list(problems_of(error, model, Source("file.yaml", tree)))
        assert problems
        assert all(
            problem.message.endswith((".", "?", "]", "}", '"')) or "Write for example" in problem.message
            for problem in problems
        )
        assert not any("does not fit here" in problem.message for problem in problems)
