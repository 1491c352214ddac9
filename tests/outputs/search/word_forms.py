"""Words in every ending their language knows, right or wrong: enough to find where two analyses differ."""

from provider_directory.outputs.search.rules import KeyRules

from .directory import MUNICIPALITIES, PROVIDERS, SERVICES, VOUCHERS, WHICH

ENDINGS = {
    "fi": (
        "",
        *(
            "n",
            "t",
            "a",
            "ä",
            "ta",
            "tä",
            "tta",
            "ssa",
            "ssä",
            "sta",
            "stä",
            "lla",
            "llä",
            "lta",
            "ltä",
            "lle",
            "ksi",
            "na",
        ),
        *("an", "en", "in", "on", "un", "hin", "han", "seen", "siin", "ja", "jä", "jen", "ien", "iden", "ita", "issa"),
        *(
            "ista",
            "illa",
            "ille",
            "oja",
            "ojen",
            "oissa",
            "nsa",
            "ssaan",
            "lleni",
            "kin",
            "kaan",
            "mme",
            "nen",
            "sen",
            "sta",
        ),
    ),
    "sv": (
        "",
        "s",
        "en",
        "et",
        "ar",
        "er",
        "or",
        "arna",
        "erna",
        "ens",
        "are",
        "aren",
        "ning",
        "ningen",
        "t",
        "a",
        "ad",
        "heten",
    ),
    "en": ("", "s", "es", "ed", "ing", "ings", "er", "ers", "ies", "our", "ise", "isation", "ly", "ness"),
}


def word_forms(language: str, rules: KeyRules) -> list[str]:
    """Every word of the directory and of the rules' examples, whole and shortened, with every ending."""
    which = WHICH[language]
    texts = [text for words in (*SERVICES.values(), *VOUCHERS.values()) for text in words[which]]
    texts += [name for names in MUNICIPALITIES.values() for name in names[:2]]
    texts += [facts[0] for facts in PROVIDERS.values()] + [facts[4][2] for facts in PROVIDERS.values()]
    texts += [rule.example for rule in (*(rule for step in rules.steps for rule in step), *rules.variants)]
    words = sorted({word for text in texts for word in text.split()})
    stems = sorted({word[: len(word) - cut] for word in words for cut in (0, 1, 2) if len(word) - cut > 1})
    return [stem + ending for stem in stems for ending in ENDINGS[language]]
