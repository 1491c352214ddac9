"""A directory to search in: services, municipalities and vouchers as in real life, providers that do not exist."""

from datetime import date

from provider_directory.outputs.search import (
    SearchCard,
    SearchDirectory,
    SearchDocument,
    SearchKind,
    SearchLanguage,
    SearchMoment,
    SearchMunicipality,
    SearchOffer,
    SearchOrigin,
    SearchService,
    SearchUnit,
    SearchVocabulary,
)
from provider_directory.outputs.search.time_words import MOMENT_WORDS

DAY = date(2018, 8, 10)

# key: fi, sv, en; each a label, then other words.
SERVICES = {
    "home-care": (
        ("Kotihoito", "kotisairaanhoito", "tuettu kotona asuminen"),
        ("Hemvård", "hemsjukvård"),
        ("Home care", "domiciliary care", "home nursing"),
    ),
    "family-home-service": (
        ("Lapsiperheiden kotipalvelu", "perhetyö", "kodinhoitaja"),
        ("Hemservice för barnfamiljer", "familjearbete"),
        ("Home service for families with children", "family worker"),
    ),
    "cleaning": (
        ("Siivous", "kodin siivouspalvelu", "kotisiivous", "suursiivous", "ikkunanpesu", "putsaus"),
        ("Städning", "hemstädning", "fönsterputsning"),
        ("Cleaning", "house cleaning", "window cleaning"),
    ),
    "yard-work": (
        ("Pihatyöt", "nurmikonleikkuu", "lumityöt", "talonmies"),
        ("Gårdsarbete", "gräsklippning", "snöskottning"),
        ("Yard work", "lawn mowing", "snow clearing"),
    ),
    "service-housing": (
        ("Palveluasuminen", "palvelutalo", "vanhainkoti"),
        ("Serviceboende", "servicehus"),
        ("Service housing", "sheltered housing"),
    ),
    "enhanced-service-housing": (
        ("Tehostettu palveluasuminen", "ympärivuorokautinen palveluasuminen", "hoivakoti"),
        ("Effektiverat serviceboende", "boende dygnet runt", "vårdhem"),
        ("Enhanced service housing", "round-the-clock care", "care home"),
    ),
    "informal-care-support": (
        ("Omaishoidon tuki", "omaishoitajan vapaa", "sijaishoito"),
        ("Stöd för närståendevård", "närståendevårdarens ledighet", "anhörigvård"),
        ("Support for informal care", "respite care", "family carers"),
    ),
    "day-activity": (
        ("Päivätoiminta", "päiväkeskus", "viriketoiminta"),
        ("Dagverksamhet", "dagcenter"),
        ("Day activity", "day centre"),
    ),
    "bathing": (
        ("Kylvetys- ja saunapalvelu", "saunotus", "peseytyminen"),
        ("Bad- och bastuservice", "badning"),
        ("Bathing and sauna service", "help with washing"),
    ),
    "day-care": (
        ("Päiväkotihoito", "varhaiskasvatus", "lastentarha", "päivähoito"),
        ("Daghemsvård", "småbarnspedagogik", "dagvård"),
        ("Day-care centre", "early childhood education", "nursery"),
    ),
    "family-day-care": (
        ("Perhepäivähoito", "hoitotäti"),
        ("Familjedagvård", "dagmamma"),
        ("Family day care", "childminder"),
    ),
    "babysitting": (
        ("Lastenhoito kotona", "lapsenvahti"),
        ("Barnskötsel i hemmet", "barnvakt"),
        ("Childcare at home", "babysitter"),
    ),
    "neuropsychiatric-coaching": (
        ("Neuropsykiatrinen valmennus", "nepsy", "nepsy-valmennus", "neuropsykiatrinen tuki"),
        ("Neuropsykiatrisk coaching", "nepsy"),
        ("Neuropsychiatric coaching", "ADHD coaching"),
    ),
    "therapy": (
        ("Neuvonta- ja terapiapalvelut", "perheterapia", "parisuhdeneuvonta"),
        ("Rådgivning och terapi", "familjeterapi"),
        ("Advice and therapy", "family therapy", "counselling"),
    ),
    "physiotherapy": (
        ("Fysioterapia", "kuntoutus", "lääkintävoimistelu"),
        ("Fysioterapi", "rehabilitering", "sjukgymnastik"),
        ("Physiotherapy", "rehabilitation"),
    ),
    "foot-care": (
        ("Jalkahoito", "jalkojenhoito", "jalkaterapia"),
        ("Fotvård", "pedikyr"),
        ("Foot care", "podiatry", "chiropody"),
    ),
    "meals": (
        ("Ateriapalvelu", "ruokapalvelu", "kotiateria", "ruuan kotiinkuljetus"),
        ("Måltidsservice", "matservice", "hemkörning av mat"),
        ("Meal service", "meals on wheels"),
    ),
    "shopping": (
        ("Asiointi- ja kauppapalvelu", "kauppa-apu", "saattoapu"),
        ("Ärendeservice", "butikshjälp", "ledsagning"),
        ("Errands and shopping", "escort service"),
    ),
    "safety-phone": (
        ("Turvapuhelin", "turvapalvelu", "turvaranneke"),
        ("Trygghetstelefon", "trygghetslarm"),
        ("Safety phone", "personal alarm"),
    ),
    "personal-assistance": (
        ("Henkilökohtainen apu", "avustaja", "vammaisen avustaja"),
        ("Personlig assistans", "assistent"),
        ("Personal assistance", "personal assistant"),
    ),
    "disability-housing": (
        ("Kehitysvammaisten asumispalvelu", "ryhmäkoti", "asumisyksikkö"),
        ("Boendeservice för personer med utvecklingsstörning", "gruppboende"),
        ("Housing for people with intellectual disabilities", "group home"),
    ),
    "mobile-housing-support": (
        ("Liikkuva asumisen tuki", "tukiasuminen", "asumisohjaus"),
        ("Mobilt boendestöd", "stödboende"),
        ("Mobile housing support", "supported housing"),
    ),
    "interpreting": (
        ("Tulkkaus", "viittomakielen tulkki"),
        ("Tolkning", "teckenspråkstolk"),
        ("Interpreting", "sign language interpreter"),
    ),
    "repairs": (
        ("Kodin pienkorjaukset", "remontti", "huoltomies"),
        ("Små reparationer i hemmet", "renovering"),
        ("Small repairs at home", "handyman"),
    ),
}

