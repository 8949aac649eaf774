import type { EncodingReport, TestedMap } from '@/ml/encoding/encodingReport';
import { brainMap, mapLimit } from '../figures/brainMap';
import type { Markup } from '../markup/markup';
import { contributionWords, modelWords } from '../tables/encodingTables';

/** The model of most spaces. */
export const fullModel = ({ models }: EncodingReport) =>
  models.reduce((most, model) => (model.spaces.length > most.spaces.length ? model : most));

interface NamedMap {
  title: string;
  measure: string;
  map: TestedMap;
}

/** The maps that a reader looks for: the full model, then what is unique to each space. */
function shownMaps(report: EncodingReport, score: string): NamedMap[] {
  const full = fullModel(report);
  const unique = report.contributions.filter(({ kind }) => kind === 'unique');
  return [
    { title: sentence(modelWords(full.spaces)), measure: `mean ${score}, held out`, map: full.groups.all },
    ...unique.map((each) => ({
      title: sentence(contributionWords(each)),
      measure: `unique part of mean ${score}`,
      map: each.groups.all,
    })),
  ];
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Maps of one end of the colour bar, so that they can be compared. */
export function encodingMaps(report: EncodingReport, score: string): Markup[] {
  const maps = shownMaps(report, score);
  const limit = mapLimit(maps.flatMap(({ map }) => map.observed));
  return maps.map((each, place) => brainMap({ ...each, targets: report.targets, limit, id: `map-${place}` }));
}
