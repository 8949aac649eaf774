import type { Command } from 'commander';
import { droppedWords } from '../../research/eeg/entropy/droppedWords';
import type { ChannelMeans } from '../../research/eeg/entropy/entropyMeans';
import { entropyReport, type EntropyReport } from '../../research/eeg/entropy/entropyReport';
import { recordedEntropy } from '../../research/eeg/entropy/recordedEntropy';
import { requireWritable, writeEntropy } from '../../research/eeg/entropy/writeEntropy';
import type { CommandContext } from '../commandContext';
import { measuringWishOf, withMeasuringOptions, type MeasuringOptions } from '../eegArguments';
import { untilInterrupted } from '../interrupt';
import { number } from '../numberArguments';
import { table, type Column, type Output } from '../output';

type EntropyOptions = MeasuringOptions & { events?: string; rate?: number; out?: string };

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
    .action((path: string, options: EntropyOptions) => run(() => entropyCommand(path, options, output())));
}

function entropyCommand(path: string, options: EntropyOptions, output: Output): Promise<number> {
  return untilInterrupted(async (signal) => {
    const { events, rate, out } = options;
    if (out !== undefined) requireWritable(out);
    const known = { eventsPath: events, rateHz: rate, signal };
    const entropy = await recordedEntropy(path, measuringWishOf(options), known);
    const files = out === undefined ? [] : await writeEntropy(out, entropy);
    const report = entropyReport(entropy);
    output.result({ ...report, files }, () => [...lines(report), ...files.map((file) => `wrote ${file}`)]);
    return 0;
  });
}

function lines(report: EntropyReport): string[] {
  const { name, format, durationSeconds, plan, channels, bands, windows, means, warnings } = report;
  const columns = bands.map((band): Column<ChannelMeans> => [
    band,
    ({ nats }) => nats[band]?.toFixed(3) ?? '',
  ]);
  return [
    `${name}: ${format}, ${durationSeconds.toFixed(1)} s, ${channels.length} channels`,
    `${windows.left} windows of ${plan.windowSeconds} s every ${plan.hopSeconds} s, in steps of ${plan.stepSeconds} s, by ${plan.method}`,
    ...droppedWords(report),
    '',
    'differential entropy, mean in nats (of microvolts)',
    ...table(means, [['channel', ({ channel }) => channel], ...columns]),
    ...warnings.map((warning) => `warning: ${warning}`),
  ];
}