MUNICIPALITIES = {
    "jyvaskyla": ("Jyväskylä", "Jyväskylä", ("muurame", "laukaa", "petajavesi", "toivakka")),
    "muurame": ("Muurame", "Muurame", ("jyvaskyla",)),
    "laukaa": ("Laukaa", "Laukas", ("jyvaskyla", "aanekoski")),
    "aanekoski": ("Äänekoski", "Äänekoski", ("laukaa", "saarijarvi")),
    "saarijarvi": ("Saarijärvi", "Saarijärvi", ("aanekoski",)),
    "petajavesi": ("Petäjävesi", "Petäjävesi", ("jyvaskyla", "keuruu")),
    "keuruu": ("Keuruu", "Keuru", ("petajavesi", "manttavilppula")),
    "toivakka": ("Toivakka", "Toivakka", ("jyvaskyla",)),
    "viitasaari": ("Viitasaari", "Viitasaari", ()),
    "tampere": ("Tampere", "Tammerfors", ("ylojarvi", "nokia", "pirkkala", "kangasala", "orivesi")),
    "ylojarvi": ("Ylöjärvi", "Ylöjärvi", ("tampere", "nokia", "ikaalinen")),
    "nokia": ("Nokia", "Nokia", ("tampere", "ylojarvi")),
    "pirkkala": ("Pirkkala", "Birkala", ("tampere",)),
    "kangasala": ("Kangasala", "Kangasala", ("tampere", "orivesi")),
    "orivesi": ("Orivesi", "Orivesi", ("tampere", "kangasala")),
    "ikaalinen": ("Ikaalinen", "Ikalis", ("ylojarvi",)),
    "manttavilppula": ("Mänttä-Vilppula", "Mänttä-Filpula", ("keuruu",)),
    "punkalaidun": ("Punkalaidun", "Punkalaidun", ()),
}

VOUCHERS = {
    "jyvaskyla/regular-home-care": (
        ("Säännöllisen kotihoidon palveluseteli", "tuetun kotona asumisen seteli"),
        ("Servicesedel för regelbunden hemvård",),
        ("Voucher for regular home care",),
    ),
    "jyvaskyla/enhanced-service-housing": (
        ("Tehostetun palveluasumisen palveluseteli", "Tehostetun palvelusasumisen palveluseteli"),
        ("Servicesedel för effektiverat serviceboende",),
        ("Voucher for enhanced service housing",),
    ),
    "ylojarvi/day-activity": (
        ("Päivätoiminnan palveluseteli",),
        ("Servicesedel för dagverksamhet",),
        ("Voucher for day activity",),
    ),
    "register/home": (
        ("Kodin siivous- ja kunnossapitopalvelut", "Klemmari"),
        ("Städning och underhåll i hemmet", "Klemmari"),
        ("Home cleaning and maintenance", "Klemmari"),
    ),
    "register/care": (
        ("Hoito- ja hoivapalvelut",),
        ("Vård och omsorg",),
        ("Care and nursing",),
    ),
}

