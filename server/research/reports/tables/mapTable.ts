import type { TestedMap } from '@/ml/encoding/encodingReport';
import type { Target } from '@/ml/encoding/preparedStudy';
import { numberCell, numeric, probabilityCell, text } from './cells';
import type { Cell, ReportTable } from './reportTable';

/** Regions are called found where their family-wise p is no more than this. */
export const level = 0.05;

/** Whether a region passes the family-wise level. */
export const isFound = ({ pFamily }: TestedMap, target: number): boolean =>
  pFamily !== null && pFamily[target] <= level;

const testCells = (map: TestedMap, target: number): Cell[] =>
  map.p === null
    ? []
    : [
        probabilityCell(map.p[target]),
        probabilityCell(map.pFamily?.[target]),
        probabilityCell(map.q?.[target]),
      ];

const place = ({ centre }: Target): string => (centre === null ? '' : centre.join(', '));

/** A statistic region by region with its tests; the largest first. */
export function mapTable(
  map: TestedMap,
  targets: readonly Target[],
  words: { name: string; caption: string; statistic: string },
): ReportTable {
  const order = targets.map((_, target) => target).sort((a, b) => map.observed[b] - map.observed[a]);
  const tests = map.p === null ? [] : ['p', 'p family-wise', 'q (FDR)'].map(numeric);
  return {
    name: words.name,
    caption: words.caption,
    columns: [text('region'), text('network'), text('MNI centre (mm)'), numeric(words.statistic), ...tests],
    rows: order.map((target) => ({
      cells: [
        targets[target].name,
        targets[target].network,
        place(targets[target]),
        numberCell(map.observed[target]),
        ...testCells(map, target),
      ],
      found: isFound(map, target),
    })),
  };
}
