'use client';

import { memo, useCallback, useMemo } from 'react';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { decodeInt8 } from '../arrays';
import { emotionRgb } from '../emotionColour';
import { PaintedCanvas, type Ground, type Paint } from '../paintedCanvas';
import { waveformBars } from './waveformBars';

/** A bar and the gap after it, in CSS pixels. */
const barPixels = 2;
const stridePixels = 3;

interface WaveformCanvasProps {
  /** Peaks of the sound, a signed minimum and maximum a bucket. */
  valuesBase64: string;
  /** The emotion at a share of the whole time, whose colour a bar has; kept by the caller as long as it holds. */
  emotionAt: (share: number) => EmotionPoint;
  /** Of the drawing, in CSS pixels. */
  width: number;
}

/** The envelope of a sound, each bar in the colour of the emotion at its time. */
export const WaveformCanvas = memo(function WaveformCanvas(props: WaveformCanvasProps) {
  const { valuesBase64, emotionAt, width } = props;
  const count = Math.floor(width / stridePixels);
  const bars = useMemo(() => waveformBars(decodeInt8(valuesBase64), count), [valuesBase64, count]);
  const paint = useCallback<Paint>(
    (context, ground) => paintBars(context, ground, { bars, emotionAt }),
    [bars, emotionAt],
  );
  return <PaintedCanvas paint={paint} width={width} />;
});

interface Picture {
  bars: Float32Array;
  emotionAt: WaveformCanvasProps['emotionAt'];
}

function paintBars(
  context: CanvasRenderingContext2D,
  { width, height, ratio, scheme }: Ground,
  { bars, emotionAt }: Picture,
): void {
  context.scale(ratio, ratio);
  const stride = width / bars.length;
  bars.forEach((share, index) => {
    const { valence, arousal } = emotionAt((index + 0.5) / bars.length);
    context.fillStyle = `rgb(${emotionRgb(valence, arousal, scheme).join(' ')})`;
    const tall = Math.max(2, share * height);
    context.beginPath();
    context.roundRect(index * stride, (height - tall) / 2, barPixels, tall, barPixels / 2);
    context.fill();
  });
}
