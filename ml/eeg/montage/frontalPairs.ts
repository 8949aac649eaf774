/**
 * Pairs of frontal sites, left first, whose difference in alpha, right less left, is the usual index of frontal
 * asymmetry (Allen, Coan & Nazarian 2004).
 */
export const frontalPairs: readonly (readonly [left: string, right: string])[] = [
  ['Fp1', 'Fp2'],
  ['AF3', 'AF4'],
  ['F3', 'F4'],
  ['F7', 'F8'],
  ['FC1', 'FC2'],
  ['FC5', 'FC6'],
];
