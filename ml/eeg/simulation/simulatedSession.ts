import type { EegSignal } from '../eegSignal';
import type { SimulatedEeg } from './simulateEeg';
import { simulatedStretch } from './simulatedStretch';
import { stretchSeconds, tailSeconds } from './sourceLevels';

/** A track in a session, in seconds from the beginning of the recording. */
export interface SessionTrack {
  /** Its index. */
  track: number;
  name: string;
  onsetSeconds: number;
  durationSeconds: number;
}

/** When a participant hears which track, in order: silence, a track, silence, the next one. */
export function sessionTracks(eeg: SimulatedEeg, participant: number): SessionTrack[] {
  let from = 0;
  return eeg.participants[participant].traits.order.map((track) => {
    const { name, durationSeconds } = eeg.tracks[track];
    const onsetSeconds = from + eeg.plan.restSeconds;
    from += stretchSeconds(eeg, eeg.tracks[track]) - tailSeconds;
    return { track, name, onsetSeconds, durationSeconds };
  });
}

/**
 * The whole session of a participant as one recording without gaps, in pieces of whole seconds: the silence before a
 * track and the track. Each piece fades into the next within a second, at the same power, so that nothing jumps; while
 * tracks sound the signal is that of `simulatedTrial`. One piece is held at a time.
 */
export function* simulatedSession(eeg: SimulatedEeg, participant: number): Generator<EegSignal> {
  const tail = tailSeconds * eeg.plan.rateHz;
  let before: Float32Array[] | null = null;
  for (const track of eeg.participants[participant].traits.order) {
    const { samples, ...signal } = simulatedStretch(eeg, { participant, track });
    const earlier: Float32Array[] | null = before;
    if (earlier) samples.forEach((own, channel) => fadeOver(own, earlier[channel]));
    before = samples.map((own) => own.slice(-tail));
    yield { ...signal, samples: samples.map((own) => own.slice(0, -tail)) };
  }
}

/** Lays the end of an earlier piece over the beginning of a later one, independent of it. */
function fadeOver(samples: Float32Array, earlier: Float32Array): void {
  earlier.forEach((value, sample) => {
    const angle = (Math.PI * (sample + 0.5)) / (2 * earlier.length);
    samples[sample] = Math.sin(angle) * samples[sample] + Math.cos(angle) * value;
  });
}
