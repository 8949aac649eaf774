'use client';

import { useEffect, useRef } from 'react';
import type { ColourScheme } from '@/app/ui/emotionColour';
import { useColourScheme } from '@/app/ui/useColourScheme';
import type { Marks } from './marks';
import styles from './plane.module.css';
import { markOpacity, markRadius, splatMarks, type MarkInk } from './splatMarks';

const inks: Record<ColourScheme, Omit<MarkInk, 'opacity'>> = {
  light: { red: 34, green: 32, blue: 44 },
  dark: { red: 245, green: 243, blue: 238 },
};

/** All tracks as marks. Drawn anew only when the library, the size or the scheme changes, never on a pointer's move. */
export function MarksCanvas({ marks, side }: { marks: Marks; side: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useColourScheme();
  useEffect(() => {
    const target = canvas.current;
    if (!target || side === 0) return;
    const pixels = Math.round(side * window.devicePixelRatio);
    const radius = markRadius(marks.ids.length) * window.devicePixelRatio;
    target.width = pixels;
    target.height = pixels;
    const ink = { ...inks[scheme], opacity: markOpacity(marks.ids.length) };
    const picture = splatMarks(marks.emotions, pixels, { radius, ink });
    target.getContext('2d')?.putImageData(new ImageData(picture, pixels, pixels), 0, 0);
  }, [marks, side, scheme]);
  return <canvas ref={canvas} className={styles.marks} aria-hidden="true" />;
}
