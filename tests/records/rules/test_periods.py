"""What ends must have begun."""

from __future__ import annotations

from tests.records.project import Project


class TestPeriod:
    """Rule period."""

    def test_nothing_ends_before_it_starts(self, project: Project) -> None:
        project.replace(
            "providers/esimerkkihoiva.yaml",
            '"38.50", unit: hour',
            '"38.50", unit: hour, from: 2018-09-01, until: 2018-08-31',
        )

        assert project.told() == [
            "providers/esimerkkihoiva.yaml line 8    listings › 1 › prices › 1 › until: It ends on 2018-08-31, before it "
            "starts on 2018-09-01. Change one of them. [period]"
        ]

    def test_a_period_of_one_day_is_a_period(self, project: Project) -> None:
        project.replace(
            "providers/esimerkkihoiva.yaml",
            '"38.50", unit: hour',
            '"38.50", unit: hour, from: 2018-08-31, until: 2018-08-31',
        )

        assert project.told() == []

    def test_a_voucher_closes_after_it_opens(self, project: Project) -> None:
        project.replace(
            "content/vouchers/ylojarvi/kotihoito.md", "values:", "opens: 2018-09-01\ncloses: 2018-08-31\nvalues:"
        )

        assert project.told() == [
            "content/vouchers/ylojarvi/kotihoito.md line 6    closes: It closes on 2018-08-31, before it opens on 2018-09-01. "
            "Change one of them. [period]"
        ]
