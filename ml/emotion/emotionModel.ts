import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { type EstimatedPoint } from '../affect/emotionPoint';
import { type Matrix } from '../matrix/matrix';
import { openSession, requireInput, requireOutputs } from '../onnx/session';
import { EmbeddingNetwork } from './embeddingNetwork';
import { type EmotionProfiler } from './emotionProfile';
import { featureSize } from './featureRows';
import { parseModelDefinition } from './modelDefinition';
import { NetworkProfiler } from './networkProfiler';

/** A loaded model. Any number of tracks may be profiled, one profiler each. */
export interface EmotionModel {
  readonly version: string;
  /** @param onEmbedded told the embedding of the next half seconds, [n, 200], as they are heard */
  profiler(onEmbedded?: (embedding: Matrix) => void): EmotionProfiler;
  /** Frees the model's memory; its profilers are of no use afterwards. */
  release(): Promise<void>;
}

/** A model's files: two graphs' bytes and the parsed JSON that was exported beside them. */
export interface ModelFiles {
  /** Log-mel frames to embeddings. */
  network: Uint8Array;
  /** A track's mean embedding and harmony to its point. */
  head: Uint8Array;
  definition: unknown;
}

/**
 * Loads an emotion model.
 *
 * @throws RangeError where the definition or a graph's input or output is not what this code computes.
 */
export async function loadEmotionModel(files: ModelFiles): Promise<EmotionModel> {
  const definition = parseModelDefinition(files.definition);
  const head = await openSession(files.head);
  requireInput(head, 'features', featureSize);
  requireOutputs(head, ['emotion', 'deviation']);
  const network = await EmbeddingNetwork.load(files.network);
  return {
    version: definition.version,
    profiler: (onEmbedded) =>
      new NetworkProfiler(definition, {
        network,
        answerPoint: (features) => answerPoint(head, features),
        onEmbedded,
      }),
    release: async () => {
      await Promise.all([network.release(), head.release()]);
    },
  };
}

async function answerPoint(head: InferenceSession, features: Float32Array): Promise<EstimatedPoint> {
  const input = new Tensor('float32', features, [1, features.length]);
  const output = await head.run({ features: input });
  const [valence, arousal] = output.emotion.data as Float32Array;
  const [valenceDeviation, arousalDeviation] = output.deviation.data as Float32Array;
  return { valence, arousal, valenceDeviation, arousalDeviation };
}
