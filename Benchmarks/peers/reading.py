#!/usr/bin/env python3
"""reading.py EDGES.csv LIAISON - density of a large edge list: the whole command `liaison measure` beside the peers' readers.

EDGES.csv has a line `source,target` and one edge a line. The peers' clock runs around reading, building and density alone, without
the start of Python and their import; ours around the whole process. Names are kept by every reader; of the peers also the reading of
bare numbers (`--numbers`: names are a letter and a number). Ours and the peers in turn, five rounds; medians of wall and processor time."""
import argparse, csv, json, os, resource, statistics, subprocess, sys, tempfile, time

READERS = {
    'igraph, names': "import igraph\ndef read(): return igraph.Graph.Read_Ncol(NAMES, names=True, directed=False).density()",
    'NetworKit, names': "import networkit as nk\ndef read(): return nk.graphtools.density(nk.graphio.EdgeListReader(' ', 0, continuous=False).read(NAMES))",
    'graph-tool, names': "import graph_tool as gt\ndef read(): g = gt.load_graph_from_csv(CSV, directed=False, skip_first=True, hashed=True); n = g.num_vertices(); return 2 * g.num_edges() / n / (n - 1)",
    'igraph, numbers': "import igraph\ndef read(): return igraph.Graph.Read_Edgelist(NUMBERS, directed=False).density()",
    'NetworKit, numbers': "import networkit as nk\ndef read(): return nk.graphtools.density(nk.graphio.EdgeListReader(' ', 0).read(NUMBERS))",
    'graph-tool, numbers': "import graph_tool as gt\ndef read(): g = gt.load_graph_from_csv(NUMBERS, directed=False, hashed=False, csv_options={'delimiter': ' '}); n = g.num_vertices(); return 2 * g.num_edges() / n / (n - 1)",
}
CLOCK = """
import json, time, sys
w, c = time.perf_counter(), time.process_time(); d = read(); print(json.dumps([time.perf_counter() - w, time.process_time() - c, d]))"""

def ours(liaison, path):
    before, w = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    out = subprocess.run([liaison, 'measure', path, '--measures', 'density', '--format', 'csv'], capture_output=True, text=True, check=True).stdout
    w, after = time.perf_counter() - w, resource.getrusage(resource.RUSAGE_CHILDREN)
    return w, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, out.strip().splitlines()[-1]

def main():
    P = argparse.ArgumentParser(); P.add_argument('edges'); P.add_argument('liaison'); P.add_argument('--rounds', type=int, default=5)
    P.add_argument('--numbers', action='store_true'); a = P.parse_args()
    with tempfile.TemporaryDirectory() as d:
        files = {'CSV': a.edges, 'NAMES': d + '/names', 'NUMBERS': d + '/numbers'}
        with open(a.edges, newline='') as f, open(files['NAMES'], 'w') as g, open(files['NUMBERS'], 'w') as h:
            rows = csv.reader(f); next(rows)
            for s, t in rows:
                g.write(f'{s} {t}\n')
                if a.numbers: h.write(f'{s[1:]} {t[1:]}\n')
        wanted = {k: v for k, v in READERS.items() if a.numbers or k.endswith('names')}
        times = {}
        for _ in range(a.rounds):
            for name, code in wanted.items():
                head = '\n'.join(f'{k} = {v!r}' for k, v in files.items()) + '\n'
                p = subprocess.run([sys.executable, '-c', head + code + CLOCK], capture_output=True, text=True)
                if p.returncode: print(name, p.stderr.strip().splitlines()[-1], file=sys.stderr); continue
                times.setdefault(name, []).append(json.loads(p.stdout.splitlines()[-1]))
            times.setdefault('ours, names, whole command', []).append(ours(a.liaison, a.edges))
    own = times['ours, names, whole command']
    print(f'load {os.getloadavg()[0]:.1f}\n\n| reader | wall, s | processor, s | R wall | R processor | density |\n|---|---|---|---|---|---|')
    med = lambda x, k: statistics.median(t[k] for t in x)
    for name, x in times.items():
        print(f'| {name} | {med(x, 0):.2f} | {med(x, 1):.2f} | {med(x, 0) / med(own, 0):.1f} | {med(x, 1) / med(own, 1):.1f} | {x[0][2]} |')

main()
