#!/usr/bin/env python3
"""peers.py - time graph algorithms of the fastest peer libraries side by side on one machine.

  peers.py run  FILE... [--peers a,b] [--algs x,y] [--out DIR] [--threads 2] [--budget 3] [--timeout 60]
  peers.py table DIR...            # fastest peer per (dataset, algorithm), markdown
  peers.py compare DIR...          # agreement of the values against the reference peer

FILE: '# n m directed|undirected weighted|unweighted name' then 'src dst [w]' (see prepare_data.py).
One child process per (dataset, peer); the algorithms run one after another in it, each repeated until `budget`
seconds or 15 repeats (at least 1); an algorithm past `timeout` is killed and the child restarted without it.
Per record: load_text_s (the peer's own reader, or array build where it has none), load_arrays_s, times[], best, median,
peak_rss_mib (VmHWM, reset before each algorithm), threads, versions, loadavg before, result file (npz)."""
import sys, os, json, time, subprocess, argparse, select, signal, statistics, math

HERE = os.path.abspath(__file__)
SCRATCH = os.environ.get('PEERS_SCRATCH', os.path.join(os.getcwd(), 'peers-scratch')); os.makedirs(SCRATCH, exist_ok=True)
VENV = os.environ.get('PEERS_VENV', SCRATCH + '/venv/bin/python')
VENV_EG = os.environ.get('PEERS_VENV_EG', SCRATCH + '/venv-eg/bin/python')
SYSPY = '/usr/bin/python3'
GAPBS = os.environ.get('PEERS_GAPBS', SCRATCH + '/gapbs')
PY = {'igraph': VENV, 'networkit': VENV, 'rustworkx': VENV, 'networkx': VENV, 'scipy': VENV, 'sknetwork': VENV,
      'leidenalg': VENV, 'graspologic': VENV, 'graphtool': SYSPY, 'easygraph': VENV_EG, 'gapbs': VENV, 'ours': VENV}
TOL = 1e-9

# ------------------------------------------------------------------ child
class Data:
    def __init__(self, path):
        import numpy as np
        self.path = path
        h = open(path).readline().split()
        self.n, self.m, self.directed, self.weighted, self.name = int(h[1]), int(h[2]), h[3] == 'directed', h[4] == 'weighted', h[5]
        cache = path[:-4] + '.npz'
        if not os.path.exists(cache) or os.path.getmtime(cache) < os.path.getmtime(path):
            a = np.loadtxt(path, comments='#', ndmin=2)
            np.savez(cache, s=a[:, 0].astype(np.int64), d=a[:, 1].astype(np.int64), w=a[:, 2] if a.shape[1] > 2 else np.ones(len(a)))
        z = np.load(cache); self.s, self.d, self.w = z['s'], z['d'], z['w']
        rng = np.random.default_rng(1)
        deg = np.bincount(self.s, minlength=self.n) + (0 if self.directed else np.bincount(self.d, minlength=self.n))
        cand = np.flatnonzero(deg > 0)
        self.sources = rng.choice(cand, min(64, len(cand)), replace=False)
        # flow terminals: highest out-degree node and the highest in-degree node other than it
        ind = np.bincount(self.d, minlength=self.n) + (0 if self.directed else np.bincount(self.s, minlength=self.n))
        self.s0 = int(np.argmax(deg)); ind[self.s0] = -1; self.t0 = int(np.argmax(ind))
        self.cap = np.maximum(1, np.round(self.w * 10)).astype(np.int64) if self.weighted else np.random.default_rng(5).integers(1, 11, self.m)
        self.katz_alpha = 0.85 / self.lmax()
    def csr(self, dtype=float, w=None):
        import scipy.sparse as sp, numpy as np
        w = np.ones(self.m) if w is None else w
        A = sp.csr_matrix((w.astype(dtype), (self.s, self.d)), shape=(self.n, self.n))
        return A if self.directed else (A + A.T).tocsr()
    def lmax(self):
        import numpy as np   # power iteration with numpy only (used to fix Katz's alpha alike for all peers)
        n = self.n; x = np.ones(n)
        l = 1.0
        for _ in range(60):
            y = np.bincount(self.d, weights=x[self.s], minlength=n)
            if not self.directed: y += np.bincount(self.s, weights=x[self.d], minlength=n)
            y += x * 1e-3; l = np.linalg.norm(y) / max(np.linalg.norm(x), 1e-300); x = y / max(np.linalg.norm(y), 1e-300)
        return max(l, 1.0)

def small(D, lim): return D.n <= lim

