const labelWords = /(dseg|atlas|parcellation|parcels|labels?|schaefer|aal|aparc)[^/]*\.nii(\.gz)?$/i;

/** True for a file that is, by its name, an image of labels by which volumes are reduced to regions. */
export function isLabelImage(name: string): boolean {
  return labelWords.test(name);
}
