'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { EegModelRow, EegStudy } from '@/app/ui/eeg/eegAnswers';
import { isOpen } from '@/app/ui/eeg/useEegStudy';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import styles from '@/app/ui/study/studyPage.module.css';
import { useUrlState } from '@/app/ui/url/useUrlState';
import { Ablations } from './ablations';
import { HeadlineScores } from './headlineScores';
import { LatentSpace } from './latentSpace';
import { ModelHead } from './modelHead';
import { modelUrl } from './modelUrl';
import { MomentsOverTime } from './momentsOverTime';
import { PublishedTables } from './publishedTables';
import { TrainingCourse } from './trainingCourse';
import { TrainingProgress } from './trainingProgress';

interface ModelPageProps {
  initial: EegModelRow;
  study: EegStudy;
}

const askMilliseconds = 1000;

/** What a model is worth; while it is trained, how far that is. */
export function ModelPage({ initial, study }: ModelPageProps) {
  const trpc = useTRPC();
  const [state, setState] = useUrlState(modelUrl);
  const found = useQuery({
    ...trpc.eeg.models.get.queryOptions({ modelId: initial.id }),
    refetchInterval: ({ state: { data } }) => (data && isOpen(data.state) ? askMilliseconds : false),
  });
  const { data: model } = found;
  const trained = model?.trained ?? null;
  return (
    <div className={styles.page}>
      <ModelHead model={model ?? initial} study={study} trained={trained} />
      {found.error && (
        <ErrorState
          title="The model could not be read"
          error={found.error}
          onRetry={() => void found.refetch()}
        />
      )}
      {!model && !found.error && <LoadingState>Reading the model</LoadingState>}
      {model && model.state !== 'done' && <TrainingProgress model={model} />}
      {trained && (
        <>
          <HeadlineScores trained={trained} />
          <PublishedTables
            record={trained.record}
            scheme={state.scheme}
            onScheme={(scheme) => setState({ scheme })}
          />
          <Ablations record={trained.record} scheme={state.scheme} />
          <MomentsOverTime trained={trained} study={study} state={state} onChange={setState} />
          <LatentSpace trained={trained} state={state} onChange={setState} />
        </>
      )}
      {model && model.progressLines.length > 0 && <TrainingCourse model={model} />}
    </div>
  );
}
