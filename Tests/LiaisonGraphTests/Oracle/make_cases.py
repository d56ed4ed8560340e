#!/usr/bin/env python3
"""make_cases.py ORACLE_CASES OUT: packs the oracle's cases for the tests, one JSON file each.

Of NAME.edges.csv, NAME.nodes.csv and NAME.expected.json it keeps the edges by node number, the
weights, the column that groups the nodes, and every expected figure; what the libraries said is
left out. Node ids become numbers in the order of the file, so that no test depends on parsing ids.
Numbers are kept to the bit.
"""
import csv, json, os, sys

source, out = sys.argv[1], sys.argv[2]
os.makedirs(out, exist_ok=True)
for name in json.load(open(os.path.join(source, "INDEX.json"))):
    base = os.path.join(source, name)
    expected = json.load(open(base + ".expected.json", encoding="utf-8"))
    graph = expected["graph"]
    number = {v: i for i, v in enumerate(graph["nodes"])}
    with open(base + ".edges.csv", encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    with open(base + ".nodes.csv", encoding="utf-8", newline="") as f:
        group = {r["id"]: r[graph["group"]] for r in csv.DictReader(f)}

    def numbers(nodes):
        return [numbers(v) if isinstance(v, list) else number[v] for v in nodes]

    case = {
        "name": name, "directed": graph["directed"], "n": graph["n"],
        "edges": [[number[r["source"]], number[r["target"]]] for r in rows],
        "weights": [float(r["weight"]) for r in rows] if graph["weighted"] else None,
        "groups": [group[v] for v in graph["nodes"]],
        "node": {k: [x[v] for v in graph["nodes"]] for k, x in expected["node"].items()},
        "edge": {k: [[number[a], number[b], x] for a, b, x in rows_] for k, rows_ in expected["edge"].items()},
        "value": expected["value"],
        "sets": {k: numbers(x) for k, x in expected["sets"].items()},
        "skipped": expected["skipped"],
    }
    with open(os.path.join(out, name + ".json"), "w", encoding="utf-8") as f:
        json.dump(case, f, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        f.write("\n")
