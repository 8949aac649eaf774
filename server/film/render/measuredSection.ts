import { LoudnessMeter } from '@/ml/audio/measure/loudnessMeter';
import { TruePeakMeter } from '@/ml/audio/measure/truePeakMeter';
import { mediaRateHz } from '../interchange/handedOver';
import type { SectionLevels } from './loudnessGain';
import type { SectionPlan } from './sectionPlan';
import { editSound } from './editSound';
import type { OpenSound } from './openedSound';
import type { Stereo } from './sectionSound';

/** What a section is like, before any gain. */
export interface MeasuredSection extends SectionLevels {
  lengthSamples: number;
}

/** Measures a section, and hands each piece of it on in order: memory does not grow with the section. */
export async function measuredSection(
  open: OpenSound,
  plan: SectionPlan,
  take: (piece: Stereo) => Promise<void> = () => Promise.resolve(),
): Promise<MeasuredSection> {
  const loudness = new LoudnessMeter();
  const peaks = new TruePeakMeter();
  const cueEnd = plan.cueAtSample + plan.cueSamples;
  let written = 0;
  for await (const piece of editSound(open, plan)) {
    peaks.push({ channels: piece, sampleRateHz: mediaRateHz });
    const [from, to] = [plan.cueAtSample, cueEnd].map((sample) =>
      Math.min(piece[0].length, Math.max(0, sample - written)),
    );
    const heard = piece.map((samples) => samples.subarray(from, to));
    if (from < to) loudness.push({ channels: heard, sampleRateHz: mediaRateHz });
    await take(piece);
    written += piece[0].length;
  }
  const { integratedLufs = null } = loudness.finish();
  const { samplePeakDb = null, truePeakDb = null } = peaks.finish();
  return { lengthSamples: written, integratedLufs, samplePeakDb, truePeakDb };
}
