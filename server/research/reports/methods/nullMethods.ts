import type { Null } from '@/ml/encoding/encodingPlan';
import { setting } from '../numbers';

/** How a null distribution came about. */
function nullSentence(tested: Null, hopSeconds: number): string {
  switch (tested.kind) {
    case 'phase':
      return tested.refit
        ? `Scores were compared with ${tested.count} surrogates in which features were randomised in phase within every piece, with one set of phases for all columns of a space and the same surrogate for all participants; models were fitted anew to each, at the penalties of the true fit. For unique contributions only what the other spaces do not tell of the space was randomised.`
        : `Scores were compared with ${tested.count} surrogates in which held-out predictions were randomised in phase within every piece, by the same phases for all participants, regions and models, as those of features turned by common phases would be; no model was fitted anew.`;
    case 'blocks': {
      const seconds = setting(tested.blockSamples * hopSeconds);
      return `Scores were compared with ${tested.count} orders of blocks of ${tested.blockSamples} held-out samples (${seconds} s) of what was measured, the same for all participants, regions and models; no model was fitted anew.`;
    }
    case 'signs':
      return `Scores were compared with ${tested.count} flips of the participants' signs. All participants heard the same pieces: this speaks of a population of listeners for these pieces only, and not of other music.`;
  }
}

/** What was tested, and against what. */
export function nullMethods(tested: Null | null, { hopSeconds }: { hopSeconds: number }): string[] {
  if (tested === null) return ['Scores were not tested.'];
  return [
    nullSentence(tested, hopSeconds),
    'The statistic was the mean over participants, p = (b + 1) / (m + 1) with b surrogates of m at least as large; family-wise p values compare with the maximum over regions in each surrogate, and false discovery rates (q) are those of Benjamini and Hochberg (1995).',
  ];
}
