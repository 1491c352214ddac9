"""How people ask for a language of service, in the three languages of the site."""

LANGUAGE_WORDS: dict[str, tuple[str, ...]] = {
    "fi": ("suomenkielinen", "suomeksi", "finskspråkig", "på finska", "Finnish-speaking"),
    "sv": ("ruotsinkielinen", "ruotsiksi", "svenskspråkig", "på svenska", "Swedish-speaking"),
    "en": ("englanninkielinen", "englanniksi", "engelskspråkig", "på engelska", "English-speaking"),
    "ru": ("venäjänkielinen", "venäjäksi", "ryskspråkig", "på ryska", "Russian-speaking"),
    "et": ("vironkielinen", "viroksi", "estniskspråkig", "på estniska", "Estonian-speaking"),
    "ar": ("arabiankielinen", "arabiaksi", "arabiskspråkig", "på arabiska", "Arabic-speaking"),
    "so": ("somalinkielinen", "somaliksi", "somaliskspråkig", "på somaliska", "Somali-speaking"),
    "se": ("saamenkielinen", "saameksi", "samiskspråkig", "på samiska", "Sámi-speaking"),
    "fse": ("viittomakielinen", "viittomakielellä", "teckenspråkig", "på teckenspråk", "sign language"),
    "fss": ("viittomakielinen", "viittomakielellä", "teckenspråkig", "på teckenspråk", "sign language"),
    "uk": ("ukrainankielinen", "ukrainaksi", "ukrainskspråkig", "på ukrainska", "Ukrainian-speaking"),
    "fa": ("persiankielinen", "farsinkielinen", "persiskspråkig", "på persiska", "Persian-speaking"),
    "ku": ("kurdinkielinen", "kurdiksi", "kurdiskspråkig", "på kurdiska", "Kurdish-speaking"),
}
"""By language code. A language that is not here is still found by its name."""
