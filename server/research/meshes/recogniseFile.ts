import type { Hemisphere, SurfaceKind } from './surfaceSet';

/** What a file is by its name. */
export type RecognisedFile =
  | { kind: 'surface'; surface: SurfaceKind; hemisphere: Hemisphere }
  | { kind: 'annotation'; parcellation: string; hemisphere: Hemisphere }
  | { kind: 'label table'; parcellation: string }
  | { kind: 'names'; parcellation: string }
  | { kind: 'other' };

const surfaceWords: Record<string, SurfaceKind> = {
  pial: 'pial',
  white: 'white',
  infl: 'inflated',
  inflated: 'inflated',
};
const hemisphereWords: Record<string, Hemisphere> = {
  left: 'left',
  lh: 'left',
  l: 'left',
  right: 'right',
  rh: 'right',
  r: 'right',
};
/** Words of names that say which vertices are meant, never which parcellation. */
const templates = /^(fsa5|fsa|fsaverage\d?|aparc\.annot|annot|hemi|space|tpl|den|\d+k)$/;

/**
 * What a file of a folder of meshes is, by the words of its name: pial_left.gii.gz, lh.inflated.gii,
 * tpl-fsaverage_hemi-L_pial.surf.gii, lh.Schaefer2018_100Parcels.annot, schaefer_100_fsa5.csv with
 * labels_schaefer_100.csv.
 */
export function recogniseFile(name: string): RecognisedFile {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const hemisphere = words.map((word) => hemisphereWords[word]).find((each) => each !== undefined);
  if (plain.endsWith('.gii')) {
    const surface = words.map((word) => surfaceWords[word]).find((each) => each !== undefined);
    return surface && hemisphere ? { kind: 'surface', surface, hemisphere } : { kind: 'other' };
  }
  const parcellation = parcellationOf(words.slice(0, -1));
  if (plain.endsWith('.annot') && hemisphere) return { kind: 'annotation', parcellation, hemisphere };
  if (!plain.endsWith('.csv')) return { kind: 'other' };
  if (words[0] === 'labels') return { kind: 'names', parcellation: parcellationOf(words.slice(1, -1)) };
  // Tables of centres lie beside those of labels.
  return words.some((word) => word.startsWith('fsa')) && !plain.includes('centroid')
    ? { kind: 'label table', parcellation }
    : { kind: 'other' };
}

const parcellationOf = (words: string[]): string =>
  words.filter((word) => !templates.test(word) && !(word in hemisphereWords)).join('_') || 'labels';
