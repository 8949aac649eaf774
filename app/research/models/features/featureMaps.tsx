'use client';

import { useMemo, useState } from 'react';
import { dimensionWords } from '@/app/ui/dimensionWords';
import { Choice } from '@/app/ui/field/choice';
import { formatCount, formatNumber } from '@/app/ui/format';
import { usePlayer } from '@/app/ui/player/playerContext';
import { SectionHead } from '@/app/ui/sectionHead';
import { dimensions, type Dimension } from '@/ml/affect/dimension';
import { ColourScale } from './colourScale';
import { FeatureMap } from './featureMap';
import styles from './featureMaps.module.css';
import { MapMeasures } from './mapMeasures';
import { fitPlaces } from './mapPlaces';
import type { MappedLibrary, MapsAnswer } from './mapsAnswer';
import { NoLearnedMap } from './noLearnedMap';

interface FeatureMapsProps {
  answer: MapsAnswer;
  mapped: MappedLibrary;
  colouring: Dimension;
  onColour: (colouring: Dimension) => void;
}

const choices = dimensions.map((value) => ({ value, name: dimensionWords[value].title }));

/** The same tracks on two maps: what lights up on one lights up on the other. */
export function FeatureMaps({ answer, mapped, colouring, onColour }: FeatureMapsProps) {
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
    lit,
    onLight: setLit,
    entry: Math.min(entry, tracks.length - 1),
    onEnter: setEntry,
    onPlay: play,
  };
  return (
    <section className={styles.section} aria-labelledby="maps-title">
      <SectionHead
        id="maps-title"
        title="Your library, by original and by learned features"
        about={describe(answer, tracks.length)}
      >
        <div className={styles.tools}>
          <Choice label="Colour by" value={colouring} onChange={onColour} options={choices} />
          <ColourScale colouring={colouring} />
        </div>
      </SectionHead>
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
      <MapMeasures original={original} learned={learned} />
    </section>
  );
}

function describe({ modelVersion, embedding, total, lacking, others }: MapsAnswer, shown: number): string {
  const parts = [
    shown < total
      ? `${formatCount(shown, 'track')} of ${formatNumber(total)}, drawn once by chance, as comparing every pair of more takes too long.`
      : `${formatCount(shown, 'track')}, each a mark, profiled by ${modelVersion}.`,
    'Marks lie near each other where the tracks’ features are alike. Press one to hear it.',
  ];
  if (lacking > 0)
    parts.push(`${formatCount(lacking, 'track')} that ${embedding.name} has not heard are left out.`);
  if (others > 0)
    parts.push(
      `${formatCount(others, 'track')} profiled by another model cannot be compared and are left out.`,
    );
  return parts.join(' ');
}
