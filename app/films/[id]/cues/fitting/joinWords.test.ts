import { describe, expect, it } from 'vitest';
import { loudnessWords, percentileWords, phaseWords, stretchWords, tempoWords } from './joinWords';

describe('a join in words', () => {
  it('tells its beat, tempo, loudness and steps', () => {
    expect([-4.4, 0.3, 12].map(phaseWords)).toEqual([
      'the beat 4 ms early',
      'on the beat',
      'the beat 12 ms late',
    ]);
    expect([1.24, -0.01].map(tempoWords)).toEqual(['tempo +1.2 %', 'tempo 0.0 %']);
    expect([null, -2.14].map(loudnessWords)).toEqual(['one side silent', 'loudness −2.1 LU']);
    expect([1.0124, 0.9801, 1.0001].map(stretchWords)).toEqual([
      'Played 1.2 % slower, it ends with a bar',
      'Played 2.0 % faster, it ends with a bar',
      'It ends with a bar',
    ]);
    expect(percentileWords(56.7)).toBe('a larger step than 57 %');
  });
});
