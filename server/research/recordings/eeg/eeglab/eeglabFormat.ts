import { extname } from 'node:path';
import { fileFault } from '../../files/fileFault';
import { readHead, type FileHead } from '../../files/fileHead';
import { fileBeside } from '../beside/fileBeside';
import { NumberPlaces, type NumberLayout } from '../blocks/numberPlaces';
import { placedBlocks } from '../blocks/placedBlocks';
import { cutWarning } from '../channels/cutWarning';
import { channelKind } from '../channels/channelKind';
import { uniqueNames } from '../channels/uniqueNames';
import type { EegFormat } from '../eegFormat';
import type { EegChannel, EegEvent, EegRecording, EegTrial, EegWish } from '../eegRecording';
import { arrayBlocks } from '../matlab/arrayBlocks';
import type { MatNumbers } from '../matlab/matValue';
import { readEegSet, type EegSet } from './readEegSet';

/** EEGLAB: a data set of MATLAB (.set) with its samples in it, or in a file beside it (.fdt, .dat). Microvolts. */
export const eeglabFormat: EegFormat = {
  format: 'EEGLAB',
  recognises: ({ name }) => /\.set$/i.test(name),
  open: openSet,
};

const unit = 'uV';

async function openSet(file: FileHead): Promise<EegRecording> {
  const set = await readEegSet(file);
  const channels = channelsOf(set);
  const samples = await samplesOf(file, set);
  const { events, warnings } = eventsOf(set);
  return {
    format: 'EEGLAB',
    channels,
    events,
    trials: trialsOf(set),
    durationSeconds: (set.points * set.trials) / set.rateHz,
    startedAt: null,
    warnings: [...samples.warnings, ...warnings],
    blocks: (wish) => samples.blocks(channels, wish),
  };
}

function channelsOf({ channels, points, trials, rateHz }: EegSet): EegChannel[] {
  const names = uniqueNames(channels.map(({ label }) => label));
  return channels.map(({ label, type }, index) => ({
    name: names[index],
    unit,
    kind:
      type !== null && /^(eeg|eog|ecg|ekg|emg)$/i.test(type)
        ? channelKind(`${type} `, unit)
        : channelKind(label, unit),
    rateHz,
    samples: points * trials,
    highPassHz: null,
    lowPassHz: null,
    bad: false,
  }));
}

/** Epochs follow one another as if they had been recorded so, and their events are counted on. */
function trialsOf({ points, trials, rateHz }: EegSet): EegTrial[] {
  if (trials === 1) return [];
  return Array.from({ length: trials }, (_, index) => ({
    name: `epoch ${index + 1}`,
    startSeconds: (index * points) / rateHz,
    durationSeconds: points / rateHz,
    ratings: {},
  }));
}

function eventsOf({ events, rateHz, trials }: EegSet): { events: EegEvent[]; warnings: string[] } {
  const placed = events.flatMap(({ type, position, samples }) =>
    position === null
      ? []
      : [{ onsetSeconds: (position - 1) / rateHz, durationSeconds: samples / rateHz, label: type }],
  );
  const boundaries = placed.filter(({ label }) => label === 'boundary').map((event) => event.onsetSeconds);
  const nowhere = events.length - placed.length;
  return {
    events: placed.sort((a, b) => a.onsetSeconds - b.onsetSeconds),
    warnings: [
      ...(trials > 1 ? [`it is cut into ${trials} epochs, which follow one another here`] : []),
      ...cutWarning('it was cut (boundary events)', boundaries),
      ...(nowhere > 0 ? [`${nowhere} events without a place in time are left out`] : []),
    ],
  };
}

/** Where the samples lie, and what is odd about it. */
interface SetSamples {
  warnings: string[];
  blocks(channels: readonly EegChannel[], wish: EegWish): AsyncIterable<Float64Array[]>;
}

async function samplesOf(file: FileHead, set: EegSet): Promise<SetSamples> {
  const { data } = set;
  if (typeof data !== 'string') return withinSet(data);
  const stem = file.name.slice(0, file.name.length - extname(file.name).length);
  const found = await fileBeside(file.path, data, [`${stem}.fdt`, `${stem}.dat`]);
  if (!found) {
    const reason = `its samples lie in ${data.slice(0, 80)}, which is not beside it: bring it along`;
    throw fileFault('unreadable', file.path, reason);
  }
  const head = await readHead(found.path);
  const layout = layoutOf(head, set);
  return {
    warnings: found.isRenamed ? [`it names ${data.slice(0, 80)}: ${head.name} was taken`] : [],
    blocks: (channels, wish) => placedBlocks({ channels, open: () => NumberPlaces.open(layout) }, wish),
  };
}

function withinSet(data: MatNumbers): SetSamples {
  return { warnings: [], blocks: (channels, wish) => arrayBlocks(data, channels, wish) };
}

/** Single precision: in `.fdt` all channels of a sample follow one another, in the older `.dat` all samples of a channel. */
function layoutOf({ path, name, sizeBytes }: FileHead, { channels, points, trials }: EegSet): NumberLayout {
  const samples = points * trials;
  const expected = channels.length * samples * 4;
  if (sizeBytes !== expected) {
    const told = `${channels.length} channels of ${samples} samples`;
    throw fileFault(
      'unreadable',
      path,
      `it is ${sizeBytes} bytes long, ${told} need ${expected}: copy it again`,
    );
  }
  return {
    path,
    offsetBytes: 0,
    type: 'f4',
    littleEndian: true,
    channels: channels.length,
    samples,
    vectorized: /\.dat$/i.test(name),
  };
}
