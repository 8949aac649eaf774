import { describe, expect, it } from 'vitest';
import { jobWords } from './jobWords';

describe('jobWords', () => {
  it('speaks of files while only sound is heard', () => {
    expect(jobWords(['embed', 'import'])).toMatchObject({ heading: 'Listening to new music' });
    expect(jobWords(['import']).count(2)).toBe('2 files');
  });

  it('does not call music new that a newer model hears again', () => {
    expect(jobWords(['analyse-again'])).toMatchObject({ heading: 'Listening again, for a newer model' });
    expect(jobWords(['analyse-again', 'import'])).toMatchObject({ heading: 'Listening to new music' });
  });

  it('speaks of jobs as soon as one is of another kind', () => {
    expect(jobWords(['import', 'sum'])).toMatchObject({ heading: 'At work', deed: 'At work on' });
    expect(jobWords(['sum']).count(1)).toBe('1 job');
  });
});
