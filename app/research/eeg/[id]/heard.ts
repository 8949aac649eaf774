import type { EegHeard, EegRecordingRow, EegStudy } from '@/app/ui/eeg/eegAnswers';

/** What one participant has of one track. */
export interface Heard {
  participant: string;
  track: string;
  /** How the recording stands in which it was heard; null where it was not heard. */
  state: EegRecordingRow['state'] | null;
  /** Whether the participant rated it. */
  rated: boolean;
}

/** Everybody who was recorded, each once. */
export const participantsOf = (recordings: readonly Pick<EegRecordingRow, 'participant'>[]): string[] => [
  ...new Set(recordings.map(({ participant }) => participant)),
];

/** What is there of everybody, by track: [track][participant], in the orders given. */
export function heardOf(
  tracks: readonly Pick<EegStudy['tracks'][number], 'name'>[],
  recordings: readonly Omit<EegHeard, 'recordingId'>[],
): Heard[][] {
  const people = participantsOf(recordings);
  return tracks.map(({ name }) =>
    people.map((participant) => {
      const found = recordings
        .filter((recording) => recording.participant === participant)
        .flatMap(({ state, trials }) =>
          trials.filter(({ track }) => track === name).map((trial) => ({ state, trial })),
        );
      const best = found.find(({ state }) => state === 'measured') ?? found.at(0);
      const rated = found.some(({ trial }) => trial.rated);
      return { participant, track: name, state: best?.state ?? null, rated };
    }),
  );
}

/** The same for an ear, and for a pointer that rests on it. */
export function heardWords({ participant, track, state, rated }: Heard): string {
  const recorded = {
    measured: 'recorded and measured',
    waiting: 'recorded, to be measured',
    refused: 'recorded, refused',
  };
  const what = state === null ? 'not heard' : `${recorded[state]}, ${rated ? 'rated' : 'not rated'}`;
  return `${participant}, ${track}: ${what}`;
}
