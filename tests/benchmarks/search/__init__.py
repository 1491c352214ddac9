"""
The search of the browser beside its peers, on the same records, in the same browser, in one run.

    PYTHONPATH=plugins:. python -m tests.benchmarks.search --providers 2000 --repeats 3
"""
