"""Families by the field's other ways, on the pool in a file: a name and J, a line each.

The file has a line with the number of schools, of variables and of Families, a line with the weights, then a
line for each school with its standardised values; all are known. Assignment k-means: Malinen & Fränti 2014
(Balanced k-means for clustering), the best of several starts.

SPDX-FileCopyrightText: 2026 The Kith authors
SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys

import numpy
from scipy.optimize import linear_sum_assignment

STARTS = 10
ROUNDS = 40


def measure(points, families):
    return sum(
        ((points[families == f] - points[families == f].mean(axis=0)) ** 2).sum() for f in range(families.max() + 1)
    )


def sizes(n, n_families):
    return [n // n_families + (f < n % n_families) for f in range(n_families)]


def assign_in_balance(points, n_families, random):
    """Balanced k-means: each round gives every school one of the places of the Families."""
    slots = numpy.repeat(numpy.arange(n_families), sizes(len(points), n_families))
    means = points[random.choice(len(points), n_families, replace=False)]
    families = None
    for _ in range(ROUNDS):
        cost = ((points[:, None, :] - means[None, :, :]) ** 2).sum(axis=2)[:, slots]
        rows, columns = linear_sum_assignment(cost)
        found = numpy.empty(len(points), int)
        found[rows] = slots[columns]
        if families is not None and (found == families).all():
            break
        families = found
        means = numpy.array([points[families == f].mean(axis=0) for f in range(n_families)])
    return families


def take_nearest(points, n_families):
    """The first school that is left, and those most like it."""
    families = numpy.full(len(points), -1)
    for f, size in enumerate(sizes(len(points), n_families)):
        left = numpy.flatnonzero(families < 0)
        far = ((points[left] - points[left[0]]) ** 2).sum(axis=1)
        families[left[numpy.argsort(far, kind="stable")[:size]]] = f
    return families


def sort_by_score(points, n_families):
    """In the order of one score: along the direction in which schools differ most."""
    _, _, directions = numpy.linalg.svd(points - points.mean(axis=0), full_matrices=False)
    order = numpy.argsort(points @ directions[0], kind="stable")
    families = numpy.empty(len(points), int)
    families[order] = numpy.repeat(numpy.arange(n_families), sizes(len(points), n_families))
    return families


def main():
    with open(sys.argv[1]) as lines:
        _, _, n_families = (int(word) for word in next(lines).split())
        weights = numpy.array([float(word) for word in next(lines).split()])
        points = numpy.array([[float(word) for word in line.split()] for line in lines]) * numpy.sqrt(weights)
    random = numpy.random.default_rng(1)
    balanced = min(measure(points, assign_in_balance(points, n_families, random)) for _ in range(STARTS))
    print("assignment", "%.6f" % balanced)
    print("greedy", "%.6f" % measure(points, take_nearest(points, n_families)))
    print("score", "%.6f" % measure(points, sort_by_score(points, n_families)))


main()
