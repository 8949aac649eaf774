import type { BidsFile, BidsRun } from '../../../recordings/bids/bidsFolder';
import { runFault, runWords } from '../../../recordings/bids/bidsRuns';
import { orTold } from '../../../recordings/bids/orTold';
import { readSidecar } from '../../../recordings/bids/sidecar';
import { mappingRow, type MappingRow } from '../mappingRow';
import type { ChosenRecording } from './chosenRecordings';
import type { HeardPiece } from './heardPieces';
import type { MappingNote } from './mappingNote';
import { startOf } from './startOf';

/** What is known of a run. */
export interface KnownRun {
  run: BidsRun;
  /** What was heard in it. */
  pieces: HeardPiece[];
  recording: ChosenRecording;
  /** The table that names the regions of a label image, by the image's place. */
  labelNames: string | null;
}

/** The recording of a run with its confounds, a row a piece. Volumes that wait for a label image are ignored so far. */
export async function runRows(known: KnownRun, notes: MappingNote[]): Promise<MappingRow[]> {
  const { run, pieces, recording, labelNames } = known;
  const confounds = confoundsOf(known);
  const faults: string[] = [];
  const said = (await orTold(readSidecar(recording.file.path), faults, runFault(run))) ?? {};
  notes.push(...faults.map((message) => ({ kind: 'fault' as const, message })));
  const hopSeconds = hopOf(said, known, notes);
  return pieces.flatMap((piece) => {
    const common = { participant: run.participant, stimulus: piece.stimulus, hopSeconds };
    const { labels, isUsable } = recording;
    const file = recording.file.place;
    const rows: MappingRow[] = [
      mappingRow.parse({
        ...{ ...common, file, use: isUsable ? 'recording' : 'ignore', labels, labelNames },
        ...{ startSeconds: startOf(said, piece), durationSeconds: piece.durationSeconds },
      }),
    ];
    if (confounds && isUsable)
      rows.push(
        mappingRow.parse({
          ...common,
          file: confounds.place,
          use: 'confounds',
          startSeconds: startOf({}, piece),
        }),
      );
    return rows;
  });
}

/** The TR as the recording's own JSON files say, else as those of the run do; two that differ are told. */
function hopOf(
  said: Record<string, unknown>,
  { run, recording }: KnownRun,
  notes: MappingNote[],
): number | null {
  const own = typeof said.RepetitionTime === 'number' && said.RepetitionTime > 0 ? said.RepetitionTime : null;
  if (own !== null && run.hopSeconds !== null && own !== run.hopSeconds)
    notes.push({
      kind: 'fault',
      message: `invalid RepetitionTime of ${runWords(run)}: ${own} for ${recording.file.place}, ${run.hopSeconds} for the scanner's (the first is taken: change it in the table where it is wrong)`,
    });
  if (own !== null) return own <= 60 ? own : null;
  // A table whose rate is told in another way is timed when it is read.
  return typeof said.SamplingFrequency === 'number' ? null : run.hopSeconds;
}

/** Those of the recording's own derivative before others. */
function confoundsOf({ run, recording }: KnownRun): BidsFile | undefined {
  const { pipeline } = recording.file;
  return run.confounds.find((file) => file.pipeline === pipeline) ?? run.confounds.at(0);
}
