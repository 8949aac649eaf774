import type { IntersubjectReport } from '../../analyses/analysisResult';
import { brainMap, mapLimit } from '../figures/brainMap';
import { raincloud } from '../figures/raincloud';
import type { Markup } from '../markup/markup';
import { intersubjectTables } from '../tables/intersubjectTables';
import { tableMarkup } from '../tables/tableMarkup';
import { section } from './section';

const mostRegions = 8;

/** Facts for the opening of a report on the likeness between participants. */
export const intersubjectFacts = ({
  participants,
  pieces,
  targets,
}: IntersubjectReport): Record<string, string> => ({
  Participants: String(participants.length),
  Pieces: String(pieces.length),
  Regions: String(targets.length),
});

function clouds({ targets, table, tested }: IntersubjectReport): Markup {
  const best = targets.map((_, target) => target).sort((a, b) => tested.observed[b] - tested.observed[a]);
  return raincloud({
    title: 'Every participant',
    caption:
      'Correlation of each participant with the mean of all others, in the regions where they are most alike.',
    xLabel: 'r',
    groups: best.slice(0, mostRegions).map((target) => ({
      name: targets[target].name,
      values: table.map((row) => row[target]).filter((value) => value !== null),
    })),
  });
}

/** How alike the participants' recordings were. */
export function intersubjectSections(report: IntersubjectReport): (Markup | null)[] {
  const { targets, tested } = report;
  const map = brainMap({
    title: 'Between participants',
    measure: 'mean leave-one-out r',
    map: tested,
    targets,
    limit: mapLimit(tested.observed),
    id: 'map-intersubject',
  });
  return [
    section('Map', [map]),
    section('Regions', [clouds(report)]),
    section(
      'Tables',
      intersubjectTables(report).map((table) => tableMarkup(table)),
    ),
  ];
}
