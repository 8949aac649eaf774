import { describe, expect, it } from 'vitest';
import { drawUrl } from './drawUrl';
import { explainLength, explainMode, explainSearch, trajectoryQuery } from './trajectoryQuery';

const state = drawUrl.read(new URLSearchParams('k=0_0.1_0.2*0.5_0.3_0.4&q=sea'));

describe('trajectoryQuery', () => {
  it('leaves times as parts of the whole without a length, and turns them to seconds with one', () => {
    expect(trajectoryQuery(state)).toMatchObject({
      durationSeconds: undefined,
      mode: undefined,
      filter: { text: 'sea' },
    });
    expect(trajectoryQuery(state).points[1].t).toBe(0.5);
    expect(trajectoryQuery({ ...state, durationSeconds: 40 }).points[1].t).toBe(20);
  });

  it('takes sections exactly as long as the drawing and tracks about so, unless told otherwise', () => {
    const ratioOf = (more: Partial<typeof state>) =>
      trajectoryQuery({ ...state, durationSeconds: 60, ...more }).lengthRatio;
    expect(ratioOf({ scope: 'section' })).toEqual({ min: 1, max: 1 });
    expect(ratioOf({ scope: 'section', length: 'near' })).toEqual({ min: 0.8, max: 1.25 });
    expect(ratioOf({ scope: 'section', length: 'free' })).toEqual({ min: 0.5, max: 2 });
    expect(ratioOf({ scope: 'track' })).toEqual({ min: 0.8, max: 1.25 });
    expect(ratioOf({ scope: 'track', length: 'free' })).toEqual({ min: 0.5, max: 2 });
    expect(ratioOf({ scope: 'track', durationSeconds: null })).toBeUndefined();
  });

  it('sends either a mode or a blend', () => {
    expect(trajectoryQuery({ ...state, mode: 'level' })).toMatchObject({ mode: 'level', blend: undefined });
    expect(trajectoryQuery({ ...state, mode: 'blend', blend: 0.3 })).toMatchObject({
      mode: undefined,
      blend: 0.3,
    });
  });

  it('says which comparison was used, and whether it was chosen', () => {
    expect(explainMode('shape', 'auto', 1)).toContain('because your drawing moves');
    expect(explainMode('level', 'level', 0)).toContain('as you chose');
    expect(explainMode('blend', 'blend', 0.25)).toContain('25 % by how the emotion moves, 75 % by');
  });

  it('says how long whole tracks must be where the drawing has a length', () => {
    expect(explainLength({ ...state, durationSeconds: 60 })).toBe(
      'Only tracks from 0:48 to 1:15 long are searched, as the drawing is 1:00.',
    );
    expect(explainLength(state)).toBe('');
    expect(explainLength({ ...state, durationSeconds: 60, scope: 'section' })).toBe('');
  });

  it('says how much was searched: all, what is loaded so far, or the likeliest', () => {
    const all = { searched: 1200, compared: 1200, exact: true, expectedRecall: 1, stoppedAfterSeconds: null };
    expect(explainSearch({ ...all, indexed: { tracks: 1200, of: 1200 } })).toBe(
      '1,200 tracks searched, every one exactly.',
    );
    expect(explainSearch({ ...all, indexed: { tracks: 1200, of: 5000 } })).toBe(
      '1,200 tracks of 5,000 searched so far: the others are being loaded.',
    );
    const likeliest = { ...all, searched: 2_000_000, compared: 1000, exact: false, expectedRecall: 0.995 };
    expect(explainSearch({ ...likeliest, indexed: { tracks: 2_000_000, of: 2_000_000 } })).toBe(
      'The likeliest 1,000 of 2,000,000 tracks compared: expect 99 % of the best to be found.',
    );
    const stopped = { ...all, searched: 5000, compared: 2199, exact: false, stoppedAfterSeconds: 10 };
    expect(explainSearch({ ...stopped, indexed: { tracks: 5000, of: 5000 } })).toMatch(
      /^Stopped after 10 s: 43 % of 5,000 tracks searched/,
    );
  });
});
