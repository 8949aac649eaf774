import { group } from 'd3';
import { formatCount } from '@/app/ui/format';
import type { StudyTarget } from '@/app/ui/study/studyAnswers';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';

/** The regions, by the networks they belong to. */
export function RegionNetworks({ targets }: { targets: readonly StudyTarget[] }) {
  const networks = group(targets, ({ network }) => network ?? 'no network told');
  return (
    <section className={panel.section} aria-labelledby="regions-title">
      <div className={panel.head}>
        <h2 id="regions-title">Regions</h2>
        <p className={panel.note}>{formatCount(targets.length, 'region')}</p>
      </div>
      {targets.length === 0 ? (
        <p className={panel.note}>There are no recordings yet: they have the regions as their columns.</p>
      ) : (
        <PanelTable label="Networks of regions" head={['Network', 'Regions']}>
          {[...networks].map(([network, regions]) => (
            <tr key={network}>
              <th scope="row">{network}</th>
              <td>{namesOf(regions)}</td>
            </tr>
          ))}
        </PanelTable>
      )}
    </section>
  );
}

const most = 24;

function namesOf(regions: readonly StudyTarget[]): string {
  const names = regions.slice(0, most).map(({ name }) => name);
  const left = regions.length - names.length;
  return names.join(', ') + (left > 0 ? ` and ${left} more` : '');
}
