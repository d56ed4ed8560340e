#!/usr/bin/env python3
"""pathways_networkx.py NETWORK [--every N] [--rows gaps.json]

The pathway table of a network of make_national.py by a plain breadth-first search for each need, in
networkx: for every N-th need the steps that admit it, a graph of these, and one search from each entry
point. Prints how many rows have a way, and the time per need. With --rows (the rows that
`liaison gaps NETWORK --all --format json` writes) the statuses are compared, row by row.
"""
import argparse
import csv
import json
import pathlib
import time

import networkx as nx

parser = argparse.ArgumentParser()
parser.add_argument("network", type=pathlib.Path)
parser.add_argument("--every", type=int, default=10)
parser.add_argument("--rows", type=pathlib.Path)
options = parser.parse_args()


def rows(name):
    with open(options.network / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


within = {row["id"]: row["within"] for row in rows("areas")}
inner = set(within.values())
leaves = sorted(area for area in within if area not in inner)
chains = {}
for area in leaves:
    chain, current = [], area
    while current:
        chain.append(current)
        current = within[current]
    chains[area] = set(chain)
groups = ["adult.female", "adult.male", "adult.other", "child.female", "child.male", "child.other"]
cases = ["labour", "sexual", "domestic", "begging", "organ", "forced_marriage", "criminality", "smuggling"]
classes = [["labour", "sexual"], [case for case in cases if case not in ("labour", "sexual")]]


def admits(cell, code):
    """Whether a list admits a code; an empty cell states nothing."""
    return not cell or any(code == c or c == "any" or code.startswith(c + ".") for c in cell.split(";"))


organizations = {row["id"]: row for row in rows("organizations")}
services = {}
for row in rows("services"):
    services.setdefault(row["type"], []).append(row)
denied = {row["relation"] for row in rows("evidence") if row["answer"] == "no"}
referrals = [row for row in rows("relations") if row["kind"] == "refers_to" and row["id"] not in denied]
entries = [o for o, row in organizations.items() if row["entry_point"] == "true"]


def takes(organization, area, group):
    row = organizations[organization]
    return row["areas"] in chains[area] and admits(row["groups"], group)


def search(service, area, group, case):
    """The entry points of a need, and those of them from which a provider is reached."""
    offering = {row["organization"] for row in services.get(service, [])
                if organizations[row["organization"]]["areas"] in chains[area]
                and admits(row["groups"] or organizations[row["organization"]]["groups"], group)
                and admits(row["cases"], case)}
    graph = nx.DiGraph()
    graph.add_nodes_from(entries)
    last = set()
    for row in referrals:
        if admits(row["groups"], group):
            if row["to"] in offering:
                last.add(row["from"])
            if takes(row["to"], area, group):
                graph.add_edge(row["from"], row["to"])
    found = {}
    for entry in entries:
        if takes(entry, area, group):
            reached = {entry} | {v for _, v in nx.bfs_edges(graph, entry)}
            found[entry] = None if not offering else entry in offering or bool(reached & last)
    return found


needs = [(s, a, g, c) for s in sorted(services) for a in leaves for g in groups for c in classes][::options.every]
start = time.perf_counter()
table = {need[:3] + (need[3][0],): search(need[0], need[1], need[2], need[3][0]) for need in needs}
seconds = time.perf_counter() - start
ways = sum(1 for found in table.values() for way in found.values() if way)
print(f"{len(needs)} needs, {sum(map(len, table.values()))} rows, {ways} with a way, "
      f"{seconds:.1f} s, {1e6 * seconds / len(needs):.0f} µs a need")
if options.rows:
    compared = different = 0
    for row in json.loads(options.rows.read_text())["reports"][0]["pathways"]:
        key = (row["service"], row["area"], row["group"], "labour" if "labour" in row["cases"] else "domestic")
        if key not in table or row["entry"] not in table[key]:
            continue
        compared += 1
        way = table[key][row["entry"]]
        wanted = {None: {"no_provider"}, True: {"reached", "assumed"}, False: {"missing", "unclear"}}[way]
        different += row["status"] not in wanted
    print(f"{compared} rows compared, {different} differ")
