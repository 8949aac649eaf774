'use client';

import { Select } from '@/app/ui/field/select';
import { NumberTable } from '@/app/ui/study/numberTable';
import panel from '@/app/ui/study/panel.module.css';
import styles from './model.module.css';
import type { ModelState } from './modelUrl';
import { publishedTables } from './publishedRows';
import { schemeNames, schemesOf, type ModelRecord } from './trained';

interface PublishedTablesProps {
  record: ModelRecord;
  scheme: ModelState['scheme'];
  onScheme: (scheme: ModelState['scheme']) => void;
}

/** Tables of more columns take the whole width. */
const widestInPair = 3;

/** The paper's tables, ours beside the published figures, for one way of leaving out. */
export function PublishedTables({ record, scheme, onScheme }: PublishedTablesProps) {
  const tables = record.tables.find((each) => each.scheme === scheme);
  return (
    <section className={panel.section} aria-labelledby="published-title">
      <div className={panel.head}>
        <h2 id="published-title">As published</h2>
        <Select
          label="What is left out"
          hideLabel
          value={scheme}
          options={schemesOf(record).map((name) => ({
            value: name as ModelState['scheme'],
            name: schemeNames[name],
          }))}
          onChange={onScheme}
        />
      </div>
      <p className={panel.note}>
        Per cent of ours, and in brackets what Avramidis, Garoufis, Zlatintsi and Maragos (2022) printed for
        DEAP and its 32 participants under (iv). Other people, other music: the two are beside each other, not
        compared. With l_a alone the music’s stream is not trained, so that retrieval fails there.
      </p>
      {tables ? (
        <div className={styles.pair}>
          {publishedTables(tables).map((table) => (
            <div key={table.title} className={table.head.length > widestInPair ? styles.across : undefined}>
              <NumberTable level={3} {...table} />
            </div>
          ))}
        </div>
      ) : (
        <p className={panel.note}>{schemeNames[scheme]} was not run for this model.</p>
      )}
    </section>
  );
}
