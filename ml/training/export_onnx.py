"""The trained model as one ONNX graph, and the check that the graph says what scikit-learn says."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from ridge import CLIP, Ridge

OPSET = 17


def reference(model: Ridge, head: dict[str, np.ndarray], features: np.ndarray) -> dict[str, np.ndarray]:
    """What the graph computes, in float64 by scikit-learn.

    head: coefficients [components, 2], offset [2], noise [2] and ignorance [2]; the variance of an answer is
    noise + ignorance * farness.
    """
    embedding = model.projection(features)
    variance = head["noise"] + model.farness(embedding)[:, None] * head["ignorance"]
    emotion = np.clip(embedding @ head["coefficients"] + head["offset"], -1, 1)
    return {"embedding": embedding, "emotion": emotion, "deviation": np.sqrt(variance)}


def export(model: Ridge, head: dict[str, np.ndarray], path: Path) -> None:
    """Write the graph: features [n, F] -> embedding [n, components], emotion [n, 2], deviation [n, 2], float32.

    Weights are stored in float32 and computed with in float64: sums over hundreds of features would lose the fifth
    decimal otherwise.
    """
    scaler, pca = model.projection.scaler, model.projection.pca
    shift = -(pca.mean_ @ pca.components_.T)
    constants = {
        "mean": scaler.mean_, "scale": scaler.scale_, "least": -CLIP, "most": CLIP, "axes": pca.components_.T,
        "shift": shift, "spread": model.spread, "one": 1.0, "minusOne": -1.0, **head,
    }
    steps = [
        ("Sub", ["wideFeatures", "mean"], "centred"), ("Div", ["centred", "scale"], "standardised"),
        ("Clip", ["standardised", "least", "most"], "clipped"), ("MatMul", ["clipped", "axes"], "projected"),
        ("Add", ["projected", "shift"], "projection"), ("MatMul", ["projection", "coefficients"], "regressed"),
        ("Add", ["regressed", "offset"], "unclipped"), ("Clip", ["unclipped", "minusOne", "one"], "bounded"),
        ("Div", ["projection", "spread"], "whitened"), ("Mul", ["whitened", "whitened"], "squares"),
        ("ReduceMean", ["squares"], "distance"), ("Add", ["distance", "one"], "distanceAndOne"),
        ("Div", ["distance", "distanceAndOne"], "farness"), ("Mul", ["farness", "ignorance"], "ignored"),
        ("Add", ["ignored", "noise"], "variance"), ("Sqrt", ["variance"], "deviations"),
    ]
    reduce = {"axes": [1], "keepdims": 1}
    nodes = [helper.make_node("Cast", [f"{name}32"], [name], to=TensorProto.DOUBLE) for name in constants]
    nodes.append(helper.make_node("Cast", ["features"], ["wideFeatures"], to=TensorProto.DOUBLE))
    nodes += [helper.make_node(op, ins, [out], **(reduce if op.startswith("Reduce") else {})) for op, ins, out in steps]
    answers = {"embedding": "projection", "emotion": "bounded", "deviation": "deviations"}
    nodes += [helper.make_node("Cast", [wide], [name], to=TensorProto.FLOAT) for name, wide in answers.items()]
    width = {"features": len(scaler.mean_), "embedding": len(shift), "emotion": 2, "deviation": 2}
    values = {n: helper.make_tensor_value_info(n, TensorProto.FLOAT, ["n", w]) for n, w in width.items()}
    tensors = [numpy_helper.from_array(np.asarray(v, np.float32), f"{name}32") for name, v in constants.items()]
    outputs = [values[name] for name in answers]
    graph = helper.make_graph(nodes, "emotion", [values["features"]], outputs, tensors)
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(proto, full_check=True)
    path.write_bytes(proto.SerializeToString())


def check_export(path: Path, expected: dict[str, np.ndarray], features: np.ndarray, tolerance: float = 1e-5) -> float:
    """Largest difference of the graph's emotion and deviation from `expected`; raises above the tolerance.

    The embedding, whose numbers are not bounded by 1, is compared relative to its largest.
    """
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    answers = dict(zip(names, session.run(None, {"features": features.astype(np.float32)})))
    worst = 0.0
    for name, value in expected.items():
        unit = max(1.0, np.abs(value).max()) if name == "embedding" else 1.0
        worst = max(worst, float(np.abs(answers[name] - value).max() / unit))
    if not worst <= tolerance:
        raise ValueError(f"invalid export: differs from scikit-learn by {worst} (at most {tolerance})")
    return worst
