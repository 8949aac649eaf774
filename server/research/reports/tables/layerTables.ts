import { isTold, jointFloor, shortLayers } from '@/ml/brain/layerValues';
import type { EncodingReport, LayerPreference, LayersReport, TestedMap } from '@/ml/encoding/encodingReport';
import { fullModel } from '../sections/encodingMaps';
import { numberCell, numeric, probabilityCell, text } from './cells';
import { groupWords } from './encodingTables';
import { fileName } from './fileName';
import type { ReportTable } from './reportTable';

/** What the table of a group of pieces is called. */
export const layersName = (group: string): string => fileName('preferred layer', group);

/** What every region prefers, in the order of the joint score; those that the layers together do not predict last. */
function layerTable(
  report: EncodingReport,
  layers: LayersReport,
  { group, score }: { group: string; score: string },
): ReportTable {
  const joint = fullModel(report).groups[group];
  const order = report.targets.map((_, target) => target);
  order.sort((one, other) => joint.observed[other] - joint.observed[one]);
  const names = layers.layers.map(({ name }) => name);
  return {
    name: layersName(group),
    caption: `Preferred layer by region, ${groupWords(group)}. Ahead: the best layer's mean ${score} less the next's, with bounds of 95 % over participants for all comparisons of a region together; p against surrogates. Depth: mean place of the ${names.length} layers weighted by their scores, with bounds of 95 %. Layers that are not told apart from the best are tied with it.`,
    columns: [
      ...[text('region'), text('network'), numeric(`joint ${score}`), text('predicted'), text('best layer')],
      ...[text('next'), numeric('ahead'), numeric('ahead, lower'), numeric('ahead, upper'), numeric('p')],
      ...[text('tied with'), numeric('depth'), numeric('depth, lower'), numeric('depth, upper')],
    ],
    rows: order.map((target) =>
      rowOf(report, { target, joint, names, preference: layers.groups[group][target] }),
    ),
  };
}

interface RowParts {
  target: number;
  joint: TestedMap;
  names: readonly string[];
  preference: LayerPreference;
}

function rowOf({ targets }: EncodingReport, { target, joint, names, preference }: RowParts) {
  const { best, next, ahead, p, tied, depth } = preference;
  const shown = shortLayers(names);
  const short = (name: string | null) => name && shown[names.indexOf(name)];
  const isIn = isTold(joint, target, jointFloor(joint));
  return {
    found: isIn && best !== null && tied.length === 0,
    cells: [
      ...[targets[target].name, targets[target].network, numberCell(joint.observed[target])],
      ...[isIn ? 'yes' : 'no', short(best), short(next)],
      ...[numberCell(ahead?.value), numberCell(ahead?.low), numberCell(ahead?.high), probabilityCell(p)],
      tied.map(short).join(', '),
      ...[numberCell(depth?.value, 1), numberCell(depth?.low, 1), numberCell(depth?.high, 1)],
    ],
  };
}

/** The preferred layers as tables, one a group of pieces, and what the layers are; none where the spaces are no layers. */
export function layerTables(report: EncodingReport, score: string): ReportTable[] {
  const { layers } = report;
  if (!layers) return [];
  return [
    ...Object.keys(layers.groups).map((group) => layerTable(report, layers, { group, score })),
    {
      name: 'layers',
      caption: 'The layers, from the input on',
      columns: [text('layer'), numeric('depth'), numeric('columns')],
      rows: layers.layers.map(({ name, columns }, place) => ({
        cells: [name, numberCell(place + 1, 0), numberCell(columns, 0)],
      })),
    },
  ];
}
