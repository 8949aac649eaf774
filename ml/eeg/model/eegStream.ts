import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { type Matrix, matrixOf } from '../../matrix/matrix';
import { openSession, requireOutputs } from '../../onnx/session';
import { type EmotionDimension, heardEmotion, type HeardEmotion, toldDimensions } from './heardEmotion';
import { runInBatches } from './runInBatches';

/** What EEG says, and which moments it was told by. */
interface HeardEeg extends HeardEmotion {
  /** [n, steps], each row summing to 1. */
  attention: Matrix;
}

/** A loaded network that hears EEG. */
export interface EegStream {
  /** A window is [steps, features]; features are channels times bands, channel by channel, in nats. */
  readonly steps: number;
  readonly features: number;
  readonly dimensions: readonly EmotionDimension[];
  /** Whether it is for any listener and wants to know what theirs is like on average (`listenerBaseline`). */
  readonly wantsBaseline: boolean;
  /**
   * Hears the windows of one listener.
   *
   * @param values [windows, steps, features], finite. @param baseline [features], if it is wanted
   * @throws RangeError where a window is not whole, or a baseline is missing or needless
   */
  hear(values: Float32Array, baseline?: Float32Array): Promise<HeardEeg>;
  /** Frees the graph's memory. */
  release(): Promise<void>;
}

/**
 * Loads eeg.onnx as `ml/training/eeg` exports it, given as bytes or as its path.
 *
 * @throws RangeError for another graph, or the runtime's own error for what is no graph.
 */
export async function loadEegStream(graph: Uint8Array | string): Promise<EegStream> {
  const session = await openSession(graph);
  const [steps, features] = windowShape(session);
  const dimensions = toldDimensions(session);
  requireOutputs(session, ['common', 'attention']);
  const wantsBaseline = session.inputNames.includes('baseline');
  return {
    steps,
    features,
    dimensions,
    wantsBaseline,
    hear: async (values, baseline) => {
      requireWhole(values, steps * features);
      const shared = sharedInputs({ wantsBaseline, features }, baseline);
      const answers = await runInBatches(
        session,
        { name: 'features', values, shape: [steps, features] },
        shared,
      );
      return { ...heardEmotion(answers, dimensions), attention: matrixOf(answers.attention, steps) };
    },
    release: () => session.release(),
  };
}

/** Steps and features of a window. */
function windowShape(session: InferenceSession): [number, number] {
  const input = session.inputMetadata.find(({ name }) => name === 'features');
  const shape = input?.isTensor ? input.shape.slice(1) : [];
  const others = session.inputNames.filter((name) => name !== 'features' && name !== 'baseline');
  const [steps, features] = shape;
  if (typeof steps !== 'number' || typeof features !== 'number' || shape.length > 2 || others.length > 0) {
    throw new RangeError(
      `invalid model input: ${session.inputNames.join()} [batch,${shape.join()}] (features [batch, steps, features])`,
    );
  }
  return [steps, features];
}

function requireWhole(values: Float32Array, size: number): void {
  if (values.length % size !== 0) {
    throw new RangeError(`invalid windows: ${values.length} numbers (whole windows of ${size})`);
  }
}

function sharedInputs(
  stream: { wantsBaseline: boolean; features: number },
  baseline: Float32Array | undefined,
): Record<string, Tensor> {
  const wanted = stream.wantsBaseline ? stream.features : undefined;
  if (baseline?.length !== wanted) {
    throw new RangeError(`invalid baseline: ${baseline?.length ?? 'none'} numbers (${wanted ?? 'none'})`);
  }
  return baseline ? { baseline: new Tensor('float32', baseline, [baseline.length]) } : {};
}
