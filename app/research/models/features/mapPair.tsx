'use client';

import { useMemo, useState } from 'react';
import { usePlayer } from '@/app/ui/player/playerContext';
import { FeatureMap } from './featureMap';
import styles from './featureMaps.module.css';
import type { MapColouring } from './mapColours';
import { fitPlaces } from './mapPlaces';
import type { MappedLibrary, MapsAnswer } from './mapsAnswer';
import { NoLearnedMap } from './noLearnedMap';

interface MapPairProps {
  answer: MapsAnswer;
  mapped: MappedLibrary;
  colouring: MapColouring;
}

/** The same tracks on two maps: what lights up on one lights up on the other. */
export function MapPair({ answer, mapped, colouring }: MapPairProps) {
  const { tracks, original, learned } = mapped;
  const [lit, setLit] = useState(-1);
  const [entry, setEntry] = useState(0);
  const player = usePlayer();
  const order = useMemo(() => tracks.map(({ place }) => place), [tracks]);
  const originalPlaces = useMemo(() => fitPlaces(original.placesBase64, order), [original, order]);
  const learnedPlaces = useMemo(() => learned && fitPlaces(learned.placesBase64, order), [learned, order]);
  const play = (index: number) => {
    const track = tracks[index];
    if (player.item?.trackId === track.trackId) player.toggle();
    else if (!track.missing) player.play(track, { list: tracks.filter(({ missing }) => !missing) });
  };
  const shared = {
    tracks,
    colouring,
    lit: Math.min(lit, tracks.length - 1),
    onLight: setLit,
    entry: Math.min(entry, tracks.length - 1),
    onEnter: setEntry,
    onPlay: play,
  };
  return (
    <div className={styles.maps}>
      <figure className={styles.map}>
        <figcaption>
          <h3>Original features</h3>
          <p>
            {original.dimensions} numbers a track, by {answer.embedding.name}: how it sounds
          </p>
        </figcaption>
        <FeatureMap {...shared} title="Original features" places={originalPlaces} />
      </figure>
      <figure className={styles.map}>
        <figcaption>
          <h3>Learned features</h3>
          <p>
            {learned
              ? `${learned.dimensions} numbers a track, by ${answer.triplet}: alike where the emotion is`
              : 'what a triplet network makes of circumplex’s own'}
          </p>
        </figcaption>
        {learnedPlaces ? (
          <FeatureMap {...shared} title="Learned features" places={learnedPlaces} />
        ) : (
          <NoLearnedMap triplet={answer.triplet} fault={mapped.fault} />
        )}
      </figure>
    </div>
  );
}
