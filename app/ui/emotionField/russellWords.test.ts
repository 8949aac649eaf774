import { describe, expect, it } from 'vitest';
import { pointOfWord, russellWords } from './russellWords';

describe('pointOfWord', () => {
  it('lies at the word’s angle, as far out as it is strong', () => {
    for (const word of russellWords) {
      const { valence, arousal } = pointOfWord(word, 0.6);
      expect(Math.hypot(valence, arousal)).toBeCloseTo(0.6, 2);
    }
    expect(pointOfWord('excited', 1)).toEqual({ valence: 0.661, arousal: 0.75 });
    expect(pointOfWord('sad', 0)).toEqual({ valence: 0, arousal: 0 });
  });

  it('puts words into the quarters where they are felt', () => {
    const quarter = (word: Parameters<typeof pointOfWord>[0]) => {
      const { valence, arousal } = pointOfWord(word, 1);
      return [Math.sign(valence), Math.sign(arousal)];
    };
    expect(quarter('tense')).toEqual([-1, 1]);
    expect(quarter('relief')).toEqual([1, -1]);
    expect(quarter('sad')).toEqual([-1, -1]);
    expect(quarter('delighted')).toEqual([1, 1]);
  });
});
