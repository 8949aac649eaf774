import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
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
import { randomAccess } from './fileAccess';
import { commonOfInfo, type CommonTags } from './readTagsInfo';
import { probedTags } from './readTagsProbe';

/** What a file's tags and its own headers say. */
export interface FileMetadata {
  common: CommonTags;
  format: IAudioMetadata['format'];
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
 * All that a file's tags and headers say, by what the file is and not by its name. Of damaged or cut off files what can
 * be read. Throws a system error for a file that cannot be opened.
 */
export async function fileMetadata(path: string, container: Container | 'foreign'): Promise<FileMetadata> {
  const handle = await open(path);
  try {
    const file = randomAccess(handle, (await handle.stat()).size, () => undefined);
    const start = await afterLeadingTags(file);
    const magic = asciiAt(await file.read(start, 8), 0, 8);
    const parsed = unknownToParser.includes(magic.slice(0, 4))
      ? nothing()
      : await parsedFile(path, container);
    const said = {
      common: [await blockTags(file), await oggFlacTags(file, start), parsed.common].reduceRight(
        (rest, common) => over(common, rest),
      ),
      format: await withLength(parsed.format, file, magic),
    };
    return container !== 'foreign' || isKnown(said) ? said : await withProbed(said, path);
  } finally {
    await handle.close();
  }
}

async function parsedFile(path: string, container: Container | 'foreign'): Promise<FileMetadata> {
  const blob = await openAsBlob(path, { type: mediaTypes[container] });
  return asFarAsItGoes((observer) => parseBlob(blob, { observer }));
}

type Observer = (update: { metadata: FileMetadata }) => void;

/** What was found before the parser met damage counts as much as what it gives in the end. */
async function asFarAsItGoes(parse: (observer: Observer) => Promise<FileMetadata>): Promise<FileMetadata> {
  let last = nothing();
  try {
    return await parse(({ metadata }) => (last = metadata));
  } catch {
    return last;
  }
}

/** ID3v2 made plain, wherever it lies, with the APE and ID3v1 tags beside it; then what an INFO list says. */
async function blockTags(file: RandomAccess): Promise<CommonTags> {
  const blocks = await tagBlocks(file).catch((): TagBlocks => ({ id3v2: [], others: [] }));
  const plain = plainId3v2(blocks.id3v2);
  const bytes = Buffer.concat([...(plain ? [plain] : []), ...blocks.others]);
  const type = { mimeType: 'audio/mpeg', size: bytes.length };
  const { common } =
    bytes.length > 0 ? await asFarAsItGoes((observer) => parseBuffer(bytes, type, { observer })) : nothing();
  const { info } = blocks;
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

async function withProbed({ common, format }: FileMetadata, path: string): Promise<FileMetadata> {
  const probed = await probedTags(path);
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
