import { describe, expect, it } from 'vitest';
import { projectOf } from '@/server/film/projects/testing/filmProject.testing';
import { filmProject } from '@/server/film/projects/filmProject';
import { takeChoice } from '../together/takeChoice';
import { withAlternate, withChosen, withoutAlternate, withoutMusic } from './cueMusic';

const section = (trackId: number) => ({ trackId, startSeconds: 1, gainDecibels: 0 });
const [bare] = projectOf().cues;

describe('the music of a cue', () => {
  it('is chosen in place of another, which is kept only if asked', () => {
    const first = withChosen(bare, section(1));
    expect(withChosen(first, section(2))).toMatchObject({ chosen: section(2), alternates: [] });
    expect(withChosen(first, section(2), true)).toMatchObject({
      chosen: section(2),
      alternates: [section(1)],
    });
    expect(withChosen(first, section(1), true).alternates).toEqual([]);
  });

  it('may be an alternate, which then is none any more', () => {
    const kept = withAlternate(withChosen(bare, section(1)), section(2));
    expect(withChosen(kept, section(2), true)).toMatchObject({
      chosen: section(2),
      alternates: [section(1)],
    });
    expect(withoutAlternate(kept, section(2)).alternates).toEqual([]);
  });

  it('has three alternates at most, each once', () => {
    const full = [2, 3, 4].reduce((cue, trackId) => withAlternate(cue, section(trackId)), bare);
    expect(withAlternate(full, section(5))).toBe(full);
    expect(withAlternate(withAlternate(bare, section(2)), section(2)).alternates).toHaveLength(1);
    const chosen = withChosen({ ...full, chosen: section(1) }, section(9), true);
    expect(chosen.alternates).toEqual([section(1), section(2), section(3)]);
  });

  it('is unlocked where it is taken out', () => {
    const locked = { ...withChosen(bare, section(1)), locked: true };
    const project = { ...projectOf(), cues: [withoutMusic(locked)] };
    expect(filmProject.safeParse(project).success).toBe(true);
  });
});

describe('a choice for all cues', () => {
  it('leaves locked cues and cues without a choice as they are', () => {
    const cues = ['a', 'b', 'c'].map((id, place) => ({
      ...{ id, name: id, inFrame: 100 * place, outFrame: 100 * place + 50 },
      ...{ chosen: section(7), locked: id === 'a' },
    }));
    const project = projectOf({ cues });
    const best = (trackId: number) => ({ trackId, startSeconds: 4 });
    const chosen = [
      { id: 'a', best: best(1) },
      { id: 'b', best: best(2) },
      { id: 'c', best: null },
    ];
    const taken = takeChoice(project, chosen, true);
    expect(taken.cues.map((cue) => cue.chosen!.trackId)).toEqual([7, 2, 7]);
    expect(taken.cues[1].alternates).toEqual([section(7)]);
    expect(filmProject.safeParse(taken).success).toBe(true);
  });
});
