'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { IconButton } from '../button';
import { usePlayer } from '../player/playerContext';

/** Plays the track that a piece is heard by, in the product's player. */
export function StimulusSound({ trackId, name }: { trackId: number; name: string }) {
  const trpc = useTRPC();
  const { data: track } = useQuery(trpc.catalogue.track.queryOptions({ trackId }));
  const player = usePlayer();
  const isCurrent = player.item?.trackId === trackId;
  const isSounding = isCurrent && (player.playing || player.waiting);
  return (
    <IconButton
      size="small"
      icon={isSounding ? 'pause' : 'play'}
      aria-label={isSounding ? `Pause ${name}` : `Play ${name}`}
      isDisabled={!track}
      onPress={() => (isCurrent ? player.toggle() : track && player.play(track))}
    />
  );
}
