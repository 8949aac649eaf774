'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { EegRecording, EegStudy } from '@/app/ui/eeg/eegAnswers';
import { isOpen, useEegStudy, useRefreshWhenLess } from '@/app/ui/eeg/useEegStudy';
import { EmptyState, ErrorState } from '@/app/ui/message/message';
import styles from '@/app/ui/study/studyPage.module.css';
import { WorkList } from '@/app/ui/study/workList';
import { useUrlState } from '@/app/ui/url/useUrlState';
import { ChannelTables } from './channelTables';
import { Dropped } from './dropped';
import { HeadMeans } from './headMeans';
import { MeasuringForm } from './measuringForm';
import { OverTime } from './overTime';
import { RecordingHead } from './recordingHead';
import { recordingUrl } from './recordingUrl';
import { Trials } from './trials/trials';

interface RecordingPageProps {
  initial: EegRecording;
  study: EegStudy;
}

const askMilliseconds = 1000;

/** A recording: maps of the head, their course in step with the music, and what was dropped. */
export function RecordingPage({ initial, study: initialStudy }: RecordingPageProps) {
  const trpc = useTRPC();
  const study = useEegStudy(initialStudy);
  const [state, setState] = useUrlState(recordingUrl);
  const { data: recording } = useQuery({
    ...trpc.eeg.recordings.get.queryOptions({ recordingId: initial.id }),
    initialData: initial,
    refetchInterval: ({ state: { data } }) => (data?.job && isOpen(data.job.state) ? askMilliseconds : false),
  });
  const { job, report, failure, fileName } = recording;
  useRefreshWhenLess(job && isOpen(job.state) ? 1 : 0);
  const reading = job && isOpen(job.state) ? [{ ...job, label: `Measuring ${fileName}` }] : [];
  return (
    <div className={styles.page}>
      <RecordingHead recording={recording} study={study} />
      <WorkList jobs={reading} />
      {recording.state === 'refused' && (
        <ErrorState title="It could not be read" error={{ message: failure ?? 'no reason was told' }} />
      )}
      {report ? (
        <>
          <HeadMeans recording={recording} report={report} />
          <OverTime recording={recording} study={study} state={state} onChange={setState} />
        </>
      ) : (
        recording.state === 'waiting' && (
          <EmptyState title="It is not measured yet">
            <p>Its maps stand here once it is. It begins by itself, after what was brought before it.</p>
          </EmptyState>
        )
      )}
      {recording.state === 'measured' && <Trials recording={recording} study={study} />}
      <div className={styles.columns}>
        {report && <Dropped recording={recording} />}
        <MeasuringForm key={JSON.stringify(recording.measuring)} recording={recording} />
      </div>
      <ChannelTables recording={recording} />
    </div>
  );
}
