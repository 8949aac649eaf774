import { parseBlob, parseBuffer, type IAudioMetadata } from 'music-metadata';
import { asciiAt } from '@/ml/audio/decode/bytes';
import type { Container } from '@/ml/audio/decode/container';
import { afterLeadingTags } from '@/ml/audio/decode/tagRange';
import type { RandomAccess } from '@/ml/audio/pcm';
import { mp4Length } from '@/ml/audio/tags/mp4Length';
import { oggFlacHeader } from '@/ml/audio/tags/oggFlacHeader';
import { plainId3v2 } from '@/ml/audio/tags/plainId3v2';
import { readRiffInfo } from '@/ml/audio/tags/riffInfo';
import { tagBlocks, type TagBlocks } from '@/ml/audio/tags/tagBlocks';
import { TagsTooLarge } from '@/ml/audio/tags/tagsTooLarge';
import type { OpenFile } from './decodeFile';
import { randomAccess } from './fileAccess';
import { commonOfInfo, type CommonTags } from './readTagsInfo';
import { probedTags } from './readTagsProbe';
import { blobOf, fileFrom, tagBytes } from './tagBytes';

/** What a file's tags and its own headers say. */
interface FileMetadata {
  common: CommonTags;
  format: IAudioMetadata['format'];
}

/** The same, and whether there is more that was not read for its size. */
export interface BoundedMetadata extends FileMetadata {
  isTooLarge: boolean;
}

/** How each kind that is decoded here is told to the parser; of others it sees for itself what they are. */
const mediaTypes: Record<Container | 'foreign', string> = {
  mp3: 'audio/mpeg',
  flac: 'audio/flac',
  'ogg-vorbis': 'audio/ogg',
  'ogg-opus': 'audio/ogg',
  wav: 'audio/wav',
  aiff: 'audio/aiff',
  foreign: '',
};

/** Kinds that the parser does not know, and takes for MPEG or for nothing. */
const unknownToParser = [
  'TTA1',
  'tBaK',
  'OFR ',
  'ajkg',
  'RIFX',
  'caff',
  '.snd',
  'riff',
  '#!AM',
  'FLV\x01',
  '.RMF',
];

const nothing = (): FileMetadata => ({ common: {}, format: { tagTypes: [], trackInfo: [] } });

/**
 * All that a file's tags and headers say, by what the file is and not by its name. Of damaged, cut off or very large ones
 * what can be read. It is to be called in the analysis process alone, as it takes memory and time.
 */
export async function fileMetadata(source: OpenFile): Promise<BoundedMetadata> {
  const { handle, sizeBytes, container } = source;
  const file = randomAccess(handle, sizeBytes, () => undefined);
  const start = await afterLeadingTags(file);
  const magic = asciiAt(await file.read(start, 8), 0, 8);
  const blocks = await blockTags(file);
  // Where the tags before the sound are too large, the parser is not to meet them.
  const { common, format, isTooLarge } = unknownToParser.includes(magic.slice(0, 4))
    ? { ...nothing(), isTooLarge: false }
    : await parsedFile(blocks.isTooLarge ? fileFrom(file, start) : file, container);
  const said = {
    common: [blocks.common, await oggFlacTags(file, start), common].reduceRight((rest, each) =>
      over(each, rest),
    ),
    format: await withLength(format, file, magic),
  };
  const whole = container !== 'foreign' || isKnown(said) ? said : await withProbed(said, source);
  return { ...whole, isTooLarge: isTooLarge || blocks.isTooLarge };
}

async function parsedFile(file: RandomAccess, container: Container | 'foreign'): Promise<BoundedMetadata> {
  return asFarAsItGoes((observer) => parseBlob(blobOf(tagBytes(file), mediaTypes[container]), { observer }));
}

type Observer = (update: { metadata: FileMetadata }) => void;

/** What was found before the parser met damage counts as much as what it gives in the end. */
async function asFarAsItGoes(parse: (observer: Observer) => Promise<FileMetadata>): Promise<BoundedMetadata> {
  let last = nothing();
  try {
    const { common, format } = await parse(({ metadata }) => (last = metadata));
    return { common, format, isTooLarge: false };
  } catch (error) {
    return { common: last.common, format: last.format, isTooLarge: error instanceof TagsTooLarge };
  }
}

/** ID3v2 made plain, wherever it lies, with the APE and ID3v1 tags beside it; then what an INFO list says. */
async function blockTags(file: RandomAccess): Promise<Pick<BoundedMetadata, 'common' | 'isTooLarge'>> {
  try {
    return { common: await tagsOfBlocks(await tagBlocks(file)), isTooLarge: false };
  } catch (error) {
    return { common: {}, isTooLarge: error instanceof TagsTooLarge };
  }
}

async function tagsOfBlocks({ id3v2, others, info }: TagBlocks): Promise<CommonTags> {
  const plain = plainId3v2(id3v2);
  const bytes = Buffer.concat([...(plain ? [plain] : []), ...others]);
  const type = { mimeType: 'audio/mpeg', size: bytes.length };
  const { common } =
    bytes.length > 0 ? await asFarAsItGoes((observer) => parseBuffer(bytes, type, { observer })) : nothing();
  return info ? over(common, commonOfInfo(readRiffInfo(info.bytes, info.isBigEndian))) : common;
}

/** The comments of FLAC in Ogg, which the parser does not look for. */
async function oggFlacTags(file: RandomAccess, start: number): Promise<CommonTags> {
  const header = await oggFlacHeader(file, start).catch(() => undefined);
  if (!header) return {};
  const type = { mimeType: 'audio/flac', size: header.length };
  return (await asFarAsItGoes((observer) => parseBuffer(header, type, { observer }))).common;
}

/** A cut off MP4 ends the parser before it tells the length. */
async function withLength(
  format: FileMetadata['format'],
  file: RandomAccess,
  magic: string,
): Promise<FileMetadata['format']> {
  if (format.duration !== undefined || magic.slice(4) !== 'ftyp') return format;
  const duration = await mp4Length(file).catch(() => undefined);
  return duration === undefined ? format : { ...format, duration };
}

async function withProbed({ common, format }: FileMetadata, file: OpenFile): Promise<FileMetadata> {
  const probed = await probedTags(file);
  const { container = probed.container, codec = probed.codec } = format;
  return { common: over(common, probed.common), format: { ...format, container, codec } };
}

/** The parser knew the file, and found what it is called. */
const isKnown = ({ common: { title, artists }, format: { codec } }: FileMetadata) =>
  (title !== undefined || artists !== undefined) && codec !== undefined;

/** Tags, and what they leave out from others. */
function over(common: CommonTags, rest: CommonTags): CommonTags {
  const said = Object.entries(common).filter(([, value]) => isSaid(value));
  return { ...rest, ...Object.fromEntries(said) };
}

/** The parser gives empty places of track and disc where nothing is said of them. */
function isSaid(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined && value !== null;
  return !('no' in value) || value.no !== null;
}
