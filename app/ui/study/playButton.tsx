'use client';

import { IconButton } from '../button';
import { usePlayer } from '../player/playerContext';
import type { PlayItem } from '../player/playQueue';

interface PlayButtonProps {
  name: string;
  /** Null while it is not known yet. */
  item: PlayItem | null;
}

/** Plays something in the product's player, or pauses it. */
export function PlayButton({ name, item }: PlayButtonProps) {
  const player = usePlayer();
  const isCurrent = item !== null && player.item?.trackId === item.trackId;
  const isSounding = isCurrent && (player.playing || player.waiting);
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
