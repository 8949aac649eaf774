'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { EegStudy } from '@/app/ui/eeg/eegAnswers';
import { eegStudyLink } from '@/app/ui/eeg/eegLinks';
import { isOpen, useEegStudy } from '@/app/ui/eeg/useEegStudy';
import { useTrainedModels, type TrainedModel } from '@/app/ui/eeg/useTrainedModels';
import { LinkButton } from '@/app/ui/linkButton';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import { SimulatedBadge } from '@/app/ui/study/badge';
import head from '@/app/ui/study/studyHead.module.css';
import styles from '@/app/ui/study/studyPage.module.css';
import { UpLink } from '@/app/ui/study/upLink';
import { useUrlState } from '@/app/ui/url/useUrlState';
import { Found } from './found';
import { QueryInputs } from './queryInputs';
import { queryUrl, type ChangeQuery, type QueryState } from './queryUrl';
import type { AskedStretch } from './stretch';
import { StretchByHand } from './stretchByHand';
import { StretchPlaying } from './stretchPlaying';

/** Finds music by a stretch of EEG, chosen by hand or as it plays. */
export function QueryPage({ study: initial }: { study: EegStudy }) {
  const study = useEegStudy(initial);
  const [state, setState] = useUrlState(queryUrl);
  const recordings = study.recordings.filter(({ state: stands }) => stands === 'measured');
  const models = useTrainedModels(study);
  const recording = recordings.find(({ id }) => id === state.recording) ?? recordings.at(0);
  const model = models.find(({ id }) => id === state.model) ?? models.at(0);
  return (
    <div className={styles.page}>
      <header className={head.head}>
        <div className={head.words}>
          <UpLink href={eegStudyLink(study.id)} beside={study.simulated && <SimulatedBadge />}>
            {study.title}
          </UpLink>
          <h1 className={head.title}>Music by EEG</h1>
          <p className={head.facts}>
            The tracks of your library whose emotion is most like what a stretch of a recording tells of.
          </p>
        </div>
      </header>
      {recording && model ? (
        <>
          <QueryInputs {...{ recordings, models, recording, model, state }} onChange={setState} />
          <Asked
            key={`${recording.id} ${model.id}`}
            {...{ model, state }}
            recordingId={recording.id}
            onChange={setState}
          />
        </>
      ) : (
        <NothingToAsk study={study} hasRecording={recording !== undefined} />
      )}
    </div>
  );
}

interface AskedProps {
  model: TrainedModel;
  state: QueryState;
  recordingId: number;
  onChange: ChangeQuery;
}

function Asked({ model, state, recordingId, onChange }: AskedProps) {
  const trpc = useTRPC();
  const recording = useQuery(trpc.eeg.recordings.get.queryOptions({ recordingId }));
  if (recording.error)
    return (
      <ErrorState
        title="The recording could not be read"
        error={recording.error}
        onRetry={() => void recording.refetch()}
      />
    );
  if (!recording.data) return <LoadingState>Reading the recording</LoadingState>;
  const found = (stretch: AskedStretch) => (
    <Found
      model={model}
      wish={{
        recordingId,
        modelId: model.id,
        dimension: state.dimension,
        listener: state.listener,
        ...stretch,
      }}
    />
  );
  const asked = { recording: recording.data, state, onChange };
  return state.way === 'hand' ? (
    <StretchByHand {...asked}>{found}</StretchByHand>
  ) : (
    <StretchPlaying {...asked}>{found}</StretchPlaying>
  );
}

function NothingToAsk({ study, hasRecording }: { study: EegStudy; hasRecording: boolean }) {
  const isTraining = study.models.some(({ state }) => isOpen(state));
  return (
    <EmptyState title={hasRecording ? 'There is no trained model yet' : 'There is no measured recording yet'}>
      <p>{whatToDo({ hasRecording, isTraining })}</p>
      <LinkButton href={eegStudyLink(study.id)}>{study.title}</LinkButton>
    </EmptyState>
  );
}

function whatToDo({ hasRecording, isTraining }: { hasRecording: boolean; isTraining: boolean }): string {
  if (!hasRecording) return 'Bring recordings on the study’s page, and wait until they are measured.';
  if (isTraining) return 'One is being trained: music is found here as soon as it is done.';
  return 'Train one on the study’s page: it brings EEG and music into one space.';
}
