"""How Swedish words become keys: genitive, definite and plural endings off, doubled consonants made one."""

from .rules import KeyRules

GENITIVE = """
  ^(.{3,}(?:n|ig))as$                   > $1  kvinnornas
  ^(.{3,}et)s$                          > $1  arbetets
  ^(.{3,}(?:[^aino-uy]|[aeo]r|[^a]n))s$ > $1  kommunens
"""

VOWELS = """
  ^(.{3,})[ae]$ > $1  hemma
"""

ENDINGS = """
  ^(.{2,}het)(?:ern|en|er)$                                > $1  möjligheter
  ^(.{3,})(?:arn|ern|orn|aren)$                            > $1  tjänsterna
  ^(.{2,}[^aeiouy]|.{2,}[aeiouy]ion)(?:ar|er|or|en|et|an)$ > $1  läkare
  ^(.{3,}[iy])(?:er|et|en|t)$                              > $1  terapier
  ^(.{3,}(?:[fgprtv]i|[jrlt]o|e[lr]|tu|y))n$               > $1  miljön
  ^(.{3,}[^aeiouys])t$                                     > $1  socialt
"""

LAST = """
  ^(.{2,}[bcdfgkptvx])e?l$ > $1l   nyckel
  ^(.{2,}[dtkp])r$         > $1    äldre
  ^(.{3,}[dtvgm])n$        > $1    bundna
  (bo|fo)[ct]([kt])$       > $1$2  fötter
  ^(.+)nn$                 > $1n   männen
  ^(.+)mm$                 > $1m   hemmet
"""

# What else a form may be. Believed only where the directory has the word that it leads to.
VARIANTS = """
  ^(.{3,})s$                > $1  barns
  ^(.{3,}ns)(?:en|er|erna)$ > $1  konferensen
"""

RELATIVES = """
  ^(.{3,})ning(?:en|ar)?$  > $1      badning
  ^(.{3,})(?:ar|a|ade|at)$ > $1ning  städar
  ^(.{3,})are$             > $1ning  städare
  ^(.*terap)eut.*$         > $1i     terapeut
"""

SWEDISH = KeyRules.read(
    steps=(GENITIVE, VOWELS, ENDINGS, VOWELS, ENDINGS, VOWELS, ENDINGS, LAST),
    variants=VARIANTS,
    relatives=RELATIVES,
    stop="och eller men att som i på av för till åt under med om från den det de en ett är hos var vad vem kan jag min mitt nära bäst billig bra tel service tjänst företag "
    "mamma pappa mor far mormor morfar farmor farfar förälder föräldrar anhörig mig oss hur mycket kostar pris priser",
    aside="äldre senior pensionär åldring människa person hjälp besök plats",
    most="under högst max",
)