def A_igraph(D):
    import igraph, numpy as np, random
    random.seed(1)
    def text():
        # igraph's own reader takes neither comments nor weights: a stripped copy is written before, outside the time
        p = SCRATCH + '/strip-%d.txt' % os.getpid(); np.savetxt(p, np.column_stack([D.s, D.d]), fmt='%d')
        t = time.perf_counter(); igraph.Graph.Read_Edgelist(p, directed=D.directed); t = time.perf_counter() - t; os.unlink(p); return t
    e = np.column_stack([D.s, D.d])
    t0 = time.perf_counter(); G = igraph.Graph(n=D.n, edges=e, directed=D.directed); tl = time.perf_counter() - t0
    w = D.w.tolist(); cap = D.cap.tolist(); src = D.sources.tolist()
    U = G.as_undirected() if D.directed else G
    U.simplify() if D.directed else None
    dr = D.directed
    a = {
     'load': lambda: igraph.Graph(n=D.n, edges=e, directed=dr).ecount(),
     'pagerank': lambda: G.pagerank(damping=.85),
     'pagerank_arpack': lambda: G.pagerank(damping=.85, implementation='arpack'),
     'betweenness': lambda: G.betweenness(directed=dr),
     'edge_betweenness': lambda: G.edge_betweenness(directed=dr),
     'betweenness_64src': lambda: G.betweenness(directed=dr, sources=src),
     'closeness': lambda: G.closeness(mode='out' if dr else 'all'),
     'harmonic': lambda: G.harmonic_centrality(mode='out' if dr else 'all'),
     'eccentricity': lambda: G.eccentricity(mode='out' if dr else 'all'),
     'distance_sums': lambda: 1 / np.array(G.closeness(mode='out' if dr else 'all', normalized=False)),   # what closeness divides by
     'eigenvector': lambda: G.eigenvector_centrality(directed=True) if dr else G.eigenvector_centrality(),
     'kcore': lambda: U.coreness(),
     'local_clustering': lambda: U.transitivity_local_undirected(mode='zero'),
     'transitivity': lambda: U.transitivity_undirected(),
     'wcc': lambda: G.connected_components(mode='weak').membership,
     'scc': (lambda: G.connected_components(mode='strong').membership) if dr else None,
     'articulation': lambda: U.articulation_points(),
     'biconnected': lambda: len(U.biconnected_components()),
     'bridges': lambda: U.bridges(),
     'louvain': lambda: part(D, U.community_multilevel().membership),
     'leiden': lambda: part(D, U.community_leiden(objective_function='modularity', n_iterations=2).membership),
     'constraint': lambda: U.constraint(),
     'maxflow': lambda: G.maxflow_value(D.s0, D.t0, capacity=cap),
     'diameter': (lambda: G.diameter(directed=dr)),
     'apsp': (lambda: np.asarray(G.distances(mode='out')).sum(where=True) and None) if small(D, 6000) else None,
     'bfs64': lambda: G.distances(source=src, mode='out') and None,
     'kshortest': (lambda: [len(p) for p in G.get_k_shortest_paths(D.s0, to=int(src[0]), k=100, mode='out' , weights=w if D.weighted else None, output='epath')]) if D.n <= 40000 else None,
     'triad_census': (lambda: list(G.triad_census())) if dr else None,
     'dominators': (lambda: [int(x) if x == x else -1 for x in G.dominator(D.s0)]) if dr else None,
     'hits': (lambda: G.hub_score()) if dr else None,
    }
    if D.weighted:
        a['w_betweenness'] = lambda: G.betweenness(directed=dr, weights=w)
        a['w_closeness'] = lambda: G.closeness(mode='out' if dr else 'all', weights=w)
        a['sssp64'] = lambda: G.distances(source=src, weights=w, mode='out') and None
    return igraph.__version__, 1, text(), tl, a

class part(list):
    """a partition, with its modularity computed once after timing"""
    def __new__(cls, D, m): return super().__new__(cls)
    def __init__(self, D, m): super().__init__(m); self.D = D
def modularity(D, lab):
    import numpy as np
    lab = np.asarray(lab); _, lab = np.unique(lab, return_inverse=True)
    s, d = D.s, D.d
    if D.directed:
        key = np.unique(np.minimum(s, d) * D.n + np.maximum(s, d)); s, d = key // D.n, key % D.n
    m = len(s); inn = (lab[s] == lab[d]).sum()
    deg = np.bincount(s, minlength=D.n) + np.bincount(d, minlength=D.n)
    tot = np.bincount(lab, weights=deg, minlength=lab.max() + 1)
    return float(inn / m - ((tot / (2 * m)) ** 2).sum()), int(lab.max() + 1)

