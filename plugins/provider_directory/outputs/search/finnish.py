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
  lasten$|^lasta$                                           > laps    lasten
  (nuo|suu|juu|kuo|vuo|saa)rt(?:a|en)$                      > $1ri    nuorten
  (vuo|kau|uu|kuu|vii|koy|tay|lie|^rei|^to)de(?:n|t|LOCAL)$ > $1s     vuoden
  (vuo|kau|uu|kuu|vii|koy|tay|lie|^rei|^to)(?:si[nt]?|tta|teen|tena|sia|sien|sii)$ > $1s     kuukausien
  ((?:^|[^r])ve|^ka)(?:de(?:n|t|LOCAL)|tta|teen|si(?:a|en|n|t|LOCAL)?)$ > $1s     Oriveden
  kyn(?:ne|si)(?:a|en|in|n|t|LOCAL)?$                       > kynt    kynsien
  velj.*$                                                   > vel     veljelle
  (syda|^vase)(?:n|nta|nten|m.*)$                           > $1m     sydämen
  (jas|jouts|siem)en(?:en)?$                                  > $1ene   jäsen
  kiuka.*$                                                  > kiuas   kiukaan
  ru[uo]a(?:n|t|LOCAL)$                                     > ruok    ruuan
  ^lunta$                                                   > lum     lunta
  mae(?:n|t|LOCAL)$                                         > maki    Riihimäellä
  ^turu(?:n|LOCAL)$                                         > turku   Turussa
  ^ii(?:n|ta|hin|LOCAL)$                                    > ii      Iissä
  ^uu[dt].+(kaup|kaar)                                      > uusi$1  Uudenkaupungin
  ^iso.+kyr                                                 > isokyr  Isossakyrössä
  ^avu(?:n|t|LOCAL)$                                        > apu     avulla
  ^yo(?:n|t|ta|na|hon|LOCAL)$                               > yo      yöllä
  mieh[ei](?:n|t|na|a|[ei]n|LOCAL)?$                        > mies    miehille
  mies(?:ta|ten)$                                           > mies    miesten
  joe(?:n|t|LOCAL)?$                                        > joki    Juupajoella
  (lai)tum[ei].*$                                           > $1du    Punkalaitumella
  toi(?:ta|den|hin|ssa|sta|lla|lta|lle)$                    > tyo     töissä
"""

ENDINGS = """
  ^(.*taks)i$                                     > $1    invataksi
  ^(.{3,})nen$                                    > $1s   asuminen
  ^(.*(?:aa|ee|ii|oo|uu|yy))seen$                 > $1    Tampereeseen
  ^(.*[ei]i)siin$                                 > $1    huoneisiin
  ^(.{2,}(?:a(?=han)|e(?=hen)|o(?=hon)|u(?=hun)|y(?=hyn)))h.n$ > $1    maahan
  ^(.{2,}i)hin$                                   > $1    palveluihin
  ^(.{2,}(?:m|ll|y|a))ista$                       > $1is  asumista
  ^(.*(?:rja|asa|aki|ita)val)ta$                  > $1t   tasavalta
  ^(.*taus|^lis)ta$                               > $1t   tausta
  ^(.{3,}[eao][uy]|.{2,}(?:[tmkh][uy]|uu|yy))sta$ > $1s   siivousta
  ^(.{3,}(?:[aeio]u|uu|[aeo]y|yy))tta$            > $1s   terveyttä
  ^(.{3,}[uy])teen$                               > $1s   terveyteen
  ^(.{2,}[uy])de(?:n|t|LOCAL)?$                   > $1s   sairauden
  ^(.{2,}(?:uu|yy))te$                            > $1s   mahdollisuutensa
  ^(.{2,}VOWEL)(?:LOCAL)$                         > $1    kodissa
  ^(.{3,}(?:s[ei]|[aui]ja|[oa]i|[^hs]ei|ui))na$   > $1    ihmisenä
  ^(.{3,})(?:iden|itten)$                         > $1    palveluiden
  ^(.{3,}[nrs])ten$                               > $1    vanhusten
  ^(.{3,}[aeouy])ita$                             > $1    palveluita
  ^(.+[^e]e)tta$                                  > $1    perhettä
  ^(.{3,}to)nta$                                  > $1    kuulematonta
  ^(.*(?:aa|ee|oo|uu|yy|ie|uo|yo))ta$             > $1    vapaata
  ^(.{2,}VOWEL)[nt]$                              > $1    kodin
"""

PLURALS = """
  ^(.{2,}[ouey])j(?:[eiouy]VOWEL*|a*)$ > $1  taloja
  ^(.{2,}i)m[aei]*$                    > $1  puhelimen
"""

VOWELS = """
  ^(.[^aeiouy]|.{3,}?)VOWEL+$ > $1  hoito
"""

DERIVATIONS = """
  ^(.{2,}VOWEL)ks$ > $1s  siivouksen
  ^(.{3,}?)t?tom$  > $1t  esteettömän
  ttar$            > tar  tyttären
