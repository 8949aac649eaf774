import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { placedBlocks } from '../blocks/placedBlocks';
import { channelKind } from '../channels/channelKind';
import { statusEvents } from '../channels/statusEvents';
import { uniqueNames } from '../channels/uniqueNames';
import type { EegFormat } from '../eegFormat';
import type { EegChannel, EegEvent, EegRecording, EegWish } from '../eegRecording';
import { isEdf, readEdfHeader, type EdfHeader } from './edfHeader';
import { EdfPlaces, type PlacedSignal } from './edfPlaces';
import { readAnnotations } from './readAnnotations';

/** EDF, EDF+, BDF and BDF+: records of samples, annotations in signals of their own, triggers in a status channel. */
export const edfFormat: EegFormat = {
  format: 'EDF or BDF',
  recognises: ({ bytes, name }) => isEdf(bytes) || /\.(edf|bdf)\+?(\.gz)?$/i.test(name),
  open: openEdf,
};

async function openEdf(file: FileHead): Promise<EegRecording> {
  if (file.packed) throw fileFault('unsupported', file.path, 'it is packed by gzip: unpack it first');
  const header = await readEdfHeader(file);
  const signals = placedSignals(header);
  const channels = channelsOf(header, signals);
  const grainSeconds = header.recordSeconds;
  const open = () => EdfPlaces.open(file.path, header, signals);
  const blocks = (wish: EegWish) => placedBlocks({ channels, grainSeconds, open }, wish);
  const annotations = await readAnnotations(file, header);
  const status = await eventsOfStatus(channels, blocks);
  return {
    format: header.format,
    channels,
    events: [...annotations.events, ...status.events].sort((a, b) => a.onsetSeconds - b.onsetSeconds),
    trials: [],
    durationSeconds: header.records * header.recordSeconds,
    startedAt: header.startedAt,
    warnings: [...header.warnings, ...annotations.warnings, ...status.warnings],
    blocks,
  };
}

function placedSignals({ signals, sampleBytes }: EdfHeader): PlacedSignal[] {
  let place = 0;
  const placed = signals.map((signal) => {
    const isStatus = channelKind(signal.label, signal.unit) === 'status';
    // BioSemi's triggers are the bits that are stored, whatever range the header names.
    const isStored = sampleBytes === 3 && /^(status|trigger)$/i.test(signal.label);
    const scale = isStored ? { slope: 1, intercept: 0 } : {};
    const found = { ...signal, ...scale, place, isStatus };
    place += signal.samplesPerRecord * sampleBytes;
    return found;
  });
  return placed.filter(({ isAnnotations }) => !isAnnotations);
}

function channelsOf({ records, recordSeconds }: EdfHeader, signals: readonly PlacedSignal[]): EegChannel[] {
  const names = uniqueNames(signals.map(({ label }) => label));
  return signals.map(({ label, unit, isStatus, samplesPerRecord, highPassHz, lowPassHz }, index) => ({
    name: names[index],
    unit: isStatus ? null : unit,
    kind: channelKind(label, unit),
    rateHz: Number((samplesPerRecord / recordSeconds).toPrecision(12)),
    samples: records * samplesPerRecord,
    highPassHz,
    lowPassHz,
    bad: false,
  }));
}

async function eventsOfStatus(
  channels: readonly EegChannel[],
  blocks: (wish: EegWish) => AsyncIterable<Float64Array[]>,
): Promise<{ events: EegEvent[]; warnings: string[] }> {
  const events: EegEvent[] = [];
  const warnings: string[] = [];
  for (const [index, channel] of channels.entries()) {
    if (channel.kind !== 'status') continue;
    const found = await statusEvents(channel, index, blocks);
    if (found) for (const event of found) events.push(event);
    else warnings.push(`${channel.name} changes too often to hold triggers: no events are taken from it`);
  }
  return { events, warnings };
}
