"""The point model as ONNX: means of a track's embedding and harmony in, valence, arousal and their deviations out."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from emotion.deviation import Traits, deviations
from emotion.pieces import Scale
from emotion.point_model import PointModel

OPSET = 17
NEAREST = 10


@dataclass(frozen=True)
class Head:
    """What turns the model's units into the shipped scale. stretch: brings the spread of answers near the labels',
    [2]."""

    model: PointModel
    scale: Scale
    stretch: np.ndarray
    deviation: np.ndarray


def answer(head: Head, features: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Emotion and deviation on the shipped scale, both [n, 2]: what the exported graph computes."""
    units = head.model.predict(features) * head.stretch
    emotion = np.clip(head.scale.mean + units * head.scale.deviation, -1, 1)
    spread = deviations(Traits(units, head.model.strangeness(features)), head.deviation)
    return emotion, np.minimum(spread * head.scale.deviation, 1)


class _Graph:
    """Nodes and constants of a graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, values: np.ndarray, kind: type = np.float32) -> str:
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(values, kind), name))
        return name

    def node(self, kind: str, *inputs: str, output: str | None = None, **attributes) -> str:
        name = output or f"value{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name


def export(head: Head, path: Path) -> None:
    """Write `features` [n, 216] -> `emotion` [n, 2], `deviation` [n, 2], all float32."""
    graph = _Graph()
    projected = _projected(graph, head.model)
    likeness = _likeness(graph, head.model, projected)
    units = _units(graph, head, projected, likeness)
    emotion = graph.node(
        "Add", graph.node("Mul", units, graph.constant(head.scale.deviation)), graph.constant(head.scale.mean)
    )
    graph.node("Clip", emotion, graph.constant(-1), graph.constant(1), output="emotion")
    _deviation(graph, head, units, likeness)
    made = helper.make_graph(
        graph.nodes,
        "point",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["tracks", len(head.model.mean)])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["tracks", 2]) for name in ("emotion", "deviation")],
        graph.constants,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _projected(graph: _Graph, model: PointModel) -> str:
    centred = graph.node("Sub", "features", graph.constant(model.mean))
    return graph.node("MatMul", centred, graph.constant(model.projection / model.scale[:, None]))


def _likeness(graph: _Graph, model: PointModel, projected: str) -> str:
    squares = graph.node(
        "ReduceSum", graph.node("Mul", projected, projected), graph.constant([1], np.int64), keepdims=1
    )
    products = graph.node("MatMul", projected, graph.constant(-2 * model.rows.T))
    distance = graph.node("Add", graph.node("Add", squares, products), graph.constant((model.rows**2).sum(axis=1)))
    scaled = graph.node(
        "Mul", graph.node("Relu", distance), graph.constant(-1 / (2 * model.settings.width * model.length))
    )
    return graph.node("Exp", scaled)


def _units(graph: _Graph, head: Head, projected: str, likeness: str) -> str:
    share = head.model.settings.share
    kernel = graph.node("MatMul", likeness, graph.constant(share * head.model.coefficients * head.stretch))
    straight = graph.node("MatMul", projected, graph.constant((1 - share) * head.model.linear * head.stretch))
    return graph.node("Add", kernel, straight)


def _deviation(graph: _Graph, head: Head, units: str, likeness: str) -> None:
    graph.nodes.append(
        helper.make_node("TopK", [likeness, graph.constant([NEAREST], np.int64)], ["nearest", "which"], axis=1)
    )
    near = graph.node("ReduceMean", "nearest", axes=[1], keepdims=1)
    strangeness = graph.node("Sub", graph.constant([1]), near)
    rows = graph.node("Concat", strangeness, graph.node("Abs", units), axis=1)
    logarithm = graph.node(
        "Add", graph.node("MatMul", rows, graph.constant(head.deviation[1:])), graph.constant(head.deviation[0])
    )
    spread = graph.node("Mul", graph.node("Exp", logarithm), graph.constant(head.scale.deviation))
    graph.node("Min", spread, graph.constant(1), output="deviation")


def check_export(head: Head, path: Path, features: np.ndarray, tolerance: float = 2e-3) -> float:
    """Largest difference of the graph from NumPy's double precision on these features."""
    session = onnxruntime.InferenceSession(str(path))
    given = session.run(["emotion", "deviation"], {"features": features.astype(np.float32)})
    worst = max(float(np.abs(a - b).max()) for a, b in zip(given, answer(head, features)))
    if not worst < tolerance:
        raise ValueError(f"invalid export: differs by {worst} (at most {tolerance})")
    return worst
