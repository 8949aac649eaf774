import { namedRegions, regionSources, type MniPoint, type NamedRegion } from './namedRegions';
import { schaefer100 } from './schaefer100';

type Side = 'left' | 'right';

/** What a name of a region says. */
export interface FoundRegion {
  /** The region as this project calls it. */
  name: string;
  hemisphere: Side | null;
  network: string | null;
  /** One centre; two, left first, where a region away from the middle was named without its side. */
  centres: readonly MniPoint[];
  source: string;
}

const sideWords: Readonly<Record<string, Side>> = {
  l: 'left',
  lh: 'left',
  left: 'left',
  r: 'right',
  rh: 'right',
  right: 'right',
};

/** Words that say which atlas or tissue is meant, never which region. */
const emptyWords = new Set(['ctx', 'cortex', 'roi', 'bilateral', 'mean', 'area', 'the', 's']);

const byAlias = new Map(
  namedRegions.flatMap((region) => region.aliases.map((alias) => [alias, region] as const)),
);

/**
 * The region that a column of somebody's table names: a Schaefer parcel (7Networks_LH_Vis_1), or a usual name or
 * abbreviation in any case with its side before or after it (left STG, STG_L, lh-insula, LIFG, dmPFC). Null where
 * nothing known is named.
 */
export function findRegion(name: string): FoundRegion | null {
  return schaeferParcel(name.trim()) ?? namedRegion(name);
}

function schaeferParcel(name: string): FoundRegion | null {
  const parts = /^(?:7Networks|17Networks)_(LH|RH)_([A-Za-z]+)/.exec(name);
  if (!parts) return null;
  const centre = schaefer100.get(name);
  return {
    name,
    hemisphere: parts[1] === 'LH' ? 'left' : 'right',
    network: parts[2],
    centres: centre ? [centre] : [],
    source: centre
      ? 'Schaefer et al. 2018, 100 parcels'
      : 'Schaefer et al. 2018, no centre for this parcel here',
  };
}

function namedRegion(name: string): FoundRegion | null {
  const words = wordsOf(name);
  const side = words.map((word) => sideWords[word]).find((each) => each !== undefined) ?? null;
  const rest = words.filter((word) => !(word in sideWords));
  for (const key of [rest.join(''), rest.filter((word) => !emptyWords.has(word)).join('')]) {
    const region = byAlias.get(key);
    if (region) return found(region, side);
  }
  return side === null ? gluedSide(rest.join('')) : null;
}

/** LIFG, rSTG, InsulaL: the side as the first or the last letter of the word. */
function gluedSide(word: string): FoundRegion | null {
  const tries = [
    [word[0], word.slice(1)],
    [word.at(-1), word.slice(0, -1)],
  ];
  for (const [letter, rest] of tries) {
    const region = byAlias.get(rest ?? '');
    if (region && (letter === 'l' || letter === 'r')) return found(region, sideWords[letter]);
  }
  return null;
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function found(region: NamedRegion, side: Side | null): FoundRegion {
  const { name, left, right, midline } = region;
  const source = regionSources[region.source];
  const common = { name, network: null, source };
  if (side !== null) return { ...common, hemisphere: side, centres: [side === 'left' ? left : right] };
  if (midline) return { ...common, hemisphere: null, centres: [between(left, right)] };
  return { ...common, hemisphere: null, centres: [left, right] };
}

const between = (left: MniPoint, right: MniPoint): MniPoint => [
  (left[0] + right[0]) / 2,
  (left[1] + right[1]) / 2,
  (left[2] + right[2]) / 2,
];
