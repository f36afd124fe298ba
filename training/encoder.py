"""MiniLM with word features and a linear chain over words, in torch."""

import math

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

LABELS = 10  # in the order of rashomon.extract.encoder.Label
TAGS = 17
PLACES = 8
WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)  # query, key and value side by side
        self.merge = nn.Linear(WIDTH, WIDTH)
        self.merged = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrowed = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, hidden, drop):
        batch, length, _ = x.shape
        query, key, value = (
            self.attend(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        )
        weights = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + hidden
        context = weights.softmax(-1) @ value
        x = self.merged(x + drop(self.merge(context.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.narrowed(x + drop(self.narrow(functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Word pieces, tags and places in; a score for each label of each piece out."""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.tags = nn.Embedding(TAGS, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(WIDTH, LABELS)
        self.head_tags = nn.Embedding(TAGS, LABELS)
        self.head_places = nn.Embedding(PLACES, LABELS)
        for added in (self.tags, self.places, self.head_tags, self.head_places):
            nn.init.normal_(added.weight, std=0.01)
        self.words.weight.requires_grad = False

    def forward(self, pieces, tags, places, present):
        hidden = (~present)[:, None, None, :].float() * -1e9
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]]
        x = self.drop(self.embedded(x + self.tags(tags) + self.places(places)))
        for layer in self.layers:
            x = layer(x, hidden, self.drop)
        return self.head(self.drop(x)) + self.head_tags(tags) + self.head_places(places)

    def load_minilm(self, path):
        """Takes the weights of the quantised model in langchain4j's jar."""
        load_minilm(self, path)


class PairEncoder(nn.Module):
    """Word pieces of two passages in; a score for entailment, neutral and contradiction out."""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.sides = nn.Embedding(2, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(WIDTH, 3)
        nn.init.normal_(self.sides.weight, std=0.01)
        self.words.weight.requires_grad = False

    def forward(self, pieces, sides, present):
        hidden = (~present)[:, None, None, :].float() * -1e9
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.sides(sides)
        x = self.drop(self.embedded(x))
        for layer in self.layers:
            x = layer(x, hidden, self.drop)
        there = present[..., None].to(x.dtype)
        return self.head(self.drop((x * there).sum(1) / there.sum(1)))


def load_minilm(self, path):
    """Gives an encoder the weights of the quantised model in langchain4j's jar."""
    found = {t.name: numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}
    graph = onnx.load(path).graph

    def whole(name):
        quantised = found[name + "_quantized"].astype(numpy.float32)
        return (quantised - found[name + "_zero_point"].astype(numpy.float32)) * found[name + "_scale"]

    def put(parameter, values):
        parameter.data.copy_(torch.from_numpy(numpy.array(values)))

    put(self.words.weight, whole("embeddings.word_embeddings.weight"))
    first_type = whole("embeddings.token_type_embeddings.weight")[0]
    put(self.positions.weight, whole("embeddings.position_embeddings.weight") + first_type)
    put(self.embedded.weight, found["embeddings.LayerNorm.weight"])
    put(self.embedded.bias, found["embeddings.LayerNorm.bias"])
    products = [
        name[: -len("_quantized")]
        for node in graph.node
        if node.op_type == "MatMulInteger"
        for name in node.input
        if name.endswith("_quantized") and name in found
    ]
    assert len(products) == 6 * LAYERS, products
    for number, layer in enumerate(self.layers):
        query, key, value, merge, widen, narrow = products[6 * number : 6 * number + 6]
        of = f"encoder.layer.{number}."
        put(layer.attend.weight, numpy.concatenate([whole(query).T, whole(key).T, whole(value).T]))
        put(
            layer.attend.bias,
            numpy.concatenate([found[of + f"attention.self.{part}.bias"] for part in ("query", "key", "value")]),
        )
        for linear, weight, bias in (
            (layer.merge, merge, "attention.output.dense.bias"),
            (layer.widen, widen, "intermediate.dense.bias"),
            (layer.narrow, narrow, "output.dense.bias"),
        ):
            put(linear.weight, whole(weight).T)
            put(linear.bias, found[of + bias])
        for norm, name in ((layer.merged, "attention.output.LayerNorm"), (layer.narrowed, "output.LayerNorm")):
            put(norm.weight, found[of + name + ".weight"])
            put(norm.bias, found[of + name + ".bias"])


class Chain(nn.Module):
    """A linear-chain conditional random field over words (Lafferty, McCallum and Pereira 2001)."""

    def __init__(self):
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.start = nn.Parameter(torch.zeros(LABELS))

    def loss(self, scores, labels, present):
        """Negative log likelihood per word; scores are batch x words x labels."""
        rows = torch.arange(scores.shape[0])
        emitted = scores.gather(2, labels[..., None])[..., 0]
        stepped = self.transitions[labels[:, :-1], labels[:, 1:]]
        gold = (emitted * present).sum() + (stepped * present[:, 1:]).sum() + self.start[labels[:, 0]].sum()
        alpha = self.start + scores[:, 0]
        columns = scores.unbind(1)
        there = present[:, :, None].unbind(1)
        for i in range(1, scores.shape[1]):
            following = torch.logsumexp(alpha[:, :, None] + self.transitions, 1) + columns[i]
            alpha = torch.where(there[i], following, alpha)
        del rows
        return (torch.logsumexp(alpha, 1).sum() - gold) / present.sum()
