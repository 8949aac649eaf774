import { InferenceSession, Tensor } from 'onnxruntime-node';
import { type EmotionCurve, type EmotionPoint } from './emotionCurve';
import { type ModelDefinition, parseModelDefinition } from './modelDefinition';
import { featureCount } from './poolLayout';
import { PooledProfiler } from './pooledProfiler';

/** All that a model says about a track. */
export interface EmotionProfile {
  /** Version of the model that says it, such as `emotion-1`. */
  modelVersion: string;
  /** How the track sounds: 200 numbers, near in Euclidean distance where tracks sound alike. */
  embedding: Float32Array;
  point: EmotionPoint;
  /** One sample for every half second of the track, at least one. */
  curve: EmotionCurve;
}

/** Takes one track's log-mel frames as they come, then profiles it. */
export interface EmotionProfiler {
  /** The next frames, row-major [n, 96], in pieces of any size. */
  push(melFrames: Float32Array): void;
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

/** Answers for n windows: embedding [n, embeddingSize], emotion and deviation [n, 2] (valence, arousal). */
export interface WindowAnswers {
  embedding: Float32Array;
  emotion: Float32Array;
  deviation: Float32Array;
}

/**
 * Loads an emotion model.
 *
 * @param model.onnx the graph's bytes. @param model.definition the parsed JSON that was exported beside it.
 * @throws RangeError where the definition or the graph's input is not what this code computes.
 */
export async function loadEmotionModel(model: {
  onnx: Uint8Array;
  definition: unknown;
}): Promise<EmotionModel> {
  const definition = parseModelDefinition(model.definition);
  const session = await InferenceSession.create(model.onnx, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  checkInput(session);
  const answer = (features: Float32Array): Promise<WindowAnswers> =>
    runWindows(session, definition, features);
  return {
    version: definition.version,
    profiler: () => new PooledProfiler(definition, answer),
    release: () => session.release(),
  };
}

function checkInput(session: InferenceSession): void {
  const [input] = session.inputMetadata;
  const width = input.isTensor ? input.shape.at(-1) : undefined;
  if (session.inputNames.join() !== 'features' || width !== featureCount) {
    throw new RangeError(
      `invalid model input: ${session.inputNames.join()} of width ${width} (features of width ${featureCount})`,
    );
  }
}

async function runWindows(
  session: InferenceSession,
  definition: ModelDefinition,
  features: Float32Array,
): Promise<WindowAnswers> {
  const input = new Tensor('float32', features, [features.length / featureCount, featureCount]);
  const output = await session.run({ features: input });
  const read = (name: string, width: number): Float32Array => {
    const tensor = output[name];
    if (tensor?.type !== 'float32' || tensor.dims[1] !== width) {
      throw new RangeError(`invalid model output: ${name} (float32 of width ${width})`);
    }
    return tensor.data as Float32Array;
  };
  return {
    embedding: read('embedding', definition.embeddingSize),
    emotion: read('emotion', 2),
    deviation: read('deviation', 2),
  };
}
