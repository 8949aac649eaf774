'use client';

import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { TrackSummary } from '@/app/trpc';
import { shareOfPointer } from '@/app/ui/emotionField/planeShare';
import { formatEmotion } from '@/app/ui/format';
import { percent } from '@/app/ui/percent';
import { useElementWidth } from '@/app/ui/useElementWidth';
import styles from './featureMap.module.css';
import type { MapColouring } from './mapColours';
import { nearestPlace, type MapPlaces } from './mapPlaces';
import { MapSigns } from './mapSigns';
import { MarksCanvas } from './marksCanvas';
import { neighbourTowards } from './neighbourTowards';
import { TrackName } from './trackName';

/** How near a pointer must come to a mark to mean it, in CSS pixels. */
const reachPixels = 16;

export interface FeatureMapProps {
  /** What the map is of: "Original features". */
  title: string;
  tracks: readonly TrackSummary[];
  places: MapPlaces;
  colouring: MapColouring;
  /** The track pointed at or focused on either map, as a place in `tracks`; -1 for none. */
  lit: number;
  onLight: (index: number) => void;
  /** The track the tab key goes to on either map. */
  entry: number;
  onEnter: (index: number) => void;
  onPlay: (index: number) => void;
}

/**
 * Tracks on a square, near each other where their features are alike. A pointer lights the nearest up and a press
 * plays it; one stop of the tab key, from which arrow keys go to the nearest mark that way.
 */
export function FeatureMap({
  title,
  tracks,
  places,
  colouring,
  lit,
  onLight,
  onPlay,
  ...keyboard
}: FeatureMapProps) {
  const surface = useRef<HTMLDivElement>(null);
  const side = useElementWidth(surface);
  const [within, setWithin] = useState(false);
  const markAt = (event: PointerEvent | React.MouseEvent) => {
    const box = surface.current?.getBoundingClientRect();
    return box ? nearestPlace(places, shareOfPointer(event, box), reachPixels / box.width) : -1;
  };
  const leave = () => {
    setWithin(false);
    onLight(-1);
  };
  return (
    <div
      ref={surface}
      className={styles.surface}
      role="group"
      aria-label={`${title}: a map of ${tracks.length} tracks. Arrow keys go from mark to mark, Enter plays.`}
      data-pointed={(within && lit >= 0) || undefined}
      onPointerMove={(event) => {
        setWithin(true);
        onLight(markAt(event));
      }}
      onPointerLeave={leave}
      onFocus={() => setWithin(true)}
      onBlur={leave}
      onClick={(event) => {
        const index = event.detail === 0 ? -1 : markAt(event);
        if (index < 0) return;
        setWithin(true);
        onLight(index);
        onPlay(index);
      }}
    >
      <MarksCanvas tracks={tracks} places={places} colouring={colouring} side={side} />
      <MapSigns tracks={tracks} places={places} lit={lit} />
      <FocusMark {...keyboard} {...{ tracks, places, onLight, onPlay }} />
      {within && lit >= 0 && (
        <TrackName track={tracks[lit]} x={places.x[lit]} y={places.y[lit]} colouring={colouring} />
      )}
    </div>
  );
}

type FocusMarkProps = Pick<FeatureMapProps, 'tracks' | 'places' | 'entry' | 'onEnter' | 'onLight' | 'onPlay'>;

/** The one mark that the keyboard holds. Each is a button of its own, so that a screen reader says the new one. */
function FocusMark({ tracks, places, entry, onEnter, onLight, onPlay }: FocusMarkProps) {
  const button = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) button.current?.focus();
    moved.current = false;
  }, [entry]);
  const track = tracks[entry];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbourTowards(places, entry, event.key);
    if (next === null) return;
    event.preventDefault();
    if (next < 0) return;
    moved.current = true;
    onEnter(next);
  };
  return (
    <button
      key={track.trackId}
      ref={button}
      type="button"
      className={styles.focus}
      style={{ left: percent(places.x[entry]), top: percent(places.y[entry]) }}
      aria-label={`Play ${track.title} by ${track.artist ?? 'unknown artist'}, ${formatEmotion(track.valence, track.arousal)}`}
      onFocus={() => onLight(entry)}
      onKeyDown={onKeyDown}
      onClick={(event) => event.detail === 0 && onPlay(entry)}
    />
  );
}
