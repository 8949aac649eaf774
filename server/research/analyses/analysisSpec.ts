import { z } from 'zod';
import { defaultEncodingPlan } from '@/ml/encoding/encodingPlan';
import { defaultLeadLagPlan } from '@/ml/encoding/leadLag/leadLagPlan';
import type { Change } from '@/ml/signal/changes';

/** What is asked of a study's analysis, complete: with the study's data it determines every number of the answer. */

const name = z.string().min(1).max(200);
const names = z.array(name).min(1).max(100);
const seed = z.int().min(0).max(2_147_483_647).default(1);
const nullCount = z.int().min(1).max(10_000);

/** How a space is made of its series: as it is, or one of the changes of ml/signal/changes.ts. */
export const changeKinds = [
  'none',
  'signed',
  'absolute',
  'euclidean',
  'cosine',
  'principal',
] as const satisfies (Change | 'none')[];

/** One space of an analysis: a feature of the sound or a rating, as it is or its change. */
const spaceSpec = z.strictObject({
  /** What the space is called in results; two spaces have two names. */
  name,
  /** Features may be everybody's or a participant's own; ratings are each participant's own. */
  from: z.enum(['feature', 'rating']).default('feature'),
  /** The feature, or the scale of the rating. */
  series: name,
  change: z.enum(changeKinds).default('none'),
  /** Whether changes are those of the series' own frames, or of the samples it is brought to. */
  changeBetween: z.enum(['frames', 'samples']).default('frames'),
});

/** How recordings, ratings and features are brought to one sampling and cleaned. */
const preprocessingSpec = z.strictObject({
  /** Volumes that were recorded before the piece began: they are dropped, and the piece begins after them. */
  dropVolumes: z.int().min(0).max(1000).default(0),
  /** Cut off at each end of a piece, after everything else but z-scoring. */
  trimStartSeconds: z.number().min(0).max(600).default(0),
  trimEndSeconds: z.number().min(0).max(600).default(0),
  /** Slower changes than this are taken out of recordings; null leaves them. lea takes 0.001 Hz. */
  highPassHz: z.number().positive().max(0.5).nullable().default(0.001),
  /** Degree of the polynomial taken out of recordings: 0 the mean, 1 a line; null for none. */
  detrendDegree: z.int().min(0).max(5).nullable().default(1),
  /** Columns of the confounds that are regressed out of recordings: these, all, or none. */
  confounds: z.union([names, z.literal('all'), z.null()]).default(null),
  /** Recordings and spaces to mean 0 and deviation 1 within every run. */
  zScore: z.boolean().default(true),
  /** Ratings are moved earlier by this, beside what each rating says of itself. */
  ratingShiftSeconds: z.number().min(-60).max(60).default(0),
  /** Where in its TR a volume stands: 0 its beginning, 0.5 its middle, as fMRIPrep's slice times have it. */
  sampleTime: z.number().min(0).max(1).default(0.5),
});

const folds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pieces') }),
  z.strictObject({
    kind: z.literal('blocks'),
    count: z.int().min(2).max(50),
    gapSamples: z.int().min(0).max(1000),
  }),
]);

const encodingNull = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phase'),
    count: nullCount,
    refit: z.boolean().default(true),
    models: z.enum(['all', 'full']).default('all'),
  }),
  z.strictObject({ kind: z.literal('blocks'), count: nullCount, blockSamples: z.int().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('signs'), count: nullCount }),
]);

/** Everything of ml/encoding's EncodingPlan but the names of the spaces, which stand beside it. */
const encodingPlanSpec = z.strictObject({
  /** The spaces are layers of one network, from its input on: which of them a region prefers is told. */
  layers: z.boolean().optional(),
  delays: z.array(z.int().min(-200).max(200)).min(1).max(60).default(defaultEncodingPlan.delays),
  standardise: z.enum(['features', 'columns']).default('features'),
  alphas: z.array(z.number().positive()).min(1).max(100).default(defaultEncodingPlan.alphas),
  alphaFor: z.enum(['target', 'all']).default(defaultEncodingPlan.alphaFor),
  folds: folds.default(defaultEncodingPlan.folds),
  banded: z
    .strictObject({ candidates: z.int().min(1).max(1000) })
    .nullable()
    .default(null),
  score: z.enum(['r', 'r2']).default('r'),
  null: encodingNull.nullable().default({ kind: 'phase', count: 500, refit: true, models: 'all' }),
  seed,
});

