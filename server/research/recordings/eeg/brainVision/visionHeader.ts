import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { mostColumns } from '../../files/limits';
import type { NumberTypeName } from '../../numbers/numberBuffer';
import { readHeaderText, type HeaderText } from './headerText';
import { visionFilters, type ChannelFilter } from './visionFilters';

/** A channel of a BrainVision header. */
interface VisionChannel extends ChannelFilter {
  name: string;
  unit: string;
  /** A physical value is a stored number times this. */
  resolution: number;
}

/** What a BrainVision header says. */
export interface VisionHeader {
  dataFile: string | undefined;
  markerFile: string | undefined;
  channels: VisionChannel[];
  rateHz: number;
  /** True where all samples of a channel follow one another. */
  vectorized: boolean;
  /** As the header claims; null where it does not. */
  points: number | null;
  /** Null for data written as text. */
  type: NumberTypeName | null;
  littleEndian: boolean;
  text: { decimalComma: boolean; skipLines: number; skipColumns: number };
  warnings: string[];
}

const types: Partial<Record<string, NumberTypeName>> = {
  INT_16: 'i2',
  UINT_16: 'u2',
  INT_32: 'i4',
  IEEE_FLOAT_32: 'f4',
  IEEE_FLOAT_64: 'f8',
};

/**
 * Reads a `.vhdr` file.
 *
 * @throws AppError 'unreadable' for text that is none, 'invalid' for what it says that cannot be, 'unsupported' for
 *   spectra and types of numbers that are not read
 */
export async function readVisionHeader(file: FileHead): Promise<VisionHeader> {
  const text = await readHeaderText(file, 'Header');
  const common = text.sections.get('common infos') ?? new Map<string, string>();
  const count = numberIn(file, common, { key: 'NumberOfChannels', least: 1, most: mostColumns });
  const interval = numberIn(file, common, { key: 'SamplingInterval', least: Number.MIN_VALUE, most: 1e12 });
  oneOf(file, common, { key: 'DataType', allowed: ['TIMEDOMAIN'] });
  const points = Number(common.get('datapoints') ?? NaN);
  const segmented = common.get('segmentationtype')?.toUpperCase();
  const lines = textLayoutOf(file, text);
  return {
    dataFile: common.get('datafile'),
    markerFile: common.get('markerfile'),
    channels: channelsOf(file, text, count),
    rateHz: Number((1e6 / interval).toPrecision(12)),
    vectorized:
      oneOf(file, common, { key: 'DataOrientation', allowed: ['MULTIPLEXED', 'VECTORIZED'] }) ===
      'VECTORIZED',
    points: Number.isInteger(points) && points > 0 ? points : null,
    type: typeOf(file, text, common),
    littleEndian: text.sections.get('binary infos')?.get('usebigendianorder')?.toUpperCase() !== 'YES',
    text: lines,
    warnings:
      segmented === undefined || segmented === 'NOTSEGMENTED'
        ? []
        : ['it is cut into segments: what lies between them is missing, and times run on'],
  };
}

type Section = ReadonlyMap<string, string>;

function numberIn(
  file: FileHead,
  section: Section,
  { key, least, most }: { key: string; least: number; most: number },
): number {
  const told = section.get(key.toLowerCase());
  const value = told === undefined || told === '' ? NaN : Number(told.replace(',', '.'));
  const isWhole = key === 'SamplingInterval' || Number.isInteger(value);
  if (isWhole && value >= least && value <= most) return value;
  const reason = `its header says ${key}=${told?.slice(0, 40) ?? '(nothing)'}`;
  throw fileFault(
    'invalid',
    file.path,
    `${reason}: a number${least >= 1 ? ` from ${least} to ${most}` : ' above 0'} is needed`,
  );
}

function oneOf(
  file: FileHead,
  section: Section,
  { key, allowed }: { key: string; allowed: string[] },
): string {
  const told = (section.get(key.toLowerCase()) ?? allowed[0]).toUpperCase();
  if (allowed.includes(told)) return told;
  throw fileFault(
    'unsupported',
    file.path,
    `its header says ${key}=${told.slice(0, 40)}: ${allowed.join(' or ')} is read`,
  );
}

function typeOf(file: FileHead, text: HeaderText, common: Section): NumberTypeName | null {
  if (oneOf(file, common, { key: 'DataFormat', allowed: ['BINARY', 'ASCII'] }) === 'ASCII') return null;
  const told = (text.sections.get('binary infos')?.get('binaryformat') ?? 'INT_16').toUpperCase();
  const type = types[told];
  if (type) return type;
  const known = Object.keys(types).join(', ');
  throw fileFault(
    'unsupported',
    file.path,
    `its header says BinaryFormat=${told.slice(0, 40)}: ${known} are read`,
  );
}

function textLayoutOf(file: FileHead, { sections }: HeaderText): VisionHeader['text'] {
  const ascii = sections.get('ascii infos') ?? new Map<string, string>();
  const skip = (key: string) => {
    const count = Number(ascii.get(key) ?? 0);
    if (Number.isInteger(count) && count >= 0 && count <= 1000) return count;
    throw fileFault(
      'invalid',
      file.path,
      `its header says ${key}=${ascii.get(key)}: a whole number is needed`,
    );
  };
  return {
    decimalComma: ascii.get('decimalsymbol') === ',',
    skipLines: skip('skiplines'),
    skipColumns: skip('skipcolumns'),
  };
}

function channelsOf(file: FileHead, text: HeaderText, count: number): VisionChannel[] {
  const section = text.sections.get('channel infos');
  const filters = visionFilters(text.comment, count);
  return Array.from({ length: count }, (_, index) => {
    const told = section?.get(`ch${index + 1}`);
    if (told === undefined) {
      const reason = `it claims ${count} channels, but Ch${index + 1} is missing in its Channel Infos`;
      throw fileFault('invalid', file.path, reason);
    }
    return { ...channelOf(file, told, index), ...filters[index] };
  });
}

/** Name, reference, resolution, unit, parted by commas; a comma in a name is written "\1". Blank units are µV. */
function channelOf(file: FileHead, told: string, index: number): Omit<VisionChannel, keyof ChannelFilter> {
  const [name, , resolution = '', unit = ''] = told
    .split(',')
    .map((part) => part.trim().replaceAll('\\1', ','));
  const value = resolution === '' ? 1 : Number(resolution);
  if (Number.isFinite(value) && value !== 0)
    return { name, resolution: value, unit: unit === '' ? 'µV' : unit };
  const reason = `Ch${index + 1}: its resolution "${resolution.slice(0, 20)}" is no number above 0`;
  throw fileFault('invalid', file.path, reason);
}
