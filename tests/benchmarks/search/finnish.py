"""Finnish sentences that nobody wrote: real compounds in right forms, so that a vocabulary grows as it does in life."""

from __future__ import annotations

import re
from itertools import accumulate
from random import Random

HEADS = """
hoito hoido hoitoa hoitoon hoitoja; palvelu palvelu palvelua palveluun palveluja; apu avu apua apuun apuja
tuki tue tukea tukeen tukia; ohjaus ohjaukse ohjausta ohjaukseen ohjauksia; työ työ työtä työhön töitä
neuvonta neuvonna neuvontaa neuvontaan neuvontoja; siivous siivoukse siivousta siivoukseen siivouksia
ryhmä ryhmä ryhmää ryhmään ryhmiä; koti kodi kotia kotiin koteja; talo talo taloa taloon taloja
paikka paika paikkaa paikkaan paikkoja; tila tila tilaa tilaan tiloja; huone huonee huonetta huoneeseen huoneita
päivä päivä päivää päivään päiviä; ilta illa iltaa iltaan iltoja; matka matka matkaa matkaan matkoja
kuljetus kuljetukse kuljetusta kuljetukseen kuljetuksia; käynti käynni käyntiä käyntiin käyntejä
arvio arvio arviota arvioon arvioita; sopimus sopimukse sopimusta sopimukseen sopimuksia
suunnitelma suunnitelma suunnitelmaa suunnitelmaan suunnitelmia; maksu maksu maksua maksuun maksuja
ateria ateria ateriaa ateriaan aterioita; ruoka ruoa ruokaa ruokaan ruokia; kerho kerho kerhoa kerhoon kerhoja
lääke lääkkee lääkettä lääkkeeseen lääkkeitä; väline välinee välinettä välineeseen välineitä
laite laittee laitetta laitteeseen laitteita; turva turva turvaa turvaan turvia; taito taido taitoa taitoon taitoja
harjoitus harjoitukse harjoitusta harjoitukseen harjoituksia; terapia terapia terapiaa terapiaan terapioita
valmennus valmennukse valmennusta valmennukseen valmennuksia; seura seura seuraa seuraan seuroja
retki retke retkeä retkeen retkiä; opas oppaa opasta oppaaseen oppaita; tieto tiedo tietoa tietoon tietoja
ohjaaja ohjaaja ohjaajaa ohjaajaan ohjaajia; hoitaja hoitaja hoitajaa hoitajaan hoitajia
auttaja auttaja auttajaa auttajaan auttajia; asiakas asiakkaa asiakasta asiakkaaseen asiakkaita
perhe perhee perhettä perheeseen perheitä; lapsi lapse lasta lapseen lapsia; pesu pesu pesua pesuun pesuja
vanhus vanhukse vanhusta vanhukseen vanhuksia; omainen omaise omaista omaiseen omaisia
sauna sauna saunaa saunaan saunoja; piha piha pihaa pihaan pihoja; kauppa kaupa kauppaa kauppaan kauppoja
ikkuna ikkuna ikkunaa ikkunaan ikkunoita; lattia lattia lattiaa lattiaan lattioita
remontti remonti remonttia remonttiin remontteja; korjaus korjaukse korjausta korjaukseen korjauksia
"""
"""A word, its weak stem, its partitive and illative, and its partitive in the plural. The commoner a word, the earlier."""

