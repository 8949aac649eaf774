'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC, type TrackSummary } from '@/app/trpc';
import { ChooseTrack } from '@/app/ui/study/chooseTrack';
import type { StudyStimulus } from '@/app/ui/study/studyAnswers';
import { useRefreshStudy } from './useStudy';

interface ChooseSoundProps {
  studyId: number;
  stimulus: StudyStimulus;
}

/** Gives a piece a track of the library as its sound. */
export function ChooseSound({ studyId, stimulus }: ChooseSoundProps) {
  const trpc = useTRPC();
  const refresh = useRefreshStudy();
  const change = useMutation(trpc.studies.setStimulus.mutationOptions());
  const onChoose = ({ trackId }: TrackSummary, close: () => void) =>
    change.mutate(
      { studyId, stimulusId: stimulus.id, trackId },
      {
        onSuccess: () => {
          close();
          void refresh();
        },
      },
    );
  return (
    <ChooseTrack
      label={`Choose the sound of ${stimulus.name}`}
      words={stimulus.trackId !== null || stimulus.soundFileId !== null ? 'Change' : 'Choose'}
      onChoose={onChoose}
      error={change.error}
    />
  );
}
