import { graphNodes, graphOutputs, type GraphNode } from '../onnx/graphNodes';

/** Where the channels of a layer's tensor stand: after the batch, or last; null where every number is one of its own. */
type ChannelAxis = 'first' | 'last' | null;

/** A tensor inside a network whose values can be taken as features. */
export interface GraphLayer {
  /** Of the tensor. */
  name: string;
  operation: string;
  /** All other axes but the batch are meaned over: bands and moments of a window. */
  channelAxis: ChannelAxis;
  /** The graph gives it anyway. */
  isOutput: boolean;
}

const channelsFirst = new Set([
  ...['Conv', 'ConvTranspose', 'BatchNormalization', 'InstanceNormalization', 'MaxPool', 'AveragePool'],
  ...['GlobalMaxPool', 'GlobalAveragePool'],
]);
const channelsLast = new Set(['Gemm', 'MatMul', 'LayerNormalization']);
const elementwise = new Set([
  ...['Relu', 'LeakyRelu', 'PRelu', 'Elu', 'Selu', 'Celu', 'Gelu', 'Softplus', 'Mish', 'HardSwish'],
  ...['Tanh', 'Sigmoid', 'HardSigmoid', 'Clip', 'Add'],
]);

/**
 * The layers of an ONNX graph: its outputs, and what named steps of the usual kinds make (convolutions, dense layers,
 * normalisations, pools, activations and sums of them). Steps without a name, and such where it cannot be told which axis
 * holds the channels (after a transposition, for instance), are none.
 *
 * @throws RangeError for what is no ONNX file.
 */
export function graphLayers(model: Uint8Array): GraphLayer[] {
  const axes = new Map<string, Exclude<ChannelAxis, null>>();
  const nodes = graphNodes(model);
  const given = graphOutputs(model);
  const layers: GraphLayer[] = [];
  for (const node of nodes) {
    const [output] = node.outputs;
    const channelAxis = axisOf(node, axes);
    if (channelAxis) axes.set(output, channelAxis);
    const isOutput = given.includes(output);
    const { operation, name } = node;
    if (isOutput || (channelAxis && name))
      layers.push({ name: output, operation, channelAxis: channelAxis ?? null, isOutput });
  }
  return layers;
}

function axisOf({ operation, inputs }: GraphNode, axes: ReadonlyMap<string, 'first' | 'last'>) {
  if (channelsFirst.has(operation)) return 'first';
  if (channelsLast.has(operation)) return 'last';
  const known = inputs.find((input) => axes.has(input));
  return elementwise.has(operation) && known !== undefined ? axes.get(known) : undefined;
}
