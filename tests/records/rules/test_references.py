"""Whatever a record names must exist."""

from __future__ import annotations

import pytest

from tests.records.project import Project

PROVIDER = "providers/esimerkkihoiva.yaml"
VOUCHER = "content/vouchers/ylojarvi/kotihoito.md"


class TestReference:
    """Rule reference."""

    def test_an_unknown_municipality_suggests_the_nearest(self, project: Project) -> None:
        project.replace(PROVIDER, "municipalities: [ylojarvi]", "municipalities: [ylöjärvi]")

        assert project.told("reference") == [
            f'{PROVIDER} line 6    listings › 1 › municipalities › 1: "ylöjärvi" is not in '
            'content/registers/municipalities.yaml. Did you mean "ylojarvi"? [reference]'
        ]

    @pytest.mark.parametrize(
        ("file", "old", "new", "sentence"),
        [
            (
                PROVIDER,
                "voucher: ylojarvi/kotihoito",
                "voucher: ylojarvi/siivous",
                'line 4    listings › 1 › voucher: "ylojarvi/siivous" is not in content/vouchers/.',
            ),
            (
                PROVIDER,
                "voucher: ylojarvi/kotihoito",
                "register: ylojarvi/hoito",
                'line 4    listings › 1 › register: "ylojarvi/hoito" is not in content/registers/self-pay.yaml. '
                'Did you mean "ylojarvi/hoiva"?',
            ),
            (
                VOUCHER,
                "services: [home-care]",
                "services: [homecare]",
                'line 4    services › 1: "homecare" is not in content/registers/services.yaml. Did you mean "home-care"?',
            ),
            (
                "content/organisers/ylojarvi.yaml",
                "kind: municipality",
                "kind: municipality\nsupervision: [valvira]",
                'line 3    supervision › 1: "valvira" is not in content/registers/authorities.yaml.',
            ),
            (
                "content/organisers/ylojarvi.yaml",
                "kind: municipality",
                "kind: municipality\nlaws: [569/2009]",
                'line 3    laws › 1: "569/2009" is not in content/registers/laws.yaml.',
            ),
            (
                "content/registers/services.yaml",
                "group: help-at-home\n  summary: {fi: Hoitoa",
                "group: help\n  summary: {fi: Hoitoa",
                'line 3    home-care › group: "help" is not in content/registers/service-groups.yaml.',
            ),
            (
                "content/registers/municipalities.yaml",
                'code: "179"',
                'code: "179"\n  regions: [{region: keski-suomi}]\n  counties: [{county: keski-suomi}]',
                'line 3    jyvaskyla › regions › 1 › region: "keski-suomi" is not in content/registers/regions.yaml.',
            ),
            (
                "content/registers/self-pay.yaml",
                "organiser: ylojarvi",
                "organiser: ylivieska",
                'line 2    ylojarvi/hoiva › organiser: "ylivieska" is not in content/organisers/.',
            ),
        ],
    )
    def test_every_name_is_looked_up_where_it_is_kept(
        self, project: Project, file: str, old: str, new: str, sentence: str
    ) -> None:
        project.replace(file, old, new)

        assert f"{file} {sentence} [reference]" in project.told("reference")

    def test_the_small_world_names_only_what_exists(self, project: Project) -> None:
        assert project.told("reference") == []


