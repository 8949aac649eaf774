import { dimensions } from '@/ml/affect/dimension';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { clampPoint } from '../clampAffect';
import { dimensionWords } from '../dimensionWords';
import { AffectInput } from './affectInput';

interface PointInputsProps {
  /** Null shows empty fields; the middle is meant for what is not typed. */
  point: EmotionPoint | null;
  onChange: (point: EmotionPoint) => void;
  placeholder?: string;
}

/** A point of the plane as two numbers. */
export function PointInputs({ point, onChange, placeholder }: PointInputsProps) {
  const set = (change: Partial<EmotionPoint>) => {
    const next = { valence: 0, arousal: 0, ...point, ...change };
    if (Number.isFinite(next.valence) && Number.isFinite(next.arousal)) onChange(clampPoint(next));
  };
  return dimensions.map((dimension) => (
    <AffectInput
      key={dimension}
      label={`${dimensionWords[dimension].title}, −1 to 1`}
      value={point?.[dimension] ?? NaN}
      onChange={(value) => set({ [dimension]: value })}
      placeholder={placeholder}
    />
  ));
}