FIRST_WORDS = """
koti päivä hoito lapsi perhe vanhus tuki kuntoutus palvelu siivous ruoka ateria omais asiointi kauppa yö ilta apu hoiva
viikonloppu turva liikunta muisti asumis sauna kylvetys pesu pyykki ikkuna lattia piha lumi nurmikko puutarha remontti
saatto lääke haava sairaala terveys hammas jalka fysio toiminta puhe musiikki taide luonto eläin koira hevos metsä
uinti kirja lehti tieto tietokone puhelin kuva video etä lähi seutu kylä kaupunki maaseutu kesä talvi joulu juhla arki
pyhä ensi jatko lyhyt pitkä väli tilapäis kriisi mielenterveys päihde vammais kehitysvamma näkö kuulo liike väline
nosto pyörätuoli taksi bussi auto matka kuljetus muutto varasto avain ovi sähkö lämpö vesi viemäri keittiö kylpyhuone
makuuhuone parveke porras hissi asunto vuokra laitos sijais koulu esikoulu leikki peli läksy aamu iltapäivä loma
virkistys seura ystävä vapaaehtois kokemus vertais asiantuntija ammatti työ opiskelu nuoriso aikuis ikä senior eläke
veteraani maahanmuuttaja kieli tulkki kulttuuri suru elämä hyvinvointi tanssi laulu käsityö puu paperi verho matto uuni
takka nuohous marja sieni kala kahvi leipä mehu hius parta kynsi kasvo hieronta rentoutus uni lepo hengitys sydän
selkä polvi lonkka käsi tasapaino voima kävely pyörä hiihto luistelu vene laituri mökki ranta saari
"""
FIRST_PARTS = FIRST_WORDS.split()
"""What a compound begins with, as it stands there. The commoner, the earlier."""

WEAK_ENDINGS = {"gen": "n", "ine": "ssa", "ela": "sta", "ade": "lla", "all": "lle", "tra": "ksi", "pl": "t"}
CASES = ("nom", *WEAK_ENDINGS, "par", "ill", "plpar")

SENTENCES = (
    "Tarjoamme {par} ja {par} asiakkaan kotona.",
    "{nom} ja {nom} kuuluvat hintaan.",
    "Meillä on kokemusta {ela} ja {ela}.",
    "Autamme myös {ine}.",
    "Sovimme {ela} ennen ensimmäistä käyntiä.",
    "Erikoisalaamme ovat {pl} ja {pl}.",
    "Lisäksi {ine} käytetään {plpar}.",
    "{gen} hinta riippuu {ela}.",
    "Opastamme {ill} ja {ill}.",
    "Toimimme {ade} ilman jonotusta.",
    "Järjestämme {plpar} kaikenikäisille.",
    "{nom} vaihtuu {tra} tarvittaessa.",
    "Varaa aika {all} puhelimitse.",
)
PLACE = re.compile(r"\{(\w+)\}")


def forms(line: str) -> dict[str, str]:
    """The forms of a word, by case."""
    nominative, weak, partitive, illative, partitives = line.split()
    front = partitive.endswith("ä")
    inflected = {case: weak + (ending.replace("a", "ä") if front else ending) for case, ending in WEAK_ENDINGS.items()}
    return {"nom": nominative, **inflected, "par": partitive, "ill": illative, "plpar": partitives}


HEAD_FORMS = tuple(forms(line) for line in re.split(r"[;\n]", HEADS) if line.strip())


def rarer_and_rarer(count: int) -> tuple[float, ...]:
    """Cumulated weights: the n-th word is about as frequent as 1/n, as in any language."""
    return tuple(accumulate(1 / (rank + 4) for rank in range(count)))


FIRST_WEIGHTS = rarer_and_rarer(len(FIRST_PARTS))
HEAD_WEIGHTS = rarer_and_rarer(len(HEAD_FORMS))


def compound(random: Random, case: str) -> str:
    """A compound in a case: "kuljetuspalvelussa"."""
    (first,) = random.choices(FIRST_PARTS, cum_weights=FIRST_WEIGHTS)
    (head,) = random.choices(HEAD_FORMS, cum_weights=HEAD_WEIGHTS)
    word = head[case]
    return f"{first}-{word}" if first[-1] == word[0] and word[0] in "aeiouyäö" else first + word


def sentence(random: Random) -> str:
    """A sentence about what a provider does."""
    text = PLACE.sub(lambda match: compound(random, match[1]), random.choice(SENTENCES))
    return text[0].upper() + text[1:]
