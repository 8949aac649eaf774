"""Write fixtures/layered.onnx, a small network with layers of every kind, and what its layers hold for layers.test.ts.

    pip install numpy==2.4.6 onnx==1.23.2; python layers.py > layers.json

The values are those of onnx's own evaluator, each tensor an output of the graph, meaned over all axes but the channels.
"""

import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, save
from onnx.reference import ReferenceEvaluator

FRAMES, BANDS = 187, 96
FIXTURE = Path(__file__).resolve().parents[1] / "fixtures" / "layered.onnx"


def weights(*shape: int) -> np.ndarray:
    count = int(np.prod(shape))
    return np.cos(np.arange(count) * 1.7).astype(np.float32).reshape(shape)


def constant(name: str, value: np.ndarray):
    kind = TensorProto.INT64 if value.dtype == np.int64 else TensorProto.FLOAT
    return helper.make_tensor(name, kind, value.shape, value.flatten())


NODES = [
    helper.make_node("Unsqueeze", ["sound", "axis"], ["picture"], name="unsqueeze"),
    helper.make_node("Conv", ["picture", "kernel"], ["conv"], name="conv", strides=[16, 12]),
    helper.make_node("Relu", ["conv"], ["relu"], name="relu"),
    helper.make_node("Tanh", ["relu"], ["without"]),
    helper.make_node("ReduceMean", ["relu"], ["over bands"], name="reduce", axes=[3], keepdims=0),
    helper.make_node("Transpose", ["over bands"], ["turned"], name="transpose", perm=[0, 2, 1]),
    helper.make_node("Sigmoid", ["turned"], ["bent"], name="sigmoid"),
    helper.make_node("MatMul", ["bent", "dense"], ["hidden"], name="matmul"),
    helper.make_node("Relu", ["hidden"], ["active"], name="active"),
    helper.make_node("ReduceMean", ["active"], ["embedding"], name="mean", axes=[1], keepdims=0),
]
CONSTANTS = [
    constant("axis", np.array([1], dtype=np.int64)),
    constant("kernel", weights(3, 1, 8, 6)),
    constant("dense", weights(3, 4)),
]
# Frames and bands that the convolution leaves: (187 - 8) / 16 + 1, (96 - 6) / 12 + 1.
PICTURE, ROWS = ["batch", 3, 12, 8], ["batch", 12, 4]
SHAPES = {"conv": PICTURE, "relu": PICTURE, "hidden": ROWS, "active": ROWS, "embedding": ["batch", 4]}


def graph(outputs: list[str]):
    value = lambda name, dims: helper.make_tensor_value_info(name, TensorProto.FLOAT, dims)  # noqa: E731
    made = helper.make_graph(
        NODES,
        "layered",
        [value("sound", ["batch", FRAMES, BANDS])],
        [value(name, SHAPES[name]) for name in outputs],
        CONSTANTS,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 13)], producer_name="circumplex")
    model.ir_version = 8
    checker.check_model(model)
    return model


save(graph(["embedding"]), FIXTURE)
window = (np.arange(FRAMES * BANDS, dtype=np.float32) % 251 / 251).reshape(1, FRAMES, BANDS)
AXES = {"conv": (0, 2, 3), "relu": (0, 2, 3), "hidden": (0, 1), "active": (0, 1), "embedding": (0,)}
tensors = ReferenceEvaluator(graph(list(AXES))).run(None, {"sound": window})
means = {name: tensor.mean(axis=AXES[name]).round(6).tolist() for name, tensor in zip(AXES, tensors)}
print(json.dumps(means))
