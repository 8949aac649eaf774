import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { mostColumns } from '../../files/limits';
import { bytesOf } from '../../numbers/numberBuffer';
import { isNpy, readNpyHeader, type NpyHeader } from '../../numpy/npyHeader';
import { npyReader } from '../../numpy/npyReader';
import { NumberPlaces, type NumberLayout } from '../blocks/numberPlaces';
import { placedBlocks } from '../blocks/placedBlocks';
import { channelKind } from '../channels/channelKind';
import { uniqueNames } from '../channels/uniqueNames';
import type { EegFormat } from '../eegFormat';
import type { EegChannel, EegOptions, EegRecording } from '../eegRecording';
import { arraySidecar, type ArraySidecar } from './arraySidecar';

/** NPY of two dimensions, [samples, channels], with a JSON document beside it that says rate and names. */
export const arrayFormat: EegFormat = {
  format: 'NPY of electrodes',
  recognises: (file) => isNpy(file.bytes) && !file.packed && arraySidecar(file) !== null,
  open: openArray,
  readSeries: npyReader.readSeries?.bind(npyReader),
};

function openArray(file: FileHead, options: EegOptions): Promise<EegRecording> {
  const header = readNpyHeader(file.path, file.bytes);
  const said = arraySidecar(file);
  const layout = layoutOf(file, header);
  const channels = channelsOf(file, layout, { said, options });
  return Promise.resolve({
    format: 'NPY',
    channels,
    events: [],
    trials: [],
    durationSeconds: layout.samples / channels[0].rateHz,
    startedAt: null,
    warnings: [],
    blocks: (wish) => placedBlocks({ channels, open: () => NumberPlaces.open(layout) }, wish),
  });
}

function layoutOf({ path, sizeBytes }: FileHead, header: NpyHeader): NumberLayout {
  const { shape, type, littleEndian, offsetBytes, fortranOrder } = header;
  const [samples, channels = 1] = shape;
  const told = `(${shape.join(', ')})`;
  if (shape.length < 1 || shape.length > 2 || samples < 1 || channels < 1 || channels > mostColumns) {
    throw fileFault('invalid', path, `its shape is ${told}: (samples, channels) is read`);
  }
  const expected = offsetBytes + samples * channels * bytesOf(type);
  if (sizeBytes !== expected) {
    throw fileFault('unreadable', path, `it is ${sizeBytes} bytes long, its header says ${expected}`);
  }
  return { path, offsetBytes, type, littleEndian, channels, samples, vectorized: fortranOrder };
}

function channelsOf(
  file: FileHead,
  { channels, samples }: NumberLayout,
  { said, options }: { said: ArraySidecar | null; options: EegOptions },
): EegChannel[] {
  const rateHz = options.rateHz ?? said?.rateHz;
  if (rateHz === undefined) {
    const reason = 'an array does not say how many samples there are in a second';
    throw fileFault(
      'invalid',
      file.path,
      `${reason}: give the rate, or write SamplingFrequency and Channels into a .json beside it`,
    );
  }
  const names = options.channelNames ?? said?.channels ?? Array.from({ length: channels }, () => '');
  if (names.length !== channels) {
    throw fileFault('invalid', file.path, `it has ${channels} channels, ${names.length} are named`);
  }
  const unit = options.unit ?? said?.unit ?? null;
  const unique = uniqueNames(names);
  return names.map((name, index) => ({
    name: unique[index],
    unit,
    kind: channelKind(name, unit),
    rateHz,
    samples,
    highPassHz: null,
    lowPassHz: null,
    bad: false,
  }));
}
