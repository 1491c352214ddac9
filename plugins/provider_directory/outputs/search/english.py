"""How English words become keys: plurals and verb endings off, British and American spelling made one."""

from .rules import KeyRules

SPELLING = """
  ^(.{3,})our(s?)$                      > $1or$2     neighbours
  ^(.{2,})is(ation|e|ing)(s?)$          > $1iz$2$3   organisation
  ^(.{3,}t)re(s?)$                      > $1er$2     centres
"""

PLURALS = """
  ^(.{2,})ies$                          > $1y        families
  ^(.{2,}(?:ch|sh|x|z|ss))es$           > $1         coaches
  ^(.+[sui]s)$                          > $1         access
  ^(.{2,})s$                            > $1         services
"""

VERBS = """
  ^(.{4,})(?:ing|ed|er)$                > $1         cleaning
"""

DOUBLES = """
  ^(.+[aeiouy])gg$                      > $1g        jogging
  ^(.+[aeiouy])mm$                      > $1m        swimming
  ^(.+[aeiouy])nn$                      > $1n        planning
  ^(.+[aeiouy])pp$                      > $1p        shopping
  ^(.+[aeiouy])tt$                      > $1t        sitting
  ^(.{4,})e$                            > $1         nurse
"""

ENGLISH = KeyRules.read(
    steps=(SPELLING, PLURALS, VERBS, DOUBLES),
    stop="and or the a an in on at of for to with my is are near who what where how from by me i need find best good cheap affordable looking phone company provider "
    "mother mum father dad grandmother grandma grandfather grandpa parent parents relative me us much does cost costs price prices",
)
