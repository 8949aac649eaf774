import { standardNormal } from '../../normal';
import { createRandom } from '../../random';
import { autoregressive } from '../../simulation/noise';
import { eegGenerators } from './eegGenerators';
import type { SimulatedEeg } from './simulateEeg';
import { emotionAt, type SimulatedTrack } from './simulatedTrack';

/** Seconds from one level to the next. */
export const levelHopSeconds = 0.25;

/** How long a participant's own state takes to change. */
const stateSeconds = 6;

/** Standard deviation of the logarithm of an amplitude between tracks, at a fingerprint strength of 1. */
const fingerprintDeviation = 0.5;

/** Which participant hears which track, by index. */
export interface Listening {
  participant: number;
  track: number;
}

/** Seconds from the beginning of the silence before a track to the end of what is simulated after it. */
export const stretchSeconds = ({ plan }: SimulatedEeg, { durationSeconds }: SimulatedTrack): number =>
  plan.restSeconds + Math.ceil(durationSeconds) + tailSeconds;

/** What is simulated beyond a track, so that it can fade into the next. */
export const tailSeconds = 1;

/**
 * The natural logarithms of the amplitudes of all generators relative to the usual, from the beginning of the silence
 * before a track: what the music does (after the participant's lag; nothing in silence), what the participant's own
 * state does, the participant's own level, and the fingerprint of the track while it sounds: [generator][levels], every
 * `levelHopSeconds`.
 */
export function sourceLevels(eeg: SimulatedEeg, listening: Listening): Float64Array[] {
  const music = musicLevels(eeg, listening);
  const state = stateLevels(eeg, listening);
  const { levels } = eeg.participants[listening.participant].traits;
  return eegGenerators.map((_, index) =>
    state[index].map((own, at) => own + music[index][at] + levels.generators[index]),
  );
}

function musicLevels(eeg: SimulatedEeg, { participant, track }: Listening): Float64Array[] {
  const { plan, tracks } = eeg;
  const { traits } = eeg.participants[participant];
  const heard = tracks[track];
  const place = traits.order.indexOf(track) / Math.max(1, tracks.length - 1);
  const strength = plan.effectStrength * (1 - traits.habituation * place);
  const prints = fingerprint(eeg, heard);
  return eegGenerators.map(({ follows }, index) =>
    levelsOf(eeg, heard, (seconds) => {
      if (seconds < traits.lagSeconds) return seconds < 0 ? 0 : prints[index];
      const { valence, arousal } = emotionAt(heard.curve, seconds - traits.lagSeconds);
      const response =
        follows.valence * traits.gain.valence * valence + follows.arousal * traits.gain.arousal * arousal;
      return strength * response + prints[index];
    }),
  );
}

/** A level at every hop; `levelAt` takes seconds from the beginning of the track, below 0 in the silence before. */
function levelsOf(eeg: SimulatedEeg, track: SimulatedTrack, levelAt: (seconds: number) => number) {
  const count = stretchSeconds(eeg, track) / levelHopSeconds + 1;
  return Float64Array.from({ length: count }, (_, at) =>
    levelAt(at * levelHopSeconds - eeg.plan.restSeconds),
  );
}

/** What a track does to each generator whoever listens. */
function fingerprint({ plan }: SimulatedEeg, { name }: SimulatedTrack): number[] {
  const random = createRandom(plan.seed, `fingerprint of ${name}`);
  const deviation = fingerprintDeviation * plan.fingerprintStrength;
  return eegGenerators.map(() => deviation * standardNormal(random));
}

/** Half of the variance from track to track, half from moment to moment. */
function stateLevels(eeg: SimulatedEeg, { participant, track }: Listening): Float64Array[] {
  const { plan, tracks, participants } = eeg;
  const random = createRandom(
    plan.seed,
    `state of ${participants[participant].traits.name} in ${tracks[track].name}`,
  );
  const count = stretchSeconds(eeg, tracks[track]) / levelHopSeconds + 1;
  const correlation = Math.exp(-levelHopSeconds / stateSeconds);
  const deviation = plan.stateDeviation * Math.SQRT1_2;
  return eegGenerators.map(() => {
    const throughout = standardNormal(random);
    return autoregressive(random, count, correlation).map((own) => deviation * (own + throughout));
  });
}
