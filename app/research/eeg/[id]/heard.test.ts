import { describe, expect, it } from 'vitest';
import { heardOf, heardWords } from './heard';

const trial = (track: string | null, rated = false) => ({ track, rated });

const recordings: Parameters<typeof heardOf>[1] = [
  { participant: '01', state: 'refused', trials: [trial('calm')] },
  { participant: '01', state: 'measured', trials: [trial('calm'), trial('storm', true)] },
  { participant: '02', state: 'waiting', trials: [trial('storm'), trial(null, true)] },
];

describe('heardOf', () => {
  it('has a row a track and a cell a participant, each once', () => {
    const rows = heardOf([{ name: 'calm' }, { name: 'storm' }], recordings);
    expect(rows.map((row) => row.map(({ participant }) => participant))).toEqual([
      ['01', '02'],
      ['01', '02'],
    ]);
  });

  it('takes the measured of two recordings of one participant, and ratings of any', () => {
    const [[calm, none], [storm, waiting]] = heardOf([{ name: 'calm' }, { name: 'storm' }], recordings);
    expect(calm).toMatchObject({ state: 'measured', rated: false });
    expect(none.state).toBeNull();
    expect(storm).toMatchObject({ state: 'measured', rated: true });
    expect(waiting).toMatchObject({ state: 'waiting', rated: false });
  });
});

describe('heardWords', () => {
  it('says who, what, and whether it was rated', () => {
    const [[calm, none]] = heardOf([{ name: 'calm' }], recordings);
    expect(heardWords(calm)).toBe('01, calm: recorded and measured, not rated');
    expect(heardWords(none)).toBe('02, calm: not heard');
  });
});
