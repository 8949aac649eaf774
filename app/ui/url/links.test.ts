import { describe, expect, it } from 'vitest';
import { readDrawing } from './drawingParameter';
import { drawLink, planeLink, readTrackStart, trackLink } from './links';
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

describe('trackLink', () => {
  it('keeps the time of a section, which the page of the track begins at', () => {
    const link = trackLink({ trackId: 7, startSeconds: 61.5 });
    expect(link).toBe('/tracks/7?t=61.5');
    expect(readTrackStart(parametersOf(link).get('t') ?? undefined, 120)).toBe(61.5);
    expect(trackLink({ trackId: 7 })).toBe('/tracks/7');
    for (const t of [undefined, '', 'x', '-1', '121', ['1', '2']]) expect(readTrackStart(t, 120)).toBe(0);
  });
});
