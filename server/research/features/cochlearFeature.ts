import { broadbandEnvelope } from '@/ml/audio/cochleogram/broadbandEnvelope';
import { Cochleogram, cochlearChannels } from '@/ml/audio/cochleogram/cochleogram';
import { cochlearRateHz } from '@/ml/audio/cochleogram/constantQFilters';
import type { RowFile } from './rowFile';
import type { SoundFeature } from './soundFeature';
import type { SpooledSound } from './spooledSound';

/** Where the frames go; null for what is not wanted. */
export interface CochlearFiles {
  envelope: RowFile | null;
  cochleogram: RowFile | null;
}

/**
 * The cochleogram of a sound and its broadband envelope, in memory that does not grow with its length. The hair cells
 * bend it by its level, so that it is first brought to a mean square of 1 over its whole length (`unitseq` of the NSL
 * toolbox), which is known only when all has been heard.
 */
export class CochlearFeature implements SoundFeature {
  readonly rateHz = cochlearRateHz;

  constructor(
    private readonly sound: SpooledSound,
    private readonly files: CochlearFiles,
  ) {}

  async push(mono: Float32Array): Promise<void> {
    await this.sound.append(mono);
  }

  async finish(alive: () => void): Promise<void> {
    const cochleogram = new Cochleogram();
    for await (const piece of this.sound.atUnitLevel()) {
      await this.write(cochleogram.push(piece));
      alive();
    }
    await this.write(cochleogram.flush());
  }

  async close(): Promise<void> {
    await this.sound.close();
  }

  private async write(frames: Float32Array): Promise<void> {
    await this.files.cochleogram?.append(frames);
    await this.files.envelope?.append(broadbandEnvelope(frames, cochlearChannels));
  }
}
