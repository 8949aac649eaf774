'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { PlayItem } from '../player/playQueue';
import type { Study, StudyStimulus } from './studyAnswers';
import { studyLink } from './studyLinks';

/** 32 means of valence and of arousal, all 0: nobody has listened for emotion in a brought file. */
const stillSpark = btoa('\0'.repeat(64));

/** A piece as the player takes it: a track of the catalogue, or the file that was brought; null where it has no sound. */
export function useStimulusItem(
  study: Pick<Study, 'id' | 'title'>,
  stimulus: StudyStimulus,
): PlayItem | null {
  const trpc = useTRPC();
  const { trackId } = stimulus;
  const { data: track } = useQuery({
    ...trpc.catalogue.track.queryOptions({ trackId: trackId ?? 1 }),
    enabled: trackId !== null,
  });
  return trackId === null ? broughtItem(study, stimulus) : (track ?? null);
}

function broughtItem(
  { id, title }: Pick<Study, 'id' | 'title'>,
  { name, soundFileId, durationSeconds }: StudyStimulus,
): PlayItem | null {
  if (soundFileId === null || durationSeconds === null) return null;
  return {
    ...{ trackId: -soundFileId, title: name, artist: title, durationSeconds },
    ...{ loudnessLufs: null, sparkBase64: stillSpark, valence: 0, arousal: 0 },
    sound: { address: `/api/studies/${id}/sounds/${soundFileId}`, page: studyLink(id) },
  };
}
