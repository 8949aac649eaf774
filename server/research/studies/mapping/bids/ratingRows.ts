import { z } from 'zod';
import type { BidsFile, BidsRun } from '../../../recordings/bids/bidsFolder';
import { runFault, runWords } from '../../../recordings/bids/bidsRuns';
import { orTold } from '../../../recordings/bids/orTold';
import { readSidecar } from '../../../recordings/bids/sidecar';
import { mappingRow, type MappingRow } from '../mappingRow';
import type { HeardPiece } from './heardPieces';
import type { MappingNote } from './mappingNote';
import { startOf } from './startOf';

/** What bodies and scanners write beside ratings. */
const physiology =
  /^(cardiac|respirat(ory|ion)|breath(ing)?|trigger|volume_?trigger|pulse|ppg|ecg|ekg|eda|gsr|scr|emg|skin_?conductance|pupil\w*|[xy]_coordinate|gaze\w*|co2|o2|time(stamp)?)$/i;
const ratingWords =
  /rating|valence|arousal|emotion|enjoy|joy|pleas|chill|tension|beauty|sad|happy|liking|felt|feeling|touched|moved/i;
/** Names of columns that say nothing: the file's own word is better. */
const plainWords = /^(ratings?|values?|slider|joystick|dial|signal|response|data|position|column_?1)$/i;

const columnsShape = z.object({ Columns: z.array(z.string().min(1)).min(1) });

/** The continuous recordings of a run, _physio and _stim: ratings, and features of what was heard. */
export async function ratingRows(
  run: BidsRun,
  pieces: HeardPiece[],
  notes: MappingNote[],
): Promise<MappingRow[]> {
  const rows: MappingRow[] = [];
  for (const file of [...run.physio, ...run.stim]) {
    const said = await saidOf(run, file, notes);
    const columns = columnsShape.safeParse(said).data?.Columns ?? [];
    const wanted = columns.filter((column) => !physiology.test(column));
    if (columns.length > 0 && wanted.length === 0) {
      const message = `${file.place} of ${runWords(run)}: no rating among its columns ${columns.join(', ')}`;
      notes.push({ kind: 'unused', message });
    } else rows.push(...pieces.map((piece) => rowOf(file, { run, piece, said, columns, wanted })));
  }
  return rows;
}

async function saidOf(run: BidsRun, file: BidsFile, notes: MappingNote[]): Promise<Record<string, unknown>> {
  const faults: string[] = [];
  const said = await orTold(readSidecar(file.path), faults, runFault(run));
  notes.push(...faults.map((message) => ({ kind: 'fault' as const, message })));
  return said ?? {};
}

function rowOf(
  file: BidsFile,
  heard: {
    run: BidsRun;
    piece: HeardPiece;
    said: Record<string, unknown>;
    /** Of the file, and those of them that are no physiology. */
    columns: string[];
    wanted: string[];
  },
): MappingRow {
  const { run, piece, said, columns, wanted } = heard;
  const words = [...wanted, file.entities.recording ?? ''];
  const isStim = run.stim.includes(file);
  const use = isStim && !words.some((word) => ratingWords.test(word)) ? 'feature' : 'rating';
  const own = file.entities.recording ?? file.entities.desc ?? file.entities.stim ?? null;
  const isPlain = wanted.length === 1 && plainWords.test(wanted[0]);
  return mappingRow.parse({
    ...{ file: file.place, use, participant: run.participant, stimulus: piece.stimulus },
    name: isPlain || (use === 'feature' && wanted.length > 1) ? own : null,
    columns: wanted.length === columns.length ? null : wanted,
    startSeconds: startOf(said, piece),
    durationSeconds: piece.durationSeconds,
  });
}
