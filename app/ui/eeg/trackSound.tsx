'use client';

import { PlayButton } from '../study/playButton';
import { useTrackItem } from './useTrackItem';

/** Plays what was heard; nothing where it is no track of the catalogue. */
export function TrackSound({ name, trackId }: { name: string; trackId: number | null }) {
  const item = useTrackItem(trackId);
  return trackId === null ? null : <PlayButton name={name} item={item} />;
}
