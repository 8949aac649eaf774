import { layerScale } from '@/ml/brain/colour/layerScale';
import {
  isTold,
  jointFloor,
  layerMeasure,
  layerSignificance,
  layerValues,
  shortLayers,
  type LayerReading,
  type PreferredLayers,
} from '@/ml/brain/layerValues';
import type { EncodingReport } from '@/ml/encoding/encodingReport';
import { drawnMap } from '../figures/brainMap';
import type { Markup } from '../markup/markup';
import { counted, decimal, listed } from '../numbers';
import { layersName, layerTables } from '../tables/layerTables';
import { tableMarkup } from '../tables/tableMarkup';
import { fullModel } from './encodingMaps';
import { bullets, section } from './section';

/** Which layer of the network each region prefers: sentences, both maps, tables; nothing where the spaces are no layers. */
export function layerSection(report: EncodingReport, score: string): Markup | null {
  const { layers, targets } = report;
  if (!layers) return null;
  const preferred = {
    targets,
    layers: layers.layers.map(({ name }) => name),
    preferences: layers.groups.all,
    joint: fullModel(report).groups.all,
  };
  return section('Preferred layer by region', [
    bullets(findings(preferred)),
    layerMap('Preferred layer', preferred, 'best'),
    layerMap('Mean preferred depth', preferred, 'depth'),
    ...layerTables(report, score).map((table) =>
      tableMarkup(table, { open: table.name === layersName('all') }),
    ),
  ]);
}

function layerMap(title: string, preferred: PreferredLayers, show: LayerReading['show']): Markup {
  const { layers, joint } = preferred;
  return drawnMap({
    title,
    id: `layers-${show}`,
    measure: layerMeasure(layers, show),
    values: layerValues(preferred, { show, floor: jointFloor(joint) }),
    significance: show === 'best' ? layerSignificance : null,
    scaleFor: (scheme) => layerScale({ count: layers.length, show, scheme }),
  });
}

/** Region by region, what is preferred and by how much; tied ones as such. */
function findings({ targets, layers, preferences, joint }: PreferredLayers): string[] {
  const shown = shortLayers(layers);
  const short = (name: string | null) => shown[layers.indexOf(name ?? '')];
  const told = targets.flatMap(({ name }, target) =>
    isTold(joint, target, jointFloor(joint)) && preferences[target].best !== null
      ? [{ name, ...preferences[target] }]
      : [],
  );
  const regions = counted(targets.length, 'region');
  return [
    `${told.length} of ${regions} ${told.length === 1 ? 'is' : 'are'} predicted by the layers together; in ${told.filter(({ tied }) => tied.length === 0).length} of them one layer is told apart from every other.`,
    ...told.map(({ name, best, next, ahead, tied }) =>
      tied.length === 0
        ? `${name} prefers ${short(best)}, by ${decimal(ahead?.value)} over ${short(next)}.`
        : `${name}: ${short(best)} is best, but not told apart from ${listed(tied.map(short))}.`,
    ),
  ];
}
