import { Option, type Command } from 'commander';
import { scoreWords } from '../../research/eeg/model/heldOutScores';
import { queryEeg, type EegQueryAnswer } from '../../research/eeg/query/queryEeg';
import type { CommandContext } from '../commandContext';
import { untilInterrupted } from '../interrupt';
import { number, wholeNumber } from '../numberArguments';
import { signed, table, type Output } from '../output';
import { withSession } from '../session';

interface QueryOptions {
  model: string;
  from?: number;
  to?: number;
  tracks?: number;
  dimension: 'valence' | 'arousal' | 'both';
  channels?: string[];
  badChannels?: string[];
  participant?: string;
}

/** Registers `research query-eeg RECORDING`. */
export function addResearchQueryEeg(research: Command, { run, output }: CommandContext): void {
  research
    .command('query-eeg')
    .description('music of the library whose emotion is like what a recording tells of, by a trained model')
    .argument('<recording>', 'EDF, BDF, BrainVision, EEGLAB, or a table or array of channels')
    .requiredOption('--model <folder>', 'that research train-eeg wrote')
    .option('--from <seconds>', 'where the stretch begins that is asked by', number(0, 1e6))
    .option('--to <seconds>', 'where it ends', number(0, 1e6))
    .option('--tracks <n>', 'how many at most (20)', wholeNumber(200))
    .addOption(
      new Option('--dimension <name>', 'by which the music is to be alike')
        .choices(['valence', 'arousal', 'both'])
        .default('both'),
    )
    .option('--participant <name>', 'whose it is: their own networks are asked where the model has some')
    .option('--channels <name...>', 'which are EEG, where the file does not say')
    .option('--bad-channels <name...>', 'known to be bad')
    .action((recording: string, options: QueryOptions) =>
      run(() => queryCommand(recording, options, output())),
    );
}

function queryCommand(recording: string, options: QueryOptions, output: Output): Promise<number> {
  const { model, from, to, tracks, dimension, channels, badChannels, participant } = options;
  const stretch = { fromSeconds: from, toSeconds: to, channels, badChannels };
  return untilInterrupted((signal) =>
    withSession(async ({ database, caller, settings }) => {
      const asked = { recording, model, wish: { stretch, dimension, participant, limit: tracks } };
      const { dataDirectory } = settings;
      const answer = await queryEeg(asked, { database, caller, dataDirectory, signal });
      output.result(answer, () => lines(answer));
      return 0;
    }),
  );
}

function lines(answer: EegQueryAnswer): string[] {
  const { model, personal, scores, noBetterThanChance, heard, searched, matches } = answer;
  const { windows, probability, interpolated, warnings } = heard;
  const percent = (share?: number) => (share === undefined ? '' : `${(100 * share).toFixed(0)} %`);
  const told = Object.entries(probability).map(([name, share]) => `high ${name} ${percent(share)}`);
  return [
    `${heard.name}: ${windows.heard} windows heard (${windows.rejected} of ${windows.all} rejected); ${told.join(', ')}`,
    `model: ${model.title}${model.simulated ? ' (trained on simulated EEG)' : ''}`,
    `asked: ${personal === null ? 'the networks for any listener' : `the own networks of ${personal}`}`,
    ...(noBetterThanChance
      ? [`THIS RANKING IS NO BETTER THAN CHANCE for ${personal ?? 'a new listener'} and new music`]
      : []),
    ...scores.map(scoreWords),
    ...(interpolated.length > 0 ? [`interpolated for the model: ${interpolated.join(', ')}`] : []),
    ...warnings.map((warning) => `warning: ${warning}`),
    '',
    `nearest of ${searched} tracks`,
    ...table(matches, [
      ['ID', ({ trackId }) => String(trackId)],
      ['Cosine', ({ similarity }) => similarity.toFixed(3)],
      ['Valence', ({ valence }) => signed(valence)],
      ['Arousal', ({ arousal }) => signed(arousal)],
      ['Title', ({ title }) => title],
      ['Artist', ({ artist }) => artist ?? ''],
    ]),
  ];
}
