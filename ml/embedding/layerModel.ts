import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { withOutputs } from '../onnx/graphNodes';
import { openSession } from '../onnx/session';
import { frontEnds, type FrontEndName } from './frontEnds/frontEnds';
import type { FrontEnd } from './frontEnds/soundWindow';
import { graphLayers, type GraphLayer } from './graphLayers';
import { inputLayout, trialWindows } from './modelInput';
import { laidOut, type WindowLayout } from './windowLayout';

/** Numbers of one layer's vector at most. */
const mostNumbers = 16_000;

/** A network of which the values of some layers are taken, window by window. */
export interface LayerModel {
  readonly frontEnd: FrontEnd;
  /** How many numbers the vector of each layer has, in the order in which the layers were asked for. */
  readonly sizes: readonly number[];
  /** The vector of each layer for one of the front end's windows. */
  embed(window: Float32Array): Promise<Float32Array[]>;
  /** Frees the model's memory. */
  release(): Promise<void>;
}

/**
 * Loads a network to look into: the layers asked for are made outputs, and it is tried on a window. Of a layer with
 * several axes the vector is the mean of each channel over bands and moments of the window; of an output whose channels
 * are not known it is every number.
 *
 * @param model.graph content of the ONNX file. @param model.layers names among graphLayers, at least one.
 * @throws RangeError that says what does not fit, or the runtime's own error for what is no graph.
 */
export async function loadLayerModel(model: {
  graph: Uint8Array;
  frontEnd: FrontEndName;
  layers: readonly string[];
}): Promise<LayerModel> {
  const layers = chosenLayers(model.graph, model.layers);
  const session = await openSession(withMissingOutputs(model.graph, layers));
  const frontEnd = frontEnds[model.frontEnd];
  const network = new Network(session, { frontEnd, layers, layout: inputLayout(session, model.frontEnd) });
  const [ramp] = trialWindows(frontEnd);
  const sizes = (await network.embed(ramp)).map(({ length }) => length);
  const tooLarge = sizes.findIndex((size) => size > mostNumbers);
  if (tooLarge >= 0)
    throw new RangeError(
      `invalid layer: ${layers[tooLarge].name} of ${sizes[tooLarge]} numbers (at most ${mostNumbers})`,
    );
  return {
    frontEnd,
    sizes,
    embed: (window) => network.embed(window),
    release: () => session.release(),
  };
}

function chosenLayers(graph: Uint8Array, names: readonly string[]): GraphLayer[] {
  const layers = graphLayers(graph);
  return names.map((wanted) => {
    const layer = layers.find(({ name }) => name === wanted);
    if (layer) return layer;
    const found = layers.map(({ name }) => name).join(', ');
    throw new RangeError(`invalid layer: ${wanted} (the graph names ${found || 'none'})`);
  });
}

/** The graph, with those layers among its outputs that are none yet. */
function withMissingOutputs(graph: Uint8Array, layers: readonly GraphLayer[]): Uint8Array {
  const missing = layers.filter(({ isOutput }) => !isOutput).map(({ name }) => name);
  return missing.length === 0 ? graph : withOutputs(graph, missing);
}

/** The graph as a function from a window to vectors. */
class Network {
  constructor(
    private readonly session: InferenceSession,
    private readonly use: { frontEnd: FrontEnd; layers: readonly GraphLayer[]; layout: WindowLayout },
  ) {}

  /** @throws RangeError for a layer that is not of finite numbers in single precision. */
  async embed(window: Float32Array): Promise<Float32Array[]> {
    const { frontEnd, layers, layout } = this.use;
    const input = new Tensor('float32', laidOut([window], layout, frontEnd), [1, ...layout.dimensions]);
    const names = layers.map(({ name }) => name);
    const answer = await this.session.run({ [this.session.inputNames[0]]: input }, names);
    return layers.map((layer) => vectorOf(layer, answer[layer.name]));
  }
}

function vectorOf({ name, channelAxis }: GraphLayer, { type, data, dims }: Tensor): Float32Array {
  const values = type === 'float32' ? (data as Float32Array) : undefined;
  if (!values || values.length === 0 || !values.every(Number.isFinite))
    throw new RangeError(
      `invalid layer: ${name} ${type}[${dims.join(', ')}] (finite numbers in single precision)`,
    );
  if (channelAxis === null || dims.length < 3) return values.slice();
  return channelAxis === 'first' ? meansOfRuns(values, dims[1]) : meansOfTurns(values, dims[dims.length - 1]);
}

/** The mean of each of so many equal runs of values. */
function meansOfRuns(values: Float32Array, count: number): Float32Array {
  const length = values.length / count;
  return Float32Array.from({ length: count }, (_, run) => {
    let sum = 0;
    for (let i = run * length; i < (run + 1) * length; i++) sum += values[i];
    return sum / length;
  });
}

/** The mean of every so-manieth value, from each of the first. */
function meansOfTurns(values: Float32Array, count: number): Float32Array {
  const sums = new Float64Array(count);
  values.forEach((value, i) => (sums[i % count] += value));
  return Float32Array.from(sums, (sum) => (sum * count) / values.length);
}
