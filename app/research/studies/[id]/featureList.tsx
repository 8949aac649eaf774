import { group } from 'd3';
import { formatCount } from '@/app/ui/format';
import { LinkButton } from '@/app/ui/linkButton';
import { layerGroups } from '@/app/ui/study/layerGroups';
import type { Study, StudySeries } from '@/app/ui/study/studyAnswers';
import { layersAnalysisLink } from '@/app/ui/study/studyLinks';
import { ComputeFeatures } from './computeFeatures';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';

/** What is told of the sound, feature by feature, and what else can be computed of it. */
export function FeatureList({ study }: { study: Study }) {
  const features = group(
    study.series.filter(({ kind }) => kind === 'feature'),
    ({ name }) => name,
  );
  const canAsk = study.series.some(({ kind }) => kind === 'recording');
  return (
    <section className={panel.section} aria-labelledby="features-title">
      <div className={panel.head}>
        <h2 id="features-title">Features of the sound</h2>
        {canAsk &&
          layerGroups([...features.keys()], []).map(({ network }) => (
            <LinkButton key={network} size="small" href={layersAnalysisLink(study.id, network)}>
              {`Which layer of ${network} does each region prefer?`}
            </LinkButton>
          ))}
      </div>
      {features.size === 0 ? (
        <p className={panel.note}>There are none yet: bring your own, or give the pieces their sound.</p>
      ) : (
        <PanelTable label="Features" head={['Feature', 'Columns', 'Every', 'Of']}>
          {[...features].map(([name, series]) => (
            <FeatureRow key={name} name={name} series={series} pieces={study.stimuli.length} />
          ))}
        </PanelTable>
      )}
      <ComputeFeatures study={study} has={new Set(features.keys())} />
    </section>
  );
}

interface FeatureRowProps {
  name: string;
  series: readonly StudySeries[];
  pieces: number;
}

function FeatureRow({ name, series, pieces }: FeatureRowProps) {
  const [{ columns, hopSeconds }] = series;
  const has = new Set(series.map(({ stimulus }) => stimulus)).size;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{columns.length}</td>
      <td>{hopSeconds === null ? '–' : `${Number(hopSeconds.toPrecision(3))} s`}</td>
      <td>{has === pieces ? 'all pieces' : `${has} of ${formatCount(pieces, 'piece')}`}</td>
    </tr>
  );
}
