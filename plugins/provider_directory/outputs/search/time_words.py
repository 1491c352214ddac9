"""How people ask for a time of the week, in the three languages of the site."""

from ...catalogue.moments import Moment

WEEKDAY = ("arki", "arkena", "arkisin", "arkipäivä", "arkipäivisin", "vardag", "weekday")
WEEKEND = ("viikonloppu", "viikonloppuna", "viikonloppuisin", "helg", "veckoslut", "veckända", "weekend")

MOMENT_WORDS: dict[str, tuple[str, ...]] = {
    Moment.DAY.value: (*WEEKDAY, "päivisin", "päiväsaikaan", "dagtid", "daytime"),
    Moment.EVENING.value: (*WEEKDAY, "ilta", "iltaisin", "kväll", "kvällstid", "evening"),
    Moment.NIGHT.value: ("yö", "öisin", "yöaika", "natt", "nätter", "nattetid", "night", "overnight"),
    Moment.SATURDAY.value: (*WEEKEND, "lauantai", "lauantaisin", "lördag", "Saturday"),
    Moment.SUNDAY.value: (*WEEKEND, "sunnuntai", "sunnuntaisin", "pyhä", "pyhäisin", "söndag", "helgdag", "Sunday"),
}
"""By the key of the moment; a word may mean several."""