class TestKey:
    """Rule key."""

    def test_a_voucher_names_contacts_and_documents_of_its_organiser(self, project: Project) -> None:
        project.replace(VOUCHER, "values:", "contacts: [offis]\nrule_books: [rulebook]\nvalues:")

        assert project.told() == [
            f'{VOUCHER} line 5    contacts › 1: "offis" is not in the contacts of content/organisers/ylojarvi.yaml. '
            'Did you mean "office"? [key]',
            f'{VOUCHER} line 6    rule_books › 1: "rulebook" is not in the documents of content/organisers/ylojarvi.yaml. '
            'Did you mean "rule-book"? [key]',
        ]

    def test_a_voucher_names_its_own_variants_and_time_bands(self, project: Project) -> None:
        project.write(
            VOUCHER,
            """\
            ---
            title: Kotihoidon palveluseteli
            summary: Kotihoitoa.
            services: [home-care]
            time_bands: {arki: {name: {fi: Arki, sv: Vardag, en: Weekday}}}
            variants: {paiva: {name: {fi: Päivä, sv: Dag, en: Day}, band: arkisin}}
            values:
              - {rule: individual, unit: hour, variants: [pävä], reason: {fi: Näin., sv: Så., en: So.}, ask: offce}
            client_shares:
              - {rule: by_reference, reason: {fi: Näin., sv: Så., en: So.}, ask: ofice, variants: [ilta]}
            ---
            """,
        )

        assert project.told() == [
            f'{VOUCHER} line 6    variants › paiva › band: "arkisin" is not in this voucher\'s time_bands. Did you mean "arki"? [key]',
            f'{VOUCHER} line 8    values › 1 › ask: "offce" is not in the contacts of content/organisers/ylojarvi.yaml. '
            'Did you mean "office"? [key]',
            f'{VOUCHER} line 8    values › 1 › variants › 1: "pävä" is not in this voucher\'s variants. Did you mean "paiva"? [key]',
            f'{VOUCHER} line 10   client_shares › 1 › ask: "ofice" is not in the contacts of content/organisers/ylojarvi.yaml. '
            'Did you mean "office"? [key]',
            f'{VOUCHER} line 10   client_shares › 1 › variants › 1: "ilta" is not in this voucher\'s variants. [key]',
        ]

    def test_what_comes_on_top_of_a_share_names_variants_too(self, project: Project) -> None:
        extra = "{name: {fi: Kuljetus, sv: Transport, en: Transport}, amount: 3.50, unit: direction, variants: [kyyti]}"
        project.replace(
            VOUCHER, "values:", f"client_shares:\n  - {{rule: at_most, amount: 9, add_ons: [{extra}]}}\nvalues:"
        )

        assert project.told() == [
            f'{VOUCHER} line 6    client_shares › 1 › add_ons › 1 › variants › 1: "kyyti" is not in this voucher\'s variants. [key]'
        ]

    def test_a_voucher_stands_in_the_folder_of_an_organiser(self, project: Project) -> None:
        project.write("content/vouchers/tampere/kotihoito.md", (project.root / VOUCHER).read_bytes())

        assert project.told() == [
            'content/vouchers/tampere/kotihoito.md line 2    The folder "tampere" is not an organiser. '
            "Add content/organisers/tampere.yaml. [key]"
        ]

    def test_a_register_and_an_event_name_contacts_of_their_organiser(self, project: Project) -> None:
        project.replace(
            "content/registers/self-pay.yaml", "services: [home-care]", "services: [home-care]\n  contacts: [nobody]"
        )
        project.write(
            "content/events/2018-08-16-info.md",
            "---\ntitle: Info\nsummary: Info.\norganiser: ylojarvi\naudience: [providers]\ndate: 2018-08-16\ncontacts: [noone]\n---\n",
        )

        assert project.told() == [
            'content/events/2018-08-16-info.md line 7    contacts › 1: "noone" is not in the contacts of '
            "content/organisers/ylojarvi.yaml. [key]",
            'content/registers/self-pay.yaml line 6    ylojarvi/hoiva › contacts › 1: "nobody" is not in the contacts of '
            "content/organisers/ylojarvi.yaml. [key]",
        ]

    def test_a_listing_names_places_of_its_provider_and_variants_of_its_voucher(self, project: Project) -> None:
        project.replace(PROVIDER, "unit: hour", "unit: hour, variant: paiva")
        project.replace(PROVIDER, "at_home: yes", "at_home: yes\n    locations: [keskusta]")

        assert project.told() == [
            f'{PROVIDER} line 6    listings › 1 › locations › 1: "keskusta" is not in this provider\'s locations. [key]',
            f'{PROVIDER} line 9    listings › 1 › prices › 1 › variant: "paiva" is not in the variants of {VOUCHER}. [key]',
        ]

    def test_a_price_may_name_a_time_band_of_its_provider(self, project: Project) -> None:
        project.replace(PROVIDER, "unit: hour", "unit: hour, variant: ilta")
        project.replace(
            PROVIDER, "verified:", "time_bands: {ilta: {name: {fi: Ilta, sv: Kväll, en: Evening}}}\nverified:"
        )

        assert project.told() == []
