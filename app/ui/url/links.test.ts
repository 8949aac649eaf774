import { describe, expect, it } from 'vitest';
import { readDrawing } from './drawingParameter';
import { drawLink, planeLink } from './links';
import { readPoint } from './pointParameters';

const parametersOf = (link: string) => new URL(link, 'http://site').searchParams;

describe('planeLink', () => {
  it('is read by the plane as the same point', () => {
    const link = planeLink({ valence: 0.25, arousal: -0.5 });
    expect(readPoint(parametersOf(link))).toEqual({ valence: 0.25, arousal: -0.5 });
  });
});

describe('drawLink', () => {
  it('is read by the drawing page as the same drawing', () => {
    const drawing = [
      { t: 0, valence: -0.5, arousal: 0.125 },
      { t: 1, valence: 0.5, arousal: 0 },
    ];
    expect(readDrawing(parametersOf(drawLink(drawing)))).toEqual(drawing);
  });
});
