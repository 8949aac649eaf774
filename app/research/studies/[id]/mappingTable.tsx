'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { formatCount } from '@/app/ui/format';
import type { Study } from '@/app/ui/study/studyAnswers';
import { isVolumes, type LabelFiles } from './mappingDetails';
import type { MappingFault, MappingRow } from './mappingFields';
import { MappingNotes, mappingSource } from './mappingNotes';
import { MappingRowInputs } from './mappingRowInputs';
import styles from './mappingTable.module.css';
import panel from '@/app/ui/study/panel.module.css';
import { useRefreshStudy } from './useStudy';

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
  // Another proposal begins anew; the same one, asked again, keeps what was changed.
  return <Proposal key={JSON.stringify(proposed.data.rows)} study={study} {...proposed.data} />;
}

const heads = ['File', 'Is', 'Participant', 'Piece', 'Called', 'TR (s)', 'Columns and times'];

function Proposal({ study, rows, ...told }: { study: Study } & Answers['studies']['mapping']) {
  const { all, change, changeVolumes, faults, read, box } = useMapping(study, rows);
  const wanted = new Set(all.filter(({ use }) => use !== 'ignore').map(({ file }) => file)).size;
  const labelFiles = useMemo(() => labelFilesOf(study), [study]);
  return (
    <section className={panel.section} aria-labelledby="mapping-title">
      <div className={panel.head}>
        <h3 id="mapping-title">What the files are</h3>
        <Button kind="primary" isPending={read.isPending} isDisabled={wanted === 0} onPress={read.start}>
          {`Read ${formatCount(wanted, 'file')}`}
        </Button>
      </div>
      <p className={panel.note}>{mappingSource(told)}</p>
      <MappingNotes notes={told.notes} />
      {read.fault && (
        <p className={panel.fault} role="alert">
          {read.fault}
        </p>
      )}
      <div ref={box} className={styles.box} tabIndex={0} role="group" aria-label="Files and what they are">
        <table className={`${panel.table} ${styles.table}`}>
          <thead>
            <tr>
              {heads.map((head) => (
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
                studyId={study.id}
                row={row}
                index={index}
                fault={faults.find((fault) => fault.row === index) ?? null}
                labelFiles={labelFiles}
                onChange={change}
                onChangeVolumes={changeVolumes}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The rows as they were proposed and changed, what the server refuses of them, and how they are read. */
function useMapping(study: Study, rows: MappingRow[]) {
  const trpc = useTRPC();
  const onSuccess = useRefreshStudy();
  const box = useRef<HTMLDivElement>(null);
  const [changed, setChanged] = useState<readonly MappingRow[]>(rows);
  const [faults, setFaults] = useState<readonly MappingFault[]>([]);
  const check = useMutation(trpc.studies.mappingFaults.mutationOptions());
  const read = useMutation(trpc.studies.readFiles.mutationOptions({ onSuccess }));
  const change = useCallback((index: number, part: Partial<MappingRow>) => {
    setChanged((before) => before.map((row, at) => (at === index ? { ...row, ...part } : row)));
    setFaults((before) => before.filter(({ row }) => row !== index));
  }, []);
  const changeVolumes = useCallback((part: Partial<MappingRow>) => {
    const isMeant = (row: MappingRow) => isVolumes(row) && row.participant !== null;
    setChanged((before) => before.map((row) => (isMeant(row) ? { ...row, ...part } : row)));
  }, []);
  useEffect(() => {
    // The first field that is refused may be far down.
    if (faults.length > 0) box.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [faults]);
  const start = () => {
    const asked = { studyId: study.id, rows: [...changed] };
    check.mutate(asked, {
      onSuccess: (found) => {
        setFaults(found);
        if (found.length === 0) read.mutate(asked);
      },
    });
  };
  const refused = faults.length > 0 ? `${formatCount(faults.length, 'row')} cannot be read so` : undefined;
  const fault = refused ?? check.error?.message ?? read.error?.message ?? null;
  const isPending = check.isPending || read.isPending;
  return { all: changed, change, changeVolumes, faults, read: { start, isPending, fault }, box };
}

/** Images and tables that are nobody's own. */
function labelFilesOf({ files }: Study): LabelFiles {
  const names = files.map(({ name }) => name).filter((name) => !/(^|[/_])sub-/.test(name));
  return {
    images: names.filter((name) => /\.nii(\.gz)?$/i.test(name)),
    tables: names.filter((name) => /\.(tsv|csv|txt)$/i.test(name)),
  };
}
