import { type Matrix } from '../../matrix/matrix';
import { openSession, requireInput, requireOutputs } from '../../onnx/session';
import { type EmotionDimension, heardEmotion, type HeardEmotion, toldDimensions } from './heardEmotion';
import { runInBatches } from './runInBatches';

/** A loaded network that hears embeddings of music. */
export interface MusicStream {
  /** Numbers of an embedding. */
  readonly width: number;
  readonly dimensions: readonly EmotionDimension[];
  /** @param embeddings [n, width], finite. @throws RangeError for another width */
  hear(embeddings: Matrix): Promise<HeardEmotion>;
  /** Frees the graph's memory. */
  release(): Promise<void>;
}

/**
 * Loads music.onnx as `ml/training/eeg` exports it, given as bytes or as its path.
 *
 * @param width of the embeddings that it is to hear
 * @throws RangeError for another graph, or the runtime's own error for what is no graph.
 */
export async function loadMusicStream(graph: Uint8Array | string, width: number): Promise<MusicStream> {
  const session = await openSession(graph);
  requireInput(session, 'embedding', width);
  requireOutputs(session, ['common']);
  const dimensions = toldDimensions(session);
  return {
    width,
    dimensions,
    hear: async ({ columns, values }) => {
      if (columns !== width) throw new RangeError(`invalid embeddings: of ${columns} numbers (of ${width})`);
      return heardEmotion(
        await runInBatches(session, { name: 'embedding', values, shape: [width] }),
        dimensions,
      );
    },
    release: () => session.release(),
  };
}
