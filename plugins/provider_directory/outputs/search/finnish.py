"""How Finnish words become keys: case endings off, stems joined, consonant gradation undone."""

from .rules import KeyRules

NAMES = {"LOCAL": "ssa|sta|lla|lta|lle|ksi", "VOWEL": "[aeiouy]"}
"""What the words in capitals stand for in the tables below."""

POSSESSIVES = """
  ^(.{4,})nsa$                           > $1  ajatuksensa
  ^(.{3,}(?:ssa|sta|lla|lta))an$         > $1  hoidossaan
  ^(.{3,}(?:lle|kse))en$                 > $1  asiakkaalleen
  ^(.{3,}(?:ssa|sta|lla|lta|lle|kse))ni$ > $1  kodissani
"""

STEMS = """
  lasten$|^lasta$                        > laps   lasten
  (kie|mie|huo|puo)lt(?:a|en)$           > $1li   kieltä
  (nuo|suu|juu|kuo|vuo|saa)rt(?:a|en)$   > $1ri   nuorten
  (pie|sie)nt(?:a|en)$                   > $1ni   pienten
  (vuo|kau|uu|kuu|vii|koy|tay|^to)de(?:n|t|LOCAL)$                 > $1s  vuoden
  (vuo|kau|uu|kuu|vii|koy|tay|^to)(?:si[nt]?|tta|teen|tena|sia|sien|sii)$ > $1s  kuukausien
  (vuo|kau|uu|kuu|vii|koy|tay|^to)si(?:LOCAL)$                     > $1s  kausilla
  (ve|^ka)(?:de(?:n|t|LOCAL)|tta|teen|si(?:a|en|n|t|LOCAL)?)$      > $1s  Oriveden
  vuonna$                                > vuos   vuonna
  ^avu(.*)$                              > apu$1  avulla
  ^yo(?:n|t|ta|na|hon|LOCAL)$            > yo     yöllä
  ^isi(?:a|en|in|LOCAL)$                 > isa    isille
  mie(?:he|hi)(?:n|t|na|a|en|LOCAL)?$    > mies   miehille
  mies(?:ta|ten)$                        > mies   miesten
  joe(?:n|t|LOCAL)?$                     > joki   Juupajoella
  ^aja(?:n|t|LOCAL)$                     > aik    ajalla
  tyo(?:ta|hon)$                         > tyo    työtä
  (lai)tum[ei].*$                        > $1du   Punkalaitumella
  toi(?:ta|den|hin|ssa|sta|lla|lta|lle)$ > tyo    töissä
"""

ENDINGS = """
  ^(.*taks)i$                                     > $1    invataksi
  ^(.{3,})nen$                                    > $1s   asuminen
  ^(.*(?:aa|ee|ii|oo|uu|yy))seen$                 > $1    Tampereeseen
  ^(.*[ei]i)siin$                                 > $1    huoneisiin
  ^(.{2,}(?:a(?=han)|e(?=hen)|o(?=hon)|u(?=hun)|y(?=hyn)))h.n$ > $1  maahan
  ^(.{2,}i)hin$                                   > $1    palveluihin
  ^(.{2,}(?:m|ll|y|a))ista$                       > $1is  asumista
  ^(.*(?:rja|asa|aki|ita)val)ta$                  > $1t   tasavalta
  ^(.*taus|^lis)ta$                               > $1t   tausta
  ^(.{3,}[eao][uy]|.{2,}(?:[tmkh][uy]|uu|yy))sta$ > $1s   siivousta
  ^(.{3,}(?:[aeio]u|uu|[aeo]y|yy))(?:tta|teen)$   > $1s   terveyttä
  ^(.{2,}[uy])de(?:n|t|LOCAL)?$                   > $1s   sairauden
  ^(.{2,}(?:uu|yy))te$                            > $1s   mahdollisuutensa
  ^(.{2,}VOWEL)(?:LOCAL)$                         > $1    kodissa
  ^(.{3,}(?:s[ei]|[aui]ja|[oea]i|ui))na$          > $1    ihmisenä
  ^(.{3,})(?:iden|itten)$                         > $1    palveluiden
  ^(.{3,}VOWEL)jen$                               > $1    palvelujen
  ^(.{3,})ien$                                    > $1    hoitajien
  ^(.{3,}[nrs])ten$                               > $1    vanhusten
  ^(.{3,}VOWEL)ita$                               > $1    palveluita
  ^(.{2,}e)tta$                                   > $1    perhettä
  ^(.{3,}to)nta$                                  > $1    kuulematonta
  ^(.*(?:aa|ee|oo|uu|yy|ie|uo|yo))ta$             > $1    vapaata
  ^(.{2,}VOWEL)[nt]$                              > $1    kodin
"""

PLURALS = """
  ^(.{2,}[ouey])jVOWEL*$ > $1  taloja
  ^(.{2,}VOWELi)m[aei]+$ > $1  avaimen
  ^(.{2,}i)m[aei]*$      > $1  puhelimen
"""

VOWELS = """
  ^(.{3,}?)VOWEL+$ > $1  hoito
"""

