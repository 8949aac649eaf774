import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { doubleMatrixOf } from '@/ml/linear/doubleMatrix';
import { RowFile } from '../../features/rowFile';
import { npyBytes } from '../../recordings/write/npyBytes';
import type { EegSetDescription } from './eegSetDescription';

/** A window of a participant and a track. */
export interface SetWindow {
  participant: number;
  track: number;
  /** From the beginning of the track. */
  startSeconds: number;
  /** [steps, channels * bands], channel * bands + band, nats. */
  entropy: Float32Array;
  /** The embedding of the same stretch of the track. */
  music: Float32Array;
}

/** The sizes that rows have before the first is written. */
export interface RowSizes {
  steps: number;
  /** Channels times bands. */
  features: number;
  /** Of the embedding. */
  width: number;
}

/** Writes the arrays of a training set, a window at a time; what says what they are comes last. */
export class EegSetWriter {
  private readonly windows: number[] = [];

  private constructor(
    private readonly folder: string,
    private readonly eeg: RowFile,
    private readonly music: RowFile,
  ) {}

  static async create(folder: string, { steps, features, width }: RowSizes): Promise<EegSetWriter> {
    const eeg = await RowFile.create(join(folder, 'eeg.npy'), steps, features);
    const music = await RowFile.create(join(folder, 'music.npy'), width);
    return new EegSetWriter(folder, eeg, music);
  }

  get count(): number {
    return this.windows.length / columns;
  }

  async add({ participant, track, startSeconds, entropy, music }: SetWindow): Promise<void> {
    this.windows.push(participant, track, startSeconds);
    await this.eeg.append(entropy);
    await this.music.append(music);
  }

  /** Completes the set. */
  async finish(description: EegSetDescription): Promise<void> {
    await this.eeg.finish();
    await this.music.finish();
    const windows = doubleMatrixOf(Float64Array.from(this.windows), columns);
    await writeFile(join(this.folder, 'windows.npy'), npyBytes(windows));
    await writeFile(join(this.folder, 'set.json'), `${JSON.stringify(description, null, 2)}\n`);
  }

  /** Lets go of the files, finished or not. */
  async close(): Promise<void> {
    await this.eeg.close();
    await this.music.close();
  }
}

/** Of `windows.npy`: participant, track, start. */
const columns = 3;
