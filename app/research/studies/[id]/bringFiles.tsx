'use client';

import { Disclosure } from '@/app/ui/field/disclosure';
import { formatCount } from '@/app/ui/format';
import type { Study } from '@/app/ui/study/studyAnswers';
import { UploadZone } from '@/app/ui/upload/uploadZone';
import { useStudyUploads } from '@/app/ui/upload/useStudyUploads';
import styles from './bringFiles.module.css';
import { FileList } from './fileList';
import { MappingArchives } from './mappingArchives';
import { MappingTable } from './mappingTable';
import { useRefreshStudy } from './useStudy';

interface BringFilesProps {
  study: Study;
  open: boolean;
}

const words = { received: 'here', unchanged: 'here already' };

/** Brings files to the study, says what they are, and has them read. */
export function BringFiles({ study, open }: BringFilesProps) {
  const store = useStudyUploads(`/api/studies/${study.id}/files`, useRefreshStudy());
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
