#!/usr/bin/env python3
"""Learns which blocks of a page are its report: an additive model with steps, one table.

  train_body.py PAGES.jsonl BODY.tsv

PAGES comes from `./rashomon eval page-data`. A block's label is the share of its four-word sequences that the true body
has; it weighs as much as its share of the page's text. First the F1 of five folds is printed, pages of one site always
in one fold, at several bounds; then the model of all pages is written with the bound given by --enough.
"""

import argparse
import collections
import json
import re
import statistics
import urllib.parse

import numpy
import torch

WORD = re.compile(r"\w+")
STEPS = 10


def words(text):
    return WORD.findall(text or "")


def sequences(tokens):
    return collections.Counter(tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)) if tokens[i : i + 4])


def labels(page):
    """For each block its label and its weight."""
    truth = words(page["truth"])
    known = sequences(truth)
    lines = {" ".join(words(line)) for line in page["truth"].split("\n")}
    for tokens in page["tokens"]:
        if len(tokens) >= 4:
            own = sequences(tokens)
            label = sum(count for key, count in own.items() if key in known) / sum(own.values())
        else:
            label = float(bool(tokens) and " ".join(tokens) in lines)
        yield label, (len(tokens) + 3) / (len(truth) + 60)


def bounds(column, weights):
    """Where the steps are: at equal shares of the weight, between values that occur."""
    values = numpy.unique(column)
    if len(values) <= STEPS:
        return (values[:-1] + values[1:]) / 2
    order = numpy.argsort(column, kind="stable")
    share = numpy.cumsum(weights[order]) / weights.sum()
    at = numpy.searchsorted(share, numpy.linspace(0, 1, STEPS + 1)[1:-1])
    places = numpy.unique(numpy.searchsorted(values, column[order[numpy.minimum(at, len(column) - 1)]]))
    found = [(values[i] + values[i + 1]) / 2 for i in places if i + 1 < len(values)]
    return numpy.unique(numpy.array(found + [(values[0] + values[1]) / 2]))


def steps(rows, edges):
    return numpy.concatenate([rows[:, j, None] > edge[None] for j, edge in enumerate(edges)], 1).astype(numpy.float32)


def fit(passed, label, weight, penalty):
    passed, label = torch.tensor(passed), torch.tensor(label, dtype=torch.float32)
    weight = torch.tensor(weight / weight.mean(), dtype=torch.float32)
    model = torch.nn.Linear(passed.shape[1], 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.LBFGS(model.parameters(), max_iter=60, history_size=10, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        points = model(passed)[:, 0]
        each = torch.nn.functional.binary_cross_entropy_with_logits(points, label, reduction="none")
        value = (weight * each).mean() + penalty / len(label) * (model.weight**2).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return model.weight[0].detach().numpy(), float(model.bias.detach())


def score(pages, points, enough, linked):
    """As Body.weighed chooses, and as `eval extraction` scores."""
    precisions, recalls, start = [], [], 0
    for page in pages:
        own = points[start : start + len(page["tokens"])].copy()
        own[linked[start : start + len(own)] > 0.9] = -numpy.inf
        start += len(own)
        chosen = own > enough
        if sum(len(t) for t, is_in in zip(page["tokens"], chosen) if is_in) < 20 and len(own):
            chosen = own > min(enough, own.max() - 1)
        found = sequences([token for t, is_in in zip(page["tokens"], chosen) if is_in for token in t])
        truth = sequences(words(page["truth"]))
        shared = sum((found & truth).values())
        if found:
            precisions.append(shared / sum(found.values()))
        if truth:
            recalls.append(shared / sum(truth.values()))
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    return 2 * precision * recall / (precision + recall), precision, recall


def folds(pages, count, seed):
    sites = collections.defaultdict(list)
    for i, page in enumerate(pages):
        sites[".".join(urllib.parse.urlparse(page["url"] or page["page"]).netloc.split(".")[-2:])].append(i)
    names = sorted(sites)
    numpy.random.default_rng(seed).shuffle(names)
    fold, sizes = numpy.zeros(len(pages), int), [0] * count
    for name in names:
        least = int(numpy.argmin(sizes))
        fold[sites[name]] = least
        sizes[least] += len(sites[name])
    return fold


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pages")
    parser.add_argument("table")
    parser.add_argument("--penalty", type=float, default=30)
    parser.add_argument("--enough", type=float, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()

    pages = [json.loads(line) for line in open(args.pages, encoding="utf-8")]
    names = pages[0]["names"]
    for page in pages:
        page["tokens"] = [words(block["text"]) for block in page["blocks"]]
    rows = numpy.array([block["signs"] for page in pages for block in page["blocks"]], numpy.float32)
    label, weight = numpy.array([pair for page in pages for pair in labels(page)]).T
    owner = numpy.repeat(numpy.arange(len(pages)), [len(page["blocks"]) for page in pages])
    linked = rows[:, names.index("linked")]

    points = numpy.zeros(len(rows))
    fold = folds(pages, args.folds, args.seed)[owner] if args.folds > 1 else numpy.zeros(len(rows), int)
    for k in range(args.folds if args.folds > 1 else 0):
        taught = fold != k
        edges = [bounds(rows[taught, j], weight[taught]) for j in range(len(names))]
        weights, bias = fit(steps(rows[taught], edges), label[taught], weight[taught], args.penalty)
        points[~taught] = steps(rows[~taught], edges) @ weights + bias
    for enough in numpy.arange(-1, 0.51, 0.25) if args.folds > 1 else []:
        print("bound %5.2f  f1 %.4f  precision %.3f  recall %.3f" % (enough, *score(pages, points, enough, linked)))

    edges = [bounds(rows[:, j], weight) for j in range(len(names))]
    weights, bias = fit(steps(rows, edges), label, weight, args.penalty)
    own = steps(rows, edges) @ weights + bias
    print("taught on all  f1 %.4f  precision %.3f  recall %.3f" % score(pages, own, args.enough, linked))
    with open(args.table, "w", encoding="utf-8") as table:
        print("# Learnt from annotated pages by training/train_body.py: a sign, a bound, and the points above it.", file=table)
        print("bias\t\t%.4f" % bias, file=table)
        print("enough\t\t%.4f" % args.enough, file=table)
        place = 0
        for name, edge in zip(names, edges):
            for bound in edge:
                print("%s\t%.6g\t%.4f" % (name, bound, weights[place]), file=table)
                place += 1


if __name__ == "__main__":
    main()
