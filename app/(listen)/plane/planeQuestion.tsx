'use client';

import { Button } from '@/app/ui/button';
import { emotionCss } from '@/app/ui/emotionColour';
import { circumplexWords } from '@/app/ui/emotionField/circumplexWords';
import { PointInputs } from '@/app/ui/field/pointInputs';
import { Select } from '@/app/ui/field/select';
import { formatCount } from '@/app/ui/format';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import styles from './planeQuestion.module.css';
import { resultLimits } from './planeUrl';

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
        <PointInputs point={point} onChange={onChoose} placeholder="–" />
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
