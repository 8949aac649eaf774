import { describe, expect, it } from 'vitest';
import { certainWords, missWords } from './matchWords';

describe('a match in words', () => {
  it('tells by how many frames it misses', () => {
    const words = (frames: number) => missWords({ eventSeconds: 1, frames });
    expect([2.4, -1.4, 0.3, -0.4].map(words)).toEqual(['+2 f', '−1 f', 'on it', 'on it']);
    expect(missWords(null)).toBe('none');
  });

  it('tells how certain its place is', () => {
    expect(certainWords(0.25, 0)).toBe('certain to ± 0.3 s');
    expect(certainWords(12, 1)).toBe('certain to ± 12 s, or one place elsewhere');
    expect(certainWords(1, 3)).toBe('certain to ± 1.0 s, or 3 places elsewhere');
  });
});
