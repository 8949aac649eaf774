'use client';

import { IconButton } from '../button';
import { usePlayer } from '../player/playerContext';
import type { Study, StudyStimulus } from './studyAnswers';
import { useStimulusItem } from './useStimulusItem';

interface StimulusSoundProps {
  study: Pick<Study, 'id' | 'title'>;
  stimulus: StudyStimulus;
}

/** Plays a piece in the product's player; nothing where it has no sound. */
export function StimulusSound({ study, stimulus }: StimulusSoundProps) {
  const item = useStimulusItem(study, stimulus);
  const player = usePlayer();
  const isCurrent = item !== null && player.item?.trackId === item.trackId;
  const isSounding = isCurrent && (player.playing || player.waiting);
  const { name, trackId, soundFileId } = stimulus;
  if (trackId === null && soundFileId === null) return null;
  return (
    <IconButton
      size="small"
      icon={isSounding ? 'pause' : 'play'}
      aria-label={isSounding ? `Pause ${name}` : `Play ${name}`}
      isDisabled={item === null}
      onPress={() => (isCurrent ? player.toggle() : item && player.play(item))}
    />
  );
}
