import { emotionRgb, type ColourScheme } from '@/app/ui/emotionColour';
import type { Ground } from '@/app/ui/paintedCanvas';
import type { Dimension } from '@/ml/affect/dimension';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import type { MapPlaces } from './mapPlaces';

interface MarksPicture {
  emotions: readonly EmotionPoint[];
  places: MapPlaces;
  colouring: Dimension;
}

const edges: Record<ColourScheme, string> = { light: 'rgb(34 32 44 / 0.75)', dark: 'rgb(18 18 23 / 0.9)' };

/** Radius of a mark in CSS pixels: smaller where there are many. */
export const markRadius = (count: number): number => (count <= 300 ? 6 : count <= 1000 ? 4.5 : 3);

/** The colour of a mark: of its valence alone or of its arousal alone, the other being neutral. */
export const markEmotion = ({ valence, arousal }: EmotionPoint, colouring: Dimension): EmotionPoint =>
  colouring === 'valence' ? { valence, arousal: 0 } : { valence: 0, arousal };

/** Draws every mark on a square. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  { width: side, ratio, scheme }: Ground,
  { emotions, places, colouring }: MarksPicture,
): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, side, side);
  context.strokeStyle = edges[scheme];
  const radius = markRadius(emotions.length);
  context.lineWidth = radius > 4 ? 1.25 : 0.75;
  emotions.forEach((emotion, index) => {
    const { valence, arousal } = markEmotion(emotion, colouring);
    context.fillStyle = `rgb(${emotionRgb(valence, arousal, scheme).join(' ')})`;
    context.beginPath();
    context.arc(places.x[index] * side, places.y[index] * side, radius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  });
}
