#!/usr/bin/env python3
"""Fine-tunes MiniLM to tell entailment, neutral and contradiction apart.

  train_pairs.py DATA.jsonl MINILM.onnx OUT.npz --seed N

DATA comes from `./rashomon eval pair-data`. Nothing is learnt from the pairs that it marks as kept; the log shows the
score on them.
"""

import argparse
import json
import random
import sys
import time

import numpy
import torch
from torch.nn import functional

from encoder import PairEncoder, load_minilm

LABELS = ["entailment", "neutral", "contradiction"]


def batch(group):
    length = max(len(row["pieces"]) for row in group)
    pad = lambda key: torch.tensor([row[key] + [0] * (length - len(row[key])) for row in group])
    present = torch.tensor([[True] * len(r["pieces"]) + [False] * (length - len(r["pieces"])) for r in group])
    return pad("pieces"), pad("sides"), present, torch.tensor([LABELS.index(row["label"]) for row in group])


def batches(rows, size, chance):
    """Batches of like lengths, in random order."""
    rows = rows[:]
    chance.shuffle(rows)
    pools = [sorted(rows[i : i + 50 * size], key=lambda r: len(r["pieces"])) for i in range(0, len(rows), 50 * size)]
    groups = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    chance.shuffle(groups)
    return groups


def score(encoder, rows):
    """Accuracy, and F1 of contradiction."""
    right, both, said, meant = 0, 0, 0, 0
    encoder.eval()
    with torch.no_grad():
        for i in range(0, len(rows), 64):
            *inputs, labels = batch(rows[i : i + 64])
            best = encoder(*inputs).argmax(-1)
            right += (best == labels).sum().item()
            both += ((best == 2) & (labels == 2)).sum().item()
            said += (best == 2).sum().item()
            meant += (labels == 2).sum().item()
    return {"accuracy": round(right / len(rows), 4), "contradiction": round(2 * both / (said + meant), 4)}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data")
    options.add_argument("minilm")
    options.add_argument("out")
    options.add_argument("--seed", type=int, required=True)
    options.add_argument("--passes", type=int, default=3)
    options.add_argument("--rate", type=float, default=1.5e-4)
    options.add_argument("--size", type=int, default=32)
    options.add_argument("--threads", type=int, default=torch.get_num_threads())
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    chance = random.Random(given.seed)

    rows = [json.loads(line) for line in open(given.data, encoding="utf-8")]
    kept = sorted((r for r in rows if r["kept"]), key=lambda r: len(r["pieces"]))
    learnt = [r for r in rows if not r["kept"]]
    encoder = PairEncoder()
    load_minilm(encoder, given.minilm)
    parameters = [p for p in encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=given.rate, weight_decay=0.01)
    groups = [g for _ in range(given.passes) for g in batches(learnt, given.size, chance)]
    total = len(groups)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.06 * total), max(0.0, (total - step) / (0.94 * total)))
    )
    started, running = time.time(), None
    print(json.dumps({"seed": given.seed, "learnt": len(learnt), "kept": len(kept), "steps": total}), flush=True)
    for step, group in enumerate(groups):
        encoder.train()
        *inputs, labels = batch(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = encoder(*inputs)
        value = functional.cross_entropy(scores.float(), labels)
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        schedule.step()
        running = value.item() if running is None else 0.98 * running + 0.02 * value.item()
        if step % 50 == 0:
            print(json.dumps({"step": step, "loss": round(running, 4), "s": round(time.time() - started)}), flush=True)
        if (step + 1) % (total // given.passes) == 0:
            print(json.dumps({"step": step, **score(encoder, kept[::10] if step + 1 < total else kept)}), flush=True)
            numpy.savez(given.out, **{n: p.detach().numpy() for n, p in encoder.named_parameters()})


if __name__ == "__main__":
    sys.exit(main())
