import type { SimulatedEeg } from '@/ml/eeg/simulation/simulateEeg';
import type { SimulatedRecording } from './simulatedRecording';

type Row = readonly (string | number)[];

const table = (...rows: Row[]): string => rows.map((row) => `${row.join('\t')}\n`).join('');

/** Which stretch of which file is which track, and what the participant said of it (1 to 9). */
export function trialTable(
  { participants }: SimulatedEeg,
  recordings: readonly SimulatedRecording[],
): string {
  const rows = recordings.flatMap(({ participant, file, tracks }, person) =>
    tracks.map(({ track, name, onsetSeconds, durationSeconds }): Row => {
      const { valence, arousal } = participants[person].ratings[track];
      return [participant, file, onsetSeconds, durationSeconds, name, valence, arousal];
    }),
  );
  return table(['participant', 'file', 'onset', 'duration', 'track', 'valence', 'arousal'], ...rows);
}

/** What raters said of the tracks on average (1 to 9), and which piece of the demo music is heard. */
export function trackTable({ tracks, raterMeans }: SimulatedEeg): string {
  const rows = tracks.map(({ name }, track): Row => {
    const { valence, arousal } = raterMeans[track];
    return [name, valence, arousal, `demo:${name}`];
  });
  return table(['track', 'valence', 'arousal', 'sound'], ...rows);
}
