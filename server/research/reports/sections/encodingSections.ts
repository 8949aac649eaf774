import type { EncodingReport } from '@/ml/encoding/encodingReport';
import type { Markup } from '../markup/markup';
import { counted, decimal, listed, probabilityWords } from '../numbers';
import {
  contributionWords,
  encodingTables,
  groupWords,
  modelWords,
  regionsName,
} from '../tables/encodingTables';
import { isFound } from '../tables/mapTable';
import { tableMarkup } from '../tables/tableMarkup';
import { encodingMaps, fullModel } from './encodingMaps';
import { layerSection } from './layerSection';
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
        ? `${words}: none of ${regions} at family-wise p\u00a0≤\u00a00.05.`
        : `${words}: ${found.length} of ${regions} at family-wise p\u00a0≤\u00a00.05, ${listed(found)}.`;
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

/** The names of the tables that are open when the page is: the maps' own. */
function leadingTables(report: EncodingReport): Set<string> {
  const unique = report.contributions.filter(({ kind }) => kind === 'unique');
  return new Set([
    regionsName(modelWords(fullModel(report).spaces), 'all'),
    ...unique.map((each) => regionsName(contributionWords(each), 'all')),
  ]);
}

/** What an encoding analysis found. */
export function encodingSections(report: EncodingReport, score: 'r' | 'r2'): (Markup | null)[] {
  const words = score === 'r' ? 'r' : 'R²';
  const leading = leadingTables(report);
  return [
    section('What was found', [bullets(findings(report))]),
    layerSection(report, words),
    section('Maps', encodingMaps(report, words)),
    section('Regions', [regionClouds(report, score), ...weightCharts(report), ...timeCourses(report)]),
    section(
      'Tables',
      encodingTables(report, words).map((table) => tableMarkup(table, { open: leading.has(table.name) })),
    ),
  ];
}
