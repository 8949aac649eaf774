import { describe, expect, it } from 'vitest';
import { emotionAt } from '../../draw/drawing';
import { drawUrl } from '../../draw/drawUrl';
import { planeUrl } from '../../plane/planeUrl';
import { alongLink, nearLink } from './searchLinks';

const parametersOf = (link: string) => new URL(link, 'http://site').searchParams;

describe('nearLink', () => {
  it('is read by the plane as the same point', () => {
    const link = nearLink({ valence: 0.25, arousal: -0.5 });
    expect(planeUrl.read(parametersOf(link)).point).toEqual({ valence: 0.25, arousal: -0.5 });
  });
});

describe('alongLink', () => {
  it('is read by the drawing page as the same movement', () => {
    const valence = Float32Array.from({ length: 240 }, (_, index) => Math.sin(index / 40) / 2);
    const arousal = Float32Array.from({ length: 240 }, (_, index) => index / 240 - 0.5);
    const link = alongLink({
      hopSeconds: 0.5,
      startSeconds: 0.25,
      durationSeconds: 120,
      heard: { valence, arousal, valenceDeviation: valence, arousalDeviation: arousal },
      meant: null,
    });
    expect(link.length).toBeLessThan(500);
    const { drawing } = drawUrl.read(parametersOf(link));
    for (const index of [10, 60, 120, 200]) {
      const drawn = emotionAt(drawing, (index + 0.5) / 240);
      expect(drawn.valence).toBeCloseTo(valence[index], 1);
      expect(drawn.arousal).toBeCloseTo(arousal[index], 1);
    }
  });
});