/** Everything of ml/coupling's CouplingPlan but names. */
const couplingPlanSpec = z.strictObject({
  lagsSeconds: z.array(z.number().min(-60).max(60)).min(1).max(121).default([0, 1, 2, 3, 4, 5]),
  surrogates: z
    .strictObject({ kind: z.enum(['phase', 'shift']), count: nullCount })
    .nullable()
    .default({ kind: 'phase', count: 500 }),
  seed,
});

const leadLagDirections = ['ratings to brain', 'brain to ratings'] as const;

/** Ratings to the brain at future (+) and past (-) lags, and the brain to future ratings: ml/encoding's LeadLagPlan. */
const leadLagPlanSpec = z.strictObject({
  directions: z
    .array(z.enum(leadLagDirections))
    .min(1)
    .max(2)
    .default([...leadLagDirections]),
  lagsSeconds: z.array(z.number().min(-120).max(120)).min(1).max(121).default(defaultLeadLagPlan.lagsSeconds),
  featureDelays: z.array(z.int().min(0).max(200)).min(1).max(60).default(defaultLeadLagPlan.featureDelays),
  pastSeconds: z.number().min(0).max(120).default(defaultLeadLagPlan.pastSeconds),
  alphas: z.array(z.number().positive()).min(1).max(100).default(defaultLeadLagPlan.alphas),
  folds: folds.default(defaultLeadLagPlan.folds),
  score: z.enum(['r', 'r2']).default('r'),
  null: z.strictObject({ count: nullCount }).nullable().default({ count: 500 }),
  seed,
});

const intersubjectPlanSpec = z.strictObject({
  /** Participants drawn with replacement, or recordings shifted in phase. */
  null: z
    .strictObject({ kind: z.enum(['bootstrap', 'phase']), count: nullCount })
    .nullable()
    .default({ kind: 'phase', count: 1000 }),
  seed,
});

/** Whom and what it is about: all of them where null. */
const selection = {
  participants: names.nullable().default(null),
  stimuli: names.nullable().default(null),
  targets: names.nullable().default(null),
};
const preprocessing = preprocessingSpec.prefault({});
const spaces = z.array(spaceSpec).min(1).max(20);

export const encodingSpec = z.strictObject({
  kind: z.literal('encoding'),
  ...selection,
  spaces,
  preprocessing,
  plan: encodingPlanSpec.prefault({}),
});

export const couplingSpec = z.strictObject({
  kind: z.literal('coupling'),
  ...selection,
  /** The features; each comes to one column. */
  spaces,
  /** The ratings, each analysed apart. */
  scales: z.array(spaceSpec).min(1).max(20),
  /** Seconds between samples that features and ratings are brought to. */
  hopSeconds: z.number().min(0.05).max(30).default(1),
  preprocessing,
  plan: couplingPlanSpec.prefault({}),
});

export const leadLagSpec = z.strictObject({
  kind: z.literal('leadLag'),
  ...selection,
  /** The ratings; each alone, and over the others. */
  scales: z.array(spaceSpec).min(1).max(5),
  /** Features of the sound over which the brain must tell more of future ratings; may be empty. */
  spaces: z.array(spaceSpec).max(20).default([]),
  preprocessing,
  plan: leadLagPlanSpec.prefault({}),
});

export const intersubjectSpec = z.strictObject({
  kind: z.literal('intersubject'),
  ...selection,
  preprocessing,
  plan: intersubjectPlanSpec.prefault({}),
});

export const analysisSpec = z
  .discriminatedUnion('kind', [encodingSpec, couplingSpec, leadLagSpec, intersubjectSpec])
  .superRefine((spec, context) => {
    const all = [
      ...('spaces' in spec ? spec.spaces.map(({ name }) => name) : []),
      ...('scales' in spec ? spec.scales.map(({ name }) => name) : []),
    ];
    const twice = all.find((each, at) => all.indexOf(each) !== at);
    if (twice !== undefined)
      context.addIssue({ code: 'custom', path: ['spaces'], message: `two are called ${twice}` });
    if (spec.kind === 'encoding' && spec.plan.layers && spec.spaces.length < 2)
      context.addIssue({ code: 'custom', path: ['spaces'], message: 'two layers or more' });
  });

export type AnalysisSpec = z.infer<typeof analysisSpec>;
/** As a person may leave it: what has a default may be left out. */
export type AnalysisSpecInput = z.input<typeof analysisSpec>;
export type SpaceSpec = z.infer<typeof spaceSpec>;
export type PreprocessingSpec = z.infer<typeof preprocessingSpec>;
