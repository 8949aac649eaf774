import type { EegModel } from '@/app/ui/eeg/eegAnswers';
import { percentWords } from '@/app/ui/eeg/scoreWords';
import { schemeNames, variantWords } from './trained';

/** What is trained besides the evaluations. */
const otherStages: Record<string, string> = {
  ship: 'the network for any listener',
  latent: 'the common space of tracks left out',
  done: 'done',
};

/** What training is at, in a line: what is left out, which network, how well it does on the validation tracks. */
export function lineWords(line: EegModel['progressLines'][number]): string {
  const { stage, dimension, variant, epoch, loss, accuracy } = line;
  return [
    schemeNames[stage] ?? otherStages[stage] ?? stage,
    ...(dimension ? [dimension.replace('+', ' and ')] : []),
    ...(variant ? [variantWords(variant)] : []),
    ...(typeof epoch === 'number' ? [`epoch ${epoch}`] : []),
    ...(typeof loss === 'number' ? [`loss ${loss.toFixed(3)}`] : []),
    ...(typeof accuracy === 'number' ? [`${percentWords(accuracy)} % of the validation right`] : []),
  ].join(' · ');
}
