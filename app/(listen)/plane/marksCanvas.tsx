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

/** All tracks as marks on a square of `side` CSS pixels. */
export function MarksCanvas({ marks, side }: { marks: Marks; side: number }) {
  const paint = useCallback<Paint>(
    (context, { width, ratio, scheme }) => {
      const pixels = Math.round(width * ratio);
      const count = marks.ids.length;
      const ink = { ...inks[scheme], opacity: markOpacity(count) };
      const picture = splatMarks(marks.emotions, pixels, { radius: markRadius(count) * ratio, ink });
      context.putImageData(new ImageData(picture, pixels, pixels), 0, 0);
    },
    [marks],
  );
  return <PaintedCanvas paint={paint} width={side} />;
}
