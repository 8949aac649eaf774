import { describe, expect, it } from 'vitest';
import { emotionAt } from '@/app/ui/trajectory/drawing';
import { readDrawing } from '@/app/ui/url/drawingParameter';
import { alongLink } from './alongLink';

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
    const drawing = readDrawing(new URL(link, 'http://site').searchParams);
    for (const index of [10, 60, 120, 200]) {
      const drawn = emotionAt(drawing, (index + 0.5) / 240);
      expect(drawn.valence).toBeCloseTo(valence[index], 1);
      expect(drawn.arousal).toBeCloseTo(arousal[index], 1);
    }
  });
});
