"""Edge crossings, node overlaps and stress of Kith’s layout, sfdp’s and plain Fruchterman–Reingold’s.

SPDX-FileCopyrightText: 2026 The Kith authors
SPDX-License-Identifier: GPL-3.0-or-later

Reads networks and where Kith put their schools from standard input. Where Graphviz or python3-igraph is
absent, that is said and the other is compared. Marks are a quarter of a gap wide, scaled so that the mean
tie is as long in each.
"""

import collections
import math
import shutil
import statistics
import subprocess
import sys

try:
    import igraph
except ImportError:
    igraph = None

networks = []
for line in sys.stdin:
    word, *rest = line.split()
    if word == "network":
        networks.append((int(rest[0]), set(), []))
    elif word == "tie":
        a, b = sorted(map(int, rest))
        networks[-1][1].add((a, b))
    else:
        networks[-1][2].append(tuple(map(float, rest)))


def crossings(places, ties):
    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    ties, n = sorted(ties), 0
    for i, (a, b) in enumerate(ties):
        for c, d in ties[:i]:
            if len({a, b, c, d}) == 4:
                p, q, r, s = places[a], places[b], places[c], places[d]
                n += side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0
    return n


def overlaps(places, ties):
    length = statistics.mean(math.dist(places[a], places[b]) for a, b in ties)
    return sum(math.dist(p, q) < length / 8 for i, p in enumerate(places) for q in places[:i])


def stress(places, n, ties):
    """Sum of ((d - s x) / d)² over connected pairs, s the best scale, a pair."""
    near = collections.defaultdict(list)
    for a, b in ties:
        near[a].append(b)
        near[b].append(a)
    pairs = []
    for start in range(n):
        steps = {start: 0}
        queue = collections.deque([start])
        while queue:
            at = queue.popleft()
            for to in near[at]:
                if to not in steps:
                    steps[to] = steps[at] + 1
                    queue.append(to)
        pairs += [(d, math.dist(places[start], places[to])) for to, d in steps.items() if to > start]
    top, bottom = sum(x / d for d, x in pairs), sum(x * x / d / d for d, x in pairs)
    scale = top / bottom
    return sum(((d - scale * x) / d) ** 2 for d, x in pairs) / len(pairs)


def sfdp(n, ties):
    text = "graph {" + ";".join(map(str, range(n))) + ";" + ";".join(f"{a}--{b}" for a, b in ties) + "}"
    plain = subprocess.run(["sfdp", "-Tplain"], input=text, capture_output=True, text=True, check=True).stdout
    places = [None] * n
    for line in plain.splitlines():
        if line.startswith("node "):
            _, name, x, y, *_ = line.split()
            places[int(name)] = (float(x), float(y))
    return places


def plain_forces(n, ties):
    igraph.set_random_number_generator(__import__("random").Random(1))
    return [tuple(p) for p in igraph.Graph(n, sorted(ties)).layout_fruchterman_reingold()]


peers = {"kith": None}
if shutil.which("sfdp"):
    peers["sfdp"] = sfdp
else:
    print("layout beside sfdp: skipped, Graphviz is not installed")
if igraph:
    peers["forces"] = plain_forces
else:
    print("layout beside plain forces: skipped, python3-igraph is not installed")
found = {name: [] for name in peers}
for n, ties, own in networks:
    for name, lay_out in peers.items():
        places = own if lay_out is None else lay_out(n, sorted(ties))
        found[name].append((crossings(places, ties), overlaps(places, ties), stress(places, n, ties)))
for which, words in enumerate(("edge crossings", "node overlaps", "stress")):
    medians = {name: statistics.median(row[which] for row in rows) for name, rows in found.items()}
    print("%-40s" % f"layout of {len(networks)} networks, median {words}",
          "  ".join(f"{name} {value:.3g}" for name, value in medians.items()),
          " no more than the better")
