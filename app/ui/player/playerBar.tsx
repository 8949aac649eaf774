'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect } from 'react';
import { useTRPC } from '@/app/trpc';
import { IconButton } from '../button';
import { emotionCss } from '../emotionColour';
import { trackLink } from '../url/links';
import { formatClock } from '../format';
import names from '../trackNames.module.css';
import { useMediaSession } from './mediaSession';
import styles from './playerBar.module.css';
import { usePlayer } from './playerContext';
import { usePlayerKeys } from './playerKeys';
import type { PlayItem } from './playQueue';
import { SeekBar } from './seekBar';
import { VolumeSlider } from './volumeSlider';

/** The one player, at the foot of every page. */
export function PlayerBar() {
  const player = usePlayer();
  usePlayerKeys();
  useMediaSession();
  usePeakOf(player.item);
  const { item } = player;
  const active = player.playing || player.waiting;
  return (
    <section className={styles.player} aria-label="Player" data-idle={item ? undefined : ''}>
      <div className={styles.transport}>
        <IconButton icon="previous" aria-label="Previous" isDisabled={!item} onPress={player.previous} />
        <IconButton
          icon={active ? 'pause' : 'play'}
          kind="primary"
          aria-label={active ? 'Pause' : 'Play'}
          isDisabled={!item}
          onPress={player.toggle}
        />
        <IconButton icon="next" aria-label="Next" isDisabled={!player.hasNext} onPress={player.next} />
      </div>
      {item ? (
        <NowPlaying item={item} error={player.error} />
      ) : (
        <p className={styles.idle}>
          Nothing plays yet.{' '}
          <span>Press a track’s play button; then space plays and pauses, and the arrow keys seek.</span>
        </p>
      )}
      {item && <SeekBar item={item} />}
      <VolumeSlider />
    </section>
  );
}

function NowPlaying({ item, error }: { item: PlayItem; error: string | null }) {
  const section =
    item.endSeconds !== undefined && `${formatClock(item.startSeconds ?? 0)}–${formatClock(item.endSeconds)}`;
  return (
    <div className={styles.now}>
      <span className={styles.swatch} style={{ backgroundColor: emotionCss(item.valence, item.arousal) }} />
      <div className={styles.names}>
        <Link href={item.sound?.page ?? trackLink(item)} className={names.title} dir="auto">
          {item.title}
        </Link>
        <span className={names.artist} dir="auto">
          {item.artist ?? 'Unknown artist'}
          {section && ` · section ${section}`}
        </span>
      </div>
      <p role="alert" className={styles.error}>
        {error}
      </p>
    </div>
  );
}

/** The highest sample comes with the whole track; until then the player lifts nothing. */
function usePeakOf(item: PlayItem | null): void {
  const trpc = useTRPC();
  const { setPeak } = usePlayer();
  const { data } = useQuery({
    ...trpc.catalogue.track.queryOptions({ trackId: item?.trackId ?? 1 }),
    enabled: item !== null && item.sound === undefined,
  });
  useEffect(() => {
    if (data) setPeak(data.trackId, data.samplePeakDb);
  }, [data, setPeak]);
}
