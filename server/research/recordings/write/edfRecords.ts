import { AppError } from '../../../base/errors';
import { digitalRange, type EdfChannel } from './edfRecording';

/** Samples by channel, one stretch of time: [channel][samples]. */
export type EdfBlock = readonly ArrayLike<number>[];

/** Gathers samples until data records of a second are whole; counts samples that lay beyond a channel's range. */
export class EdfRecords {
  clipped = 0;
  private waiting: number[][];

  constructor(private readonly channels: readonly EdfChannel[]) {
    this.waiting = channels.map(() => []);
  }

  /** The samples of every data record that is whole with this block: two bytes each, channel after channel. */
  *add(block: EdfBlock): Generator<Buffer> {
    if (block.length !== this.channels.length)
      throw new AppError('invalid', `invalid block: ${block.length} channels (${this.channels.length})`);
    block.forEach((samples, channel) => {
      for (let sample = 0; sample < samples.length; sample++) this.waiting[channel].push(samples[sample]);
    });
    const records = this.channels.map(({ rateHz }, channel) =>
      Math.floor(this.waiting[channel].length / rateHz),
    );
    const whole = Math.min(...records);
    for (let record = 0; record < whole; record++) yield this.record(record);
    this.waiting = this.waiting.map((samples, channel) =>
      samples.slice(whole * this.channels[channel].rateHz),
    );
  }

  /** @throws AppError 'invalid' where samples are left that fill no second */
  end(): void {
    const left = this.waiting.findIndex((samples) => samples.length > 0);
    if (left >= 0)
      throw new AppError(
        'invalid',
        `invalid length of ${this.channels[left].label}: ${this.waiting[left].length} samples left over (whole seconds, the same of every channel)`,
      );
  }

  private record(record: number): Buffer {
    const bytes = Buffer.alloc(2 * this.channels.reduce((sum, { rateHz }) => sum + rateHz, 0));
    let at = 0;
    this.channels.forEach(({ rateHz, stepSize, label }, channel) => {
      for (let sample = record * rateHz; sample < (record + 1) * rateHz; sample++) {
        at = bytes.writeInt16LE(this.digital(this.waiting[channel][sample] / stepSize, label), at);
      }
    });
    return bytes;
  }

  private digital(steps: number, label: string): number {
    if (!Number.isFinite(steps))
      throw new AppError('invalid', `invalid sample of ${label}: ${steps} (EDF has no missing numbers)`);
    const { least, greatest } = digitalRange;
    const rounded = Math.round(steps);
    if (rounded < least || rounded > greatest) this.clipped++;
    return Math.min(greatest, Math.max(least, rounded));
  }
}
