"""The triplet network and its support vectors as one ONNX graph, and the check that it says what scikit-learn says."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from sklearn.svm import SVR

from static.kernel_regression import EPSILON, EXACT, EXACT_SUPPORT_VECTORS, Choice, fit
from static.labelled_songs import LabelledSongs
from static.triplet_regression import TripletRegression

OPSET = 17
TOLERANCE = 1e-4

Step = tuple[str, list[str], str]


def solved_exactly(
    model: TripletRegression, train: LabelledSongs, chosen: tuple[Choice, Choice]
) -> TripletRegression:
    """The same model, its support vectors solved so far that another solver gives the same answers."""
    rows = model.learned(train.features), train.labels
    return replace(model, regression=fit(EXACT_SUPPORT_VECTORS, rows, chosen))


def network_steps(model: TripletRegression) -> tuple[list[Step], dict[str, np.ndarray]]:
    """wideEmbedding -> wideLearned: standardise, then the network's layers."""
    tensors = [tensor.detach().numpy() for tensor in model.network.layers.parameters()]
    constants = {"mean": model.scaler.mean_, "scale": model.scaler.scale_}
    steps: list[Step] = [("Sub", ["wideEmbedding", "mean"], "centred"), ("Div", ["centred", "scale"], "layer0")]
    for number in range(len(tensors) // 2):
        weight, bias, value = f"weight{number}", f"bias{number}", f"layer{number}"
        constants |= {weight: tensors[2 * number].T, bias: tensors[2 * number + 1]}
        product = f"product{number}"
        steps += [("MatMul", [value, weight], product), ("Add", [product, bias], f"sum{number}")]
        last = number == len(tensors) // 2 - 1
        if last and number > 0:
            steps.append(("Identity", [f"sum{number}"], "wideLearned"))
        else:
            steps.append(("Relu", [f"sum{number}"], "wideLearned" if last else f"layer{number + 1}"))
    return steps, constants


def regression_steps(model: TripletRegression) -> tuple[list[Step], dict[str, np.ndarray]]:
    """wideLearned -> wideEmotion: squared distances to the support vectors, a kernel for each axis, weighted sums."""
    svr = model.regression
    constants = {
        "rows": svr.rows.T, "rowNorms": (svr.rows.astype(np.float32).astype(float) ** 2).sum(axis=1), "two": 2.0,
        "zero": 0.0, "minusOne": -1.0, "one": 1.0, "offset": svr.offset,
    }
    steps: list[Step] = [
        ("Mul", ["wideLearned", "wideLearned"], "squares"), ("ReduceSum", ["squares", "lastAxis"], "norms"),
        ("MatMul", ["wideLearned", "rows"], "products"), ("Mul", ["products", "two"], "twiceProducts"),
        ("Add", ["norms", "rowNorms"], "normSums"), ("Sub", ["normSums", "twiceProducts"], "signedDistances"),
        ("Max", ["signedDistances", "zero"], "distances"),
    ]
    for axis in ("0", "1"):
        number = int(axis)
        constants["rate" + axis] = -svr.gammas[number]
        constants["coefficients" + axis] = svr.coefficients[:, number : number + 1]
        steps += [
            ("Mul", ["distances", "rate" + axis], "exponent" + axis), ("Exp", ["exponent" + axis], "kernel" + axis),
            ("MatMul", ["kernel" + axis, "coefficients" + axis], "answer" + axis),
        ]
    steps += [
        ("Concat", ["answer0", "answer1"], "answers"), ("Add", ["answers", "offset"], "unclipped"),
        ("Clip", ["unclipped", "minusOne", "one"], "wideEmotion"),
    ]
    return steps, constants


def export(model: TripletRegression, path: Path) -> None:
    """Write the graph: embedding [n, F] -> learned [n, outputs], emotion [n, 2] within [-1, 1], all float32.

    Weights are stored in float32 and computed with in float64: sums over hundreds of support vectors cancel.
    """
    (first, constants), (second, more) = network_steps(model), regression_steps(model)
    constants |= more
    nodes = [helper.make_node("Cast", [f"{name}32"], [name], to=TensorProto.DOUBLE) for name in constants]
    nodes.append(helper.make_node("Cast", ["embedding"], ["wideEmbedding"], to=TensorProto.DOUBLE))
    nodes += [
        helper.make_node(op, ins, [out], **({"axis": 1} if op == "Concat" else {})) for op, ins, out in first + second
    ]
    answers = {"learned": ("wideLearned", model.regression.rows.shape[1]), "emotion": ("wideEmotion", 2)}
    nodes += [helper.make_node("Cast", [wide], [name], to=TensorProto.FLOAT) for name, (wide, _) in answers.items()]
    tensors = [numpy_helper.from_array(np.asarray(v, np.float32), f"{name}32") for name, v in constants.items()]
    tensors.append(numpy_helper.from_array(np.array([1], np.int64), "lastAxis"))

    def value(name: str, width: int) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", width])

    outputs = [value(name, width) for name, (_, width) in answers.items()]
    graph = helper.make_graph(nodes, "triplet", [value("embedding", len(model.scaler.mean_))], outputs, tensors)
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(proto, full_check=True)
    path.write_bytes(proto.SerializeToString())


def scikit_answers(
    model: TripletRegression, train: LabelledSongs, chosen: tuple[Choice, Choice], features: np.ndarray
) -> dict[str, np.ndarray]:
    """What the graph should say, by scikit-learn's own SVR on what the network says, and its own kernel."""
    rows, learned, gammas = model.learned(train.features), model.learned(features), model.regression.gammas
    regressors = [
        SVR(gamma=gammas[axis], C=chosen[axis].strength, epsilon=EPSILON, tol=EXACT).fit(rows, train.labels[:, axis])
        for axis in (0, 1)
    ]
    emotion = np.column_stack([regressor.predict(learned) for regressor in regressors])
    return {"learned": learned, "emotion": np.clip(emotion, -1, 1)}


def check_export(path: Path, expected: dict[str, np.ndarray], features: np.ndarray) -> dict[str, float]:
    """Largest difference of each of the graph's answers from `expected`; raises ValueError above TOLERANCE.

    What is learned, whose numbers are not bounded by 1, is compared relative to its largest.
    """
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    answers = session.run(list(expected), {"embedding": features.astype(np.float32)})
    differences = {
        name: float(np.abs(answer - expected[name]).max() / max(1.0, np.abs(expected[name]).max()))
        for name, answer in zip(expected, answers)
    }
    if not max(differences.values()) <= TOLERANCE:
        raise ValueError(f"invalid export: differs from scikit-learn by {differences} (at most {TOLERANCE})")
    return differences
