#!/usr/bin/env python3
"""ratios.py FILE... - time of the fastest library peer divided by ours, in one run, ours and the peers in turn.

Each of `--rounds` rounds runs every peer, then ours, over every graph. Three ratios are printed: of the best time on the wall over all
repeats of all rounds, of the best processor time (all threads together), and of the median time on the wall of all repeats (with
`--rounds 5`, five turns of each). The best is what a busy machine leaves to compare; the median is what a user of a quiet one sees.
Values are compared with ours up to one factor, since libraries normalise differently; a peer whose values differ is left out."""
import argparse, glob, json, os, statistics, subprocess, sys
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
OTHER = {'networkit': {'katz', 'articulation'}}  # other definitions
FLOOR = {'closeness': 15, 'harmonic': 15, 'eccentricity': 15, 'distance_sums': 15, 'diameter': 15, 'betweenness': 4, 'betweenness_64src': 4, 'edge_betweenness': 2, 'w_betweenness': 1.5,
         'w_closeness': 1.5, 'local_clustering': 3, 'transitivity': 3, 'constraint': 3, 'triad_census': 3, 'wcc': 1.5, 'scc': 1.5,
         'articulation': 1.5, 'bridges': 1.5, 'biconnected': 1.5, 'dominators': 1.5, 'pagerank': 1.2, 'hits': 1.2, 'eigenvector': 1.2, 'katz': 1.2,
         'kcore': 1.0, 'maxflow': 1, 'louvain': 2, 'leiden': 2, 'bfs64': 10, 'load': 3}

def differs(a, b, alg):
    """how far two results are apart, up to a factor; None where they cannot be compared"""
    a, b = np.ravel(a), np.ravel(b)
    if a.size != b.size: return None if alg in ('wcc', 'scc', 'biconnected', 'dominators', 'triad_census', 'load') else np.inf
    if alg in ('wcc', 'scc'): return abs(len(np.unique(a)) - len(np.unique(b)))
    if alg in ('dominators', 'bridges', 'articulation', 'louvain', 'leiden'): return None
    if alg == 'edge_betweenness': a, b = np.sort(a), np.sort(b)
    ok = np.isfinite(a) & np.isfinite(b)
    a, b = a[ok], b[ok]
    if not a.size or not b.sum(): return None
    return float(np.abs(a - b * (a.sum() / b.sum())).max() / max(np.abs(a).max(), 1e-300))

def main():
    P = argparse.ArgumentParser()
    P.add_argument('files', nargs='+'); P.add_argument('--peers', default='igraph,networkit,graphtool,rustworkx,scipy')
    P.add_argument('--algs', default=','.join(FLOOR)); P.add_argument('--rounds', type=int, default=2)
    P.add_argument('--budget', default='1'); P.add_argument('--timeout', default='60'); P.add_argument('--out', required=True)
    a = P.parse_args()
    print(f'load before {os.getloadavg()[0]:.1f}', flush=True)
    for r in range(a.rounds):
        for f in a.files:
            subprocess.run([sys.executable, f'{HERE}/peers.py', 'run', f, '--peers', a.peers + ',ours', '--algs', a.algs, '--budget', a.budget,
                            '--timeout', a.timeout, '--out', f'{a.out}/{r}'], check=True, stdout=subprocess.DEVNULL)
    cells, loads = {}, []
    for f in glob.glob(f'{a.out}/*/*.json'):
        rec = json.load(open(f))
        for x in rec['results']:
            if 'median' not in x: continue
            loads.append(x['loadavg'])
            c = cells.setdefault((x['alg'], rec['dataset']), {}).setdefault(rec['peer'], {'wall': [], 'cpu': [], 'npz': None, 'Q': None})
            if 'modularity' in x: c['Q'] = x['modularity']
            c['wall'] += x['times']; c['cpu'] += [t for t in x['cpu'] if t > 0]
            if x.get('result'): c['npz'] = os.path.join(os.path.dirname(f), x['result'])
    print(f'load during {min(loads):.1f} to {max(loads):.1f}\n')
    print('| kernel | graph | ours, ms (processor) | fastest peer, ms (processor) | R wall | R processor | R median | floor | values |\n|---|---|---|---|---|---|---|---|---|')
    by = {}
    for (alg, ds), c in sorted(cells.items(), key=lambda k: (list(FLOOR).index(k[0][0]) if k[0][0] in FLOOR else 99, k[0][1])):
        if 'ours' not in c: continue
        o, best, apart = c['ours'], [], []
        for peer, x in c.items():
            if peer == 'ours' or alg in OTHER.get(peer, ()): continue
            d = differs(np.load(o['npz'])['r'], np.load(x['npz'])['r'], alg) if o['npz'] and x['npz'] else None
            if d is not None and d > 1e-6: apart.append(f'{peer} differs'); continue
            best.append((min(x['wall']), min(x['cpu']) if x['cpu'] else float('nan'), peer, d, statistics.median(x['wall'])))
        if not best: continue
        wall, cpu = min(best), min(best, key=lambda b: b[1])
        rw, rc = wall[0] / min(o['wall']), cpu[1] / min(o['cpu'])
        rm = min(b[4] for b in best) / statistics.median(o['wall'])
        by.setdefault(alg, []).append((rw, rc, rm))
        d = [b[3] for b in best if b[3] is not None]
        word = f'{max(d):.0e}' if d else 'not compared'
        if o['Q'] is not None: word = f"modularity {o['Q']:.4f}; " + ', '.join(f"{p} {x['Q']:.4f}" for p, x in c.items() if p != 'ours' and x['Q'] is not None)
        print(f"| {alg} | {ds} | {min(o['wall'])*1e3:.3g} ({min(o['cpu'])*1e3:.3g}) | {wall[2]} {wall[0]*1e3:.3g} ({cpu[2]} {cpu[1]*1e3:.3g}) | {rw:.2f} | {rc:.2f} | {rm:.2f} | {FLOOR.get(alg, '')} | {'; '.join([word] + apart)} |")
    print('\n| kernel | graphs | least R wall | mean R wall | least R processor | mean R processor | least R median | mean R median | floor |\n|---|---|---|---|---|---|---|---|---|')
    g = lambda v: float(np.exp(np.mean(np.log(v))))
    for alg, v in by.items():
        w, c, m = zip(*v)
        print(f'| {alg} | {len(v)} | {min(w):.2f} | {g(w):.2f} | {min(c):.2f} | {g(c):.2f} | {min(m):.2f} | {g(m):.2f} | {FLOOR.get(alg, "")} |')
    print(f'\nload after {os.getloadavg()[0]:.1f}')

main()
