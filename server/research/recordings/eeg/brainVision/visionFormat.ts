import { extname } from 'node:path';
import { fileFault } from '../../files/fileFault';
import { readHead, type FileHead } from '../../files/fileHead';
import { bytesOf } from '../../numbers/numberBuffer';
import { fileBeside } from '../beside/fileBeside';
import { frameBlocks } from '../blocks/frameBlocks';
import { NumberPlaces, type NumberLayout } from '../blocks/numberPlaces';
import { placedBlocks } from '../blocks/placedBlocks';
import { scaledBlocks } from '../blocks/scaledBlocks';
import { channelKind } from '../channels/channelKind';
import { uniqueNames } from '../channels/uniqueNames';
import type { EegFormat } from '../eegFormat';
import type { EegChannel, EegOptions, EegRecording, EegWish } from '../eegRecording';
import { readVisionHeader, type VisionHeader } from './visionHeader';
import { readVisionMarkers, type VisionMarkers } from './visionMarkers';
import { readTextSamples } from './visionText';

/** BrainVision: a header (.vhdr) that names a file of numbers (.eeg, .dat) and one of markers (.vmrk). */
export const visionFormat: EegFormat = {
  format: 'BrainVision',
  recognises: ({ bytes, name }) =>
    /\.(vhdr|ahdr|vmrk)$/i.test(name) || /^(\ufeff)?Brain ?Vision/i.test(bytes.toString('utf8', 0, 40)),
  open: openVision,
};

async function openVision(file: FileHead, options: EegOptions): Promise<EegRecording> {
  if (/\.(vmrk|amrk)$/i.test(file.name)) {
    throw fileFault('unsupported', file.path, 'it holds markers: open the .vhdr file beside it');
  }
  const header = await readVisionHeader(file);
  const data = await dataFileOf(file, header);
  const samples = await samplesOf(data.file, header, options.signal);
  const channels = channelsOf(header, samples.count);
  const markers = await markersOf(file, header);
  const factors = header.channels.map(({ resolution }) => resolution);
  return {
    format: 'BrainVision',
    channels,
    events: markers.events.sort((a, b) => a.onsetSeconds - b.onsetSeconds),
    trials: [],
    durationSeconds: samples.count / header.rateHz,
    startedAt: markers.startedAt,
    warnings: [...header.warnings, ...data.warnings, ...samples.warnings, ...markers.warnings],
    blocks: (wish) =>
      scaledBlocks(
        samples.blocks(channels, wish),
        wish.channels.map((channel) => factors[channel]),
      ),
  };
}

async function dataFileOf(
  file: FileHead,
  { dataFile }: VisionHeader,
): Promise<{ file: FileHead; warnings: string[] }> {
  const stem = file.name.slice(0, file.name.length - extname(file.name).length);
  // "$b" stands for the name of the header file.
  const named = dataFile?.replaceAll('$b', stem);
  const others = ['eeg', 'dat', 'avg', 'seg'].map((ending) => `${stem}.${ending}`);
  const found = await fileBeside(file.path, named, others);
  if (!found) {
    const reason = `its samples lie in ${named?.slice(0, 80) ?? 'no file that it names'}, which is not beside it`;
    throw fileFault('unreadable', file.path, `${reason}: bring it along`);
  }
  const head = await readHead(found.path);
  return {
    file: head,
    warnings: found.isRenamed ? [`its header names ${named?.slice(0, 80)}: ${head.name} was taken`] : [],
  };
}

/** Samples as they are stored, and how many there are of each channel. */
interface StoredSamples {
  count: number;
  warnings: string[];
  blocks(channels: readonly EegChannel[], wish: EegWish): AsyncIterable<Float64Array[]>;
}

async function samplesOf(data: FileHead, header: VisionHeader, signal?: AbortSignal): Promise<StoredSamples> {
  const { type, littleEndian, vectorized, channels, points } = header;
  if (type === null) {
    const text = await readTextSamples(data, header, signal);
    requirePoints(data, points, text.count);
    return { ...text, warnings: [], blocks: (all, wish) => frameBlocks(all, text.frames(wish.signal), wish) };
  }
  const frameBytes = bytesOf(type) * channels.length;
  const count = Math.floor(data.sizeBytes / frameBytes);
  const behind = data.sizeBytes % frameBytes;
  if (count === 0 || behind !== 0) {
    const reason = `it is ${data.sizeBytes} bytes long, and a sample of ${channels.length} channels takes ${frameBytes}`;
    throw fileFault('unreadable', data.path, `${reason}: copy it again, and its header`);
  }
  requirePoints(data, points, count);
  const layout: NumberLayout = {
    path: data.path,
    offsetBytes: 0,
    type,
    littleEndian,
    channels: channels.length,
    samples: count,
    vectorized,
  };
  const open = () => NumberPlaces.open(layout);
  return {
    count,
    warnings: [],
    blocks: (all, wish) => placedBlocks({ channels: all, open }, wish),
  };
}

function requirePoints(data: FileHead, claimed: number | null, count: number): void {
  if (claimed === null || claimed === count) return;
  const reason = `it holds ${count} samples a channel, its header says ${claimed}`;
  throw fileFault('unreadable', data.path, `${reason}: copy both again`);
}

function channelsOf(header: VisionHeader, samples: number): EegChannel[] {
  const names = uniqueNames(header.channels.map(({ name }) => name));
  return header.channels.map(({ name, unit, highPassHz, lowPassHz }, index) => ({
    name: names[index],
    unit,
    kind: channelKind(name, unit),
    rateHz: header.rateHz,
    samples,
    highPassHz,
    lowPassHz,
    bad: false,
  }));
}

async function markersOf(file: FileHead, { markerFile, rateHz }: VisionHeader): Promise<VisionMarkers> {
  const stem = file.name.slice(0, file.name.length - extname(file.name).length);
  const named = markerFile?.replaceAll('$b', stem);
  const found = await fileBeside(file.path, named, [`${stem}.vmrk`]);
  if (found) {
    const markers = await readVisionMarkers(await readHead(found.path), rateHz);
    const renamed = found.isRenamed && named ? [`its header names ${named.slice(0, 80)} for markers`] : [];
    return { ...markers, warnings: [...markers.warnings, ...renamed] };
  }
  const warnings = named ? [`its markers lie in ${named.slice(0, 80)}, which is not beside it`] : [];
  return { events: [], startedAt: null, warnings };
}
