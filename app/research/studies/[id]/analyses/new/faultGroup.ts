/** The groups that settings stand in; 'whole' for what is of none. */
export type SettingsGroup = 'spaces' | 'lags' | 'model' | 'null' | 'cleaning' | 'whole';

const groups: [SettingsGroup, RegExp][] = [
  ['lags', /lagsSeconds|directions|pastSeconds|featureDelays/],
  ['null', /null|surrogates|seed/],
  ['cleaning', /preprocessing|hopSeconds/],
  ['model', /delays|alphas|alphaFor|folds|banded|score|standardise/],
  ['spaces', /spaces|scales|feature|rating|stimuli|participants|targets/],
];

/** The group that a refusal is about, by the name in it: "invalid plan.alphas[0]: −1 (…)". */
export function faultGroup(message: string): SettingsGroup {
  const name = /^invalid ([^:]+):/.exec(message)?.[1] ?? '';
  return groups.find(([, pattern]) => pattern.test(name))?.[0] ?? 'whole';
}
