import { join } from 'node:path';
import { packageRoot } from '@/db/packageRoot';
import type { AnalysisSpecInput } from '../../analyses/analysisSpec';

/**
 * fMRI of 28 people who listened to a story (Brennan et al. 2016, CC BY 4.0), by region, with the power of the sound
 * already spread by the haemodynamic response. It is expected in ../shared/neuro/alice beside the checkout.
 */
export const aliceFolder = join(packageRoot(), '..', 'shared', 'neuro', 'alice');

/** The columns of its files, which have no names there. */
export const aliceRegions = ['LATL', 'RATL', 'LPTL', 'LIPL', 'LPreM', 'LIFG'];

type EncodingInput = Extract<AnalysisSpecInput, { kind: 'encoding' }>;
type NullInput = NonNullable<EncodingInput['plan']>['null'];

/** Where the power of the sound is in the brain, on blocks of the story that were held out. */
export const aliceQuestion = (feature: string, tested: NullInput): EncodingInput => ({
  kind: 'encoding',
  spaces: [{ name: 'sound power', series: feature }],
  preprocessing: { sampleTime: 0, highPassHz: 1 / 128 },
  plan: {
    delays: [0, 1, 2],
    alphas: [1, 10, 100, 1000],
    alphaFor: 'all',
    folds: { kind: 'blocks', count: 5, gapSamples: 5 },
    null: tested,
  },
});
