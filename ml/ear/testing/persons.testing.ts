import { dimensions } from '../../affect/dimension';
import { createRandom } from '../../random';
import { type FactorRows } from '../choleskyRows';
import { type Correction } from '../correction';
import { eachAxis } from '../eachAxis';
import { EarAxis } from '../earAxis';
import { type EarLibrary } from '../earLibrary';
import { type EarSettings } from '../earSettings';
import { likenessTo } from '../likeness';

/**
 * Where a person places every track of a library, drawn from the process of these settings, without bounds of the plane.
 * Corrections of it carry their noise; `truth` does not.
 */
export function simulatedPerson(library: EarLibrary, settings: EarSettings, seed: number) {
  const random = createRandom(seed, 'person with an ear');
  const tracks = Array.from({ length: library.embedding.rows }, (_, track) => track);
  const heard = tracks.map((track) => ({ track, likeness: likenessTo(library, track, settings.reach) }));
  const truth = eachAxis((dimension) => {
    const { points, deviations } = library.axes[dimension];
    // The factor needs some noise on its diagonal, which is a thousandth of a track's variance here.
    const still = { ...settings.axes[dimension], noise: 0.03 };
    const noiseless = new EarAxis({ points, deviations: new Float32Array(tracks.length).fill(1) }, still);
    const factor = heard.reduce<FactorRows>((grown) => noiseless.grown(grown, heard), []);
    const bells = tracks.map(() => random.bell());
    return factor.map((row, track) => {
      const error = row.reduce((sum, value, other) => sum + value * bells[other], 0);
      return points[track] + deviations[track] * error;
    });
  });
  const correction = (track: number): Correction => {
    const said = eachAxis((dimension) => {
      const noise = settings.axes[dimension].noise * random.bell();
      return Math.max(-1, Math.min(1, truth[dimension][track] + noise));
    });
    return { track, ...said };
  };
  return { truth, correction };
}

/** Root mean square errors of points, over both axes, on tracks that are not corrected. */
export function errorOnOthers(
  said: Record<'valence' | 'arousal', { points: Float32Array }>,
  truth: Record<'valence' | 'arousal', number[]>,
  corrected: ReadonlySet<number>,
): number {
  let [sum, count] = [0, 0];
  for (const dimension of dimensions) {
    truth[dimension].forEach((value, track) => {
      if (corrected.has(track)) return;
      sum += (value - said[dimension].points[track]) ** 2;
      count++;
    });
  }
  return Math.sqrt(sum / count);
}
