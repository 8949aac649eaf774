import { InferenceSession, Tensor } from 'onnxruntime-node';
import frontEnd from '../audio/measure/frontEnd.json';
import { type FrameChunk } from './frameChunks';

const { melBands } = frontEnd;

/** Numbers of one embedding. */
export const embeddingSize = 200;

/** How every half second of a stretch sounds. */
export interface EmbeddedHalfSeconds {
  /** Row-major [halfSeconds, 200]. */
  embedding: Float32Array;
  /** How much there is to hear, 0 (digital silence) to 1, [halfSeconds]. */
  presence: Float32Array;
}

/**
 * The embedding network: convolutional along time, one vector for every half second, distilled from MusiCNN
 * (ml/models/embedding-1.md). It hears less than 2 s ahead and less than 8 s back.
 */
export class EmbeddingNetwork {
  private constructor(private readonly session: InferenceSession) {}

  /** @throws RangeError where the graph's input is not `mel` with 96 bands. */
  static async load(onnx: Uint8Array): Promise<EmbeddingNetwork> {
    const session = await openSession(onnx);
    requireInput(session, 'mel', melBands);
    return new EmbeddingNetwork(session);
  }

  /** The half seconds to keep of a chunk. */
  async embed({ frames, skip, keep }: FrameChunk): Promise<EmbeddedHalfSeconds> {
    const mel = new Tensor('float32', frames, [1, frames.length / melBands, melBands]);
    const { embedding, presence } = await this.session.run({ mel });
    const rows = embedding.data as Float32Array;
    return {
      embedding: rows.slice(skip * embeddingSize, (skip + keep) * embeddingSize),
      presence: (presence.data as Float32Array).slice(skip, skip + keep),
    };
  }

  release(): Promise<void> {
    return this.session.release();
  }
}

/** A session on one thread: the analysis runs as many processes as there are cores to use. */
export function openSession(onnx: Uint8Array): Promise<InferenceSession> {
  return InferenceSession.create(onnx, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
}

/** @throws RangeError where a graph's only input has another name or width. */
export function requireInput(session: InferenceSession, name: string, width: number): void {
  const [input] = session.inputMetadata;
  const found = input.isTensor ? input.shape.at(-1) : undefined;
  if (session.inputNames.join() !== name || found !== width) {
    throw new RangeError(
      `invalid model input: ${session.inputNames.join()} of width ${found} (${name} of width ${width})`,
    );
  }
}
