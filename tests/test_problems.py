"""The report an editor reads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from provider_directory.problems import Problem, RecordsInvalid, Severity, errors, headline, printable, report

PRICE = Problem("providers/leppakoti.yaml", 9, "listings › 1 › price", '"38,5o" is not an amount.')
NAME = Problem("providers/leppakoti.yaml", 4, "name", "This is missing.")
PHONE = Problem("content/organisers/akaa.yaml", 12, "phones › 1", "Check it.", "phone", Severity.WARNING)
WHOLE = Problem("content/pages/a.md", 1, "", "The file is empty.", "yaml")


def test_problems_are_told_by_file_and_line_under_one_sentence() -> None:
    assert report([PRICE, PHONE, NAME, WHOLE]) == (
        "3 problems in the records. Nothing was published.\n"
        "\n"
        "content/organisers/akaa.yaml\n"
        "  line 12   warning: phones › 1: Check it. [phone]\n"
        "\n"
        "content/pages/a.md\n"
        "  line 1    The file is empty. [yaml]\n"
        "\n"
        "providers/leppakoti.yaml\n"
        "  line 4    name: This is missing. [field]\n"
        '  line 9    listings › 1 › price: "38,5o" is not an amount. [field]'
    )


def test_one_problem_is_one() -> None:
    assert headline([NAME]) == "1 problem in the records. Nothing was published."


def test_warnings_do_not_stop_publishing() -> None:
    assert errors([PHONE]) == []
    assert headline([PHONE]) == "No errors in the records; 1 remark."
    assert headline([]) == "No problems in the records."


def test_what_stops_a_build_has_a_status_of_its_own_and_the_report_for_words() -> None:
    stopped = RecordsInvalid([PRICE, NAME])

    assert stopped.exitcode == 2
    assert str(stopped) == report([NAME, PRICE])


def test_a_report_writes_out_what_cannot_be_seen() -> None:
    problem = Problem("providers/\udcff\n.yaml", 1, "\x1b[2J", "a\u202eb\n::error::c", "file")

    assert report([problem]).split("\n")[2:] == [
        "providers/\\udcff\\n.yaml",
        "  line 1    \\x1b[2J: a\\u202eb\\n::error::c [file]",
    ]


@given(st.text(alphabet=st.characters()))
def test_any_text_can_be_printed_on_one_line(text: str) -> None:
    assert printable(text).isprintable()
    assert printable(printable(text)) == printable(text)
