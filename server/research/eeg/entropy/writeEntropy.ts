import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { laidOut } from '@/ml/eeg/entropy/differentialEntropy';
import type { EntropySteps } from '@/ml/eeg/eegSignal';
import { AppError } from '../../../base/errors';
import { plainReason } from '../../../base/plainReason';
import { RowFile } from '../../features/rowFile';
import { quoted } from '../../recordings/write/seriesCsv';
import { entropyReport } from './entropyReport';
import { eventOfWindows } from './eventOfWindows';
import type { RecordedEntropy } from './recordedEntropy';

/** Rows of a text at once, and windows of an array: an hour of 64 channels takes 74 MB. */
const rowsAtOnce = 200;

/**
 * Writes the windows of a recording. `.npy`: single precision [windows, steps, channels, bands], with everything else in
 * a JSON file beside it; `.csv`: a row a step; `.json`: everything in one document, `values` as [window][step][channel][band].
 * Rejected windows stay in, marked.
 *
 * @returns the paths of the files
 * @throws AppError 'invalid' for another ending, 'unreadable' where it cannot be written
 */
export async function writeEntropy(path: string, entropy: RecordedEntropy): Promise<string[]> {
  const write = writerOf(path);
  return write(path, entropy).catch((cause: unknown) => {
    throw new AppError('unreadable', `invalid --out: ${path} (${plainReason(cause)})`, { cause });
  });
}

/** Throws AppError 'invalid' for a name by whose ending nothing can be written, before any work is done. */
export function requireWritable(path: string): void {
  writerOf(path);
}

function writerOf(path: string): Writer {
  const write = writers[extname(path).toLowerCase()];
  if (write) return write;
  throw new AppError('invalid', `invalid --out: ${path} (a name that ends in .npy, .csv or .json)`);
}

type Writer = (path: string, entropy: RecordedEntropy) => Promise<string[]>;

const writers: Record<string, Writer | undefined> = {
  '.npy': writeNpy,
  '.csv': writeCsv,
  '.json': writeJson,
};

async function writeNpy(path: string, entropy: RecordedEntropy): Promise<string[]> {
  const { rows, places, steps, channels, bands } = entropy.windows;
  const file = await RowFile.create(path, steps, channels.length, bands.length);
  try {
    for (let from = 0; from < places.length; from += rowsAtOnce * steps) {
      const chunk = places.subarray(from, from + rowsAtOnce * steps);
      await file.append(laidOut(rows, channels.length * bands.length, { places: chunk }));
    }
    await file.finish();
  } finally {
    await file.close();
  }
  const beside = path.replace(/\.npy$/i, '.json');
  await writeFile(beside, `${JSON.stringify(describedWindows(entropy), null, 2)}\n`);
  return [path, beside];
}

async function writeJson(path: string, entropy: RecordedEntropy): Promise<string[]> {
  await writeFile(path, jsonParts(entropy));
  return [path];
}

async function writeCsv(path: string, entropy: RecordedEntropy): Promise<string[]> {
  await writeFile(path, csvParts(entropy));
  return [path];
}

/** Everything but the values. */
function describedWindows(entropy: RecordedEntropy) {
  const { startSeconds, rejected } = entropy.windows;
  const labels = eventOfWindows(entropy.events, startSeconds, entropy.plan.windowSeconds);
  return {
    ...entropyReport(entropy),
    unit: 'nats',
    each: Array.from(startSeconds, (start, window) => ({
      startSeconds: start,
      rejected: rejected[window] === 1,
      event: labels[window],
    })),
  };
}

/** One document, a window a line. */
function* jsonParts(entropy: RecordedEntropy): Generator<string> {
  const { windows } = entropy;
  const described = JSON.stringify(describedWindows(entropy));
  yield `${described.slice(0, -1)},"values":[\n`;
  for (let window = 0; window < windows.startSeconds.length; window++)
    yield `${window > 0 ? ',\n' : ''}${JSON.stringify(nested(windows, window))}`;
  yield '\n]}\n';
}

/** [step][channel][band], numbers as short as single precision allows. */
function nested({ rows, places, steps, channels, bands }: EntropySteps, window: number): number[][][] {
  return Array.from({ length: steps }, (_, step) =>
    channels.map((_, channel) =>
      bands.map((_, band) => {
        const at = (places[window * steps + step] * channels.length + channel) * bands.length + band;
        return Number(rows[at].toPrecision(8));
      }),
    ),
  );
}

function* csvParts({ windows, plan, events }: RecordedEntropy): Generator<string> {
  const { channels, bands, startSeconds, steps, rejected, rows, places } = windows;
  const columns = channels.flatMap((channel) => bands.map((band) => quoted(`${channel} ${band} [nats]`)));
  const labels = eventOfWindows(events, startSeconds, plan.windowSeconds).map((label) =>
    quoted(label ?? 'n/a'),
  );
  yield `${['window_s', 'step_s', 'rejected', 'event', ...columns].join(',')}\n`;
  const width = columns.length;
  let lines: string[] = [];
  for (let row = 0; row < startSeconds.length * steps; row++) {
    const window = Math.floor(row / steps);
    const step = startSeconds[window] + (row % steps) * plan.stepSeconds;
    const cells = Array.from(rows.subarray(places[row] * width, (places[row] + 1) * width), (value) =>
      Number(value.toPrecision(8)),
    );
    lines.push([startSeconds[window], step, rejected[window], labels[window], ...cells].join(','));
    if (lines.length < rowsAtOnce) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}
