import { isAudioName } from '../../../../base/audioExtensions';
import type { BidsRun } from '../../../recordings/bids/bidsFolder';
import { runFault } from '../../../recordings/bids/bidsRuns';
import { orTold } from '../../../recordings/bids/orTold';
import { readEvents, type RunEvent } from '../../../recordings/bids/readEvents';
import { runsWords, type MappingNote } from './mappingNote';

/** A piece that was heard during a run. */
export interface HeardPiece {
  /** What the study calls it. */
  stimulus: string;
  /** When it began, from the first volume of the run; negative before it. */
  onsetSeconds: number;
  /** How long it lasted; null where the events do not say. */
  durationSeconds: number | null;
  /** Its sound, as `stim_file` of the events says; null where they name none. */
  sound: string | null;
}

/** A run of more sounds than these, or of shorter ones, stays one piece: clips are no pieces to analyse one by one. */
const mostSounds = 20;
const shortestSeconds = 30;

/**
 * What was heard in every run: the sounds that its events name, else its task as one piece. A piece that somebody
 * heard in several runs is one piece a run, called by session and run, because a participant has one recording a piece.
 */
export async function heardPieces(
  runs: BidsRun[],
  notes: MappingNote[],
): Promise<Map<BidsRun, HeardPiece[]>> {
  const heard = new Map<BidsRun, HeardPiece[]>();
  const ofClips: BidsRun[] = [];
  for (const run of runs) {
    const sounds = await soundsIn(run, notes);
    const pieces = isPieces(sounds) ? sounds : [wholeRun(run)];
    if (pieces.length < sounds.length) ofClips.push(run);
    heard.set(run, pieces);
  }
  if (ofClips.length > 0) notes.push(clipsNote(ofClips));
  const often = heardOften(heard);
  for (const [run, pieces] of heard)
    for (const piece of pieces)
      if (often.has(piece.stimulus)) piece.stimulus = qualified(piece.stimulus, run);
  return heard;
}

const wholeRun = ({ task }: BidsRun): HeardPiece => ({
  ...{ stimulus: task, onsetSeconds: 0, durationSeconds: null, sound: null },
});

/** Every sound that the events of a run name, the first time that it was heard. */
async function soundsIn(run: BidsRun, notes: MappingNote[]): Promise<HeardPiece[]> {
  const [file] = run.events;
  if (!file) return [];
  const faults: string[] = [];
  const events = await orTold(readEvents(file.path), faults, runFault(run));
  notes.push(...faults.map((message) => ({ kind: 'fault' as const, message })));
  const sounds = firstOfEach((events ?? []).filter(({ cells }) => isAudioName(cells.stim_file ?? '')));
  return sounds.map((event, at) => pieceOf(event, sounds[at + 1]));
}

function isPieces(sounds: HeardPiece[]): boolean {
  if (sounds.length < 2) return sounds.length === 1;
  return sounds.length <= mostSounds && sounds.every(isLong);
}

/** The last may go on to the end of the run. */
function isLong({ durationSeconds }: HeardPiece, at: number, { length }: HeardPiece[]): boolean {
  return durationSeconds === null ? at === length - 1 : durationSeconds >= shortestSeconds;
}

function clipsNote(runs: BidsRun[]): MappingNote {
  const limits = `at most ${mostSounds} of ${shortestSeconds} s or more are taken as pieces`;
  return {
    kind: 'unused',
    message: `sounds in the events of ${runsWords(runs)}: many or short ones (${limits}: each run stays one piece, called by its task)`,
  };
}

/** The first time that each sound was heard in a run, in the order of onsets. */
function firstOfEach(events: RunEvent[]): RunEvent[] {
  const sorted = [...events].sort((one, other) => one.onsetSeconds - other.onsetSeconds);
  return sorted.filter(
    ({ cells }, at) => sorted.findIndex((each) => each.cells.stim_file === cells.stim_file) === at,
  );
}

function pieceOf({ onsetSeconds, durationSeconds, cells }: RunEvent, next: RunEvent | undefined): HeardPiece {
  const sound = cells.stim_file ?? '';
  const known = durationSeconds !== null && durationSeconds > 0 ? durationSeconds : null;
  return {
    stimulus: stemOf(sound),
    onsetSeconds,
    durationSeconds: known ?? (next === undefined ? null : next.onsetSeconds - onsetSeconds),
    sound,
  };
}

/** The name of a sound without folders and ending. */
export function stemOf(sound: string): string {
  return (sound.split('/').pop() ?? sound).replace(/\.[^.]+$/, '');
}

/** Pieces that a participant heard in more than one run. */
function heardOften(heard: ReadonlyMap<BidsRun, HeardPiece[]>): Set<string> {
  const seen = new Set<string>();
  const often = new Set<string>();
  for (const [{ participant }, pieces] of heard)
    for (const { stimulus } of pieces) {
      const key = JSON.stringify([participant, stimulus]);
      if (seen.has(key)) often.add(stimulus);
      seen.add(key);
    }
  return often;
}

function qualified(stimulus: string, { task, session, run }: BidsRun): string {
  const words = [stimulus, task !== stimulus && task, session && `ses-${session}`, run && `run-${run}`];
  return words.filter((word) => typeof word === 'string' && word !== '').join(' ');
}
