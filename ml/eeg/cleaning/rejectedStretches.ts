import type { EegSignal } from '../eegSignal';
import type { RejectedStretch } from './cleanedEeg';

/**
 * Seconds in which a channel moves by more than a limit from its lowest to its highest sample, those that follow each
 * other as one stretch. The last may be shorter than a second.
 */
export function rejectedStretches(signal: EegSignal, mostMicrovolts: number): RejectedStretch[] {
  const length = signal.samples[0]?.length ?? 0;
  const perSecond = Math.round(signal.rateHz);
  const stretches: RejectedStretch[] = [];
  for (let from = 0; from < length; from += perSecond) {
    const worst = worstChannel(signal, [from, Math.min(length, from + perSecond)]);
    if (!(worst.peakToPeakMicrovolts > mostMicrovolts)) continue;
    const startSeconds = from / signal.rateHz;
    const endSeconds = Math.min(length, from + perSecond) / signal.rateHz;
    const last = stretches.at(-1);
    if (last?.endSeconds !== startSeconds) stretches.push({ startSeconds, endSeconds, ...worst });
    else if (worst.peakToPeakMicrovolts > last.peakToPeakMicrovolts)
      Object.assign(last, { endSeconds, ...worst });
    else last.endSeconds = endSeconds;
  }
  return stretches;
}

function worstChannel({ channels, samples }: EegSignal, [from, to]: readonly [number, number]) {
  let [worst, peakToPeakMicrovolts] = [0, 0];
  for (let channel = 0; channel < samples.length; channel++) {
    let [lowest, highest] = [Infinity, -Infinity];
    for (let at = from; at < to; at++) {
      const value = samples[channel][at];
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    if (highest - lowest <= peakToPeakMicrovolts) continue;
    [worst, peakToPeakMicrovolts] = [channel, highest - lowest];
  }
  return { channel: channels[worst] ?? '', peakToPeakMicrovolts };
}
