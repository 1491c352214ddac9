"""Client shares beside values: in units that can be held against each other."""

from __future__ import annotations

from tests.records.project import Project

VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"


class TestShareUnit:
    """Rule share-unit."""

    @staticmethod
    def said(project: Project, value: str, share: str) -> list[str]:
        """What is said of a value on line 6 and a share on line 8."""
        head = "title: Kotihoidon palveluseteli\nsummary: Kotihoitoa.\nservices: [home-care]"
        rules = f"values:\n  - {{{value}}}\nclient_shares:\n  - {{{share}}}"
        project.write(VOUCHER, f"---\n{head}\n{rules}\n---\n")
        return [line.removeprefix(f"{VOUCHER} ") for line in project.told()]

    def test_a_share_is_for_the_values_unit_or_for_the_month(self, project: Project) -> None:
        value = "rule: fixed, unit: hour, amount: 30"

        assert self.said(project, value, "rule: fixed, unit: hour, amount: 5") == []
        assert self.said(project, value, "rule: fixed, unit: month, amount: 50") == []
        assert self.said(project, value, "rule: fixed, unit: day, amount: 50") == [
            "line 8    client_shares › 1 › unit: The share is for one day, the voucher's value for one hour. "
            'Write "unit: month", or the value\'s unit. [share-unit]'
        ]
        later = "rule: fixed, unit: day, amount: 5, from: 2030-01-01"
        assert self.said(project, f"{value}, until: 2029-12-31", later) == []

    def test_with_a_limit_on_the_month_the_client_pays_the_rest(self, project: Project) -> None:
        value = "rule: price_capped, unit: hour, month_at_most: 114"

        assert self.said(project, value, "rule: difference") == []
        (line,) = self.said(project, value, "rule: at_most, amount: 10")
        assert line.startswith('line 8    client_shares › 1 › rule: Where the value has "month_at_most"')
