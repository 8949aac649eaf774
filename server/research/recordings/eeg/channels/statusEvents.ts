import type { EegEvent, EegWish } from '../eegRecording';
import type { SampledChannel } from '../blocks/planBlocks';

/** A status channel holds 16 lines for triggers and one that tells a new epoch; those above are the recorder's own. */
const statusBits = 0x1ffff;
const triggerBits = 0xffff;
/** A channel that changes more often is no status, whatever its name. */
const mostEvents = 200_000;

/** A number that was scaled may come back a little nearer to 0 than it was. */
const slack = 1e-4;

/** A status channel's number, as MNE-Python gives it: the 17 lower bits of its whole part. */
export function statusOf(value: number): number {
  return Math.trunc(value + Math.sign(value) * slack) & statusBits;
}

/**
 * Events of a status channel: each change of its 16 trigger lines to another number than 0, named by that number. What
 * stands there from the first sample on is no event.
 *
 * @returns null where it changes more than 200,000 times
 */
export async function statusEvents(
  { rateHz }: SampledChannel,
  channel: number,
  blocks: (wish: EegWish) => AsyncIterable<Float64Array[]>,
): Promise<EegEvent[] | null> {
  const events: EegEvent[] = [];
  let before: number | undefined;
  let sample = 0;
  for await (const [values] of blocks({ channels: [channel] })) {
    for (const value of values) {
      const now = value & triggerBits;
      if (before !== undefined && now !== before && now !== 0) {
        events.push({ onsetSeconds: sample / rateHz, durationSeconds: 0, label: String(now) });
      }
      before = now;
      sample++;
    }
    if (events.length > mostEvents) return null;
  }
  return events;
}
