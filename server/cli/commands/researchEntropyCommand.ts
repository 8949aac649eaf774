import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { AppError } from '../../base/errors';
import { plainReason } from '../../base/plainReason';
import { droppedWords } from '../../research/eeg/entropy/droppedWords';
import type { ChannelMeans } from '../../research/eeg/entropy/entropyMeans';
import { entropyHeadMap } from '../../research/eeg/entropy/entropyHeadMap';
import { entropyReport, type EntropyReport } from '../../research/eeg/entropy/entropyReport';
import { recordedEntropy, type RecordedEntropy } from '../../research/eeg/entropy/recordedEntropy';
import { requireWritable, writeEntropy } from '../../research/eeg/entropy/writeEntropy';
import type { CommandContext } from '../commandContext';
import { measuringWishOf, withMeasuringOptions, type MeasuringOptions } from '../eegArguments';
import { untilInterrupted } from '../interrupt';
import { number } from '../numberArguments';
import { table, type Column, type Output } from '../output';

type EntropyOptions = MeasuringOptions & {
  events?: string;
  rate?: number;
  out?: string;
  headMap?: string;
};

/** Registers `research entropy FILE`. */
export function addResearchEntropy(research: Command, { run, output }: CommandContext): void {
  const command = research
    .command('entropy')
    .description(
      'differential entropy of an EEG recording by band and window, and all that was dropped for it',
    )
    .argument('<file>', 'EDF, BDF, BrainVision, EEGLAB, or a table or array of channels')
    .option('--events <file>', 'a table of events or trials: windows are named by the one they lie in')
    .option('--rate <hz>', 'samples a second, where the file does not say', number(1, 1e6));
  withMeasuringOptions(command)
    .option('--out <file>', 'write the windows: .npy (with a .json beside it), .csv or .json')
    .option('--head-map <file.svg>', 'draw the means of all bands on the head')
    .action((path: string, options: EntropyOptions) => run(() => entropyCommand(path, options, output())));
}

function entropyCommand(path: string, options: EntropyOptions, output: Output): Promise<number> {
  return untilInterrupted(async (signal) => {
    const { events, rate, out } = options;
    if (out !== undefined) requireWritable(out);
    const known = { eventsPath: events, rateHz: rate, signal };
    const entropy = await recordedEntropy(path, measuringWishOf(options), known);
    const files = await write(entropy, options);
    const report = entropyReport(entropy);
    output.result({ ...report, files }, () => [...lines(report), ...files.map((file) => `wrote ${file}`)]);
    return 0;
  });
}

async function write(entropy: RecordedEntropy, { out, headMap }: EntropyOptions): Promise<string[]> {
  const files = out === undefined ? [] : await writeEntropy(out, entropy);
  if (headMap === undefined) return files;
  await writeFile(headMap, entropyHeadMap(entropy)).catch((cause: unknown) => {
    throw new AppError('unreadable', `invalid --head-map: ${headMap} (${plainReason(cause)})`, { cause });
  });
  return [...files, headMap];
}

/** Stretches that are told one by one; --json tells all. */
const mostStretches = 10;

function lines(report: EntropyReport): string[] {
  const { name, format, durationSeconds, plan, channels, bands, windows, means, warnings } = report;
  const columns = bands.map((band): Column<ChannelMeans> => [
    band,
    ({ nats }) => nats[band]?.toFixed(3) ?? '',
  ]);
  return [
    `${name}: ${format}, ${durationSeconds.toFixed(1)} s, ${channels.length} channels`,
    `${windows.left} windows of ${plan.windowSeconds} s every ${plan.hopSeconds} s, in steps of ${plan.stepSeconds} s, by ${plan.method}`,
    ...droppedWords(report, mostStretches),
    '',
    'differential entropy, mean in nats (of microvolts)',
    ...table(means, [['channel', ({ channel }) => channel], ...columns]),
    ...warnings.map((warning) => `warning: ${warning}`),
  ];
}
