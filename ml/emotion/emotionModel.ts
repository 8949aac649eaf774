import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { type EmotionCurve, type EmotionPoint } from './emotionCurve';
import { EmbeddingNetwork, embeddingSize, openSession, requireInput } from './embeddingNetwork';
import { parseModelDefinition } from './modelDefinition';
import { NetworkProfiler } from './networkProfiler';

/** All that a model says about a track. */
export interface EmotionProfile {
  /** Version of the model that says it, such as `emotion-2`. */
  modelVersion: string;
  /** How the track sounds: 200 numbers, near in cosine where tracks sound alike. */
  embedding: Float32Array;
  point: EmotionPoint;
  /** One sample for every half second of the track, at least one. */
  curve: EmotionCurve;
}

/** Takes one track's log-mel frames as they come, then profiles it. */
export interface EmotionProfiler {
  /** The next frames, row-major [n, 96], in pieces of any size; to be awaited before the next, which bounds memory. */
  push(melFrames: Float32Array): Promise<void>;
  /** The profile of all that was pushed. @throws RangeError where that was nothing. */
  finish(): Promise<EmotionProfile>;
}

/** A loaded model. Any number of tracks may be profiled, one profiler each. */
export interface EmotionModel {
  readonly version: string;
  profiler(): EmotionProfiler;
  /** Frees the model's memory; its profilers are of no use afterwards. */
  release(): Promise<void>;
}

/** A model's files: two graphs' bytes and the parsed JSON that was exported beside them. */
export interface ModelFiles {
  /** Log-mel frames to embeddings. */
  network: Uint8Array;
  /** A track's statistics to its point. */
  head: Uint8Array;
  definition: unknown;
}

/**
 * Loads an emotion model.
 *
 * @throws RangeError where the definition or a graph's input is not what this code computes.
 */
export async function loadEmotionModel(files: ModelFiles): Promise<EmotionModel> {
  const definition = parseModelDefinition(files.definition);
  const head = await openSession(files.head);
  requireInput(head, 'statistics', 2 * embeddingSize);
  const network = await EmbeddingNetwork.load(files.network);
  return {
    version: definition.version,
    profiler: () => new NetworkProfiler(definition, network, (statistics) => answerPoint(head, statistics)),
    release: async () => {
      await Promise.all([network.release(), head.release()]);
    },
  };
}

async function answerPoint(head: InferenceSession, statistics: Float32Array): Promise<EmotionPoint> {
  const input = new Tensor('float32', statistics, [1, statistics.length]);
  const output = await head.run({ statistics: input });
  const [valence, arousal] = output.emotion.data as Float32Array;
  const [valenceDeviation, arousalDeviation] = output.deviation.data as Float32Array;
  return { valence, arousal, valenceDeviation, arousalDeviation };
}
