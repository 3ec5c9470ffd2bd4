"""python-igraph's measures of a graph, timed: a name and the best of several runs, a line each, in seconds of
the processor.

The file has the number of schools, then a line for each edge: a, b and its weight.

SPDX-FileCopyrightText: 2026 The Kith authors
SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
import time

import igraph

RUNS = 15


def main():
    path, n_near = sys.argv[1], int(sys.argv[2])
    with open(path) as lines:
        n = int(next(lines))
        rows = [line.split() for line in lines]
    graph = igraph.Graph(n=n, edges=[(int(a), int(b)) for a, b, _ in rows])
    graph.es["weight"] = [float(w) for _, _, w in rows]
    near = range(min(n, n_near))
    for name, measure in [
        ("component", lambda: graph.connected_components().membership),
        ("constraint", lambda: graph.constraint(weights="weight")),
        ("reach", lambda: graph.neighborhood_size(order=2, mindist=1)),
        ("closeness", lambda: graph.harmonic_centrality(near)),
        ("coreness", lambda: graph.coreness()),
        ("cut_point", lambda: graph.articulation_points()),
    ]:
        best = None
        for _ in range(RUNS):
            start = time.process_time()
            measure()
            seconds = time.process_time() - start
            best = seconds if best is None else min(best, seconds)
        print(name, "%.6f" % best)


main()
