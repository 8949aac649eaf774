'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { Disclosure } from '@/app/ui/field/disclosure';
import { formatCount } from '@/app/ui/format';
import type { Study } from '@/app/ui/study/studyAnswers';
import { UploadStore, type Upload } from '@/app/ui/upload/uploadStore';
import { UploadZone } from '@/app/ui/upload/uploadZone';
import styles from './bringFiles.module.css';
import { FileList } from './fileList';
import { MappingArchives } from './mappingArchives';
import { MappingTable } from './mappingTable';
import { useRefreshStudy } from './useStudy';

interface BringFilesProps {
  study: Study;
  open: boolean;
}

/** Stores live outside of pages, so that uploads go on while one looks at another page. */
const stores = new Map<number, UploadStore>();

function storeOf(studyId: number): UploadStore {
  const store =
    stores.get(studyId) ??
    new UploadStore({
      address: (name) => `/api/studies/${studyId}/files?${new URLSearchParams({ name }).toString()}`,
      batched: false,
    });
  stores.set(studyId, store);
  return store;
}

const words = { received: 'here', unchanged: 'here already' };
const none: readonly Upload[] = [];

/** Brings files to the study, says what they are, and has them read. */
export function BringFiles({ study, open }: BringFilesProps) {
  const [store] = useState(() => storeOf(study.id));
  useRefreshWhenSent(store);
  const waiting = study.files.filter(({ state }) => state === 'waiting').length;
  const content = (
    <div className={styles.content}>
      <UploadZone
        store={store}
        label="Drop the study’s files here"
        choose="Choose files"
        folders
        kinds="a BIDS folder or a study exported here, also as ZIP; CSV, TSV, NPY, text, CIFTI ptseries, NIfTI with a label image; JAMS; sound"
        words={words}
      />
      <MappingArchives study={study} />
      {waiting > 0 && <MappingTable study={study} />}
      <FileList study={study} />
    </div>
  );
  if (study.files.length === 0 && open) return content;
  const title = `Files (${formatCount(study.files.length, 'file')}${waiting > 0 ? `, ${waiting} to be read` : ''})`;
  return (
    <Disclosure title={title} open={open}>
      {content}
    </Disclosure>
  );
}

/** Asks the study anew when nothing is on its way any more. */
function useRefreshWhenSent(store: UploadStore): void {
  const refresh = useRefreshStudy();
  const uploads = useSyncExternalStore(store.subscribe, store.getUploads, () => none);
  const received = uploads.filter(({ state }) => state === 'received').length;
  const open = uploads.some(({ state }) => state === 'waiting' || state === 'sending');
  useEffect(() => {
    if (received > 0 && !open) void refresh();
  }, [received, open, refresh]);
}