LANGUAGES = {
    "fi": (("suomi",), ("finska",), ("Finnish",)),
    "sv": (("ruotsi", "ruotsinkielinen"), ("svenska", "svenskspråkig"), ("Swedish",)),
    "en": (("englanti",), ("engelska",), ("English",)),
}

KINDS = {
    "voucher": (("palveluseteli",), ("servicesedel",), ("voucher",)),
    "self-pay": (("itse maksettava", "omakustanteinen"), ("självbetald",), ("self-pay", "private")),
}

UNITS = {
    "hour": ("tunti", "timme", "an hour"),
    "visit": ("käynti", "besök", "a visit"),
    "24h": ("vuorokausi", "dygn", "24 hours"),
}

MOMENTS = {
    "day": ("arkipäivä", "vardag", "weekday"),
    "evening": ("arki-ilta", "vardagskväll", "weekday evening"),
    "night": ("yö", "natt", "night"),
    "saturday": ("lauantai", "lördag", "Saturday"),
    "sunday": ("sunnuntai", "söndag", "Sunday"),
}

# key: name, home, municipalities served, services with cents and unit, business id, phone, description in Finnish
PROVIDERS = {
    "esimerkki-hoiva": (
        "Esimerkki Hoiva Oy",
        "jyvaskyla",
        ("jyvaskyla", "muurame"),
        {"home-care": (3850, "hour"), "informal-care-support": (4200, "hour")},
        ("2345671-2", "014 012 3401", "Hoitajamme käyvät kotona myös öisin ja viikonloppuisin."),
    ),
    "esimerkki-tuulikello": (
        "Esimerkki Hoivakoti Tuulikello",
        "jyvaskyla",
        ("jyvaskyla",),
        {"enhanced-service-housing": (13500, "24h"), "service-housing": (9800, "24h")},
        ("2345672-0", "014 012 3402", "Pieni koti kymmenelle muistisairaalle asukkaalle puistojen keskellä."),
    ),
    "esimerkki-kirkas": (
        "Esimerkki Kirkas Ky",
        "laukaa",
        ("laukaa", "jyvaskyla", "aanekoski"),
        {"cleaning": (3600, "hour"), "yard-work": (4100, "hour")},
        ("2345673-9", "014 012 3403", "Matot, verhot ja keittiöt."),
    ),
    "esimerkki-luuta": (
        "Esimerkki Luuta ja Lapio",
        "ylojarvi",
        ("ylojarvi", "tampere", "nokia"),
        {"cleaning": (3990, "hour"), "yard-work": (3990, "hour"), "repairs": (4500, "hour")},
        ("2345674-7", "03 012 3404", "Autamme myös muutoissa."),
    ),
    "esimerkki-perhepesa": (
        "Esimerkki Perhepesä ry",
        "muurame",
        ("muurame", "jyvaskyla", "laukaa", "toivakka"),
        {"family-home-service": (4650, "hour"), "babysitting": (3100, "hour")},
        ("2345675-5", "014 012 3405", "Apua arkeen, kun vauva valvottaa."),
    ),
    "esimerkki-nalle": (
        "Esimerkki Päiväkoti Nalle",
        "jyvaskyla",
        (),
        {"day-care": (98000, "visit")},
        ("2345676-3", "014 012 3406", "Metsäretkiä joka viikko."),
    ),
    "esimerkki-piippola": (
        "Esimerkki Ryhmis Piippola",
        "aanekoski",
        (),
        {"family-day-care": (72000, "visit")},
        ("2345677-1", "014 012 3407", "Vuorohoitoa myös iltaisin."),
    ),
    "esimerkki-aurinko": (
        "Esimerkki Päiväkeskus Aurinko",
        "ylojarvi",
        ("ylojarvi", "ikaalinen"),
        {"day-activity": (5500, "visit"), "bathing": (2300, "visit")},
        ("2345678-0", "03 012 3408", "Haemme ja tuomme takaisin."),
    ),
    "esimerkki-loyly": (
        "Esimerkki Löyly Oy",
        "tampere",
        ("tampere", "pirkkala", "kangasala"),
        {"bathing": (3800, "visit")},
        ("2345679-8", "03 012 3409", "Puulämmitteinen ja esteetön."),
    ),
    "esimerkki-taitava": (
        "Esimerkki Taitava Mieli Oy",
        "tampere",
        ("tampere", "ylojarvi", "nokia", "orivesi"),
        {"neuropsychiatric-coaching": (7800, "hour"), "therapy": (9200, "hour")},
        ("2345680-1", "03 012 3410", "Koulun ja harrastusten arkeen sopivaa ohjausta."),
    ),
    "esimerkki-keskustelu": (
        "Esimerkki Keskustelupaikka",
        "jyvaskyla",
        ("jyvaskyla", "keuruu", "petajavesi"),
        {"therapy": (8900, "hour"), "neuropsychiatric-coaching": (8200, "hour")},
        ("2345681-9", "014 012 3411", "Etävastaanotto koko maakunnassa."),
    ),
    "esimerkki-kunto": (
        "Esimerkki Kuntokulma",
        "saarijarvi",
        ("saarijarvi", "aanekoski", "viitasaari"),
        {"physiotherapy": (6900, "visit"), "foot-care": (5200, "visit")},
        ("2345682-7", "014 012 3412", "Liikelaboratorio ja allas."),
    ),
    "esimerkki-askel": (
        "Esimerkki Kevyt Askel",
        "kangasala",
        ("kangasala", "tampere", "orivesi"),
        {"foot-care": (4800, "visit")},
        ("2345683-5", "03 012 3413", "Diabeetikon varpaat hellästi."),
    ),
    "esimerkki-kattaus": (
        "Esimerkki Kattaus Oy",
        "keuruu",
        ("keuruu", "manttavilppula", "petajavesi"),
        {"meals": (950, "visit"), "shopping": (2900, "hour")},
        ("2345684-3", "014 012 3414", "Lähiruokaa kylmänä tai lämpimänä."),
    ),
    "esimerkki-valppaat": (
        "Esimerkki Valppaat",
        "nokia",
        ("nokia", "tampere", "ylojarvi", "pirkkala"),
        {"safety-phone": (3500, "visit"), "shopping": (3200, "hour")},
        ("2345685-1", "03 012 3415", "Päivystys vastaa joka hetki."),
    ),
    "esimerkki-rinnalla": (
        "Esimerkki Rinnalla Osk",
        "orivesi",
        ("orivesi", "kangasala", "tampere"),
        {"personal-assistance": (3400, "hour"), "mobile-housing-support": (5100, "hour")},
        ("2345686-0", "03 012 3416", "Kuljemme harrastuksiin, opintoihin ja töihin."),
    ),
    "esimerkki-harmonia": (
        "Esimerkki Asumispalvelut Harmonia",
        "viitasaari",
        ("viitasaari", "saarijarvi"),
        {"disability-housing": (16200, "24h"), "mobile-housing-support": (4900, "hour")},
        ("2345687-8", "014 012 3417", "Oma huone ja yhteinen verstas."),
    ),
    "esimerkki-viitta": (
        "Esimerkki Viittova Käsi",
        "pirkkala",
        ("pirkkala", "tampere"),
        {"interpreting": (8800, "hour")},
        ("2345688-6", "03 012 3418", "Myös kuvapuhelimella."),
    ),
    "esimerkki-vasara": (
        "Esimerkki Vasara ja Naula",
        "punkalaidun",
        ("punkalaidun",),
        {"repairs": (4300, "hour")},
        ("2345689-4", "03 012 3419", "Hyllyt, lamput, kahvat ja kynnykset."),
    ),
    "esimerkki-kultaranta": (
        "Esimerkki Kultaranta",
        "tampere",
        ("tampere", "ylojarvi"),
        {"service-housing": (6400, "24h"), "enhanced-service-housing": (11534, "24h"), "day-activity": (7000, "visit")},
        ("2345690-8", "03 012 3420", "Järvinäköala ja kirjasto."),
    ),
    "esimerkki-hemtjanst": (
        "Esimerkki Hemtjänst Ab",
        "tampere",
        ("tampere", "nokia", "kangasala"),
        {"home-care": (4100, "hour"), "cleaning": (4000, "hour")},
        ("2345691-6", "03 012 3421", "Puhumme samaa kieltä kanssasi."),
    ),
    "esimerkki-omatupa": (
        "Esimerkki Oma Tupa Oy",
        "toivakka",
        ("toivakka", "jyvaskyla"),
        {"home-care": (3700, "hour"), "meals": (1050, "visit"), "informal-care-support": (4400, "hour")},
        ("2345692-4", "014 012 3422", "Samat tutut ihmiset viikosta toiseen."),
    ),
    "esimerkki-lahella": (
        "Esimerkki Lähellä Tmi",
        "ikaalinen",
        ("ikaalinen", "ylojarvi"),
        {"babysitting": (2800, "hour"), "family-home-service": (4300, "hour"), "cleaning": (3300, "hour")},
        ("2345693-2", "03 012 3423", "Tulen lyhyelläkin varoitusajalla."),
    ),
    "esimerkki-polku": (
        "Esimerkki Polku Oy",
        "jyvaskyla",
        ("jyvaskyla", "laukaa"),
        {"personal-assistance": (3550, "hour"), "physiotherapy": (7400, "visit")},
        ("2345694-0", "014 012 3424", "Rauhassa omaan tahtiin."),
    ),
}

