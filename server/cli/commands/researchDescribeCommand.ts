import { stat } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import type { BidsRun } from '../../research/recordings/bids/bidsFolder';
import { readBidsFolder } from '../../research/recordings/bids/readBidsFolder';
import { describeFile } from '../../research/recordings/describe/describeFile';
import type { ColumnDescription, FileDescription } from '../../research/recordings/describe/fileDescription';
import type { CommandContext } from '../commandContext';
import { number } from '../numberArguments';
import { table, type Output } from '../output';

interface DescribeOptions {
  labels?: string;
  labelNames?: string;
  tr?: number;
  header?: boolean;
  delimiter?: '\t' | ';' | ',' | ' ';
  decimalComma?: boolean;
  annotation?: number;
}

/** Registers `research describe FILE`; a folder is described as a BIDS dataset. */
export function addResearchDescribe(research: Command, { run, output }: CommandContext): void {
  research
    .command('describe')
    .description(
      'what a file is: its kind, shape, rate, columns with mean and standard deviation, events; ' +
        'or what a BIDS folder holds: participants, tasks, runs and their files',
    )
    .argument('<file>', 'a file, or a folder of a BIDS dataset or derivative')
    .option('--labels <image>', 'a label image (NIfTI) on the grid of the volumes: describe regions')
    .option('--label-names <table>', 'a table with the names of its labels (index, name)')
    .option('--tr <seconds>', 'seconds between samples, in place of what the file says', number(1e-6, 1e6))
    .option('--header', 'the first line names the columns')
    .option('--no-header', 'the first line holds numbers')
    .option('--delimiter <mark>', 'what parts the cells: tab, semicolon, comma or blanks', delimiter)
    .option('--decimal-comma', 'numbers are written with a decimal comma')
    .option('--annotation <n>', 'which annotation of a JAMS file, counted from 0', number(0, 1e6))
    .action((path: string, options: DescribeOptions) => run(() => describeCommand(path, options, output())));
}

const delimiters: Record<string, '\t' | ';' | ',' | ' '> = {
  tab: '\t',
  semicolon: ';',
  comma: ',',
  blanks: ' ',
};

function delimiter(word: string): '\t' | ';' | ',' | ' ' {
  if (Object.hasOwn(delimiters, word)) return delimiters[word];
  throw new InvalidArgumentError(`${Object.keys(delimiters).join(', ')} are accepted.`);
}

async function describeCommand(path: string, options: DescribeOptions, output: Output): Promise<number> {
  if (await isFolder(path)) return describeFolder(path, output);
  const { labels, tr, ...layout } = options;
  const description = await describeFile(path, { ...layout, labelPath: labels, hopSeconds: tr });
  output.result(description, () => lines(description));
  return 0;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    // Why it cannot be looked at is told by whatever reads it.
    () => false,
  );
}

async function describeFolder(path: string, output: Output): Promise<number> {
  const found = await readBidsFolder(path);
  const { name, participants, tasks, runs, warnings } = found;
  output.result(found, () => [
    `${name ?? path}: participants: ${participants.length}, runs: ${runs.length}, tasks: ${tasks.join(', ')}`,
    '',
    ...table(runs, [
      ['participant', ({ participant }) => participant],
      ['session', ({ session }) => session ?? ''],
      ['task', ({ task }) => task],
      ['run', ({ run }) => run ?? ''],
      ['TR', ({ hopSeconds }) => shortNumber(hopSeconds)],
      ['files', filesOfRun],
    ]),
    ...warnings.map((warning) => `warning: ${warning}`),
  ]);
  return 0;
}

/** Such as "2 bold, 1 events". */
function filesOfRun(run: BidsRun): string {
  const kinds = ['bold', 'regions', 'physio', 'stim', 'events', 'confounds'] as const;
  return kinds.flatMap((kind) => (run[kind].length > 0 ? [`${run[kind].length} ${kind}`] : [])).join(', ');
}

const mostColumnsShown = 50;

function lines(description: FileDescription): string[] {
  const { name, kind, format, columns, events, warnings } = description;
  const shown = columns.slice(0, mostColumnsShown);
  return [
    `${name}: ${kind}, ${format}, ${description.shape.join(' x ')}`,
    ...timing(description),
    ...(shown.length > 0 ? ['', ...columnTable(shown)] : []),
    ...(columns.length > shown.length
      ? [`and ${columns.length - shown.length} more (--json tells all)`]
      : []),
    ...(events
      ? ['', `${events.count} events`, ...events.types.map((type) => `  ${type.count} ${type.name}`)]
      : []),
    ...warnings.map((warning) => `warning: ${warning}`),
  ];
}

function timing({ hopSeconds, rateHz, startSeconds, durationSeconds }: FileDescription): string[] {
  const parts = [
    hopSeconds === null ? [] : [`a sample every ${shortNumber(hopSeconds)} s (${shortNumber(rateHz)} Hz)`],
    startSeconds === null ? [] : [`from ${shortNumber(startSeconds)} s`],
    durationSeconds === null ? [] : [`${shortNumber(durationSeconds)} s long`],
  ].flat();
  return parts.length > 0 ? [parts.join(', ')] : [];
}

function columnTable(columns: ColumnDescription[]): string[] {
  return table(columns, [
    ['column', ({ name }) => name],
    ['unit', ({ unit }) => unit ?? ''],
    ['mean', ({ mean }) => shortNumber(mean)],
    ['sd', ({ standardDeviation }) => shortNumber(standardDeviation)],
    ['from', ({ minimum }) => shortNumber(minimum)],
    ['to', ({ maximum }) => shortNumber(maximum)],
    ['missing', ({ missing }) => (missing > 0 ? String(missing) : '')],
  ]);
}

function shortNumber(value: number | null): string {
  return value === null ? '' : String(Number(value.toPrecision(6)));
}
