import { mediaRateHz } from '../interchange/handedOver';
import type { Stereo } from './sectionSound';
import type { SectionPlan } from './sectionPlan';

/** What is done to a section's samples. */
export interface Levelling {
  plan: Pick<SectionPlan, 'cueAtSample' | 'cueSamples'>;
  gainDecibels: number;
  /** From the cue's start, and to its end; 0 for none. */
  fadeInSeconds: number;
  fadeOutSeconds: number;
}

/** A piece of a section, which begins `at` samples after its first, with its gain and its fades: straight lines. */
export function levelled(piece: Stereo, at: number, levelling: Levelling): Stereo {
  const { plan, gainDecibels, fadeInSeconds, fadeOutSeconds } = levelling;
  const gain = 10 ** (gainDecibels / 20);
  const cueEnd = plan.cueAtSample + plan.cueSamples;
  const [fadeIn, fadeOut] = [fadeInSeconds, fadeOutSeconds].map((seconds) => seconds * mediaRateHz);
  const rise = (sample: number) => (fadeIn > 0 ? share((sample - plan.cueAtSample) / fadeIn) : 1);
  const fall = (sample: number) => (fadeOut > 0 ? share((cueEnd - sample) / fadeOut) : 1);
  return piece.map((samples) =>
    samples.map((value, index) => value * gain * rise(at + index) * fall(at + index)),
  ) as Stereo;
}

const share = (value: number) => Math.min(1, Math.max(0, value));
