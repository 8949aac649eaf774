'use client';

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import type { TrainedModel } from '@/app/ui/eeg/useTrainedModels';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import panel from '@/app/ui/study/panel.module.css';
import { FoundTracks } from './foundTracks';
import type { FoundWish } from './foundWish';
import { Worth } from './worth';

/** The music that a stretch finds, and what that is worth. */
export function Found({ model, wish }: { model: TrainedModel; wish: FoundWish }) {
  const trpc = useTRPC();
  const found = useQuery({
    ...trpc.eeg.query.queryOptions(wish, { trpc: { abortOnUnmount: true } }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (found.error)
    return (
      <>
        <ErrorState
          title="The model cannot hear this"
          error={found.error}
          onRetry={() => void found.refetch()}
        />
        <MeasureForModel {...wish} />
      </>
    );
  if (!found.data) return <LoadingState>Looking for music of the same emotion</LoadingState>;
  const { data } = found;
  return (
    <>
      <Worth found={data} wish={wish} />
      {data.matches.length > 0 ? (
        <FoundTracks model={model} found={data} wish={wish} stale={found.isPlaceholderData} />
      ) : (
        <EmptyState title="No track can be compared yet">
          <p>
            The model hears music by an embedding that no track of your library has. Add music in the library,
            and wait until it has been listened to.
          </p>
        </EmptyState>
      )}
    </>
  );
}

/** Has a recording measured as the model's training set was, where that is what keeps it from being heard. */
function MeasureForModel({ recordingId, modelId }: Pick<FoundWish, 'recordingId' | 'modelId'>) {
  const trpc = useTRPC();
  const onSuccess = useRefreshEeg();
  const again = useMutation(trpc.eeg.recordings.remeasure.mutationOptions({ onSuccess }));
  return (
    <div>
      <p className={panel.note}>
        Where bands or windows are others than those that the model was trained on, measure the recording as
        its set was; ask again when that is done.
      </p>
      <Button isPending={again.isPending} onPress={() => again.mutate({ recordingId, modelId })}>
        Measure it as the model’s set was
      </Button>
      {again.isSuccess && <p role="status">It is being measured again.</p>}
      {again.error && (
        <p className={panel.fault} role="alert">
          {again.error.message}
        </p>
      )}
    </div>
  );
}
