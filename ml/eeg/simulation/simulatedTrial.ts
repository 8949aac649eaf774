import type { EegSignal } from '../eegSignal';
import type { SimulatedEeg } from './simulateEeg';
import { simulatedStretch } from './simulatedStretch';
import type { Listening } from './sourceLevels';

/** What a participant's electrodes record while a track sounds, from its first to its last moment, in microvolts. */
export function simulatedTrial(eeg: SimulatedEeg, listening: Listening): EegSignal {
  const { rateHz, restSeconds } = eeg.plan;
  const signal = simulatedStretch(eeg, listening);
  const first = restSeconds * rateHz;
  const end = first + Math.floor(eeg.tracks[listening.track].durationSeconds * rateHz);
  return { ...signal, samples: signal.samples.map((own) => own.slice(first, end)) };
}
