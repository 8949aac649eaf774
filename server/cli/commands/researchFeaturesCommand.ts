import { basename, extname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Change } from '@/ml/signal/changes';
import { AnalysisClient } from '../../analysis/analysisClient';
import { answerOf } from '../../analysis/answerOf';
import { AppError } from '../../base/errors';
import { namedCurve } from '../../catalogue/tracks/curveDocuments';
import { changeNames, usualChange } from '../../research/features/changedSeries';
import { listFeatures } from '../../research/features/featureNamed';
import { listNetworks } from '../../research/features/listNetworks';
import { preparedFeature } from '../../research/features/preparedFeature';
import { stimulusFeatures, type FeatureTools } from '../../research/features/stimulusFeatures';
import { featureFormats, writeFeature, type FeatureFormat } from '../../research/features/writeFeature';
import type { Series } from '../../research/recordings/series';
import { audioFileOf } from '../../streams/audioFile';
import type { CommandContext } from '../commandContext';
import { interruptedStatus, withInterrupt } from '../interrupt';
import { number, wholeNumber } from '../numberArguments';
import { table, type Output } from '../output';
import { withSession, type Session } from '../session';

interface FeatureOptions {
  feature: string[];
  list?: boolean;
  tr?: number;
  samples?: number;
  change?: Change | true;
  format: FeatureFormat;
  out: string;
}

/** Registers `research features`. */
export function addResearchFeatures(research: Command, { run, output }: CommandContext): void {
  research
    .command('features')
    .description('features of a sound, frame by frame, each at its own rate or at that of a recording')
    .argument('[track-or-file]', 'number of a track, or a sound file')
    .option('--list', 'what features there are, the layers of networks among them from the input on')
    .option('--feature <name...>', 'features by name; NETWORK:LAYER for a layer', [])
    .option('--tr <seconds>', 'resample to a recording with so much time between samples', number(1e-3, 1e4))
    .option('--samples <n>', 'of the recording; as many as the sound has room for', wholeNumber(1e7))
    .addOption(
      new Option(
        '--change [kind]',
        'how it changes from sample to sample; without a kind, signed for one number a sample, else euclidean',
      ).choices(changeNames),
    )
    .addOption(new Option('--format <format>').choices(featureFormats).default('csv'))
    .option('--out <folder>', 'where to write', '.')
    .action((sound: string | undefined, options: FeatureOptions) =>
      run(() => featuresCommand(sound, options, output())),
    );
}

async function featuresCommand(
  sound: string | undefined,
  options: FeatureOptions,
  output: Output,
): Promise<number> {
  if (!options.list) requireSound(sound, options);
  const client = new AnalysisClient();
  try {
    return await withSession((session) => {
      const tools = { database: session.database, dataDirectory: session.settings.dataDirectory, client };
      if (options.list || sound === undefined) return listCommand(tools, output);
      return writeCommand({ session, tools, sound }, options, output);
    });
  } finally {
    client.close();
  }
}

function requireSound(sound: string | undefined, { feature, tr, samples }: FeatureOptions): void {
  if (sound === undefined) throw new AppError('invalid', 'invalid TRACK_OR_FILE: (none) (or --list)');
  if (feature.length === 0) throw new AppError('invalid', 'invalid --feature: (none) (--list names them)');
  if (samples !== undefined && tr === undefined)
    throw new AppError('invalid', `invalid --samples: ${samples} (--tr says how far apart they are)`);
}

async function listCommand(tools: FeatureTools, output: Output): Promise<number> {
  const features = (await listFeatures(tools)).map(
    ({ name, description, columns, hopSeconds, startSeconds, feature }) => ({
      ...{ name, description, columns, hopSeconds, startSeconds },
      isNetwork: feature.kind === 'layer',
    }),
  );
  const networks = await listNetworks(tools);
  const layers = networks.flatMap((each) => each.layers);
  const faults = networks.flatMap(({ network, fault }) => (fault === null ? [] : [`${network}: ${fault}`]));
  output.result({ features, layers, faults }, () => [
    ...table(features, [
      ['feature', ({ name }) => name],
      ['numbers', ({ columns }) => String(columns ?? '')],
      ['every', ({ hopSeconds }) => `${Number(hopSeconds.toPrecision(6))} s`],
      ['what', ({ description }) => description],
    ]),
    ...(layers.length > 0
      ? [
          '',
          ...table(layers, [
            ['layer', ({ name }) => name],
            ['', ({ operation }) => operation],
          ]),
        ]
      : []),
    ...faults,
  ]);
  return 0;
}

interface Asked {
  session: Session;
  tools: FeatureTools;
  sound: string;
}

async function writeCommand(
  { session, tools, sound }: Asked,
  options: FeatureOptions,
  output: Output,
): Promise<number> {
  const { path, title } = await soundNamed(session, sound);
  return withInterrupt(async (signal) => {
    const outcome = await stimulusFeatures(tools, { path, wanted: options.feature }, { signal });
    if (outcome.kind === 'stopped') return interruptedStatus;
    const written: WrittenFeature[] = [];
    for (const [name, series] of Object.entries(answerOf(outcome)))
      written.push(await write({ title, name, series }, options));
    output.result({ sound: path, features: written }, () =>
      written.flatMap(({ name, samples, columns, files }) => [
        `${name}: ${samples} samples of ${columns.length} numbers`,
        ...files.map((file) => `  ${file}`),
      ]),
    );
    return 0;
  });
}

/** A feature as the command tells of it. */
interface WrittenFeature {
  name: string;
  hopSeconds: number | null;
  startSeconds: number | null;
  samples: number;
  columns: string[];
  files: string[];
}

async function write(
  { title, name, series }: { title: string; name: string; series: Series },
  { tr, samples, change: asked, format, out }: FeatureOptions,
): Promise<WrittenFeature> {
  const recording = tr === undefined ? undefined : { hopSeconds: tr, samples };
  const change = asked === true ? usualChange(series) : asked;
  const prepared = preparedFeature(series, { name, recording, change });
  const full = change ? `${name} ${change} change` : name;
  const files = await writeFeature(resolve(out), { sound: title, name: full, series: prepared, format });
  const { hopSeconds, startSeconds, columns, values } = prepared;
  return {
    name: full,
    ...{ hopSeconds, startSeconds, samples: values.rows },
    columns: columns.map((column) => column.name),
    files,
  };
}

/** The file of a track's number, or the file of this path, and what to call it. */
async function soundNamed({ database }: Session, sound: string): Promise<{ path: string; title: string }> {
  if (!/^\d{1,9}$/.test(sound)) return { path: resolve(sound), title: basename(sound, extname(sound)) };
  const trackId = Number(sound);
  const { title } = await namedCurve(database, trackId);
  return { path: (await audioFileOf(database, trackId)).path, title };
}
