#!/usr/bin/env python3
"""Fine-tunes MiniLM to tag sources, cues and contents.

  train.py DATA.jsonl MINILM.onnx OUT.npz --seed N

DATA comes from `./rashomon eval training-data`. Every twentieth article is held out: nothing is learnt from it, and the
log shows the loss on it after each pass.
"""

import argparse
import copy
import json
import random
import sys
import time

import numpy
import torch

from encoder import Chain, Encoder

WINDOW = 256  # pieces, the two at the ends included
BEGIN, END = 101, 102
HELD_OUT = 20


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def windows(article, offset):
    """Cuts an article into runs of words, the first of at most `offset` pieces."""
    first, used, room = 0, 0, max(32, offset)
    for i, pieces in enumerate(article["pieces"]):
        if used + len(pieces) > room:
            yield article, first, i
            first, used, room = i, 0, WINDOW - 2
        used += len(pieces)
    yield article, first, len(article["pieces"])


def batch(group):
    """Tensors of a group of windows, padded to the longest."""
    rows = []
    for article, first, last in group:
        pieces, tags, places, heads = [BEGIN], [12], [0], []
        for i in range(first, last):
            heads.append(len(pieces))
            pieces += article["pieces"][i]
            tags += [article["tags"][i]] * len(article["pieces"][i])
            places += [article["places"][i]] * len(article["pieces"][i])
        rows.append((pieces + [END], tags + [12], places + [0], heads, article["labels"][first:last]))
    length = max(len(row[0]) for row in rows)
    words = max(len(row[3]) for row in rows)

    def padded(column, size):
        return torch.tensor([row[column] + [0] * (size - len(row[column])) for row in rows])

    present = torch.tensor([[True] * len(row[0]) + [False] * (length - len(row[0])) for row in rows])
    there = torch.tensor([[True] * len(row[3]) + [False] * (words - len(row[3])) for row in rows])
    return padded(0, length), padded(1, length), padded(2, length), present, padded(3, words), padded(4, words), there


def loss(encoder, chain, group, device):
    pieces, tags, places, present, heads, labels, there = (t.to(device) for t in batch(group))
    with torch.autocast(device, dtype=torch.bfloat16):
        scores = encoder(pieces, tags, places, present)
    scores = scores.float()
    of_words = scores.gather(1, heads[..., None].expand(-1, -1, scores.shape[2]))
    return chain.loss(of_words, labels, there)


def batches(articles, size, chance):
    """Windows in batches of like lengths, in random order."""
    cut = [w for a in articles for w in windows(a, chance.randrange(WINDOW - 2))]
    chance.shuffle(cut)
    pools = [cut[i : i + 64 * size] for i in range(0, len(cut), 64 * size)]
    groups = []
    for pool in pools:
        pool.sort(key=lambda w: w[2] - w[1])
        groups += [pool[i : i + size] for i in range(0, len(pool), size)]
    chance.shuffle(groups)
    return groups


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data")
    options.add_argument("minilm")
    options.add_argument("out")
    options.add_argument("--seed", type=int, required=True)
    options.add_argument("--passes", type=float, default=5)
    options.add_argument("--rate", type=float, default=3.5e-4)
    options.add_argument("--size", type=int, default=8)
    options.add_argument("--steps", type=int, help="stop after so many steps, to try things out")
    options.add_argument("--threads", type=int, default=torch.get_num_threads())
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    chance = random.Random(given.seed)

    articles = read(given.data)
    held_out = articles[::HELD_OUT]
    learnt = [a for i, a in enumerate(articles) if i % HELD_OUT]
    encoder, chain = Encoder(), Chain()
    encoder.load_minilm(given.minilm)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    encoder.to(device), chain.to(device)
    fresh = [p for n, p in encoder.named_parameters() if n.startswith(("tags", "places", "head"))]
    known = [
        p for n, p in encoder.named_parameters() if not n.startswith(("tags", "places", "head")) and p.requires_grad
    ]
    optimiser = torch.optim.AdamW(
        [
            {"params": known, "lr": given.rate, "weight_decay": 0.01},
            {"params": fresh, "lr": 4 * given.rate, "weight_decay": 0.0},
            {"params": chain.parameters(), "lr": 20 * given.rate, "weight_decay": 0.0},
        ]
    )
    check = [w for a in held_out for w in windows(a, WINDOW - 2)]
    passes = [batches(learnt, given.size, chance) for _ in range(int(given.passes + 0.999))]
    groups = [g for p in passes for g in p]
    groups = groups[: int(len(groups) * given.passes / len(passes))]
    total = min(len(groups), given.steps or len(groups))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.06 * total), max(0.0, (total - step) / (0.94 * total)))
    )
    average = {n: p.detach().clone() for n, p in [*encoder.named_parameters(), *chain.named_parameters()]}
    every = len(passes[0])
    started, running = time.time(), None
    print(json.dumps({"seed": given.seed, "articles": len(learnt), "held_out": len(held_out), "steps": total}), flush=True)
    for step, group in enumerate(groups[:total]):
        encoder.train()
        value = loss(encoder, chain, group, device)
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_([*known, *fresh, *chain.parameters()], 1.0)
        optimiser.step()
        schedule.step()
        keep = min(0.995, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, parameter in [*encoder.named_parameters(), *chain.named_parameters()]:
                if parameter.requires_grad:
                    average[name].lerp_(parameter, 1 - keep)
        running = value.item() if running is None else 0.98 * running + 0.02 * value.item()
        if step % 20 == 0:
            print(json.dumps({"step": step, "loss": round(running, 4), "s": round(time.time() - started)}), flush=True)
        if (step + 1) % every == 0 or step + 1 == total:
            last = {n: p.detach().clone() for n, p in [*encoder.named_parameters(), *chain.named_parameters()]}
            put(encoder, chain, average)
            encoder.eval()
            with torch.no_grad():
                measured = [loss(encoder, chain, check[i : i + 8], device).item() for i in range(0, len(check), 8)]
            print(json.dumps({"step": step, "held_out_loss": round(sum(measured) / len(measured), 4)}), flush=True)
            numpy.savez(given.out, **{n: p.cpu().numpy() for n, p in average.items()})
            put(encoder, chain, last)


def put(encoder, chain, values):
    with torch.no_grad():
        for name, parameter in [*encoder.named_parameters(), *chain.named_parameters()]:
            parameter.copy_(values[name])


if __name__ == "__main__":
    sys.exit(main())
