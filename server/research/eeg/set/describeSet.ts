import type { EntropyPlan } from '@/ml/eeg/eegSignal';
import type { EegSetDescription, SetParticipant } from './eegSetDescription';
import type { OpenSource } from './openSources';
import type { EmbeddedTracks } from './setEmbeddings';
import type { SetSources } from './setSources';
import type { SetWish } from './setWish';
import { endOfSeries } from './stretchEmbedding';

/** Everything that a set is made of. */
export interface SetParts {
  from: SetSources;
  opened: readonly OpenSource[];
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
function participantsOf(opened: readonly OpenSource[]): SetParticipant[] {
  const byName = new Map<string, SetParticipant>();
  for (const { participant: name, trials } of opened) {
    const participant = byName.get(name) ?? { name, ratings: {} };
    for (const { track, own } of trials) participant.ratings[track] = own;
    byName.set(name, participant);
  }
  return [...byName.values()];
}
