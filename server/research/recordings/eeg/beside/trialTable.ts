import { eventsOf } from '../../bids/readEvents';
import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { numberOf } from '../../text/cells';
import { readWordTable } from '../../text/wordTable';
import type { EegEvent } from '../eegRecording';

const onsetName = /^(onset|start|begin)([ _]?(s|sec|seconds|ms))?$/i;
const durationName = /^(duration|length)([ _]?(s|sec|seconds|ms))?$/i;
const endName = /^(end|stop|offset)([ _]?(s|sec|seconds|ms))?$/i;
const labelNames = [
  'trial_type',
  'label',
  'trial',
  'stimulus',
  'track',
  'piece',
  'name',
  'event',
  'type',
  'value',
];

/**
 * Events of a table: BIDS's `_events.tsv`, or a list of trials with columns onset (or start), perhaps duration or end,
 * and a name (label, trial, stimulus, track, …). Seconds from the first sample, or milliseconds where a column's name
 * ends in "ms".
 *
 * @throws AppError 'invalid' without a column of onsets, and naming the line of what is no number
 */
export async function readTrialTable(file: FileHead): Promise<EegEvent[]> {
  const { header, rows, lines } = await readWordTable(file, { header: true });
  const names = header ?? [];
  if (names.includes('onset') && names.includes('duration')) return bidsEvents(file);
  const [onset, duration, end] = [onsetName, durationName, endName].map((pattern) =>
    names.findIndex((name) => pattern.test(name)),
  );
  if (onset < 0) {
    const reason = `its columns are ${names.join(', ').slice(0, 100)}: onset or start is needed`;
    throw fileFault('invalid', file.path, reason);
  }
  const label = labelColumn(names);
  return rows.map((cells, row) => {
    const secondsAt = (column: number) =>
      secondsOf(file, { names, column, cell: cells[column], line: lines[row] });
    const onsetSeconds = secondsAt(onset);
    const lasts = duration >= 0 ? secondsAt(duration) : end >= 0 ? secondsAt(end) - onsetSeconds : 0;
    return { onsetSeconds, durationSeconds: Math.max(0, lasts), label: cells[label] ?? 'event' };
  });
}

async function bidsEvents(file: FileHead): Promise<EegEvent[]> {
  const events = await eventsOf(file);
  return events.map(({ onsetSeconds, durationSeconds, type, cells }) => {
    const column = labelNames.find((name) => cells[name] !== undefined && cells[name] !== null);
    const named = type ?? (column === undefined ? null : cells[column]);
    return { onsetSeconds, durationSeconds: durationSeconds ?? 0, label: named ?? 'event' };
  });
}

function labelColumn(names: readonly string[]): number {
  const lower = names.map((name) => name.toLowerCase());
  return labelNames.map((name) => lower.indexOf(name)).find((column) => column >= 0) ?? -1;
}

function secondsOf(
  file: FileHead,
  { names, column, cell, line }: { names: string[]; column: number; cell: string | null; line: number },
): number {
  const value = cell === null ? undefined : numberOf(cell, false);
  if (value !== undefined && Number.isFinite(value)) return /ms$/i.test(names[column]) ? value / 1000 : value;
  const reason = `line ${line}, column ${names[column]}: "${cell?.slice(0, 40) ?? ''}" is no number of seconds`;
  throw fileFault('invalid', file.path, reason);
}
