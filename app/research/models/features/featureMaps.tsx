'use client';

import { useMemo } from 'react';
import { dimensionWords } from '@/app/ui/dimensionWords';
import { Choice } from '@/app/ui/field/choice';
import { formatCount, formatNumber } from '@/app/ui/format';
import { SectionHead } from '@/app/ui/sectionHead';
import { dimensions } from '@/ml/affect/dimension';
import { ColourScale } from './colourScale';
import styles from './featureMaps.module.css';
import type { FeaturesState } from './featuresUrl';
import { LayoutChoices } from './layoutChoices';
import { layoutWords } from './layoutWords';
import { colouringOf } from './mapColours';
import { MapMeasures } from './mapMeasures';
import { MapPair } from './mapPair';
import type { MapsAnswer } from './mapsAnswer';
import { MapsProgress } from './mapsProgress';

interface FeatureMapsProps {
  answer: MapsAnswer;
  state: FeaturesState;
  onChange: (part: Partial<FeaturesState>) => void;
}

const choices = dimensions.map((value) => ({ value, name: dimensionWords[value].title }));

/** The library by both kinds of features, what they are laid out and coloured by, and what the maps are worth. */
export function FeatureMaps({ answer, state, onChange }: FeatureMapsProps) {
  const { mapped, mostTracks, total } = answer;
  const colouring = useMemo(
    () => mapped && colouringOf(mapped.tracks, state.colouring),
    [mapped, state.colouring],
  );
  return (
    <section className={styles.section} aria-labelledby="maps-title">
      <SectionHead
        id="maps-title"
        title="Your library, by original and by learned features"
        about={describe(answer)}
      >
        <div className={styles.tools}>
          <LayoutChoices wish={state} count={Math.min(total, mostTracks)} onChange={onChange} />
          <Choice
            label="Colour by"
            value={state.colouring}
            onChange={(next) => onChange({ colouring: next })}
            options={choices}
          />
          {colouring && <ColourScale colouring={colouring} />}
        </div>
      </SectionHead>
      {mapped && colouring ? (
        <>
          <MapPair answer={answer} mapped={mapped} colouring={colouring} />
          <MapMeasures original={mapped.original} learned={mapped.learned} layout={answer.layout} />
        </>
      ) : (
        <MapsProgress answer={answer} />
      )}
    </section>
  );
}

function describe({
  modelVersion,
  embedding,
  layout,
  total,
  mostTracks,
  lacking,
  others,
}: MapsAnswer): string {
  const parts = [
    total > mostTracks
      ? `${formatCount(mostTracks, 'track')} of ${formatNumber(total)}, drawn once by chance, as comparing every pair of more takes too long.`
      : `${formatCount(total, 'track')}, each a mark, profiled by ${modelVersion}.`,
    `By ${layoutWords(layout)}.`,
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
