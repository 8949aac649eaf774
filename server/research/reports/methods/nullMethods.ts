import type { Null } from '@/ml/encoding/encodingPlan';
import { setting } from '../numbers';

/** How a null distribution came about. */
function nullSentence(tested: Null, hopSeconds: number): string {
  switch (tested.kind) {
    case 'phase': {
      const fit = tested.refit
        ? 'models were fitted anew to each surrogate, at the penalties of the true fit'
        : 'the models of the true fit predicted from each surrogate';
      return `Scores were compared with ${tested.count} surrogates in which features were randomised in phase within every piece, with one set of phases for all columns of a space and the same surrogate for all participants; ${fit}.`;
    }
    case 'blocks': {
      const seconds = setting(tested.blockSamples * hopSeconds);
      return `Scores were compared with ${tested.count} permutations of blocks of ${tested.blockSamples} held-out samples (${seconds} s), the same for all participants.`;
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
