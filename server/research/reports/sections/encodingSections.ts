import type { EncodingReport } from '@/ml/encoding/encodingReport';
import type { Markup } from '../markup/markup';
import { counted, decimal, listed, probabilityWords } from '../numbers';
import { contributionWords, encodingTables, groupWords, modelWords } from '../tables/encodingTables';
import { isFound } from '../tables/mapTable';
import { tableMarkup } from '../tables/tableMarkup';
import { encodingMaps, fullModel } from './encodingMaps';
import { regionClouds, timeCourses, weightCharts } from './regionStories';
import { bullets, section } from './section';

/** What the tests found, map by map, in sentences. */
function findings(report: EncodingReport): string[] {
  const full = fullModel(report);
  const maps = [
    ...Object.entries(full.groups).map(([group, map]) => ({
      words: `The ${modelWords(full.spaces)}, ${groupWords(group)}`,
      map,
    })),
    ...report.contributions.map((each) => ({
      words: `What is ${contributionWords(each)}`,
      map: each.groups.all,
    })),
  ];
  return maps
    .filter(({ map }) => map.pFamily !== null)
    .map(({ words, map }) => {
      const found = report.targets.flatMap((target, index) =>
        isFound(map, index)
          ? [`${target.name} (${decimal(map.observed[index])}, ${probabilityWords(map.pFamily![index])})`]
          : [],
      );
      const regions = counted(report.targets.length, 'region');
      return found.length === 0
        ? `${words}: none of ${regions} at family-wise p < 0.05.`
        : `${words}: ${found.length} of ${regions} at family-wise p < 0.05, ${listed(found)}.`;
    });
}

/** Facts for the opening of an encoding report. */
export function encodingFacts({ participants, pieces, targets }: EncodingReport): Record<string, string> {
  return {
    Participants: String(participants.length),
    Pieces: String(pieces.length),
    Regions: String(targets.length),
  };
}

/** What an encoding analysis found. */
export function encodingSections(report: EncodingReport, score: 'r' | 'r2'): (Markup | null)[] {
  const words = score === 'r' ? 'r' : 'R²';
  return [
    section('What was found', [bullets(findings(report))]),
    section('Maps', encodingMaps(report, words)),
    section('Regions', [regionClouds(report, score), ...weightCharts(report), ...timeCourses(report)]),
    section('Tables', encodingTables(report, words).map(tableMarkup)),
  ];
}
