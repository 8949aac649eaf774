import type { Study } from '@/app/ui/study/studyAnswers';
import type { AnalysisKind, SpaceSpec, SpecByKind } from './specByKind';

/** A feature or a rating of a study, by name. */
export interface NamedSeries {
  name: string;
  columns: number;
}

/** What a study has of a kind, by name, in the order of its series. */
export function seriesOf({ series }: Pick<Study, 'series'>, kind: 'feature' | 'rating'): NamedSeries[] {
  const found = new Map<string, number>();
  for (const each of series)
    if (each.kind === kind) found.set(each.name, Math.max(found.get(each.name) ?? 0, each.columns.length));
  return [...found].map(([name, columns]) => ({ name, columns }));
}

/** Spaces beyond this many make full models slow; the rest can be ticked. */
const mostSpaces = 3;

/** How changes are told by default: one column by its first difference, several by the length of theirs. */
const changeOf = (columns: number): SpaceSpec['change'] => (columns > 1 ? 'euclidean' : 'signed');

/** A feature as a space: as it is, or by its change. */
export const featureSpace = ({ name, columns }: NamedSeries, byChange: boolean): SpaceSpec => ({
  ...{ name, from: 'feature', series: name, changeBetween: 'frames' },
  change: byChange ? changeOf(columns) : 'none',
});

/** A rating by its change. */
export const ratingSpace = ({ name, columns }: NamedSeries): SpaceSpec => ({
  ...{ name, from: 'rating', series: name, changeBetween: 'frames' },
  change: changeOf(columns),
});

/** A question as it can be put to a study without further settings. */
export function proposedSpec<Kind extends AnalysisKind>(
  kind: Kind,
  study: Study,
  defaults: SpecByKind,
): SpecByKind[Kind] {
  const features = seriesOf(study, 'feature').slice(0, mostSpaces);
  const ratings = seriesOf(study, 'rating').map(ratingSpace);
  const changes = features.map((each) => featureSpace(each, true));
  const proposed: SpecByKind = {
    coupling: { ...defaults.coupling, spaces: changes, scales: ratings },
    encoding: { ...defaults.encoding, spaces: features.map((each) => featureSpace(each, false)) },
    leadLag: { ...defaults.leadLag, spaces: changes, scales: ratings.slice(0, 5) },
    intersubject: defaults.intersubject,
  };
  return proposed[kind];
}

/** Why a study cannot be asked this; null where it can. */
export function whyNot(kind: AnalysisKind, study: Study): string | null {
  const has = (what: 'recording' | 'rating' | 'feature') => study.series.some((each) => each.kind === what);
  const missing = {
    coupling: [!has('feature') && 'features of the sound', !has('rating') && 'ratings'],
    encoding: [
      !has('recording') && 'recordings',
      !has('feature') && !has('rating') && 'features of the sound',
    ],
    leadLag: [!has('recording') && 'recordings', !has('rating') && 'ratings'],
    intersubject: [
      !has('recording') && 'recordings',
      study.participants.length < 3 && 'three participants or more',
    ],
  }[kind].filter((each) => each !== false);
  return missing.length > 0 ? `needs ${missing.join(' and ')}` : null;
}
