import { formatStatistic } from '@/app/ui/study/analysisWords';
import { shortLayers } from '@/ml/brain/layerValues';
import type { LayeredResult } from './encodingMaps';
import styles from './regionScores.module.css';

interface RegionLayersProps {
  region: string;
  result: LayeredResult;
  group: string;
}

/** What each layer alone predicts of one region, in the order of depth, beside the brain. */
export function RegionLayers({ region, result: { report }, group }: RegionLayersProps) {
  const index = report.targets.findIndex(({ name }) => name === region);
  const { best, tied } = report.layers.groups[group][index];
  const layers = report.layers.layers.map(({ name }) => name);
  const shown = shortLayers(layers);
  const standing = (layer: string) => (layer === best ? 'best' : tied.includes(layer) ? 'tied' : '');
  return (
    <section className={styles.scores} aria-label={`Layers of ${region}`}>
      <p className={styles.name}>{region}</p>
      <p className={styles.network}>Mean score of each layer alone</p>
      <div className={styles.box} tabIndex={0} role="group" aria-label={`Every layer's score of ${region}`}>
        <table className={styles.table}>
          <tbody>
            {layers.map((layer, place) => (
              <tr key={layer} data-found={layer === best || undefined}>
                <th scope="row">{`${place + 1} ${shown[place]}`}</th>
                <td>{formatStatistic(scoreOf(report, { layer, group, index }))}</td>
                <td>{standing(layer)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function scoreOf(
  { models }: LayeredResult['report'],
  { layer, group, index }: { layer: string; group: string; index: number },
): number {
  const own = models.find(({ spaces }) => spaces.length === 1 && spaces[0] === layer);
  return own?.groups[group].observed[index] ?? NaN;
}
