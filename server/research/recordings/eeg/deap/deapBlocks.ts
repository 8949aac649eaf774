import type { EegChannel, EegOptions, EegWish } from '../eegRecording';
import { wishedSpans } from '../blocks/planBlocks';
import { baselineSamples, trialSamples } from './deapLayout';
import type { DeapNumbers } from './deapTrials';

const samplesOfBlock = 256;

/** Samples of a trial that are handed out. */
export function shownSamples({ samples }: DeapNumbers, baseline: EegOptions['baseline']): number {
  return baseline === 'keep' ? samples : trialSamples;
}

/** Blocks of trials that follow one another, in pieces of two seconds. */
export async function* deapBlocks(
  numbers: DeapNumbers,
  { channels, baseline }: { channels: readonly EegChannel[]; baseline: EegOptions['baseline'] },
  wish: EegWish,
): AsyncGenerator<Float64Array[]> {
  const [span] = wishedSpans(channels, wish);
  if (wish.channels.length === 0 || span.to <= span.from) return;
  const length = shownSamples(numbers, baseline);
  const first = Math.floor(span.from / length);
  const trials = Array.from({ length: Math.ceil(span.to / length) - first }, (_, index) => first + index);
  const opened = await numbers.open({ trials, channels: wish.channels, signal: wish.signal });
  try {
    for (const trial of trials) {
      wish.signal?.throwIfAborted();
      const samples: Float64Array[] = [];
      for (const channel of wish.channels) {
        samples.push(withoutBaseline(await opened.read(trial, channel), baseline));
      }
      const from = Math.max(0, span.from - trial * length);
      const to = Math.min(length, span.to - trial * length);
      for (let at = from; at < to; at += samplesOfBlock) {
        const end = Math.min(to, at + samplesOfBlock);
        yield samples.map((all) => all.slice(at, end));
      }
    }
  } finally {
    await opened.close();
  }
}

/** What is left of a trial without its baseline, or with the mean of its baseline taken away. */
function withoutBaseline(samples: Float64Array, baseline: EegOptions['baseline']): Float64Array {
  if (baseline === 'keep' || samples.length === trialSamples) return samples;
  const rest = samples.slice(baselineSamples);
  if (baseline !== 'subtract') return rest;
  const mean = samples.subarray(0, baselineSamples).reduce((sum, value) => sum + value, 0) / baselineSamples;
  return rest.map((value) => value - mean);
}