WHICH = {"fi": 0, "sv": 1, "en": 2}


def vocabulary(language: str) -> SearchVocabulary:
    """The choices of the directory, in one language."""
    which = WHICH[language]
    return SearchVocabulary(
        services=tuple(
            SearchService(key=key, label=words[which][0], words=words[which][1:], url=f"/{language}/s/{key}/")
            for key, words in SERVICES.items()
        ),
        municipalities=tuple(
            SearchMunicipality(
                key=key, label=swedish if language == "sv" else name, words=(name, swedish), neighbours=near
            )
            for key, (name, swedish, near) in MUNICIPALITIES.items()
        ),
        origins=tuple(
            SearchOrigin(key=key, label=words[which][0], words=words[which][1:], url=f"/{language}/v/{key}/")
            for key, words in VOUCHERS.items()
        ),
        kinds=tuple(SearchKind(key=key, label=words[which][0], words=words[which][1:]) for key, words in KINDS.items()),
        units=tuple(SearchUnit(key=key, label=words[which]) for key, words in UNITS.items()),
        moments=tuple(
            SearchMoment(key=key, label=words[which], words=MOMENT_WORDS[key]) for key, words in MOMENTS.items()
        ),
        languages=tuple(
            SearchLanguage(key=key, label=words[which][0], words=words[which][1:]) for key, words in LANGUAGES.items()
        ),
    )