DERIVATIONS = """
  ^(.{2,}VOWEL)ks$ > $1s  siivouksen
  ^(.{3,}?)t?tom$  > $1t  esteettömän
"""

VOWEL_STEMS = """
  ^(.{3,})as$ > $1  asiakas
"""

GRADATION = """
  kk$ > k   viikko
  pp$ > p   kauppa
  tt$ > t   tonttu
  nn$ > nt  kunnan
  mm$ > mp  vanhemman
  ng$ > nk  kaupungin
  ll$ > lt  illan
  rr$ > rt  kerran
  d$  > t   hoidon
  v$  > p   hoivan
  lj$ > lk  jäljen
  rj$ > rk  kurjen
"""

# What else a form may be. Believed only where the directory has the word that it leads to.
VARIANTS = """
  ^(.{4,})(?:kin|kaan|han|ko)$    > $1     kunnallakin
  ^(.{3,}VOWEL)(?:ni|si|mme|nne)$ > $1     äitini
  ^(.{3,}VOWEL)(?:ni|si|mme|nne)$ > $1n    kotimme
  ^(.{3,}ta)an$                   > $1     siivoustaan
  ^(.{2,}VOWEL)na$                > $1     vanhempana
  ^(.{2,}[uy])tena$               > $1s    sairautena
  ^(.{3,}i)siin$                  > $1     asiakkaisiin
  ^(.{3,}i)nta$                   > $1     puhelinta
  ^(.{3,})ena$                    > $1     eläimenä
  ^(.{3,}a)l(?:la|ta|le)$         > $1la   Kangasalla
  ^(.*VOWELVOWEL)ta$              > $1     keittiöitä
  ^(.*VOWEL[lnr])ta$              > $1i    ääntä
  ^(.{3,}[ln])ten$                > $1     eläinten
  ^(.{2,}s)ta$                    > $1     muutosta
  ^(.{3,}[iuy])sta$               > $1     Joensuusta
  ^(.*(?:a(?=[eiuy])|e(?=[oai])|i(?=[ae])|o(?=[aei])|u(?=[oaei])|y(?=[oe])|l(?=a)|r(?=u)))VOWEL(?:n|t|LOCAL)$ > $1k    tuen
  ^(.+[uy])v([uy].*)$             > $1k$2  luvun
  ^(.*)aja(?:n|t|LOCAL)$          > $1aik  lisäajan
  ^(.*po)ja(?:n|t|LOCAL)$         > $1ik   pojan
  ^(.{3,}is)[ei]m[mp][a-z]+$      > $1e    edullisempi
  ^(.{2,}n)$                      > $1e    jäsen
"""

# What a word is made of, for when nothing else is found.
RELATIVES = """
  ^(.{2,}a)aja(?:a|n|t|LOCAL)?$          > $1us   ohjaaja
  ^(.{2,}o)oja(?:a|n|t|LOCAL)?$          > $1us   siivooja
  ^(.{2,}t)taja(?:a|n|t|LOCAL)?$         > $1us   kuljettaja
  ^(.{3,}st)aja(?:a|n|t|LOCAL)?$         > $1us   avustaja
  ^(.{3,})aja(?:a|n|t|LOCAL)?$           > $1o    hoitaja
  ^(.{3,})ija(?:a|n|t|LOCAL)?$           > $1u    ikkunanpesijä
  ^(.{2,}[ao])(?:ta|taan|aa|an|minen)$   > $1us   siivota
  ^(.{2,}o)aminen$                       > $1us   siivoaminen
  ^(.{2,}t)ta(?:a|minen)$                > $1us   kuljettaa
  ^(.{3,}st)a(?:a|minen)$                > $1us   avustaa
  ^(.{2,})il(?:la|lee|en|eminen)$        > $1ilu  ulkoilla
  ^(.{2,}el)(?:la|lee|en|eminen)$        > $1u    kuunnella
  ^(.{2,})(?:[ae]minen|aa)$              > $1o    hoitaminen
  ^(.{3,})us$                            > $1taa  kuljetus
  ^(.{3,})o$                             > $1aja  hoito
"""

FINNISH = KeyRules.read(
    steps=(POSSESSIVES, STEMS, ENDINGS, PLURALS, VOWELS, DERIVATIONS, VOWEL_STEMS, GRADATION),
    variants=VARIANTS,
    relatives=RELATIVES,
    names=NAMES,
    joint="[aeiouylnrs]$",
    stop="ja tai sekä eli että on ei kuin myös noin joka jotka missä mistä mihin mikä kuka oma minun haen haluan saa "
    "äiti äidille äidin isä isälle isän mummo mummi pappa papalle ukki ukille vaari isoäiti isoäidille isoisä vanhempi vanhemmille läheinen "
    "läheiselle minulle meille paljonko kuinka paljon maksaa maksavat hinta hinnat hinnasto "
    "etsin tarvitsen tarvitsee löytyy lähellä lähin hyvä paras halpa halvin edullinen luotettava nopea uusi puh puhelin tunnus palvelu tuottaja yritys firma",
)
