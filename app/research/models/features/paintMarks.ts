import type { ColourScheme } from '@/app/ui/emotionColour';
import type { Ground } from '@/app/ui/paintedCanvas';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { mapRgb, shareOf, type MapColouring } from './mapColours';
import type { MapPlaces } from './mapPlaces';

interface MarksPicture {
  emotions: readonly EmotionPoint[];
  places: MapPlaces;
  colouring: MapColouring;
}

const edges: Record<ColourScheme, string> = { light: 'rgb(34 32 44 / 0.75)', dark: 'rgb(18 18 23 / 0.9)' };

/** Radius of a mark in CSS pixels: smaller where there are many. */
export const markRadius = (count: number): number => (count <= 300 ? 6 : count <= 1000 ? 4.5 : 3);

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
    const { dimension } = colouring;
    context.fillStyle = mapRgb(dimension, shareOf(colouring, emotion[dimension]), scheme);
    context.beginPath();
    context.arc(places.x[index] * side, places.y[index] * side, radius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  });
}