def documents() -> tuple[SearchDocument, ...]:
    """The providers of the directory; their descriptions are Finnish in every language."""
    return tuple(document(key, *facts) for key, facts in PROVIDERS.items())


def document(
    key: str,
    name: str,
    home: str,
    served: tuple[str, ...],
    prices: dict[str, tuple[int, str]],
    facts: tuple[str, str, str],
) -> SearchDocument:
    """One provider of the directory."""
    business_id, phone, description = facts
    return SearchDocument(
        key=key,
        url=f"/p/{key}/",
        name=name,
        card=SearchCard(where=MUNICIPALITIES[home][0], summary=description, phone=phone, phone_url=f"tel:{phone}"),
        languages=("fi", "sv") if "Hemtjänst" in name else ("fi",),
        municipalities=(home,),
        offers=tuple(offer(service, served, *price) for service, price in prices.items()),
        descriptions=(description,),
        business_id=business_id,
        phones=(phone,),
    )


def offer(service: str, served: tuple[str, ...], cents: int, unit: str) -> SearchOffer:
    """One offer, under the voucher or register that fits its service."""
    voucher = {
        "home-care": "jyvaskyla/regular-home-care",
        "enhanced-service-housing": "jyvaskyla/enhanced-service-housing",
        "day-activity": "ylojarvi/day-activity",
    }.get(service)
    return SearchOffer(
        service=service,
        kind="voucher" if voucher else "self-pay",
        origin=voucher or ("register/home" if service in ("cleaning", "yard-work", "repairs") else "register/care"),
        municipalities=served,
        unit=unit,
        price_cents=cents,
        price=f"{cents // 100},{cents % 100:02} €",
        home_visit=unit == "hour",
    )


def directory(language: str) -> SearchDirectory:
    """The whole directory in one language."""
    return SearchDirectory(language=language, day=DAY, vocabulary=vocabulary(language), documents=documents())
