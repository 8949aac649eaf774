import { type InferenceSession, Tensor } from 'onnxruntime-node';
import frontEnd from '../audio/measure/frontEnd.json';
import { type Matrix, matrixOf } from '../matrix/matrix';
import { openSession, requireInput, requireOutputs } from '../onnx/session';
import { type FrameChunk } from './frameChunks';

const { melBands } = frontEnd;

/** Numbers of one embedding. */
export const embeddingSize = 200;

/** How every half second of a stretch sounds. */
export interface EmbeddedHalfSeconds {
  /** [halfSeconds, 200]. */
  embedding: Matrix;
  /** How much there is to hear, 0 (digital silence) to 1, [halfSeconds]. */
  presence: Float32Array;
}

/**
 * The embedding network: convolutional along time, one vector for every half second, distilled from MusiCNN
 * (ml/models/embedding-1.md). It hears less than 2 s ahead and less than 8 s back.
 */
export class EmbeddingNetwork {
  private constructor(private readonly session: InferenceSession) {}

  /** @throws RangeError where the graph does not make `embedding` and `presence` of `mel` with 96 bands. */
  static async load(onnx: Uint8Array): Promise<EmbeddingNetwork> {
    const session = await openSession(onnx);
    requireInput(session, 'mel', melBands);
    requireOutputs(session, ['embedding', 'presence']);
    return new EmbeddingNetwork(session);
  }

  /** The half seconds to keep of a chunk. */
  async embed({ frames, skip, keep }: FrameChunk): Promise<EmbeddedHalfSeconds> {
    const mel = new Tensor('float32', frames, [1, frames.length / melBands, melBands]);
    const { embedding, presence } = await this.session.run({ mel });
    const rows = (embedding.data as Float32Array).slice(skip * embeddingSize, (skip + keep) * embeddingSize);
    return {
      embedding: matrixOf(rows, embeddingSize),
      presence: (presence.data as Float32Array).slice(skip, skip + keep),
    };
  }

  release(): Promise<void> {
    return this.session.release();
  }
}
