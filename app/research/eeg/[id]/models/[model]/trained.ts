import type { EegModel } from '@/app/ui/eeg/eegAnswers';

/** All that the training of a model told. */
export type Trained = NonNullable<EegModel['trained']>;
export type ModelRecord = Trained['record'];
export type Evaluation = ModelRecord['evaluations'][number];
export type Dimension = Evaluation['dimension'];

/** Who and what was left out, in the order of the paper's and ours, headlines first. */
export const schemeNames: Record<string, string> = {
  tracks: '(i) tracks left out, within participants',
  participants: '(ii) participants left out',
  both: '(iii) participants and tracks left out',
  shuffle: '(iv) the five published splits',
};

export const variantNames: Record<string, string> = {
  full: 'The whole model',
  noDiscriminator: 'Without the discriminator',
  eegOnly: 'EEG only',
  musicOnly: 'Music only',
  lateFusion: 'Late fusion',
  linear: 'Linear on entropy',
};

/** The same within a sentence. */
export function variantWords(variant: string): string {
  const name = variantNames[variant] ?? variant;
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** The evaluation of a variant under a scheme; null where it was not run. */
export function evaluationOf(
  { evaluations }: Pick<ModelRecord, 'evaluations'>,
  wanted: { scheme: string; dimension: string; variant: string },
): Evaluation | null {
  const found = evaluations.find(
    ({ scheme, dimension, variant }) =>
      scheme === wanted.scheme && dimension === wanted.dimension && variant === wanted.variant,
  );
  return found ?? null;
}

/** The schemes that were run, in the order of their names above. */
export const schemesOf = ({ evaluations }: Pick<ModelRecord, 'evaluations'>): string[] =>
  Object.keys(schemeNames).filter((name) => evaluations.some(({ scheme }) => scheme === name));
