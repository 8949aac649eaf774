import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { headLines } from '../../text/headLines';
import type { TextLine } from '../../text/textLines';
import { textReader } from '../../text/textReader';
import { splitCells } from '../../text/cells';
import { frameBlocks } from '../blocks/frameBlocks';
import { lineFrames, type LineLayout } from '../blocks/lineFrames';
import { uniqueNames } from '../channels/uniqueNames';
import type { EegFormat } from '../eegFormat';
import type { EegChannel, EegEvent, EegOptions, EegRecording } from '../eegRecording';
import { museRows } from './museRows';

/** CSV of Mind Monitor, from the headbands of Muse: raw samples of four electrodes beside powers, motion and markers. */
export const museFormat: EegFormat = {
  format: 'Muse (Mind Monitor)',
  recognises: (file) => {
    const first = headLines(file).at(0) ?? '';
    return /^"?TimeStamp"?,/i.test(first) && /(^|,)"?RAW_/.test(first);
  },
  open: openMuse,
  readSeries: textReader.readSeries?.bind(textReader),
};

async function openMuse(file: FileHead, options: EegOptions): Promise<EegRecording> {
  const names = splitCells(headLines(file)[0], ',') ?? [];
  const { samples, rateHz, startedAt, events, warnings } = await timingOf(file, names, options);
  const cells = names.map((_, cell) => cell).filter((cell) => cell > 0 && names[cell] !== 'Elements');
  const channels = channelsOf(
    cells.map((cell) => names[cell]),
    { samples, rateHz },
  );
  return {
    format: 'Muse (Mind Monitor)',
    channels,
    events,
    trials: [],
    durationSeconds: samples / rateHz,
    startedAt,
    warnings,
    blocks: (wish) => {
      const lines = sampleLines(file, names, wish.signal);
      return frameBlocks(channels, lineFrames(lines, layoutOf(file, cells)), wish);
    },
  };
}

/** Lines of samples, without those that tell what happened. */
async function* sampleLines(
  file: FileHead,
  names: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<TextLine[]> {
  for await (const rows of museRows(file, names, signal)) {
    yield rows.filter(({ element }) => element === null).map(({ line }) => line);
  }
}

function layoutOf({ path }: FileHead, cells: readonly number[]): LineLayout {
  const cellsOf = ({ text }: TextLine) => {
    const told = splitCells(text, ',') ?? [];
    return cells.map((cell) => told[cell] ?? '');
  };
  return { path, cellsOf, decimalComma: false, width: cells.length };
}

interface MuseTiming {
  samples: number;
  rateHz: number;
  startedAt: string;
  events: EegEvent[];
  warnings: string[];
}

/** Rates at which headbands sample; time stamps come with packets, so that a measured rate near one means it. */
const rates = [220, 256, 500, 512];
const nearRate = 0.02;
/** A longer time between two lines, and more than five times the usual one, is a pause. */
const leastPauseSeconds = 0.5;

async function timingOf(file: FileHead, names: string[], options: EegOptions): Promise<MuseTiming> {
  const times: number[] = [];
  const elements: { milliseconds: number; label: string }[] = [];
  for await (const rows of museRows(file, names, options.signal)) {
    for (const { milliseconds, element } of rows) {
      if (element === null) times.push(milliseconds);
      else elements.push({ milliseconds, label: element });
    }
  }
  if (times.length < 2) throw fileFault('invalid', file.path, 'it holds no two lines of samples');
  const pauses = pausesIn(times);
  const together = pauses.reduce((sum, { seconds }) => sum + seconds, 0);
  const seconds = (times[times.length - 1] - times[0]) / 1000 - together;
  if (seconds <= 0) throw fileFault('invalid', file.path, 'its times do not go on');
  const measured = (times.length - 1 - pauses.length) / seconds;
  const nominal = rates.find((rate) => Math.abs(measured / rate - 1) < nearRate);
  const rateHz = options.rateHz ?? nominal ?? Number(measured.toPrecision(6));
  return {
    samples: times.length,
    rateHz,
    startedAt: new Date(times[0]).toISOString().slice(0, 19),
    events: elements.map(({ milliseconds, label }) => ({
      onsetSeconds: (milliseconds - times[0]) / 1000,
      durationSeconds: 0,
      label,
    })),
    warnings: [...slowness(rateHz), ...missing(pauses)],
  };
}

function slowness(rateHz: number): string[] {
  return rateHz < 100
    ? [
        `it was recorded at ${rateHz} samples a second: choose the constant recording interval in Mind Monitor`,
      ]
    : [];
}

interface Pause {
  atSeconds: number;
  seconds: number;
}

/** Times between two lines that are much longer than most. */
function pausesIn(times: readonly number[]): Pause[] {
  const hops = times.slice(1).map((time, index) => (time - times[index]) / 1000);
  const usual = [...hops].sort((a, b) => a - b)[Math.floor(hops.length / 2)];
  const longest = Math.max(leastPauseSeconds, 5 * usual);
  return hops.flatMap((seconds, index) =>
    seconds > longest ? [{ atSeconds: (times[index] - times[0]) / 1000, seconds }] : [],
  );
}

function missing(pauses: readonly Pause[]): string[] {
  if (pauses.length === 0) return [];
  const places = pauses.slice(0, 3).map(({ atSeconds }) => `${atSeconds.toFixed(2)} s`);
  const more = pauses.length > 3 ? ` and ${pauses.length - 3} more` : '';
  return [`samples are missing after ${places.join(', ')}${more}: what comes behind is too early`];
}

/** "RAW_TP9" is the electrode TP9; powers of bands keep their names. */
function channelsOf(
  names: readonly string[],
  { samples, rateHz }: Pick<MuseTiming, 'samples' | 'rateHz'>,
): EegChannel[] {
  const shown = uniqueNames(names.map((name) => name.replace(/^RAW_/, '')));
  return names.map((name, index) => ({
    name: shown[index],
    unit: unitOf(name),
    kind: name.startsWith('RAW_') ? 'eeg' : 'other',
    rateHz,
    samples,
    highPassHz: null,
    lowPassHz: null,
    bad: false,
  }));
}

const units: readonly [pattern: RegExp, unit: string][] = [
  [/^(RAW_|AUX)/, 'uV'],
  [/^(Delta|Theta|Alpha|Beta|Gamma)_/, 'Bel'],
  [/^Accelerometer_/, 'g'],
  [/^Gyro_/, 'deg/s'],
  [/^Battery/, '%'],
];

function unitOf(name: string): string | null {
  return units.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