"""

VOWEL_STEMS = """
  ^(.{3,}?)VOWEL*as$ > $1  asiakas
"""

GRADATION = """
  kk$    > k    viikko
  pp$    > p    kauppa
  tt$    > t    tonttu
  nn$    > nt   kunnan
  mm$    > mp   vanhemman
  ng$    > nk   kaupungin
  ll$    > lt   illan
  rr$    > rt   kerran
  d$     > t    hoidon
  (..)v$ > $1p  hoivan
  lj$    > lk   jäljen
  rj$    > rk   kurjen
"""

# What else a form may be. Believed only where the directory has the word that it leads to.
VARIANTS = """
  ^(.{3,}VOWEL)lai(?:nen|s[a-z]+)$    > $1      laukaalainen
  ^(.{4,})(?:kin|kaan|han|ko)$        > $1      kunnallakin
  ^(.{2,}VOWEL)(?:ni|si|mme|nne)$     > $1      äitini
  ^(.{2,}VOWEL)(?:ni|si|mme|nne)$     > $1n     kotimme
  ^(.{3,}ta)an$                       > $1      siivoustaan
  ^(.{2,}VOWEL)na$                    > $1      vanhempana
  ^(.{2,}[uy])te(?:na|ni|si|mme|nne)$ > $1s     sairautena
  ^(.{3,}i)siin$                      > $1      asiakkaisiin
  ^(.{3,}is)iin$                      > $1      läheisiin
  ^(.{4,}VOWEL)sti$                   > $1      turvallisesti
  ^(.{3,}i)nta$                       > $1      puhelinta
  ^(.{3,}a)l(?:la|ta|le)$             > $1la    Kangasalla
  ^(.*VOWELVOWEL)ta$                  > $1      keittiöitä
  ^(.*VOWEL[lnr])ta$                  > $1i     ääntä
  ^(.{3,}[ln])ten$                    > $1      eläinten
  ^(.{2,}s)ta$                        > $1      muutosta
  ^(.{3,}[iuy])sta$                   > $1      Joensuusta
  ^(.*(?:a(?=[eiuy])|e(?=[oai])|i(?=[aeo])|o(?=[ae])|u(?=[oaei])|y(?=[oe])|l(?=[aouy])|r(?=[aouy])))VOWEL+(?:n|t|LOCAL)$ > $1k     tuen
  ^(.+[uy])v([uy].*)$                 > $1k$2   luvun
  ^(.*)aja(?:n|t|LOCAL)$              > $1aik   lisäajan
  ^(.*po)ja(?:n|t|LOCAL)$             > $1ik    pojan
  ^(.{3,})oiden(.{3,})$               > $1an$2  ikkunoidenpesu
"""

# What a word is made of, for when nothing else is found.
RELATIVES = """
  ^(.{2,}a)aja(?:a|n|t|LOCAL)?$        > $1us   ohjaaja
  ^(.{2,}o)oja(?:a|n|t|LOCAL)?$        > $1us   siivooja
  ^(.{2,}t)taja(?:a|n|t|LOCAL)?$       > $1us   kuljettaja
  ^([^aou]{2,}t)taja(?:a|n|t|LOCAL)?$  > $1ys   silittäjä
  ^(.{3,}n)taja(?:a|n|t|LOCAL)?$       > $1nus  valmentaja
  ^(.*terap)eut.*$                     > $1ia   terapeutti
  ^(.{3,}h)uri(?:a|n|t|LOCAL)?$        > $1a    puutarhuri
  ^(.{3,}st)aja(?:a|n|t|LOCAL)?$       > $1us   avustaja
  ^(.{3,})aja(?:a|n|t|LOCAL)?$         > $1o    hoitaja
  ^(.{3,})ija(?:a|n|t|LOCAL)?$         > $1u    ikkunanpesijä
  ^(.{2,}[ao])(?:ta|taan|aa|an|minen)$ > $1us   siivota
  ^(.{2,}o)aminen$                     > $1us   siivoaminen
  ^(.{2,}t)ta(?:a|minen)$              > $1us   kuljettaa
  ^(.{3,}st)a(?:a|minen)$              > $1us   avustaa
  ^(.{3,}oi)(?:da|j[ai].*|mi.*)$       > $1nti  imuroida
  ^(.{2,})il(?:la|lee|en|eminen)$      > $1ilu  ulkoilla
  ^(.{2,}el)(?:la|lee|en|eminen)$      > $1u    kuunnella
  ^(.{2,})(?:[ae]minen|aa)$            > $1o    hoitaminen
  ^(.{3,})us$                          > $1taa  kuljetus
  ^(.{3,})o$                           > $1aja  hoito
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
    "voiko voinko saada saanko saako löytyykö onko miten haetaan hakea yksityinen "
    "etsin tarvitsen tarvitsee löytyy lähellä lähin hyvä paras halpa halvin edullinen luotettava nopea uusi puh puhelin tunnus palvelu tuottaja yritys firma",
    aside="vanhus seniori ihminen ikäihminen ikääntynyt eläkeläinen apu käynti paikka",
    most="alle enintään korkeintaan max",
)
