'use client';

import { frameOf, timeCodeOf, type FrameCount } from '@/ml/timeCode/timeCode';
import { FrameInput } from './frameInput';

interface TimeCodeInputProps {
  label: string;
  /** Frames from 00:00:00:00. */
  value: number;
  count: FrameCount;
  /** Told when the person has finished, if it is a time code then. */
  onChange: (frames: number) => void;
}

/** Frames as the time code that stands for them. */
export function TimeCodeInput({ label, value, count, onChange }: TimeCodeInputProps) {
  return (
    <FrameInput
      label={label}
      shown={timeCodeOf(value, count)}
      read={(typed) => frameOf(typed, count)}
      onChange={(frames) => frames !== value && onChange(frames)}
    />
  );
}
