import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { mostColumns } from '../../files/limits';
import { matVariables, numberIn, textIn } from '../matlab/matVariables';
import { elementsOf, type MatNumbers, type MatStruct, type MatValue } from '../matlab/matValue';

/** What an EEGLAB data set says of itself. */
export interface EegSet {
  channels: { label: string; type: string | null }[];
  /** Samples of a channel in one trial. */
  points: number;
  trials: number;
  rateHz: number;
  /** The samples, [channels, points, trials], or the name of the file that holds them. */
  data: MatNumbers | string;
  /** Positions counted from 1; null where it has none. */
  events: { type: string; position: number | null; samples: number }[];
}

const wanted = new Set(['nbchan', 'pnts', 'trials', 'srate', 'data', 'chanlocs', 'event']);
const wantedOfElements = new Set(['labels', 'type', 'latency', 'duration']);

/** Fields lie in a variable EEG, or are variables themselves. */
function isWanted(names: readonly string[]): boolean {
  const [first, ...rest] = names[0] === 'EEG' ? names.slice(1) : names;
  if (first === undefined || first === 'ALLEEG') return true;
  return wanted.has(first) && rest.every((name) => wantedOfElements.has(name));
}

/**
 * Reads an EEGLAB `.set` file of MATLAB 5 to 7.3, its samples left where they are.
 *
 * @throws AppError 'invalid' for what is no data set or contradicts itself, 'unsupported' for several in one file, else
 *   as readMatFile
 */
export async function readEegSet(file: FileHead): Promise<EegSet> {
  const variables = await matVariables(file, isWanted);
  if (variables.has('ALLEEG'))
    throw fileFault('unsupported', file.path, 'it holds several data sets: save one alone');
  const field = fieldsOf(file, variables);
  const count = wholeIn(file, field, { name: 'nbchan', most: mostColumns });
  const points = wholeIn(file, field, { name: 'pnts', most: Number.MAX_SAFE_INTEGER });
  const rateHz = numberIn(field('srate')) ?? NaN;
  if (!(rateHz > 0 && rateHz < Infinity)) {
    throw fileFault('invalid', file.path, `its srate is ${rateHz}: samples a second are needed`);
  }
  const trials =
    field('trials') === undefined ? 1 : wholeIn(file, field, { name: 'trials', most: 10_000_000 });
  const channels = channelsOf(field('chanlocs'), count);
  const data = dataOf(file, field('data'), [count, points, trials]);
  return { channels, points, trials, rateHz, data, events: eventsOf(file, field('event')) };
}

type Field = (name: string) => MatValue | undefined;

function fieldsOf(file: FileHead, variables: ReadonlyMap<string, MatValue>): Field {
  const whole = variables.get('EEG');
  if (whole?.kind === 'struct') {
    if (elementsOf(whole.dimensions) === 1) return (name) => whole.fields.get(name)?.at(0);
    const count = elementsOf(whole.dimensions);
    throw fileFault('unsupported', file.path, `it holds ${count} data sets: save one alone`);
  }
  if (variables.has('data') && variables.has('srate')) return (name) => variables.get(name);
  const names = [...variables.keys()].slice(0, 10).join(', ').slice(0, 100);
  throw fileFault('invalid', file.path, `it holds ${names === '' ? 'nothing' : names}, and no EEG of EEGLAB`);
}

function wholeIn(file: FileHead, field: Field, { name, most }: { name: string; most: number }): number {
  const value = numberIn(field(name)) ?? NaN;
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw fileFault(
    'invalid',
    file.path,
    `its ${name} is ${value}: a whole number from 1 to ${most} is needed`,
  );
}

function dataOf(
  file: FileHead,
  data: MatValue | undefined,
  [channels, points, trials]: [channels: number, points: number, trials: number],
): MatNumbers | string {
  if (data?.kind === 'text') return textIn(data) ?? '';
  const told = `${channels} channels of ${points} samples in ${trials} trials`;
  if (data?.kind !== 'numbers' || data.isComplex) {
    throw fileFault('invalid', file.path, `it should hold ${told}, but there are no numbers in it`);
  }
  const shape = data.dimensions.join(' x ');
  if (elementsOf(data.dimensions) === channels * points * trials && data.dimensions[0] === channels)
    return data;
  throw fileFault('invalid', file.path, `it should hold ${told}, but its data is ${shape}`);
}

/** Places without labels, and channels without places, are named by their number. */
function channelsOf(places: MatValue | undefined, count: number): EegSet['channels'] {
  const fields = places?.kind === 'struct' ? places.fields : new Map<string, MatValue[]>();
  return Array.from({ length: count }, (_, index) => ({
    label: wordIn(fields.get('labels')?.at(index)) ?? '',
    type: textIn(fields.get('type')?.at(index)),
  }));
}

function wordIn(value: MatValue | undefined): string | null {
  const number = numberIn(value);
  return number === null ? textIn(value) : String(number);
}

function eventsOf(file: FileHead, events: MatValue | undefined): EegSet['events'] {
  if (events?.kind !== 'struct') return [];
  const { fields } = events;
  const count = elementsOf((events satisfies MatStruct).dimensions);
  if ((fields.get('latency') ?? []).length !== count && count > 0) {
    throw fileFault('invalid', file.path, `it tells of ${count} events without their latency`);
  }
  return Array.from({ length: count }, (_, index) => ({
    type: wordIn(fields.get('type')?.at(index)) ?? '',
    position: finite(numberIn(fields.get('latency')?.at(index))),
    samples: finite(numberIn(fields.get('duration')?.at(index))) ?? 0,
  }));
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
