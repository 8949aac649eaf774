'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { formatCount } from '@/app/ui/format';
import type { Study } from '@/app/ui/study/studyAnswers';
import { MappingRowInputs } from './mappingRowInputs';
import styles from './mappingTable.module.css';
import panel from './panel.module.css';
import { useRefreshStudy } from './useStudy';

type MappingRow = Answers['studies']['mapping']['rows'][number];

/** What the files that wait are taken for, to be looked through and changed, before they are read. */
export function MappingTable({ study }: { study: Study }) {
  const trpc = useTRPC();
  const proposed = useQuery(trpc.studies.mapping.queryOptions({ studyId: study.id }));
  if (proposed.error)
    return (
      <p className={panel.fault} role="alert">
        {proposed.error.message}
      </p>
    );
  if (!proposed.data) return null;
  // Files that come later make another proposal.
  return <Proposal key={proposed.dataUpdatedAt} study={study} {...proposed.data} />;
}

function Proposal({ study, from, rows }: { study: Study } & Answers['studies']['mapping']) {
  const trpc = useTRPC();
  const onSuccess = useRefreshStudy();
  const [changes, setChanges] = useState<ReadonlyMap<number, Partial<MappingRow>>>(new Map());
  const read = useMutation(trpc.studies.readFiles.mutationOptions({ onSuccess }));
  const all = rows.map((row, index) => ({ ...row, ...changes.get(index) }));
  const wanted = all.filter(({ use }) => use !== 'ignore').length;
  return (
    <section className={panel.section} aria-labelledby="mapping-title">
      <div className={panel.head}>
        <h3 id="mapping-title">What the files are</h3>
        <Button
          kind="primary"
          isPending={read.isPending}
          isDisabled={wanted === 0}
          onPress={() => read.mutate({ studyId: study.id, rows: all })}
        >
          {`Read ${formatCount(wanted, 'file')}`}
        </Button>
      </div>
      <p className={panel.note}>
        {from === 'table' ? 'As mapping.tsv says.' : 'As their names say. Change what is wrong.'}
      </p>
      {read.error && (
        <p className={panel.fault} role="alert">
          {read.error.message}
        </p>
      )}
      <div className={styles.box} tabIndex={0} role="group" aria-label="Files and what they are">
        <table className={panel.table}>
          <thead>
            <tr>
              {['File', 'Is', 'Participant', 'Piece', 'Called', 'TR (s)'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.map((row, index) => (
              <MappingRowInputs
                key={`${index} ${row.file}`}
                row={row}
                onChange={(part) =>
                  setChanges((before) => new Map(before).set(index, { ...before.get(index), ...part }))
                }
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
