import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { headLines } from '../../text/headLines';
import { textReader } from '../../text/textReader';
import { splitCells } from '../../text/cells';
import { frameBlocks } from '../blocks/frameBlocks';
import { lineFrames } from '../blocks/lineFrames';
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
  const timing = await timingOf(file, names, options);
  const cells = names.map((_, cell) => cell).filter((cell) => cell > 0 && names[cell] !== 'Elements');
  const channels = channelsOf(
    cells.map((cell) => names[cell]),
    timing,
  );
  async function* lines(signal?: AbortSignal) {
    for await (const rows of museRows(file, names, signal)) {
      yield rows.filter(({ element }) => element === null).map(({ line }) => line);
    }
  }
  const layout = {
    path: file.path,
    cellsOf: ({ text }: { text: string }) => {
      const told = splitCells(text, ',') ?? [];
      return cells.map((cell) => told[cell] ?? '');
    },
    decimalComma: false,
    width: cells.length,
  };
  return {
    format: 'Muse (Mind Monitor)',
    channels,
    events: timing.events,
    trials: [],
    durationSeconds: timing.samples / timing.rateHz,
    startedAt: timing.startedAt,
    warnings: timing.warnings,
    blocks: (wish) => frameBlocks(channels, lineFrames(lines(wish.signal), layout), wish),
  };
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
/** A longer time between two lines, and more than five lines long, is a gap. */
const leastGapSeconds = 0.5;

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
  const first = times[0];
  const seconds = (times[times.length - 1] - first) / 1000;
  if (seconds <= 0) throw fileFault('invalid', file.path, 'its times do not go on');
  const measured = (times.length - 1) / seconds;
  const rateHz =
    options.rateHz ??
    rates.find((rate) => Math.abs(measured / rate - 1) < nearRate) ??
    Number(measured.toPrecision(6));
  return {
    samples: times.length,
    rateHz,
    startedAt: new Date(first).toISOString().slice(0, 19),
    events: elements.map(({ milliseconds, label }) => ({
      onsetSeconds: (milliseconds - first) / 1000,
      durationSeconds: 0,
      label,
    })),
    warnings: [...slowness(rateHz), ...gaps(times, rateHz)],
  };
}

function slowness(rateHz: number): string[] {
  return rateHz < 100
    ? [
        `it was recorded at ${rateHz} samples a second: choose the constant recording interval in Mind Monitor`,
      ]
    : [];
}

function gaps(times: readonly number[], rateHz: number): string[] {
  const longest = Math.max(leastGapSeconds, 5 / rateHz);
  const found = times.flatMap((time, row) => {
    const before = row === 0 ? time : times[row - 1];
    return (time - before) / 1000 > longest ? [(before - times[0]) / 1000] : [];
  });
  if (found.length === 0) return [];
  const places = found.slice(0, 3).map((seconds) => `${seconds.toFixed(2)} s`);
  return [
    `samples are missing after ${places.join(', ')}${found.length > 3 ? ` and ${found.length - 3} more` : ''}`,
  ];
}

/** "RAW_TP9" is the electrode TP9; powers of bands keep their names. */
function channelsOf(names: readonly string[], { samples, rateHz }: MuseTiming): EegChannel[] {
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
