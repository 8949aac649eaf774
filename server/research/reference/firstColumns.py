"""A graph with the doors of a triplet network, for research.test.ts: what it has learned is the first 20 numbers.

Run: pip install onnx==1.23.2; python firstColumns.py > firstColumns.json
"""

import base64
import json

import numpy as np
from onnx import TensorProto, helper, numpy_helper

bounds = [numpy_helper.from_array(np.array([value]), name) for name, value in (("from", 0), ("to", 20), ("axis", 1))]
graph = helper.make_graph(
    [helper.make_node("Slice", ["embedding", "from", "to", "axis"], ["learned"])],
    "firstColumns",
    [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["tracks", 200])],
    [helper.make_tensor_value_info("learned", TensorProto.FLOAT, ["tracks", 20])],
    bounds,
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
print(json.dumps({"onnxBase64": base64.b64encode(model.SerializeToString()).decode()}))
