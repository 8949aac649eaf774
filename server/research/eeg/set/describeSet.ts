import type { EntropyPlan } from '@/ml/eeg/eegSignal';
import type { EegSetDescription, Ratings, SetParticipant } from './eegSetDescription';
import type { EmbeddedTracks } from './setEmbeddings';
import type { TrackRow } from './trackTable';
import type { SetWish } from './setWish';
import { endOfSeries } from './stretchEmbedding';

/** A recording of a participant, and what was said of the tracks heard in it. */
interface HeardTracks {
  participant: string;
  trials: readonly { track: string; own: Ratings }[];
}

/** Everything that a set is made of. */
export interface SetParts {
  from: { title: string; simulated: boolean; tracks: readonly Omit<TrackRow, 'row'>[] };
  opened: readonly HeardTracks[];
  wish: SetWish;
  plan: EntropyPlan;
  channels: string[];
  heard: EmbeddedTracks;
}

/** `set.json`: what the arrays are, who listened and what they heard. */
export function describeSet({ from, opened, wish, plan, channels, heard }: SetParts): EegSetDescription {
  const { bands, windowSeconds, hopSeconds, stepSeconds, method } = plan;
  // Which channels were bad is of these recordings, not of what comes to be asked about.
  const cleaning = { ...wish.measuring.cleaning, badChannels: [], channels: undefined };
  return {
    title: wish.title ?? from.title,
    simulated: from.simulated,
    ...{ channels, bands, windowSeconds, hopSeconds, stepSeconds },
    steps: Math.round(windowSeconds / stepSeconds),
    embedding: heard.embedding,
    measuring: {
      cleaning,
      entropy: { preset: 'default', bands, windowSeconds, hopSeconds, stepSeconds, method },
    },
    participants: participantsOf(opened),
    tracks: from.tracks.map(({ name, valence, arousal }) => ({
      ...{ name, valence, arousal },
      durationSeconds: endOfSeries(heard.series.get(name)!),
    })),
  };
}

/** A participant may have several recordings. */
function participantsOf(opened: readonly HeardTracks[]): SetParticipant[] {
  const byName = new Map<string, SetParticipant>();
  for (const { participant: name, trials } of opened) {
    const participant = byName.get(name) ?? { name, ratings: {} };
    for (const { track, own } of trials) participant.ratings[track] = own;
    byName.set(name, participant);
  }
  return [...byName.values()];
}
