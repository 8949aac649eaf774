import { type InferenceSession, Tensor } from 'onnxruntime-node';
import frontEnd from '../audio/measure/frontEnd.json';
import { withOutputs } from '../onnx/graphNodes';
import { openSession, requireInput, requireOutputs } from '../onnx/session';
import { type FrameChunk } from './frameChunks';
import { halfSecondMeans } from './halfSecondMeans';

const { melBands, sampleRateHz, hopSamples } = frontEnd;

/** A layer of the embedding network: the tensor of its graph that holds it, [1, channels, time] or [1, channels, time, bands]. */
interface EmbeddingLayer {
  name: string;
  /** ONNX's word for what makes it. */
  operation: string;
  tensor: string;
  channels: number;
  /** How many of its frames are half a second. */
  framesPerHalfSecond: number;
}

const melFramesPerHalfSecond = sampleRateHz / hopSamples / 2;

const convolution = ([channels, stride]: number[], place: number): EmbeddingLayer => ({
  name: `conv${place + 1}`,
  operation: 'Relu',
  tensor: `/network/trunk/trunk.${place}/trunk.${place}.2/Relu_output_0`,
  channels,
  framesPerHalfSecond: melFramesPerHalfSecond / stride,
});
const context = (place: number): EmbeddingLayer => ({
  name: `context${place + 1}`,
  operation: 'Relu',
  tensor: `/network/context/context.${place}/Relu_output_0`,
  channels: 192,
  framesPerHalfSecond: melFramesPerHalfSecond / 4,
});

/** Its layers from the input on, each after its activation (ml/models/embedding-1.md), under plain names. */
export const embeddingLayers: readonly EmbeddingLayer[] = [
  ...[
    [32, 2],
    [48, 2],
    [64, 4],
    [96, 4],
    [96, 4],
    [128, 4],
  ].map(convolution),
  { ...context(0), name: 'join', tensor: '/network/join/join.2/Relu_output_0' },
  ...[0, 1, 2].map(context),
  {
    ...{ name: 'wide', operation: 'Relu', tensor: '/network/wide/wide.2/Relu_output_0' },
    ...{ channels: 224, framesPerHalfSecond: 1 },
  },
  {
    ...{ name: 'embedding', operation: 'Conv', tensor: '/network/embed/Conv_output_0' },
    ...{ channels: 200, framesPerHalfSecond: 1 },
  },
];

/** The embedding network looked into: for every half second the mean of each channel of some of its layers. */
export class EmbeddingLayerNetwork {
  private constructor(
    private readonly session: InferenceSession,
    readonly layers: readonly EmbeddingLayer[],
  ) {}

  /**
   * @param onnx the embedding network's graph. @param names of layers, at least one
   * @throws RangeError for a layer that there is not, or a graph that is another network's
   */
  static async load(onnx: Uint8Array, names: readonly string[]): Promise<EmbeddingLayerNetwork> {
    const layers = names.map(layerNamed);
    const tensors = layers.map(({ tensor }) => tensor);
    const session = await openSession(withOutputs(onnx, tensors));
    requireInput(session, 'mel', melBands);
    requireOutputs(session, tensors);
    return new EmbeddingLayerNetwork(session, layers);
  }

  /** The half seconds to keep of a chunk, by layer: [keep, channels]. */
  async hear({ frames, skip, keep }: FrameChunk): Promise<Float32Array[]> {
    const mel = new Tensor('float32', frames, [1, frames.length / melBands, melBands]);
    const wanted = this.layers.map(({ tensor }) => tensor);
    const answer = await this.session.run({ mel }, [...wanted, 'presence']);
    const halfSeconds = answer.presence.dims[1];
    return this.layers.map(({ tensor, channels, framesPerHalfSecond }) => {
      const means = halfSecondMeans(answer[tensor], { halfSeconds, framesPerHalfSecond });
      return means.slice(skip * channels, (skip + keep) * channels);
    });
  }

  release(): Promise<void> {
    return this.session.release();
  }
}

function layerNamed(wanted: string): EmbeddingLayer {
  const layer = embeddingLayers.find(({ name }) => name === wanted);
  if (layer) return layer;
  const known = embeddingLayers.map(({ name }) => name).join(', ');
  throw new RangeError(`invalid layer: ${wanted} (the network has ${known})`);
}
