import { entropyOf, laidOut } from '../../entropy/differentialEntropy';
import { stepGrid, type StepGrid } from '../../entropy/stepGrid';
import type { EntropyPlan, EntropyWindows } from '../../eegSignal';
import { simulatedElectrodes } from '../simulatedElectrodes';
import type { SimulatedEeg } from '../simulateEeg';
import type { Listening } from '../sourceLevels';
import { stepEnergies } from './stepEnergies';

/** The windows that lie in a track. */
const trackGrid = (eeg: SimulatedEeg, track: number, plan: EntropyPlan): StepGrid =>
  stepGrid(plan, eeg.plan.rateHz, Math.floor(eeg.tracks[track].durationSeconds * eeg.plan.rateHz));

/**
 * Differential entropy of the windows of a trial, drawn from the sources without making a signal: what
 * `differentialEntropy` measures by spectra in a recording without artefacts against the average of its channels, in
 * distribution. No window is rejected.
 *
 * @throws RangeError for another method than spectra, and where steps overlap by more than a half: their chance would not
 *   be independent then
 */
export function simulatedWindows(eeg: SimulatedEeg, listening: Listening, plan: EntropyPlan): EntropyWindows {
  if (plan.method !== 'stft') throw new RangeError(`invalid method: ${plan.method} (stft is simulated)`);
  const grid = trackGrid(eeg, listening.track, plan);
  requireHalf(grid);
  const { rateHz } = eeg.plan;
  const energies = stepEnergies(eeg, listening, {
    bands: plan.bands,
    stepSeconds: plan.stepSeconds,
    startSeconds: Float64Array.from(grid.starts, (start) => start / rateHz),
  });
  return {
    channels: [...simulatedElectrodes.keys()],
    bands: plan.bands.map(({ name }) => name),
    startSeconds: Float64Array.from({ length: grid.windows }, (_, window) => window * plan.hopSeconds),
    steps: grid.steps,
    values: laidOut(Float32Array.from(energies.values, entropyOf), energies.columns, grid),
    rejected: new Uint8Array(grid.windows),
  };
}

function requireHalf({ starts, stepSamples }: StepGrid): void {
  for (let step = 1; step < starts.length; step++)
    if (starts[step] - starts[step - 1] < Math.floor(stepSamples / 2))
      throw new RangeError(
        `invalid hopSeconds: steps ${starts[step] - starts[step - 1]} samples apart (half a step, ${stepSamples / 2}, or more)`,
      );
}
