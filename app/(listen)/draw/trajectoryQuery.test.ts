import { describe, expect, it } from 'vitest';
import { drawUrl } from './drawUrl';
import { explainMode, trajectoryQuery } from './trajectoryQuery';

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
});
