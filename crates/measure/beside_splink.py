"""Splink over the same tables as `cargo xtask duplicates --bench`: leads and contacts as CSV, in that order.

A set-up as its documentation proposes for people: names with term frequencies, e-mail, phone, organization, city. Prints one line.
"""

import resource
import sys
import time

import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

start = time.monotonic()
database = DuckDBAPI()
for name, path in zip(("leads", "contacts"), sys.argv[1:3]):
    database._con.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv(?, all_varchar=true, nullstr='')", [path])
tables = [database.register(name) for name in ("leads", "contacts")]
settings = SettingsCreator(
    link_type="link_only",
    comparisons=[
        cl.JaroWinklerAtThresholds("first_name", [0.9, 0.8]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("last_name", [0.9, 0.8]).configure(term_frequency_adjustments=True),
        cl.ExactMatch("email").configure(term_frequency_adjustments=True),
        cl.ExactMatch("phone"),
        cl.JaroWinklerAtThresholds("company", [0.9]).configure(term_frequency_adjustments=True),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("email"),
        block_on("phone"),
        block_on("last_name", "substr(first_name, 1, 1)"),
        block_on("company", "substr(last_name, 1, 3)"),
    ],
)
linker = Linker(tables, settings, log_level="ERROR")
training = linker.training
training.estimate_probability_two_random_records_match([block_on("email"), block_on("phone", "last_name")], recall=0.8)
training.estimate_u_using_random_sampling(max_pairs=1e6)
training.estimate_parameters_using_expectation_maximisation(block_on("last_name", "first_name"))
training.estimate_parameters_using_expectation_maximisation(block_on("email"))
trained = time.monotonic()
found = linker.inference.predict(threshold_match_probability=0.5).as_duckdbpyrelation().count("*").fetchall()[0][0]
used = resource.getrusage(resource.RUSAGE_SELF)
cpu = used.ru_utime + used.ru_stime
end = time.monotonic()
print(f"{cpu:.1f} s CPU, {end - start:.1f} s in all, of which {trained - start:.1f} s to train; {found} pairs from 0.5 on")
