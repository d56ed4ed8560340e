#!/usr/bin/env python3
"""make_national.py OUT [--organizations N] [--relations M] [--areas A] [--seed S]

Writes a made-up national network as a folder of CSV tables: by default 150 areas, 10,000
organizations, 60,000 relations, every service type of the vocabulary. The same arguments write the
same bytes. Nothing in it is real.
"""
import argparse
import csv
import pathlib
import random
import re

parser = argparse.ArgumentParser()
parser.add_argument("out")
parser.add_argument("--organizations", type=int, default=10_000)
parser.add_argument("--relations", type=int, default=60_000)
parser.add_argument("--areas", type=int, default=150)
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()
random.seed(options.seed)
out = pathlib.Path(options.out)
out.mkdir(parents=True, exist_ok=True)

vocabulary = pathlib.Path(__file__).parent.parent / "Sources/LiaisonFiles/Resources/vocabulary.yaml"
tables, current = {}, None
for line in vocabulary.read_text(encoding="utf-8").splitlines():
    if match := re.match(r"([a-z_]+):\s*$", line):
        current = tables.setdefault(match[1], [])
    elif current is not None and (match := re.match(r"  ([a-z0-9_.]+):", line)):
        current.append(match[1])
sectors = tables["sectors"]
services = tables["services"][:40]
cases = ["labour", "sexual", "domestic"]
leaves = ["adult.female", "adult.male", "adult.other", "child.female", "child.male", "child.other"]
scopes = ["any", "any", "any", "adult", "child", "adult.female;child.female", "adult.male"]


def write(name, columns, rows):
    with open(out / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


(out / "network.yaml").write_text(
    "liaison: 1\ntitle: A made-up nation\nas_of: 2025-06-30\ntlp: CLEAR\nstandard: four-pillars\n"
    "boundary: {rule: made up}\nassume: {cases: any}\n", encoding="utf-8")

provinces = max(1, options.areas // 15)
areas = [("nation", "The Nation", "country", "", "")]
areas += [(f"p{i}", f"Province {i}", "province", "nation", "") for i in range(provinces)]
districts = [f"d{i}" for i in range(max(1, options.areas - provinces - 1))]
areas += [(d, f"District {d[1:]}", "district", f"p{i % provinces}", 100_000 + 1000 * (i % 97))
          for i, d in enumerate(districts)]
write("areas", ["id", "name", "level", "within", "population"], areas)

organizations, offered = [], []
for i in range(options.organizations):
    district = random.choice(districts)
    reach = random.choice([district, district, district, areas[1 + i % provinces][0], "nation"])
    entry = "true" if i % 67 == 0 else ""
    organizations.append((f"o{i}", f"Organization {i}", random.choice(sectors), reach,
                          random.choice(scopes), district, entry,
                          random.choice(["2025-03-01", "2025-04-15", "", "no"])))
    for n in range(random.choice([0, 1, 1, 2])):
        offered.append((f"o{i}", f"s{n}", services[(i * 7 + n * 11) % len(services)],
                        random.choice(scopes), random.choice(["", "", "labour;sexual", "any"])))
write("organizations",
      ["id", "name", "sector", "areas", "groups", "located_in", "entry_point", "answered"],
      organizations)
write("services", ["organization", "id", "type", "groups", "cases"], offered)

kinds = ["refers_to"] * 6 + ["shares_information_with", "joint_casework", "reports_to", "funds"]
relations, evidence, seen = [], [], set()
while len(relations) < options.relations:
    source = random.randrange(options.organizations)
    near = random.random() < 0.8
    target = ((source + random.randrange(1, 60)) if near
              else random.randrange(options.organizations)) % options.organizations
    kind = random.choice(kinds)
    if source == target or (source, kind, target) in seen:
        continue
    seen.add((source, kind, target))
    number = len(relations)
    relations.append((f"r{number}", f"o{source}", f"o{target}", kind,
                      random.choice(["", "", "", "adult", "adult.female"]),
                      random.choice(["none", "ad_hoc", "systematic"])
                      if kind == "refers_to" else "", random.choice(["1", "2", "3", "4"])))
    if number % 3 == 0:
        evidence.append((f"r{number}", "survey", "2025-05-02",
                         random.choice(["from", "to", "both"]), random.choice(["yes", "yes", "no"]),
                         "0.8"))
write("relations", ["id", "from", "to", "kind", "groups", "feedback", "intensity"], relations)
write("evidence", ["relation", "kind", "date", "reporter", "answer", "confidence"], evidence)
