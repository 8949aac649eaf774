import { isTold, jointFloor } from '@/ml/brain/layerValues';
import type { EncodingReport } from '@/ml/encoding/encodingReport';
import { fullModel } from '../../research/reports/sections/encodingMaps';
import { table } from '../output';

/** The preferred layer of every region that the layers together predict, as lines of a table; none where the spaces are no layers. */
export function layerLines(report: EncodingReport): string[] {
  const { layers, targets } = report;
  if (!layers) return [];
  const joint = fullModel(report).groups.all;
  const rows = targets
    .map(({ name }, target) => ({ name, ...layers.groups.all[target] }))
    .filter(({ best }, target) => best !== null && isTold(joint, target, jointFloor(joint)));
  return [
    '',
    `preferred layer of ${rows.length} regions that the layers together predict:`,
    ...table(rows, [
      ['region', ({ name }) => name],
      ['best', ({ best }) => best ?? ''],
      ['ahead', ({ ahead }) => ahead?.value.toFixed(4) ?? ''],
      ['depth', ({ depth }) => depth?.value.toFixed(2) ?? ''],
      ['tied with', ({ tied }) => tied.join(', ')],
    ]),
    '',
  ];
}
