import { InvalidArgumentError, Option, type Command } from 'commander';
import { heldOutScores, scoreWords } from '../../research/eeg/model/heldOutScores';
import { trainEeg, type TrainingOutcome } from '../../research/eeg/train/trainEeg';
import type { TrainingProgress } from '../../research/eeg/train/trainingProgress';
import {
  trainingPresets,
  trainingSchemes,
  type TrainingSettings,
} from '../../research/eeg/train/trainingSettings';
import { AppError } from '../../base/errors';
import { readSettings } from '../../base/settings';
import type { CommandContext } from '../commandContext';
import { interruptedStatus, withInterrupt } from '../interrupt';
import { naturalNumber, number, wholeNumber } from '../numberArguments';
import type { Output } from '../output';
import { ShareLine } from '../shareLine';

type TrainOptions = TrainingSettings & { out: string };

/** Registers `research train-eeg`. */
export function addResearchTrainEeg(research: Command, { run, output }: CommandContext): void {
  research
    .command('train-eeg')
    .description(
      'train EEG and music into a common space, by Python, and say what that is worth on held-out data',
    )
    .argument('<set>', 'folder that research eeg-set wrote')
    .requiredOption('--out <folder>', 'where the model goes: a new folder, or an empty one')
    .addOption(
      new Option('--preset <size>', 'of the networks and their training')
        .choices(trainingPresets)
        .default('reduced'),
    )
    .option('--joint', 'one network for valence and arousal, in place of one each')
    .option('--personal', 'a model of each participant too')
    .addOption(
      new Option('--schemes <scheme...>', 'how to evaluate: what is left out (all)').choices(trainingSchemes),
    )
    .addOption(
      new Option('--eeg-labels <whose>', 'ratings that label EEG').choices(['own', 'mean']).default('own'),
    )
    .addOption(
      new Option('--music-labels <whose>', 'ratings that label music')
        .choices(['own', 'mean'])
        .default('mean'),
    )
    .option('--threshold <rating>', 'high is above it, on 1 to 9', number(1, 9), 5)
    .option('--no-sensitivity', 'leave out other thresholds')
    .option('--epochs <n>', 'at most', wholeNumber(10_000))
    .option('--weights <eeg,music,discriminator>', "of the objective, in place of the preset's", weightsOf)
    .option('--alignment <weight>', 'of the contrast between EEG and music of the same emotion', weightOf)
    .option('--seed <n>', 'equal seeds give equal models', naturalNumber(2 ** 31 - 1), 1)
    .option('--processes <n>', 'at work side by side', wholeNumber(64), 2)
    .action((set: string, options: TrainOptions) => run(() => trainCommand(set, options, output())));
}

const weightOf = number(0, 1000);

/** Such as "0.54,0.36,0.1", as published. */
function weightsOf(text: string): NonNullable<TrainingSettings['weights']> {
  const given = text.split(',');
  if (given.length !== 3)
    throw new InvalidArgumentError('three numbers are needed: of EEG, of music, of the discriminator');
  const [eeg, music, discriminator] = given.map((each) => weightOf(each.trim()));
  return { eeg, music, discriminator };
}

function trainCommand(set: string, { out, ...settings }: TrainOptions, output: Output): Promise<number> {
  const line = new ShareLine(output.json);
  const { trainingPython: python } = readSettings(process.env);
  return withInterrupt(async (signal) => {
    const onProgress = (progress: TrainingProgress) => line.show(progress.fraction, progressWords(progress));
    const outcome = await trainEeg({ set, out, settings, python }, { onProgress, signal }).finally(() =>
      line.close(),
    );
    return tell(outcome, out, output);
  });
}

function tell(outcome: TrainingOutcome, out: string, output: Output): number {
  if (outcome.kind === 'stopped') return interruptedStatus;
  if (outcome.kind === 'missing') throw new AppError('unavailable', outcome.reason);
  if (outcome.kind !== 'trained') throw new AppError('invalid', outcome.reason);
  const { model } = outcome;
  const scores = heldOutScores(model);
  output.result({ out, scores, ...model }, () => [
    `the model is in ${out}, and report.md says what it is worth`,
    ...(model.simulated ? [`its training set is simulated: ${model.set.title}`] : []),
    ...scores.map(scoreWords),
  ]);
  return 0;
}

/** Such as "tracks, valence, full, epoch 12, loss 0.612, accuracy 58 %". */
function progressWords({ stage, dimension, variant, epoch, loss, accuracy }: TrainingProgress): string {
  return [
    stage,
    dimension,
    variant,
    typeof epoch === 'number' ? `epoch ${epoch}` : null,
    typeof loss === 'number' ? `loss ${loss.toFixed(3)}` : null,
    typeof accuracy === 'number' ? `accuracy ${(100 * accuracy).toFixed(0)} %` : null,
  ]
    .filter((part) => part)
    .join(', ');
}
