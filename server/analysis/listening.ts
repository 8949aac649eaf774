import type { PcmChunk } from '@/ml/audio/pcm';
import type { AnalysisEnd, AnalysisFailure } from './analysisKind';
import { failureOf } from './failureOf';
import type { Extent, SoundListener } from './soundListener';

/** One listener at a file: where it fails, it hears no further, and the failure is its answer. */
export class Listening {
  private listener?: SoundListener<unknown>;
  private failure?: AnalysisFailure;

  constructor(readonly name: string) {}

  /** False once it has failed. */
  get hears(): boolean {
    return this.failure === undefined;
  }

  async start(begin: () => Promise<SoundListener<unknown>>): Promise<void> {
    await this.attempt(async () => (this.listener = await begin()));
  }

  async push(chunk: PcmChunk): Promise<void> {
    if (this.hears) await this.attempt(() => this.listener?.push(chunk));
  }

  async end(extent: Extent, alive: () => void): Promise<AnalysisEnd<unknown>> {
    let answer: unknown;
    if (this.hears) await this.attempt(async () => (answer = await this.listener?.finish(extent, alive)));
    return this.failure ?? { kind: 'answered', answer };
  }

  /** To be called in the end, however it went. */
  async close(): Promise<void> {
    await this.listener?.close?.();
  }

  private async attempt(work: () => Promise<unknown> | undefined): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}
