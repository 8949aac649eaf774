import { digitalRange, type EdfChannel, type EdfRecording, physicalRange } from './edfRecording';

/** The label of the signal in which EDF+ keeps annotations. */
const annotationLabel = 'EDF Annotations';

/** Where the number of data records stands, in bytes from the beginning. */
export const recordCountOffset = 236;

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

const field = (text: string | number, width: number): string => String(text).slice(0, width).padEnd(width);
const two = (value: number): string => String(value % 100).padStart(2, '0');
const word = (text: string): string => text.replaceAll(' ', '_');

/** The number of data records as the header has it. */
export const recordCountField = (records: number): string => field(records, 8);

/**
 * The header of an EDF+ file without gaps (Kemp and Olivan 2003, European data format "plus"): 256 bytes, and 256 for each
 * signal, the last of which holds annotations.
 *
 * @param annotationBytes a record, an even number
 */
export function edfHeader(recording: EdfRecording, annotationBytes: number, records: number): Buffer {
  const signals = recording.channels.length + 1;
  const fixed = [
    field('0', 8),
    field(`${word(recording.participant)} X X X`, 80),
    field(`Startdate ${startDate(recording.startedAt)} X X ${word(recording.equipment)}`, 80),
    ...startFields(recording.startedAt),
    field(256 * (signals + 1), 8),
    field('EDF+C', 44),
    recordCountField(records),
    field(1, 8),
    field(signals, 4),
  ];
  return Buffer.from([...fixed, ...signalFields(recording.channels, annotationBytes)].join(''), 'latin1');
}

function startDate(startedAt: Date | null): string {
  if (startedAt === null) return 'X';
  const [day, month] = [two(startedAt.getUTCDate()), months[startedAt.getUTCMonth()]];
  return `${day}-${month}-${startedAt.getUTCFullYear()}`;
}

/** Day and time; the first of 1985 at midnight where they are not to be known. */
function startFields(startedAt: Date | null): string[] {
  const date = startedAt ?? new Date(Date.UTC(1985, 0, 1));
  const day = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return [day.map(two).join('.'), time.map(two).join('.')];
}

/** What the header says of each signal: first all labels, then all transducers and so on. */
function signalFields(channels: readonly EdfChannel[], annotationBytes: number): string[] {
  const annotations = { label: annotationLabel, unit: '', prefilter: '', samples: annotationBytes / 2 };
  const signals = [
    ...channels.map((channel) => ({
      ...{ prefilter: '', ...channel },
      ...{ samples: channel.rateHz, range: physicalRange(channel) },
    })),
    { ...annotations, range: { least: -1, greatest: 1 } },
  ];
  type Signal = (typeof signals)[number];
  const columns: [width: number, of: (signal: Signal) => string | number][] = [
    [16, ({ label }) => label],
    [80, () => ''],
    [8, ({ unit }) => unit],
    [8, ({ range }) => range.least],
    [8, ({ range }) => range.greatest],
    [8, () => digitalRange.least],
    [8, () => digitalRange.greatest],
    [80, ({ prefilter }) => prefilter],
    [8, ({ samples }) => samples],
    [32, () => ''],
  ];
  return columns.flatMap(([width, of]) => signals.map((signal) => field(of(signal), width)));
}
