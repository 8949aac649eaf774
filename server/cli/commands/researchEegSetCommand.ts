import type { Command } from 'commander';
import { AnalysisClient } from '../../analysis/analysisClient';
import { makeEegSet, type MadeEegSet } from '../../research/eeg/set/makeEegSet';
import type { CommandContext } from '../commandContext';
import { measuringWishOf, withMeasuringOptions, type MeasuringOptions } from '../eegArguments';
import { untilInterrupted } from '../interrupt';
import { number } from '../numberArguments';
import { table, type Output } from '../output';
import { withSession } from '../session';
import { ShareLine } from '../shareLine';

type SetOptions = MeasuringOptions & {
  out: string;
  embedding?: string;
  embeddingHop?: number;
  embeddingStart?: number;
  title?: string;
};

/** Registers `research eeg-set FOLDER`. */
export function addResearchEegSet(research: Command, { run, output }: CommandContext): void {
  const command = research
    .command('eeg-set')
    .description(
      'make a training set of recordings: a folder with trials.tsv (participant, file, onset or event, duration, track, valence, arousal) and tracks.tsv (track, valence, arousal, sound or embedding), or of DEAP’s preprocessed files and tracks.tsv',
    )
    .argument('<folder>')
    .requiredOption('--out <folder>', 'where the set goes: a new folder, or an empty one')
    .option(
      '--embedding <name>',
      'what music is told by: a feature, as research features --list names it (circumplex embedding)',
    )
    .option('--embedding-hop <seconds>', 'between samples of embeddings that are brought', number(1e-3, 3600))
    .option(
      '--embedding-start <seconds>',
      'middle of the first sample of embeddings that are brought',
      number(0, 3600),
    )
    .option('--title <title>', 'what the set is called');
  withMeasuringOptions(command).action((folder: string, options: SetOptions) =>
    run(() => setCommand(folder, options, output())),
  );
}

async function setCommand(folder: string, options: SetOptions, output: Output): Promise<number> {
  const client = new AnalysisClient();
  const line = new ShareLine(output.json);
  try {
    return await untilInterrupted((signal) =>
      withSession(async ({ database, settings }) => {
        const {
          out,
          title,
          embedding,
          embeddingHop: broughtHopSeconds,
          embeddingStart: broughtStartSeconds,
        } = options;
        const wish = {
          measuring: measuringWishOf(options),
          title,
          embedding,
          broughtHopSeconds,
          broughtStartSeconds,
        };
        const tools = { database, dataDirectory: settings.dataDirectory, client };
        const onProgress = (share: number, current: string) => line.show(share, current);
        const made = await makeEegSet({ folder, out, wish }, { tools, onProgress, signal });
        line.close();
        output.result({ out, ...made }, () => lines(out, made));
        return 0;
      }),
    );
  } finally {
    line.close();
    client.close();
  }
}

function lines(out: string, made: MadeEegSet): string[] {
  const { title, simulated, participants, tracks, channels, leftOutChannels, counts, recordings, warnings } =
    made;
  return [
    `${title}${simulated && !/simulated/i.test(title) ? ' (simulated)' : ''}: ${out}`,
    `${participants.length} participants, ${tracks.length} tracks, ${channels.length} channels, ${counts.windows} windows`,
    `left out: ${counts.rejected} windows for artefacts, ${counts.beyondSound} beyond the end of the sound, ${counts.otherTrials} trials of other tracks`,
    ...(leftOutChannels.length > 0
      ? [`channels that not all recordings have: ${leftOutChannels.join(', ')}`]
      : []),
    '',
    ...table(recordings, [
      ['participant', ({ participant }) => participant],
      ['file', ({ file }) => file],
      ['trials', (each) => String(each.counts.trials)],
      ['windows', (each) => String(each.counts.windows)],
      ['rejected', (each) => String(each.counts.rejected)],
      ['bad channels', ({ bad }) => bad.map(({ channel, outcome }) => `${channel} (${outcome})`).join(', ')],
    ]),
    ...warnings.map((warning) => `warning: ${warning}`),
    ...recordings.flatMap(({ file, warnings: own }) => own.map((warning) => `warning: ${file}: ${warning}`)),
  ];
}
