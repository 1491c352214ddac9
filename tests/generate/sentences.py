"""What generated providers say of themselves, in three languages."""

from __future__ import annotations

from random import Random

from provider_directory.records.schema.base import Localised

from .places import Place
from .yaml_text import Node

LANGUAGES = ("fi", "sv", "en")

Words = tuple[str, str, str]

TAILS: tuple[Words, ...] = (
    ("sama tuttu tekijä joka käynnillä.", "samma bekanta person varje gång.", "the same familiar person every time."),
    ("arkisin ja viikonloppuisin.", "vardagar och veckoslut.", "on weekdays and at weekends."),
    ("ensimmäinen tapaaminen on maksuton.", "det första mötet är avgiftsfritt.", "the first meeting is free."),
    ("pieni yritys, lyhyt jono.", "ett litet företag med kort kö.", "a small firm with a short queue."),
    ("myös lyhyellä varoitusajalla.", "också med kort varsel.", "at short notice too."),
    ("omainen saa viestin joka käynnistä.", "en anhörig får besked om varje besök.", "relatives hear of every visit."),
    ("kiireetöntä ja kodikasta.", "utan brådska och hemtrevligt.", "unhurried and homely."),
    ("kylillä ja keskustassa.", "i byarna och i centrum.", "in the villages and in town."),
    ("lasku kerran kuussa.", "faktura en gång i månaden.", "one invoice a month."),
    ("aamusta iltaan.", "från morgon till kväll.", "from morning to evening."),
    ("tutustu ennen kuin päätät.", "bekanta dig innan du bestämmer dig.", "come and see before you decide."),
    ("vaativiinkin tilanteisiin.", "också i krävande situationer.", "in difficult situations too."),
)

STORIES: tuple[Words, ...] = (
    (
        "Aloitamme aina keskustelulla, johon toivomme mukaan läheisen. Sovitut asiat kirjataan, ja niihin palataan kolmen kuukauden päästä.",
        "Vi börjar alltid med ett samtal, gärna med en närstående. Det vi kommer överens om skrivs ner och ses över efter tre månader.",
        "We always begin with a talk, and like someone close to be there. What is agreed is written down and looked at again after three months.",
    ),
    (
        "Työntekijämme ovat alan ammattilaisia, ja sijaisetkin esitellään etukäteen.",
        "Våra medarbetare är utbildade i branschen, och också vikarierna presenteras på förhand.",
        "Our staff are trained for the work, and stand-ins are introduced beforehand.",
    ),
    (
        "Olemme toimineet samalla seudulla pitkään. Puhelimeen vastaa ihminen, ei nauha.",
        "Vi har länge verkat på samma ort. I telefonen svarar en människa, inte en inspelning.",
        "We have worked in the same district for long. A person answers the phone, not a recording.",
    ),
    (
        "Hinta sanotaan ääneen ennen kuin mitään aloitetaan. Peruutus edellisenä päivänä ei maksa mitään.",
        "Priset sägs högt innan något påbörjas. En avbokning dagen innan kostar ingenting.",
        "The price is said aloud before anything begins. Cancelling the day before costs nothing.",
    ),
)

ACCESS: tuple[Words, ...] = (
    ("Esteetön.", "Tillgängligt.", "Step-free."),
    ("Hissi ja leveät ovet.", "Hiss och breda dörrar.", "A lift and wide doors."),
    ("Kaksi porrasta, luiska pyynnöstä.", "Två trappsteg, ramp på begäran.", "Two steps, a ramp on request."),
    ("Esteetön, induktiosilmukka.", "Tillgängligt, hörslinga.", "Step-free, hearing loop."),
    ("Toinen kerros, ei hissiä.", "Andra våningen, ingen hiss.", "Second floor, no lift."),
)

CONDITIONS: tuple[Words, ...] = (
    ("Käynti kestää vähintään tunnin.", "Ett besök varar minst en timme.", "A visit lasts at least an hour."),
    ("Peruutus viimeistään edellisenä päivänä.", "Avbokning senast dagen innan.", "Cancel by the day before."),
    ("Lemmikit eivät haittaa.", "Husdjur är inget hinder.", "Pets are no problem."),
    ("Aloitus viikon sisällä soitosta.", "Start inom en vecka efter samtalet.", "We begin within a week of your call."),
)

CHECKED_BY: Words = ("Palveluohjaus", "Servicehandledningen", "Service guidance")

PHONE_HOURS: tuple[Words, ...] = (
    ("ma–pe klo 8–16", "mån–fre kl. 8–16", "Mon–Fri 8 am to 4 pm"),
    ("ma–pe klo 9–15", "mån–fre kl. 9–15", "Mon–Fri 9 am to 3 pm"),
    ("ma–to klo 9–12", "mån–tors kl. 9–12", "Mon–Thu 9 am to noon"),
    ("joka päivä klo 8–20", "alla dagar kl. 8–20", "every day 8 am to 8 pm"),
)


def localised(words: Words) -> Node:
    """A text in all three languages."""
    return dict(zip(LANGUAGES, words, strict=True))


def summary(random: Random, service: Localised, place: Place) -> Node:
    """One sentence on what and where; one in eight stands in Finnish only."""
    tail = random.choice(TAILS)
    written = LANGUAGES if random.random() < 0.875 else LANGUAGES[:1]
    heads = {language: f"{service.read(language)} {place.locates(language)}" for language in written}
    return {language: f"{head}, {tail[LANGUAGES.index(language)]}" for language, head in heads.items()}
