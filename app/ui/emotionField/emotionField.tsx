'use client';

import { useEffect, useRef } from 'react';
import { useColourScheme } from '../useColourScheme';
import styles from './emotionField.module.css';
import { paintField } from './paintField';

/** The field is smooth, so a small picture of it is painted once and the browser enlarges it. */
const side = 96;

/** The colours of the whole plane, filling the box it is put in. */
export function EmotionField() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useColourScheme();
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(paintField(side, scheme), side, side), 0, 0);
  }, [scheme]);
  return <canvas ref={canvas} width={side} height={side} className={styles.field} aria-hidden="true" />;
}
