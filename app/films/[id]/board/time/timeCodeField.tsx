'use client';

import { FrameInput } from '@/app/ui/field/frameInput';
import { codeOf, typedFrame, type FilmTime } from './filmTime';

interface TimeCodeFieldProps {
  label: string;
  film: FilmTime;
  /** The frame it shows; frames on and back (+12) count from there. */
  frame: number;
  /** Told the frame that was typed, on Enter or leaving. */
  onChange: (frame: number) => void;
  hideLabel?: boolean;
}

/** A place in the film as a time code, or by frames on and back. */
export function TimeCodeField({ film, frame, ...field }: TimeCodeFieldProps) {
  return (
    <FrameInput
      {...field}
      isSmall
      shown={codeOf(film, frame)}
      read={(typed) => typedFrame(typed, film, frame)}
    />
  );
}
