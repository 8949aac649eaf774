import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { mostValues } from '../../files/limits';
import { bytesOf, NumberBuffer } from '../../numbers/numberBuffer';
import { readNpyHeader } from '../../numpy/npyHeader';
import { FileParts } from '../blocks/fileParts';
import { arrayFrames } from '../matlab/arrayFrames';
import { elementsOf, type MatNumbers } from '../matlab/matValue';
import { baselineSamples, channelCounts, trialSamples } from './deapLayout';
import type { DeapNumbers, DeapTrials } from './deapTrials';

const mostTrials = 1000;

/** True for [trials, channels, samples] as DEAP has them. */
export function isDeapShape(shape: readonly number[]): boolean {
  const [trials, channels, samples] = shape;
  const isLong = samples === trialSamples || samples === trialSamples + baselineSamples;
  return (
    shape.length === 3 && trials >= 1 && trials <= mostTrials && channelCounts.includes(channels) && isLong
  );
}

/** DEAP's numbers in an NPY file, each trial's channels one behind the other. Throws AppError as readNpyHeader. */
export function deapOfNpy(file: FileHead): DeapNumbers {
  const { shape, type, littleEndian, offsetBytes, fortranOrder } = readNpyHeader(file.path, file.bytes);
  const [trials, channels, samples] = shape;
  const expected = offsetBytes + elementsOf(shape) * bytesOf(type);
  if (file.sizeBytes !== expected) {
    const reason = `it is ${file.sizeBytes} bytes long, its header says ${expected}`;
    throw fileFault('unreadable', file.path, reason);
  }
  const place = { kind: 'file', path: file.path, offsetBytes } as const;
  const array = {
    kind: 'numbers',
    dimensions: shape,
    type,
    littleEndian,
    isComplex: false,
    values: null,
    place,
  } as const;
  if (fortranOrder) return deapOfMatlab({ ...array, dimensions: [...shape] });
  const open = async (): Promise<DeapTrials> => {
    const parts = await FileParts.open(file.path);
    return {
      read: async (trial, channel) => {
        const buffer = new NumberBuffer(type, littleEndian, samples);
        const at = (trial * channels + channel) * buffer.bytes.length;
        buffer.bytes.set(await parts.read(offsetBytes + at, buffer.bytes.length));
        buffer.refresh();
        return Float64Array.from(buffer.numbers);
      },
      close: () => parts.close(),
    };
  };
  return { trials, channels, samples, open };
}

/**
 * DEAP's numbers as MATLAB keeps them: all trials and channels of a sample together, so that whoever wants a trial has
 * to read all of them. What is wanted is kept in memory, 103 MB for 40 channels of 40 trials.
 *
 * @throws AppError 'too-large' above the limit of a series
 */
export function deapOfMatlab(array: MatNumbers): DeapNumbers {
  const [trials, channels, samples] = array.dimensions;
  if (elementsOf(array.dimensions) > mostValues) {
    throw fileFault('too-large', array.place.path, `over ${mostValues} numbers`);
  }
  const open: DeapNumbers['open'] = async (wish) => {
    const kept = new Map<number, Float64Array>();
    const placeOf = (trial: number, channel: number) => trial + trials * channel;
    for (const trial of wish.trials) {
      for (const channel of wish.channels) kept.set(placeOf(trial, channel), new Float64Array(samples));
    }
    const width = trials * channels;
    let sample = 0;
    for await (const piece of arrayFrames(array, width, wish.signal)) {
      for (let frame = 0; frame < piece.length / width; frame++, sample++) {
        for (const [place, numbers] of kept) numbers[sample] = piece[frame * width + place];
      }
    }
    return {
      read: (trial, channel) => Promise.resolve(Float64Array.from(kept.get(placeOf(trial, channel)) ?? [])),
      close: () => Promise.resolve(),
    };
  };
  return { trials, channels, samples, open };
}
