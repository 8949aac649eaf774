import type { EmotionPoint } from '../../affect/emotionPoint';
import { checkEegSimulation, type EegSimulationPlan } from './eegSimulationPlan';
import { ownRating, raterMean } from './ownRatings';
import { type ParticipantTraits, participantTraits } from './participantTraits';
import { simulatedElectrodes } from './simulatedElectrodes';
import { checkTrack, type SimulatedTrack } from './simulatedTrack';
import { type SpatialMixing, spatialMixing } from './spatialMixing';

/** One who listens. */
interface SimulatedParticipant {
  traits: ParticipantTraits;
  mixing: SpatialMixing;
  /** The participant's own, by track, valence and arousal from 1 to 9. */
  ratings: EmotionPoint[];
}

/** A simulated study before any EEG: recordings are made of it, one track at a time. */
export interface SimulatedEeg {
  plan: EegSimulationPlan;
  tracks: SimulatedTrack[];
  /** By track, valence and arousal from 1 to 9. */
  raterMeans: EmotionPoint[];
  participants: SimulatedParticipant[];
}

/**
 * Simulates people who listen to music whose emotion over time is known, with the truths of `EegSimulationPlan` planted.
 * Equal inputs give equal studies, to the last bit.
 *
 * @throws RangeError where plan or tracks are not in order
 */
export function simulateEeg(tracks: readonly SimulatedTrack[], plan: EegSimulationPlan): SimulatedEeg {
  checkEegSimulation(plan);
  tracks.forEach(checkTrack);
  checkNames(tracks.map(({ name }) => name));
  const raterMeans = tracks.map((track) => raterMean(track, plan));
  const participants = participantTraits(plan, tracks.length).map((traits) => ({
    traits,
    mixing: spatialMixing(simulatedElectrodes, plan, traits.name),
    ratings: raterMeans.map((raters, track) =>
      ownRating(raters, traits, { ...plan, track: tracks[track].name }),
    ),
  }));
  return { plan, tracks: [...tracks], raterMeans, participants };
}

function checkNames(names: readonly string[]): void {
  if (names.length === 0) throw new RangeError('invalid tracks: none (at least one)');
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`invalid tracks: ${twice} twice (each name once)`);
}
