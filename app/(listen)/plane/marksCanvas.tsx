'use client';

import { useCallback } from 'react';
import type { ColourScheme } from '@/app/ui/emotionColour';
import { PaintedCanvas, type Paint } from '@/app/ui/paintedCanvas';
import type { Marks } from './marks';
import { markOpacity, markRadius, splatMarks, type MarkInk } from './splatMarks';

const inks: Record<ColourScheme, Omit<MarkInk, 'opacity'>> = {
  light: { red: 34, green: 32, blue: 44 },
  dark: { red: 245, green: 243, blue: 238 },
};

/** So much fainter are tracks that a narrowing leaves out. */
const leftOutStrength = 0.2;

interface MarksCanvasProps {
  marks: Marks;
  /** Tracks that a narrowing leaves out. */
  leftOut: Marks;
  /** Of the square, in CSS pixels. */
  side: number;
}

/** All tracks as marks on a square. */
export function MarksCanvas({ marks, leftOut, side }: MarksCanvasProps) {
  const paint = useCallback<Paint>(
    (context, { width, ratio, scheme }) => {
      const pixels = Math.round(width * ratio);
      const count = marks.ids.length + leftOut.ids.length;
      const ink = { ...inks[scheme], opacity: markOpacity(count) };
      const layers = [
        { emotions: leftOut.emotions, strength: leftOutStrength },
        { emotions: marks.emotions, strength: 1 },
      ];
      const picture = splatMarks(layers, pixels, { radius: markRadius(count) * ratio, ink });
      context.putImageData(new ImageData(picture, pixels, pixels), 0, 0);
    },
    [marks, leftOut],
  );
  return <PaintedCanvas paint={paint} width={side} />;
}
