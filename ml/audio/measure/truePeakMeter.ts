import { Resampler } from '../filter/resampler';
import { type PcmChunk } from '../pcm';
import { largestMagnitude } from './largestMagnitude';

/** Between samples a sound may rise higher than at them: four times as many are looked at. */
const oversampling = 4;

/**
 * Streaming true peak after ITU-R BS.1770-4, annex 2: the largest magnitude of the sound at four times its rate, and of
 * its own samples. For rates of 8 to 96 kHz.
 */
export class TruePeakMeter {
  private filters: Resampler[] = [];
  private samplePeak = 0;
  private peak = 0;

  push({ channels, sampleRateHz }: PcmChunk): void {
    if (this.filters.length === 0)
      this.filters = channels.map(() => new Resampler(sampleRateHz, oversampling * sampleRateHz));
    channels.forEach((samples, channel) => {
      this.samplePeak = Math.max(this.samplePeak, largestMagnitude(samples));
      this.peak = Math.max(this.peak, largestMagnitude(this.filters[channel].push(samples)));
    });
  }

  /** The largest sample and the true peak, in dB of full scale; undefined for digital silence. */
  finish(): { samplePeakDb: number | undefined; truePeakDb: number | undefined } {
    const rest = this.filters.map((filter) => largestMagnitude(filter.flush()));
    const decibels = (peak: number) => (peak > 0 ? 20 * Math.log10(peak) : undefined);
    return {
      samplePeakDb: decibels(this.samplePeak),
      truePeakDb: decibels(Math.max(this.samplePeak, this.peak, ...rest)),
    };
  }
}