def A_networkit(D):
    import networkit as nk, numpy as np
    nk.setNumberOfThreads(int(os.environ['PEERS_THREADS'])); nk.engineering.setSeed(1, True)
    c = nk.centrality
    t0 = time.perf_counter(); nk.readGraph(D.path, nk.Format.EdgeList, separator=' ', firstNode=0, commentPrefix='#', directed=D.directed, continuous=True) if not D.weighted else nk.graphio.EdgeListReader(' ', 0, '#', True, D.directed).read(D.path); tt = time.perf_counter() - t0
    t0 = time.perf_counter(); G = nk.GraphFromCoo((D.w, (D.s, D.d)), n=D.n, weighted=D.weighted, directed=D.directed, edgesIndexed=False); tl = time.perf_counter() - t0
    Gu = nk.GraphFromCoo((np.ones(D.m), (D.s, D.d)), n=D.n, weighted=False, directed=D.directed, edgesIndexed=False)
    Ge = nk.GraphFromCoo((np.ones(D.m), (D.s, D.d)), n=D.n, weighted=False, directed=D.directed); Ge.indexEdges()
    Gf = nk.GraphFromCoo((D.cap.astype(float), (D.s, D.d)), n=D.n, weighted=True, directed=D.directed); Gf.indexEdges()
    if D.directed:
        key = np.unique(np.minimum(D.s, D.d) * D.n + np.maximum(D.s, D.d))
        U = nk.GraphFromCoo((np.ones(len(key)), (key // D.n, key % D.n)), n=D.n, weighted=False, directed=False)
    else: U = Gu
    Us = nk.GraphFromCoo((np.ones(1), (np.array([0]), np.array([1]))), n=2)
    U.sortEdges()
    def sc(x): x.run(); return x.scores()
    def comp(x): x.run(); return list(x.getPartition().getVector())
    src = D.sources.tolist()
    dr = D.directed
    pr = lambda: sc(c.PageRank(Gu, .85, TOL, normalized=False, distributeSinks=c.SinkHandling.DistributeSinks if dr else c.SinkHandling.NoSinkHandling))
    def bfs():
        for s in src: nk.distance.BFS(Gu, s, False).run()
    def dij():
        for s in src: nk.distance.Dijkstra(G, s, False).run()
    def flow(): f = nk.flow.EdmondsKarp(Gf, D.s0, D.t0); f.run(); return f.getMaxFlow()
    def diam(): x = nk.distance.Diameter(Gu, algo=nk.distance.DiameterAlgo.EXACT); x.run(); return x.getDiameter()[0]
    def bic(): x = nk.components.BiconnectedComponents(U); x.run(); return x.numberOfComponents()
    def edgeb(): x = c.Betweenness(Ge, False, True); x.run(); return x.edgeScores()
    def cd(cls, *k):
        x = cls(U, *k); x.run(); return part(D, list(x.getPartition().getVector()))
    a = {
     'load': lambda: nk.GraphFromCoo((D.w, (D.s, D.d)), n=D.n, weighted=D.weighted, directed=D.directed).numberOfEdges(),
     'pagerank': pr,
     'betweenness': lambda: sc(c.Betweenness(Gu, False, False)),
     'edge_betweenness': edgeb,
     'betweenness_64src': lambda: sc(c.EstimateBetweenness(Gu, 64, False, True)),
     'betweenness_kadabra.01': lambda: sc(c.KadabraBetweenness(Gu, .01, .1)),
     'closeness': lambda: sc(c.Closeness(Gu, False, c.ClosenessVariant.GENERALIZED)),
     'harmonic': lambda: sc(c.HarmonicCloseness(Gu, False)),
     'eccentricity': (lambda: [nk.distance.Eccentricity.getValue(Gu, v)[1] for v in range(D.n)]) if not dr else None,
     'top10_closeness': (lambda: (lambda x: (x.run(), list(x.topkNodesList()))[1])(c.TopCloseness(Gu, 10))),
     'eigenvector': lambda: sc(c.EigenvectorCentrality(Gu, TOL)),
     'katz': lambda: sc(c.KatzCentrality(Gu, D.katz_alpha, 1.0, 1e-9)),
     'kcore': lambda: sc(c.CoreDecomposition(U)),
     'local_clustering': lambda: sc(c.LocalClusteringCoefficient(U, True)),
     'transitivity': lambda: nk.globals.ClusteringCoefficient.exactGlobal(U),
     'wcc': lambda: comp(nk.components.WeaklyConnectedComponents(Gu) if dr else nk.components.ConnectedComponents(Gu)),
     'wcc_par': (lambda: comp(nk.components.ParallelConnectedComponents(Gu))) if not dr else None,
     'scc': (lambda: comp(nk.components.StronglyConnectedComponents(Gu))) if dr else None,
     'biconnected': bic,
     'louvain': lambda: cd(nk.community.PLM, False),
     'leiden': lambda: cd(nk.community.ParallelLeiden, 3),
     'maxflow': flow if D.m <= 120000 else None,
     'diameter': diam if not dr else None,
     'apsp': (lambda: nk.distance.APSP(Gu).run() and None) if small(D, 6000) else None,
     'bfs64': bfs,
    }
    if D.weighted:
        a['w_betweenness'] = lambda: sc(c.Betweenness(G, False, False))
        a['w_closeness'] = lambda: sc(c.Closeness(G, False, c.ClosenessVariant.GENERALIZED))
        a['sssp64'] = dij
    return nk.__version__, int(os.environ['PEERS_THREADS']), tt, tl, a

def A_graphtool(D):
    import graph_tool as gt, numpy as np, graph_tool.centrality as c, graph_tool.topology as t, graph_tool.clustering as cl, graph_tool.flow as fl
    gt.openmp_set_num_threads(int(os.environ['PEERS_THREADS']))
    t0 = time.perf_counter()
    gt.load_graph_from_csv(D.path, directed=D.directed, skip_first=True, hashed=False, csv_options={'delimiter': ' '}, ecols=(0, 1)) if not D.weighted else gt.load_graph_from_csv(D.path, directed=D.directed, skip_first=True, hashed=False, csv_options={'delimiter': ' '}, eprop_types=['double'])
    tt = time.perf_counter() - t0
    t0 = time.perf_counter(); g = gt.Graph(directed=D.directed); g.add_vertex(D.n); g.add_edge_list(np.column_stack([D.s, D.d])); tl = time.perf_counter() - t0
    w = g.new_ep('double'); w.a = D.w
    cap = g.new_ep('int64_t'); cap.a = D.cap
    if D.directed:
        key = np.unique(np.minimum(D.s, D.d) * D.n + np.maximum(D.s, D.d)); u = gt.Graph(directed=False); u.add_vertex(D.n); u.add_edge_list(np.column_stack([key // D.n, key % D.n]))
        gf, capf = g, cap
    else:
        u = g   # max-flow in graph-tool wants a directed graph: both directions are added outside the time
        gf = gt.Graph(directed=True); gf.add_vertex(D.n); gf.add_edge_list(np.column_stack([np.r_[D.s, D.d], np.r_[D.d, D.s]])); capf = gf.new_ep('int64_t'); capf.a = np.r_[D.cap, D.cap]
    src = D.sources.tolist()
    A = lambda p: np.array(p.a)
    def flow(f):
        res = f(gf, gf.vertex(D.s0), gf.vertex(D.t0), capf); r = capf.a - res.a
        return float(sum(r[gf.edge_index[e]] for e in gf.vertex(D.t0).in_edges()) - sum(max(0, r[gf.edge_index[e]]) for e in gf.vertex(D.t0).out_edges() if False))
    def hits(): l, x, y = c.hits(g, epsilon=TOL); return A(y)
    def bc(i): r = c.betweenness(g, norm=False); return A(r[i])
    def load():
        x = gt.Graph(directed=D.directed); x.add_vertex(D.n); x.add_edge_list(e); return x.num_edges()
    e = np.column_stack([D.s, D.d])
    a = {
     'load': load,
     'pagerank': lambda: A(c.pagerank(g, damping=.85, epsilon=TOL)),
     'betweenness': lambda: bc(0),
     'edge_betweenness': lambda: bc(1),
     'betweenness_64src': lambda: A(c.betweenness(g, pivots=src, norm=False)[0]),
     'closeness': lambda: A(c.closeness(g, norm=True)),
     'harmonic': lambda: A(c.closeness(g, norm=True, harmonic=True)),
     'distance_sums': lambda: 1 / A(c.closeness(g, norm=False)),
     'eigenvector': lambda: A(c.eigenvector(g, epsilon=TOL)[1]),
     'katz': lambda: A(c.katz(g, alpha=D.katz_alpha, epsilon=TOL)),
     'hits': hits if D.directed else None,
     'kcore': lambda: A(t.kcore_decomposition(u)),
     'local_clustering': lambda: A(cl.local_clustering(u)),
     'transitivity': lambda: float(cl.global_clustering(u)[0]),
     'wcc': lambda: A(t.label_components(g, directed=False)[0]),
     'scc': (lambda: A(t.label_components(g, directed=True)[0])) if D.directed else None,
     'biconnected': lambda: len(t.label_biconnected_components(u)[2]),
     'articulation': lambda: np.flatnonzero(A(t.label_biconnected_components(u)[1])),
     'maxflow': lambda: flow(fl.boykov_kolmogorov_max_flow),
     'maxflow_pr': lambda: flow(fl.push_relabel_max_flow),
     'apsp': (lambda: t.shortest_distance(g) and None) if small(D, 6000) else None,
     'bfs64': lambda: [t.shortest_distance(g, source=g.vertex(s)) for s in src] and None,
     'dominators': (lambda: A(t.dominator_tree(g, g.vertex(D.s0)))) if D.directed else None,
    }
    if D.weighted:
        a['w_betweenness'] = lambda: A(c.betweenness(g, weight=w, norm=False)[0])
        a['w_closeness'] = lambda: A(c.closeness(g, weight=w, norm=True))
        a['sssp64'] = lambda: [t.shortest_distance(g, source=g.vertex(s), weights=w) for s in src] and None
    return gt.__version__.split()[0], int(os.environ['PEERS_THREADS']), tt, tl, a

def A_rustworkx(D):
    import rustworkx as rx, numpy as np
    e = list(zip(D.s.tolist(), D.d.tolist(), D.w.tolist()))
    cls = rx.PyDiGraph if D.directed else rx.PyGraph
    t0 = time.perf_counter(); cls.read_edge_list(D.path, comment='#'); tt = time.perf_counter() - t0
    t0 = time.perf_counter(); g = cls(); g.add_nodes_from(range(D.n)); g.add_edges_from(e); tl = time.perf_counter() - t0
    if D.directed:
        key = np.unique(np.minimum(D.s, D.d) * D.n + np.maximum(D.s, D.d)); u = rx.PyGraph(); u.add_nodes_from(range(D.n)); u.add_edges_from([(a, b, 1.0) for a, b in zip((key // D.n).tolist(), (key % D.n).tolist())])
    else: u = g
    L = lambda m: [m[i] for i in range(D.n)]
    a = {
     'pagerank': (lambda: L(rx.pagerank(g, alpha=.85, tol=TOL, max_iter=1000))) if D.directed else None,
     'betweenness': lambda: L(rx.betweenness_centrality(g, normalized=False)),
     'edge_betweenness': lambda: list(rx.edge_betweenness_centrality(g, normalized=False).values()),
     'closeness': lambda: L(rx.closeness_centrality(g, wf_improved=False)),
     'eigenvector': lambda: L(rx.eigenvector_centrality(g, max_iter=1000, tol=TOL)),
     'katz': lambda: L(rx.katz_centrality(g, alpha=D.katz_alpha, max_iter=2000, tol=TOL)),
     'hits': (lambda: L(rx.hits(g, tol=TOL, max_iter=2000)[0])) if D.directed else None,
     'kcore': lambda: L(rx.core_number(u)),
     'transitivity': lambda: rx.transitivity(u),
     'wcc': lambda: len(rx.weakly_connected_components(g) if D.directed else rx.connected_components(g)),
     'scc': (lambda: len(rx.strongly_connected_components(g))) if D.directed else None,
     'articulation': lambda: list(rx.articulation_points(u)),
     'biconnected': lambda: len(set(rx.biconnected_components(u).values())),
     'bridges': lambda: len(rx.bridges(u)),
     'apsp': (lambda: float(rx.distance_matrix(g).sum())) if small(D, 6000) else None,
     'dominators': (lambda: len(rx.immediate_dominators(g, D.s0))) if D.directed else None,
    }
    if D.weighted:
        a['w_closeness'] = lambda: L(rx.newman_weighted_closeness_centrality(g, lambda x: 1.0 / x))
        a['sssp64'] = lambda: [rx.dijkstra_shortest_path_lengths(g, s, float) for s in D.sources.tolist()] and None
    return rx.__version__, int(os.environ['PEERS_THREADS']), tt, tl, a

def A_networkx(D):
    import networkx as nx, numpy as np
    cls = nx.DiGraph if D.directed else nx.Graph
    t0 = time.perf_counter(); nx.read_edgelist(D.path, create_using=cls, nodetype=int, data=(('w', float),) if D.weighted else False); tt = time.perf_counter() - t0
    t0 = time.perf_counter(); g = cls(); g.add_nodes_from(range(D.n)); g.add_weighted_edges_from(zip(D.s.tolist(), D.d.tolist(), D.w.tolist()), weight='w'); tl = time.perf_counter() - t0
    u = g.to_undirected() if D.directed else g
    L = lambda m: [m[i] for i in range(D.n)]
    dr = D.directed; big = D.n * D.m > 3e8
    a = {
     'pagerank': lambda: L(nx.pagerank(g, alpha=.85, tol=TOL / D.n, max_iter=1000, weight=None)),
     'betweenness': None if big else (lambda: L(nx.betweenness_centrality(g, normalized=False))),
     'edge_betweenness': None if big else (lambda: list(nx.edge_betweenness_centrality(g, normalized=False).values())),
     'closeness': None if big else (lambda: L(nx.closeness_centrality(g.reverse() if dr else g, wf_improved=False))),
     'harmonic': None if big else (lambda: L(nx.harmonic_centrality(g.reverse() if dr else g))),
     'eigenvector': lambda: L(nx.eigenvector_centrality(g, max_iter=2000, tol=TOL)),
     'katz': lambda: L(nx.katz_centrality(g, alpha=D.katz_alpha, max_iter=2000, tol=TOL)),
     'hits': (lambda: L(nx.hits(g)[0])) if dr else None,
     'kcore': lambda: L(nx.core_number(u)),
     'local_clustering': lambda: L(nx.clustering(u)),
     'transitivity': lambda: nx.transitivity(u),
     'wcc': lambda: len(list(nx.weakly_connected_components(g) if dr else nx.connected_components(g))),
     'scc': (lambda: len(list(nx.strongly_connected_components(g)))) if dr else None,
     'articulation': lambda: list(nx.articulation_points(u)),
     'bridges': lambda: len(list(nx.bridges(u))),
     'biconnected': lambda: len(list(nx.biconnected_components(u))),
     'local_bridges': lambda: len(list(nx.local_bridges(u, with_span=False))),
     'louvain': lambda: part(D, lab(D.n, nx.community.louvain_communities(u, weight=None, seed=1))),
     'constraint': lambda: L(nx.constraint(u)),
     'effective_size': lambda: L(nx.effective_size(u)),
     'triad_census': (lambda: list(nx.triadic_census(g).values())) if dr else None,
     'dominators': (lambda: len(nx.immediate_dominators(g, D.s0))) if dr else None,
     'diameter': None,
     'apsp': None if big else (lambda: sum(1 for _ in nx.all_pairs_shortest_path_length(g)) and None),
    }
    if D.weighted and not big: a['w_betweenness'] = lambda: L(nx.betweenness_centrality(g, normalized=False, weight='w'))
    return nx.__version__, 1, tt, tl, a
def lab(n, cs):
    r = [0] * n
    for i, c in enumerate(cs):
        for v in c: r[v] = i
    return r

def A_scipy(D):
    import scipy, scipy.sparse as sp, scipy.sparse.csgraph as cg, numpy as np
    t0 = time.perf_counter(); a_ = np.loadtxt(D.path, comments='#', ndmin=2); tt = time.perf_counter() - t0
    t0 = time.perf_counter(); A = D.csr(); tl = time.perf_counter() - t0
    W = D.csr(w=D.w); F = D.csr(np.int32, D.cap)
    def pr():
        out = np.asarray(A.sum(1)).ravel(); inv = np.divide(1, out, out=np.zeros(D.n), where=out > 0)
        P = (sp.diags(inv) @ A).T.tocsr(); x = np.full(D.n, 1 / D.n); dang = out == 0
        for _ in range(1000):
            y = .85 * (P @ x + x[dang].sum() / D.n) + .15 / D.n
            if np.abs(y - x).sum() < TOL: return y
            x = y
        return x
    a = {'pagerank': pr,
     'wcc': lambda: cg.connected_components(A, directed=True, connection='weak')[1],
     'scc': (lambda: cg.connected_components(A, directed=True, connection='strong')[1]) if D.directed else None,
     'maxflow': lambda: int(cg.maximum_flow(F, D.s0, D.t0).flow_value),
     'apsp': (lambda: cg.dijkstra(A, unweighted=True) is None) if small(D, 6000) else None,
     'bfs64': lambda: [cg.breadth_first_order(A, int(s)) for s in D.sources] and None}
    if D.weighted: a['sssp64'] = lambda: cg.dijkstra(W, indices=D.sources) is None
    return scipy.__version__, 1, tt, tl, a

def A_sknetwork(D):
    import sknetwork as sn, numpy as np
    import sknetwork.ranking as R, sknetwork.topology as T, sknetwork.clustering as C
    t0 = time.perf_counter(); A = D.csr(); tl = time.perf_counter() - t0
    U = (A + A.T); U.data[:] = 1; U = U.tocsr()
    fit = lambda x, M: x.fit_predict(M)
    a = {'pagerank': lambda: fit(R.PageRank(.85, solver='piteration', n_iter=200, tol=TOL), A),
     'katz': lambda: fit(R.Katz(D.katz_alpha, path_length=60), A),
     'hits': (lambda: R.HITS().fit(A).scores_row_) if D.directed else None,
     'betweenness': (lambda: fit(R.Betweenness(), A)) if D.n * D.m < 3e9 else None,
     'kcore': lambda: T.get_core_decomposition(U.astype(bool)),
     'transitivity': lambda: float(T.get_clustering_coefficient(U.astype(bool))),
     'louvain': lambda: part(D, fit(C.Louvain(random_state=1), U).tolist()),
     'leiden': lambda: part(D, fit(C.Leiden(random_state=1), U).tolist())}
    return '0.33', int(os.environ['PEERS_THREADS']), float('nan'), tl, a

def A_leidenalg(D):
    import leidenalg, igraph, numpy as np
    t0 = time.perf_counter(); G = igraph.Graph(n=D.n, edges=np.column_stack([D.s, D.d]), directed=D.directed); tl = time.perf_counter() - t0
    U = G.as_undirected() if D.directed else G
    return leidenalg.version, 1, float('nan'), tl, {'leiden': lambda: part(D, leidenalg.find_partition(U, leidenalg.ModularityVertexPartition, n_iterations=2, seed=1).membership)}

def A_graspologic(D):
    import graspologic_native as gn, numpy as np
    if D.directed: key = np.unique(np.minimum(D.s, D.d) * D.n + np.maximum(D.s, D.d)); s, d = key // D.n, key % D.n
    else: s, d = D.s, D.d
    t0 = time.perf_counter(); e = [(str(a), str(b), 1.0) for a, b in zip(s.tolist(), d.tolist())]; tl = time.perf_counter() - t0
    def leiden():
        q, m = gn.leiden(edges=e, starting_communities=None, resolution=1.0, randomness=.001, iterations=2, use_modularity=True, seed=1, trials=1)
        return part(D, [m.get(str(i), -1 - i) for i in range(D.n)])
    return '1.3.1', 1, float('nan'), tl, {'leiden': leiden}

def A_easygraph(D):
    import easygraph as eg, numpy as np
    t0 = time.perf_counter(); g = (eg.DiGraphC if D.directed else eg.GraphC)(); g.add_edges(list(zip(D.s.tolist(), D.d.tolist()))); tl = time.perf_counter() - t0
    if D.directed: u = eg.GraphC(); u.add_edges(list(zip(D.s.tolist(), D.d.tolist())))
    else: u = g
    L = lambda m: [m[i] for i in range(D.n)] if isinstance(m, dict) else m
    return '1.6.3', 1, float('nan'), tl, {
     'constraint': lambda: L(eg.constraint(u)), 'effective_size': lambda: L(eg.effective_size(u)),
     'betweenness': (lambda: eg.betweenness_centrality(g, normalized=False)) if D.n * D.m < 1e9 else None,
     'kcore': lambda: eg.k_core(u), 'pagerank': lambda: L(eg.pagerank(g))}

def A_gapbs(D):
    """GAP benchmark suite (C++/OpenMP reference kernels), timed by its own 'Average Time' (graph load excluded)."""
    import re
    el = SCRATCH + '/gap-%s.el' % D.name
    if not os.path.exists(el):
        import numpy as np; np.savetxt(el, np.column_stack([D.s, D.d]), fmt='%d')
    env = dict(os.environ, OMP_NUM_THREADS=os.environ['PEERS_THREADS'])
    def run(prog, *k, sym):
        cmd = [f'{GAPBS}/{prog}', '-f', el] + (['-s'] if sym else []) + list(k)
        o = subprocess.run(cmd, capture_output=True, text=True, env=env).stdout
        return Timed([float(x) for x in re.findall(r'Trial Time:\s+([0-9.]+)', o)])
    sym = not D.directed
    return 'gapbs', int(os.environ['PEERS_THREADS']), float('nan'), float('nan'), {
     'pagerank': lambda: run('pr', '-t', str(TOL), '-i', '1000', '-n', '3', sym=sym),
     'pagerank_spmv': lambda: run('pr_spmv', '-t', str(TOL), '-i', '1000', '-n', '3', sym=sym),
     'betweenness_64src': lambda: run('bc', '-i', '64', '-n', '3', sym=sym),
     'bfs64': lambda: Timed([sum(run('bfs', '-n', '64', sym=sym).t)]),
     'wcc': lambda: run('cc', '-n', '5', sym=sym),
     'transitivity': lambda: run('tc', '-n', '3', sym=True)}
class Timed:
    def __init__(self, t, cpu=None, r=None): self.t, self.cpu, self.r = t, cpu or [0.0], r

OURS = os.environ.get('LIAISON_TIMES', os.path.join(os.path.dirname(os.path.dirname(HERE)), '.build/release/times'))
def A_ours(D):
    """Liaison's own executable, which reports the times it measured inside (graph building left out) and its values."""
    import numpy as np, tempfile
    out = tempfile.mkdtemp(dir=SCRATCH)
    D.cap.astype(float).tofile(f'{out}/capacities.f64')
    def call(alg, budget):
        cmd = [OURS, D.path, '--algs', alg, '--budget', str(budget), '--threads', os.environ['PEERS_THREADS'], '--out', out,
               '--sources', ','.join(map(str, D.sources)), '--ends', f'{D.s0},{D.t0}', '--capacities', f'{out}/capacities.f64', '--alpha', repr(float(D.katz_alpha))]
        lines = [json.loads(l) for l in subprocess.run(cmd, capture_output=True, text=True, check=True).stdout.splitlines()]
        return {l['alg']: l for l in lines}
    def kernel(alg):
        def run():
            l = call(alg, float(os.environ.get('PEERS_BUDGET', 3)))[alg]
            r = np.fromfile(f'{out}/ours.{alg}.f64')
            return Timed(l['times'], l['cpu'], part(D, r) if alg in ('louvain', 'leiden') else r if r.size != 1 else float(r[0]))
        return run
    algs = ['load', 'closeness', 'harmonic', 'eccentricity', 'distance_sums', 'diameter', 'betweenness', 'betweenness_64src', 'edge_betweenness', 'pagerank', 'eigenvector', 'kcore',
            'local_clustering', 'transitivity', 'constraint', 'wcc', 'articulation', 'bridges', 'biconnected', 'maxflow', 'louvain', 'leiden', 'bfs64', 'katz']
    if D.directed: algs += ['scc', 'hits', 'triad_census', 'dominators']
    if D.weighted: algs += ['w_betweenness', 'w_closeness']
    return 'ours', int(os.environ['PEERS_THREADS']), float('nan'), call('load', 0)['load']['times'][0], {a: kernel(a) for a in algs}

def rss_reset():
    try: open('/proc/self/clear_refs', 'w').write('5')
    except OSError: pass
def rss():
    for l in open('/proc/self/status'):
        if l.startswith('VmHWM'): return int(l.split()[1]) / 1024

def child(peer, path, out, algs, skip, budget):
    import numpy as np
    D = Data(path)
    fd = int(os.environ['PEERS_FD']); w = os.fdopen(fd, 'w', buffering=1)
    ver, thr, tt, tl, A = globals()['A_' + peer](D)
    w.write(json.dumps({'load': 1, 'version': ver, 'threads': thr, 'load_text_s': tt, 'load_arrays_s': tl, 'rss_loaded_mib': rss()}) + '\n')
    for name, f in A.items():
        if f is None or name in skip or (algs and name not in algs): continue
        w.write(json.dumps({'start': name}) + '\n')
        rss_reset(); base = rss(); ts = []; cs = []; la = os.getloadavg()[0]; res = None
        try:
            T0 = time.perf_counter()
            while True:
                t = time.perf_counter(); c0 = time.process_time(); res = f(); t = time.perf_counter() - t; cs.append(time.process_time() - c0)
                if isinstance(res, Timed): ts = res.t; cs = res.cpu; res = res.r; break
                ts.append(t)
                el = time.perf_counter() - T0
                if len(ts) >= 15 or el + t > budget: break
            rec = {'alg': name, 'times': ts, 'best': min(ts), 'median': statistics.median(ts), 'cpu': cs, 'cpu_best': min(cs), 'cpu_median': statistics.median(cs), 'peak_rss_mib': rss(), 'rss_before_mib': base, 'loadavg': la}
            if isinstance(res, part): rec['modularity'], rec['communities'] = modularity(D, list(res))
            if res is not None:
                a = np.asarray(res, dtype=float) if not isinstance(res, (set,)) else np.asarray(sorted(res), float)
                p = f'{out}/{D.name}.{peer}.{name}.npz'; np.savez_compressed(p, r=a); rec['result'] = os.path.basename(p)
                if a.ndim == 0: rec['value'] = float(a)
        except Exception as ex:
            rec = {'alg': name, 'error': f'{type(ex).__name__}: {ex}'[:200]}
        w.write(json.dumps(rec) + '\n')
    w.write(json.dumps({'end': 1}) + '\n')

# ------------------------------------------------------------------ parent
def run(a):
    os.makedirs(a.out, exist_ok=True)
    algs = set(a.algs.split(',')) if a.algs else set()
    for path in a.files:
        h = open(path).readline().split(); name = h[5]
        for peer in a.peers.split(','):
            jf = f'{a.out}/{name}.{peer}.t{a.threads}.json'
            old = json.load(open(jf)) if os.path.exists(jf) and a.merge else None
            rec = {'dataset': name, 'n': int(h[1]), 'm': int(h[2]), 'directed': h[3] == 'directed', 'peer': peer, 'threads_asked': a.threads, 'results': old['results'] if old else []}
            skip = set(a.skip.split(',')) if a.skip else set()
            skip |= {r['alg'] for r in rec['results']}
            while True:
                r, w = os.pipe()
                env = dict(os.environ, PEERS_FD=str(w), PEERS_THREADS=str(a.threads), PEERS_BUDGET=str(a.budget), OMP_NUM_THREADS=str(a.threads), RAYON_NUM_THREADS=str(a.threads), OPENBLAS_NUM_THREADS=str(a.threads), OMP_WAIT_POLICY=os.environ.get('OMP_WAIT_POLICY', 'passive'))
                if env['OMP_WAIT_POLICY'] == 'default': del env['OMP_WAIT_POLICY']
                p = subprocess.Popen([PY[peer], HERE, '--child', peer, path, a.out, ','.join(algs), ','.join(skip), str(a.budget)], env=env, pass_fds=[w], stdout=subprocess.DEVNULL, stderr=open(f'{a.out}/{name}.{peer}.err', 'w'))
                os.close(w); buf = b''; cur = None; t0 = time.time(); done = False; lim = a.load_timeout
                while True:
                    s, _, _ = select.select([r], [], [], 0.5)
                    if s:
                        x = os.read(r, 65536)
                        if not x: break
                        buf += x
                        while b'\n' in buf:
                            l, buf = buf.split(b'\n', 1); o = json.loads(l)
                            if 'load' in o: rec.update({k: v for k, v in o.items() if k != 'load'})
                            elif 'start' in o: cur = o['start']; t0 = time.time(); lim = a.timeout
                            elif 'alg' in o:
                                rec['results'].append(o); skip.add(o['alg']); cur = None
                                print(f"{name:16s} {peer:10s} {o['alg']:20s} " + (f"best {o['best']:.5f} med {o['median']:.5f} cpu {o['cpu_best']:.5f} x{len(o['times'])} rss {o['peak_rss_mib']:.0f}" + (f" Q={o['modularity']:.4f}" if 'modularity' in o else '') if 'median' in o else 'ERROR ' + o['error']), flush=True)
                            elif 'end' in o: done = True
                    elif time.time() - t0 > lim:
                        p.kill(); break
                p.wait(); os.close(r)
                if done: break
                if cur is None: print(name, peer, 'died in load', flush=True); break
                why = 'timeout' if time.time() - t0 > lim else 'crash'
                rec['results'].append({'alg': cur, 'error': f'{why} after {time.time() - t0:.0f} s', 'timeout_s': a.timeout}); skip.add(cur)
                print(f'{name:16s} {peer:10s} {cur:20s} {why.upper()}', flush=True)
            json.dump(rec, open(jf, 'w'), indent=1)

def table(dirs):
    import glob
    cells = {}; meta = {}
    for d in dirs:
        for f in sorted(glob.glob(d + '/*.json')):
            r = json.load(open(f)); meta[r['dataset']] = r
            for x in r['results']:
                cells.setdefault((r['dataset'], x['alg']), []).append((x.get('median'), r['peer'] + ('' if r['threads_asked'] == 2 else f"(t{r['threads_asked']})"), x))
    ds = sorted(meta, key=lambda k: (meta[k]['n'] * meta[k]['m']))
    al = sorted({k[1] for k in cells})
    print('| alg | ' + ' | '.join(f"{d} ({'d' if meta[d]['directed'] else 'u'},{meta[d]['n']},{meta[d]['m']})" for d in ds) + ' |'); print('|' + '---|' * (len(ds) + 1))
    f = lambda s: f'{s*1e3:.2f}m' if s < .1 else f'{s:.2f}'
    for a in al:
        row = []
        for d in ds:
            c = [x for x in cells.get((d, a), []) if x[0] is not None]; c.sort(key=lambda x: x[0])
            row.append(' '.join(f"{'**' if i == 0 else ''}{p[:10]} {f(t)}{'**' if i == 0 else ''}" for i, (t, p, _) in enumerate(c)) or '-')
        print(f'| {a} | ' + ' | '.join(row) + ' |')

def compare(dirs):
    """values against the reference peer, up to one scale factor (libraries normalise differently)"""
    import glob, numpy as np
    pref = ['ours', 'igraph', 'graphtool', 'networkit', 'networkx', 'scipy', 'rustworkx', 'sknetwork', 'easygraph']
    for d in dirs:
        g = {}
        for f in glob.glob(d + '/*.npz'):
            n = os.path.basename(f)[:-4].split('.'); k = next(i for i, x in enumerate(n) if x in PY)
            g.setdefault(('.'.join(n[:k]), '.'.join(n[k + 1:])), {})[n[k]] = np.load(f)['r']
        for (ds, al), r in sorted(g.items()):
            if al in ('louvain', 'leiden', 'top10_closeness', 'betweenness_64src', 'betweenness_kadabra.01'): continue
            ref = next((p for p in pref if p in r), None)
            if ref is None or len(r) < 2: continue
            x = r[ref].ravel()
            for p, y in r.items():
                if p == ref: continue
                y = y.ravel()
                if al in ('wcc', 'scc', 'wcc_par'):
                    nc = lambda v: len(np.unique(v)) if v.size > 1 else int(v.flat[0])
                    print(f'{ds:16s} {al:18s} {p:10s} vs {ref}: components {nc(y)} vs {nc(x)}'); continue
                if x.size == 1 or y.size == 1: print(f'{ds:16s} {al:18s} {p:10s} vs {ref}: {float(y.flat[0]) if y.size == 1 else "len %d" % y.size} vs {float(x.flat[0]) if x.size == 1 else "len %d" % x.size}'); continue
                if x.size != y.size: print(f'{ds:16s} {al:18s} {p:10s} vs {ref}: sizes {y.size} vs {x.size}'); continue
                if al.startswith('edge') or al in ('articulation',): x2, y2 = np.sort(x), np.sort(y)
                else: x2, y2 = x, y
                ok = np.isfinite(x2) & np.isfinite(y2); x2, y2 = x2[ok], y2[ok]
                sc = x2.sum() / y2.sum() if y2.sum() else 1
                dv = np.abs(x2 - sc * y2).max() / max(np.abs(x2).max(), 1e-300) if x2.size else float('nan')
                print(f'{ds:16s} {al:18s} {p:10s} vs {ref}: max diff {dv:.2e} (scale {sc:.6g}, compared {ok.sum()}/{ok.size})')

if __name__ == '__main__':
    if len(sys.argv) > 1 and sys.argv[1] == '--child':
        _, _, peer, path, out, algs, skip, budget = sys.argv
        child(peer, path, out, set(filter(None, algs.split(','))), set(filter(None, skip.split(','))), float(budget)); sys.exit()
    P = argparse.ArgumentParser(); S = P.add_subparsers(dest='cmd', required=True)
    q = S.add_parser('run'); q.add_argument('files', nargs='+'); q.add_argument('--peers', default='igraph,networkit,graphtool,rustworkx,scipy,sknetwork,leidenalg,graspologic'); q.add_argument('--algs', default=''); q.add_argument('--skip', default='')
    q.add_argument('--out', default=SCRATCH + '/out'); q.add_argument('--threads', type=int, default=2); q.add_argument('--budget', type=float, default=3); q.add_argument('--timeout', type=float, default=60); q.add_argument('--load-timeout', type=float, default=120); q.add_argument('--merge', action='store_true')
    for n in ('table', 'compare'): S.add_parser(n).add_argument('dirs', nargs='+')
    a = P.parse_args()
    run(a) if a.cmd == 'run' else table(a.dirs) if a.cmd == 'table' else compare(a.dirs)
