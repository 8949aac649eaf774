import type { Target } from '@/ml/encoding/preparedStudy';
import { AppError } from '../../../base/errors';
import type { NewStimulus } from './studyWriter';

/** A row of a table of words, by the names of its columns. */
export type TableRow = Record<string, string | null>;

/** The labels in a participants.tsv. Throws AppError 'invalid' without the column participant_id. */
export function participantsOf(rows: TableRow[]): string[] {
  return rows.map((row, at) => required(row, at, ['participant_id', 'participant']).replace(/^sub-/, ''));
}

/** The pieces in a stimuli.tsv: name, mood, duration_seconds. Throws AppError 'invalid' with the line. */
export function stimuliOf(rows: TableRow[]): NewStimulus[] {
  return rows.map((row, at) => {
    const durationSeconds = numberIn(row, at, ['duration_seconds', 'duration', 'duration_s']);
    if (durationSeconds !== null && !(durationSeconds > 0))
      throw new AppError(
        'invalid',
        `invalid duration_seconds: ${durationSeconds} (line ${at + 2}: more than 0)`,
      );
    return {
      name: required(row, at, ['name', 'stimulus', 'stimulus_id', 'piece']),
      mood: first(row, ['mood', 'condition']),
      durationSeconds,
    };
  });
}

/** The regions in a targets.tsv: name, network, hemisphere, x, y, z of MNI space. Throws AppError 'invalid' with the line. */
export function targetsOf(rows: TableRow[]): Target[] {
  const targets = rows.map((row, at) => {
    const [x, y, z] = (['x', 'y', 'z'] as const).map((axis) => numberIn(row, at, [axis, axis.toUpperCase()]));
    return {
      name: required(row, at, ['name', 'region', 'target', 'label', 'roi']),
      network: first(row, ['network', 'system']),
      hemisphere: hemisphereOf(first(row, ['hemisphere', 'hemi', 'side'])),
      centre: x === null || y === null || z === null ? null : ([x, y, z] as const),
    };
  });
  const twice = targets.find(({ name }, at) => targets.findIndex((each) => each.name === name) !== at);
  if (twice) throw new AppError('invalid', `invalid region: ${twice.name} (it stands twice in the table)`);
  return targets;
}

function hemisphereOf(text: string | null): Target['hemisphere'] {
  if (text === null) return null;
  if (/^(l|lh|left)$/i.test(text)) return 'left';
  return /^(r|rh|right)$/i.test(text) ? 'right' : null;
}

function first(row: TableRow, names: string[]): string | null {
  const name = names.find((each) => row[each] !== undefined && row[each] !== null);
  return name === undefined ? null : row[name];
}

function required(row: TableRow, at: number, names: string[]): string {
  const value = first(row, names);
  if (value === null)
    throw new AppError('invalid', `invalid ${names[0]}: (none) (line ${at + 2} of its table)`);
  return value;
}

function numberIn(row: TableRow, at: number, names: string[]): number | null {
  const text = first(row, names);
  if (text === null) return null;
  const value = Number(text);
  if (!Number.isFinite(value))
    throw new AppError('invalid', `invalid ${names[0]}: ${text.slice(0, 40)} (line ${at + 2}: a number)`);
  return value;
}
