'use client';

import { PlayButton } from './playButton';
import type { Study, StudyStimulus } from './studyAnswers';
import { useStimulusItem } from './useStimulusItem';

interface StimulusSoundProps {
  study: Pick<Study, 'id' | 'title'>;
  stimulus: StudyStimulus;
}

/** Plays a piece in the product's player; nothing where it has no sound. */
export function StimulusSound({ study, stimulus }: StimulusSoundProps) {
  const item = useStimulusItem(study, stimulus);
  const { name, trackId, soundFileId } = stimulus;
  if (trackId === null && soundFileId === null) return null;
  return <PlayButton name={name} item={item} />;
}
