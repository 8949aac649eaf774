'use client';

import { useEffect, useRef } from 'react';
import type { ColourScheme } from './emotionColour';
import styles from './paintedCanvas.module.css';
import { useColourScheme } from './useColourScheme';

/** What a picture is painted on, in CSS pixels of `ratio` device pixels each. */
export interface Ground {
  width: number;
  height: number;
  ratio: number;
  scheme: ColourScheme;
}

export type Paint = (context: CanvasRenderingContext2D, ground: Ground) => void;

interface PaintedCanvasProps {
  /** Must stay the same function while the picture does. */
  paint: Paint;
  /** The width of the box in CSS pixels; nothing is painted before it is known. */
  width: number;
}

/** A canvas that fills its box, painted anew when the picture, the width or the scheme changes, never on a pointer's move. */
export function PaintedCanvas({ paint, width }: PaintedCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useColourScheme();
  useEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (!target || !context || width === 0) return;
    const ground = {
      width: target.clientWidth,
      height: target.clientHeight,
      ratio: window.devicePixelRatio,
      scheme,
    };
    target.width = Math.round(ground.width * ground.ratio);
    target.height = Math.round(ground.height * ground.ratio);
    paint(context, ground);
  }, [paint, width, scheme]);
  return <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />;
}
