import { z } from 'zod';

const ratingOwners = ['own', 'mean'] as const;
export const trainingPresets = ['reduced', 'published'] as const;
export const trainingSchemes = ['tracks', 'participants', 'both', 'shuffle'] as const;

const weight = z.number().min(0).max(1000);

/** What the parts of the objective weigh; both streams are always taught. */
const objectiveWeights = z.strictObject({
  eeg: weight.positive(),
  music: weight.positive(),
  /** Of the discriminator that is to confuse EEG and music. */
  discriminator: weight,
});

/** How a model is trained; what is left out is as `ml/training/eeg` has it. */
export const trainingSettings = z.strictObject({
  preset: z.enum(trainingPresets).default('reduced'),
  /** One network for valence and arousal, in place of one each. */
  joint: z.boolean().default(false),
  /** A model of each participant too. */
  personal: z.boolean().default(false),
  /** How it is evaluated: all ways where left out. */
  schemes: z.array(z.enum(trainingSchemes)).optional(),
  eegLabels: z.enum(ratingOwners).default('own'),
  musicLabels: z.enum(ratingOwners).default('mean'),
  threshold: z.number().min(1).max(9).default(5),
  /** Whether other thresholds are tried too. */
  sensitivity: z.boolean().default(true),
  epochs: z.number().int().min(1).max(10_000).optional(),
  /** In place of the preset's. */
  weights: objectiveWeights.optional(),
  /** What the contrast between EEG and music of the same emotion weighs, in place of the preset's; published: 0. */
  alignment: weight.optional(),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
  processes: z.number().int().min(1).max(64).default(2),
});

export type TrainingSettings = z.input<typeof trainingSettings>;

/** The settings as the Python package takes them. */
export function trainingArguments(settings: z.output<typeof trainingSettings>): string[] {
  const { preset, schemes, epochs, seed, processes, threshold, eegLabels, musicLabels } = settings;
  const { weights, alignment } = settings;
  return [
    ...[
      '--preset',
      preset,
      '--seed',
      `${seed}`,
      '--processes',
      `${processes}`,
      '--threshold',
      `${threshold}`,
    ],
    ...['--eeg-labels', eegLabels, '--music-labels', musicLabels],
    ...(settings.joint ? ['--joint'] : []),
    ...(settings.personal ? ['--personal'] : []),
    ...(settings.sensitivity ? [] : ['--no-sensitivity']),
    ...(epochs === undefined ? [] : ['--epochs', `${epochs}`]),
    ...(weights ? ['--weights', `${weights.eeg}`, `${weights.music}`, `${weights.discriminator}`] : []),
    ...(alignment === undefined ? [] : ['--alignment', `${alignment}`]),
    ...(schemes === undefined ? [] : ['--schemes', ...schemes]),
  ];
}
