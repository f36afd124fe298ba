#!/usr/bin/env python3
"""Writes what train.py or train_pairs.py learnt for the program.

  export.py WEIGHTS.npz MINILM.onnx FOLDER [--float]

An ONNX graph with 7-bit weights: of statements, attribution.onnx with the chain as a table beside it; of pairs,
entailment.onnx.
"""

import argparse

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

WIDTH, LAYERS, HEADS = 384, 6, 12
LONGEST = 256
NAMES = ["OUTSIDE"] + [f"{step}_{role}" for role in ("SOURCE", "CUE", "CONTENT") for step in ("BEGIN", "IN", "RESUME")]


class Graph:
    def __init__(self, whole):
        self.whole = whole  # weights as floats, to see what 8 bits cost
        self.nodes, self.constants = [], []

    def constant(self, name, values):
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(values), name))
        return name

    def node(self, kind, inputs, name, domain="", **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def linear(self, x, name, weight, bias):
        """x times the transposed weight, plus bias; each column has a scale of its own."""
        columns = weight.T
        if self.whole:
            product = self.node("MatMul", [x, self.constant(name + ".weight", columns)], name + ".product")
            return self.node("Add", [product, self.constant(name + ".bias", bias)], name)
        # Seven bits: on processors without VNNI the sum of two products would overflow with eight.
        scale = numpy.abs(columns).max(0) / 63
        scale[scale == 0] = 1
        quantised = numpy.round(columns / scale).astype(numpy.int8)
        inputs = [
            x,
            self.constant(name + ".weight", quantised),
            self.constant(name + ".scale", scale.astype(numpy.float32)),
            self.constant(name + ".zero", numpy.zeros(scale.shape, numpy.int8)),
            self.constant(name + ".bias", bias),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, name, "com.microsoft")


def encoded(graph, weights, minilm, tables):
    """The last layer of the encoder, whose input adds a row of each table to the word vectors."""
    found = {t.name: numpy_helper.to_array(t) for t in onnx.load(minilm).graph.initializer}
    # The word vectors are not trained: they stay the bytes they are in MiniLM.
    name = "embeddings.word_embeddings.weight"
    rows = graph.node("Gather", [graph.constant("words", found[name + "_quantized"]), "pieces"], "words.rows")
    words = graph.node(
        "DequantizeLinear",
        [
            rows,
            graph.constant("words.scale", found[name + "_scale"]),
            graph.constant("words.zero", found[name + "_zero_point"]),
        ],
        "words.whole",
    )
    for table in tables:
        row = graph.node("Gather", [graph.constant(table + ".table", weights[table + ".weight"]), table], table + ".rows")
        words = graph.node("Add", [words, row], table + ".added")
    length = graph.node("Shape", ["pieces"], "length")
    ends = graph.node("Slice", [length, graph.constant("one", numpy.array([1])), graph.constant("two", numpy.array([2]))], "ends")
    positions = graph.node(
        "Slice",
        [graph.constant("positions", weights["positions.weight"][:LONGEST]), graph.constant("zero", numpy.array([0])), ends],
        "positions.rows",
    )
    x = graph.node("Add", [words, positions], "embedded.sum")

    def norm(x, added, name, key):
        scale = graph.constant(name + ".scale", weights[key + ".weight"])
        bias = graph.constant(name + ".bias", weights[key + ".bias"])
        if added is None:
            return graph.node("LayerNormalization", [x, scale, bias], name, axis=-1, epsilon=1e-12)
        return graph.node("SkipLayerNormalization", [x, added, scale, bias], name, "com.microsoft", epsilon=1e-12)

    x = norm(x, None, "embedded", "embedded")
    for i in range(LAYERS):
        of, key = f"layer{i}.", f"layers.{i}."
        linear = lambda x, part: graph.linear(x, of + part, weights[key + part + ".weight"], weights[key + part + ".bias"])
        together = linear(x, "attend")
        parts = [of + part for part in ("query", "key", "value")]
        graph.nodes.append(helper.make_node("Split", [together], parts, name=of + "split", axis=2))
        context = graph.node("MultiHeadAttention", parts, of + "context", "com.microsoft", num_heads=HEADS)
        x = norm(x, linear(context, "merge"), of + "merged", key + "merged")
        wide = graph.node("Gelu", [linear(x, "widen")], of + "gelu", "com.microsoft")
        x = norm(x, linear(wide, "narrow"), of + "narrowed", key + "narrowed")
    return x


def head(graph, x, weights, name):
    """A linear layer in 32 bits."""
    product = graph.node("MatMul", [x, graph.constant("head.weight", weights["head.weight"].T)], "head.product")
    return graph.node("Add", [product, graph.constant("head.bias", weights["head.bias"])], name)


def attribution(weights, minilm, whole):
    """Pieces, tags and places in; a score for each label of each piece out."""
    graph = Graph(whole)
    scores = head(graph, encoded(graph, weights, minilm, ("tags", "places")), weights, "head")
    for table in ("tags", "places"):
        row = graph.node(
            "Gather", [graph.constant(f"head.{table}", weights[f"head_{table}.weight"]), table], f"head.{table}.rows"
        )
        scores = graph.node("Add", [scores, row], "scores" if table == "places" else "head.tagged")
    return model(graph, "attribution", ("pieces", "tags", "places"), [1, "length", 10])


def entailment(weights, minilm, whole):
    """Pieces and sides of one pair in; a score for entailment, neutral and contradiction out."""
    graph = Graph(whole)
    x = encoded(graph, weights, minilm, ("sides",))
    head(graph, graph.node("ReduceMean", [x], "mean", axes=[1], keepdims=0), weights, "scores")
    return model(graph, "entailment", ("pieces", "sides"), [1, 3])


def model(graph, name, inputs, shape):
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, [1, "length"]) for n in inputs]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, shape)]
    made = helper.make_model(
        helper.make_graph(graph.nodes, name, inputs, outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)],
    )
    made.ir_version = 8
    return made


def write_chain(weights, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# label, its score at the start, the score of each label after it\n")
        for name, start, row in zip(NAMES, weights["start"], weights["transitions"]):
            cells = [name, f"{start:.4f}", *(f"{value:.4f}" for value in row)]
            out.write("\t".join(cells) + "\n")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("weights")
    options.add_argument("minilm")
    options.add_argument("folder")
    options.add_argument("--float", action="store_true", help="keep 32-bit weights")
    given = options.parse_args()
    weights = numpy.load(given.weights)
    if "sides.weight" in weights:
        onnx.save(entailment(weights, given.minilm, given.float), f"{given.folder}/entailment.onnx")
    else:
        onnx.save(attribution(weights, given.minilm, given.float), f"{given.folder}/attribution.onnx")
        write_chain(weights, f"{given.folder}/chain.tsv")


if __name__ == "__main__":
    main()
