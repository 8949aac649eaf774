import { protobufField, protobufFields } from './protobuf';

/** Where ONNX keeps what is read here (onnx.proto: ModelProto, GraphProto, NodeProto, ValueInfoProto). */
const modelGraph = 7;
const graphFields = { node: 1, output: 12 };
const nodeFields = { input: 1, output: 2, name: 3, operation: 4 };
const valueName = 1;

/** One step of a graph. */
export interface GraphNode {
  /** Empty where the graph leaves it without a name. */
  name: string;
  /** Such as Conv or Relu. */
  operation: string;
  /** The tensors that it reads and makes, by name. */
  inputs: string[];
  outputs: string[];
}

/** The steps of an ONNX file in order. @throws RangeError for what is none. */
export function graphNodes(model: Uint8Array): GraphNode[] {
  const nodes: GraphNode[] = [];
  for (const graph of graphsOf(model)) {
    for (const { number, bytes } of protobufFields(graph)) {
      if (number === graphFields.node) nodes.push(nodeOf(bytes));
    }
  }
  return nodes;
}

/** The tensors that an ONNX file gives as outputs, by name. @throws RangeError for what is none. */
export function graphOutputs(model: Uint8Array): string[] {
  return graphsOf(model)
    .flatMap((graph) => [...protobufFields(graph)])
    .filter(({ number }) => number === graphFields.output)
    .map(({ bytes }) => textsOf(bytes, valueName)[0] ?? '');
}

/**
 * The ONNX file with further tensors among its outputs. Nothing of it is rewritten: parts of a message that come twice
 * are merged by whoever reads it, so that a graph of nothing but outputs is put behind it.
 */
export function withOutputs(model: Uint8Array, names: readonly string[]): Uint8Array {
  const outputs = names.map((name) =>
    protobufField(graphFields.output, protobufField(valueName, Buffer.from(name))),
  );
  return Buffer.concat([model, protobufField(modelGraph, Buffer.concat(outputs))]);
}

function graphsOf(model: Uint8Array): Uint8Array[] {
  return [...protobufFields(model)].filter(({ number }) => number === modelGraph).map(({ bytes }) => bytes);
}

function nodeOf(node: Uint8Array): GraphNode {
  return {
    name: textsOf(node, nodeFields.name)[0] ?? '',
    operation: textsOf(node, nodeFields.operation)[0] ?? '',
    inputs: textsOf(node, nodeFields.input),
    outputs: textsOf(node, nodeFields.output),
  };
}

function textsOf(message: Uint8Array, wanted: number): string[] {
  return [...protobufFields(message)]
    .filter(({ number }) => number === wanted)
    .map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
}
