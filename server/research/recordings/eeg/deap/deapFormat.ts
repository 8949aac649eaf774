import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { isNpy, readNpyHeader } from '../../numpy/npyHeader';
import type { EegFormat } from '../eegFormat';
import type { EegOptions, EegRecording, EegTrial } from '../eegRecording';
import { isHdf5 } from '../matlab/hdf5File';
import { matVariables } from '../matlab/matVariables';
import { isMatFile } from '../matlab/readMatFile';
import { deapOfMatlab, deapOfNpy, isDeapShape } from './deapArray';
import { deapBlocks, shownSamples } from './deapBlocks';
import { deapChannels, deapRateHz, trialSamples } from './deapLayout';
import { ratingsBeside, ratingsOfMatlab, type DeapRatings } from './deapRatings';
import type { DeapNumbers } from './deapTrials';

/**
 * DEAP's preprocessed layout: s01.mat with data and labels, or two NPY files. Trials follow one another, without their
 * baseline unless it is asked for, each with the participant's own ratings.
 */
export const deapFormat: EegFormat = {
  format: 'DEAP (preprocessed)',
  recognises: (file) => isDeapArray(file) || isPickle(file) || isMatlab(file),
  open: openDeap,
};

function isDeapArray(file: FileHead): boolean {
  return !file.packed && isNpy(file.bytes) && isDeapShape(readNpyHeader(file.path, file.bytes).shape);
}

/** A pickle of Python begins with its protocol, or, of the oldest, with a dictionary. */
function isPickle({ bytes, name }: FileHead): boolean {
  const isOldest = bytes.toString('latin1', 0, 3) === '(dp';
  return /\.(dat|pkl|pickle)$/i.test(name) && (isOldest || (bytes[0] === 0x80 && bytes[1] <= 5));
}

function isMatlab({ bytes, name }: FileHead): boolean {
  return /\.mat$/i.test(name) && (isMatFile(bytes) || isHdf5(bytes) || bytes.length < 128);
}

async function openDeap(file: FileHead, { baseline }: EegOptions): Promise<EegRecording> {
  if (isPickle(file)) {
    const reason = 'it is a pickle of Python, which can run code when it is read';
    throw fileFault(
      'unsupported',
      file.path,
      `${reason}: take DEAP's .mat files, or save its data and labels by numpy.save`,
    );
  }
  const { numbers, ratings } = isNpy(file.bytes) ? await pairOf(file) : await matlabOf(file);
  const length = shownSamples(numbers, baseline);
  const channels = deapChannels(numbers.channels, numbers.trials * length);
  const hasBaseline = numbers.samples > trialSamples;
  return {
    format: 'DEAP (preprocessed)',
    channels,
    events: [],
    trials: trialsOf({ numbers, ratings, length }),
    durationSeconds: (numbers.trials * length) / deapRateHz,
    startedAt: null,
    warnings: [
      ...(ratings === null ? ['no ratings lie in it or beside it'] : []),
      ...(hasBaseline ? [] : ['its trials have no baseline']),
    ],
    blocks: (wish) => deapBlocks(numbers, { channels, baseline }, wish),
  };
}

/** Each from where its video begins. */
function trialsOf({
  numbers,
  ratings,
  length,
}: {
  numbers: DeapNumbers;
  ratings: DeapRatings;
  length: number;
}): EegTrial[] {
  const before = length - trialSamples;
  return Array.from({ length: numbers.trials }, (_, index) => ({
    name: `video ${index + 1}`,
    startSeconds: (index * length + before) / deapRateHz,
    durationSeconds: trialSamples / deapRateHz,
    ratings: ratings?.[index] ?? {},
  }));
}

async function pairOf(file: FileHead): Promise<{ numbers: DeapNumbers; ratings: DeapRatings }> {
  const numbers = deapOfNpy(file);
  return { numbers, ratings: await ratingsBeside(file, numbers.trials) };
}

async function matlabOf(file: FileHead): Promise<{ numbers: DeapNumbers; ratings: DeapRatings }> {
  const variables = await matVariables(
    file,
    (names) => ['data', 'labels'].includes(names[0]) && names.length === 1,
  );
  const data = variables.get('data');
  if (data?.kind === 'numbers' && !data.isComplex && isDeapShape(data.dimensions)) {
    const numbers = deapOfMatlab(data);
    return { numbers, ratings: ratingsOfMatlab(file.path, variables.get('labels'), numbers.trials) };
  }
  const names = [...variables.keys()].slice(0, 8).join(', ').slice(0, 100);
  const reason = `of MATLAB's files DEAP's data and labels are read, and EEGLAB's as .set; it holds ${names || 'nothing'}`;
  throw fileFault('unsupported', file.path, reason);
}
