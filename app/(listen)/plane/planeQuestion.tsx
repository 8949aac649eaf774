'use client';

import { Button } from '@/app/ui/button';
import { clampPoint } from '@/app/ui/clampAffect';
import { emotionCss } from '@/app/ui/emotionColour';
import { circumplexWords } from '@/app/ui/emotionField/circumplexWords';
import { NumberInput } from '@/app/ui/field/numberInput';
import { Select } from '@/app/ui/field/select';
import { formatCount } from '@/app/ui/format';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import styles from './planeQuestion.module.css';
import { resultLimits } from './planeUrl';

const affectFormat = {
  minimumFractionDigits: 2,
  maximumFractionDigits: 3,
  signDisplay: 'exceptZero',
} as const;
const limits = resultLimits.map((value) => ({ value: String(value), name: `${value}` }));
const words = circumplexWords(0.6);

interface PlaneQuestionProps {
  point: EmotionPoint | null;
  onChoose: (point: EmotionPoint) => void;
  /** How many tracks are on the plane, once known. */
  tracks: number | undefined;
  /** How many answers to show. */
  limit: number;
  onLimit: (limit: number) => void;
}

/** The question in words and numbers: the same point as on the plane, to be typed, or begun from a word. */
export function PlaneQuestion({ point, onChoose, tracks, limit, onLimit }: PlaneQuestionProps) {
  const set = (change: Partial<EmotionPoint>) => {
    const next = { valence: 0, arousal: 0, ...point, ...change };
    if (Number.isFinite(next.valence) && Number.isFinite(next.arousal)) onChoose(clampPoint(next));
  };
  return (
    <div className={styles.question}>
      <h1>{point ? 'Music that feels like this' : 'How should the music feel?'}</h1>
      {!point && (
        <p className={styles.how}>
          Choose a point on the plane: further right is more pleasant, further up more energetic. Or type it,
          or begin from a word.{tracks ? ` Each mark is one of your ${formatCount(tracks, 'track')}.` : ''}
        </p>
      )}
      <div className={styles.numbers}>
        <span
          className={styles.swatch}
          data-empty={point ? undefined : ''}
          style={{ backgroundColor: point ? emotionCss(point.valence, point.arousal) : undefined }}
        />
        <NumberInput
          label="Valence, −1 to 1"
          value={point?.valence ?? NaN}
          onChange={(valence) => set({ valence })}
          min={-1}
          max={1}
          step={0.01}
          format={affectFormat}
          placeholder="–"
        />
        <NumberInput
          label="Arousal, −1 to 1"
          value={point?.arousal ?? NaN}
          onChange={(arousal) => set({ arousal })}
          min={-1}
          max={1}
          step={0.01}
          format={affectFormat}
          placeholder="–"
        />
        {point && (
          <Select
            label="Show"
            value={String(limit)}
            options={limits}
            onChange={(value) => onLimit(Number(value))}
          />
        )}
      </div>
      {!point && (
        <ul className={styles.words} aria-label="Begin from a word">
          {words.map((entry) => (
            <li key={entry.word}>
              <Button onPress={() => onChoose(entry.point)}>
                <span
                  className={styles.dot}
                  style={{ backgroundColor: emotionCss(entry.point.valence, entry.point.arousal) }}
                />
                {entry.word}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
