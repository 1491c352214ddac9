"""How English words become keys: plurals and verb endings off, British and American spelling made one."""

from .rules import KeyRules

SPELLING = """
  ^(.{3,})our(s?|hood)$              > $1or$2    neighbours
  ^(.{2,})is(ation|e|ed|er|ing)(s?)$ > $1iz$2$3  organisation
  ^(.{3,}t)re(s?)$                   > $1er$2    centres
"""

PLURALS = """
  ^(.{2,})ies$                > $1y  families
  ^(.{2,}(?:ch|sh|x|z|ss))es$ > $1   coaches
  ^(.+[sui]s)$                > $1   access
  ^(child)ren$                > $1   children
  ^(.{2,})s$                  > $1   services
"""

# What is called after a deed is not always the deed: a nursing home is no nurse, housing no house.
VERBS = """
  ^(nurs|hous)ing$       > $1ing  nursing
  ^(.{3,})ied$           > $1y  tidied
  ^(.{4,})(?:ing|ed|er)$ > $1   cleaning
"""

DOUBLES = """
  ^(.*[aeiouy])([bdglmnprt])\\2$ > $1$2  shopping
  ^(.{4,})e$                     > $1    nurse
"""

VARIANTS = """
  ^(?!nurs|hous)(.{2,})(?:ing|ed|er)s?$ > $1   owned
  ^(?!nurs|hous)(.{3,})(?:ing|ed|er)s?$ > $1e  caring
"""

RELATIVES = """
  ^(.{4,})ist$ > $1y  therapist
"""

ENGLISH = KeyRules.read(
    steps=(SPELLING, PLURALS, VERBS, VERBS, DOUBLES),
    variants=VARIANTS,
    relatives=RELATIVES,
    stop="s t and or the a an in on at of for to with my is are near who what where how from by me i need find best good cheap affordable looking phone company provider "
    "mother mum father dad grandmother grandma grandfather grandpa parent parents relative me us much does cost costs price prices",
    aside="elderly elder older old senior pensioner people person someone somebody help visit place",
    most="under below max maximum",
)
