"""
Directories of any size for tests and benchmarks: the project's own content with generated providers.

    PYTHONPATH=plugins python -m tests.generate --providers 2000 --seed 1 --out DIR

A seed always gives the same bytes, and the first providers of a large directory are those of a small one.
Nothing generated is real: names begin with "Esimerkki", numbers cannot ring, business ids are of a series nobody has.
"""
