import type { SitePosition } from '../../montage/sitePositions';
import type { Random } from '../../../random';
import { reach } from '../sphere';

/** Electrodes to which artefacts are added. */
export interface ArtefactScene {
  rateHz: number;
  /** [channel] */
  electrodes: readonly SitePosition[];
  /** [channel][sample], in microvolts; artefacts are added here. */
  samples: readonly Float64Array[];
}

/** Random moments, so many a minute (a Poisson process), in seconds from 0 to below `seconds`. */
export function randomMoments(random: Random, perMinute: number, seconds: number): number[] {
  const moments: number[] = [];
  if (perMinute === 0) return moments;
  const gap = () => (-60 / perMinute) * Math.log(1 - random.next());
  for (let moment = gap(); moment < seconds; moment += gap()) moments.push(moment);
  return moments;
}

export const secondsOf = ({ samples, rateHz }: ArtefactScene): number => samples[0].length / rateHz;

/** What a source in a direction gives to each electrode, 1 where it gives most: [channel]. */
export function relativeReach(scene: ArtefactScene, source: SitePosition, width: number): number[] {
  const gains = scene.electrodes.map((electrode) => reach(source, electrode, width));
  const most = Math.max(...gains);
  return gains.map((gain) => gain / most);
}

/** Adds a waveform, in microvolts, from a moment on; what lies beyond the end is left out. */
export function addWave(
  samples: Float64Array,
  { rateHz, fromSeconds, gain }: { rateHz: number; fromSeconds: number; gain: number },
  wave: ArrayLike<number>,
): void {
  const first = Math.round(fromSeconds * rateHz);
  const count = Math.min(wave.length, samples.length - first);
  for (let sample = 0; sample < count; sample++) samples[first + sample] += gain * wave[sample];
}
