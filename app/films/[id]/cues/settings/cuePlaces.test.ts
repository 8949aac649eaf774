import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filmProject } from '@/server/film/projects/filmProject';
import { projectOf } from '@/server/film/projects/testing/filmProject.testing';
import { addCues, cutAtCuts, cutCue, freePart, shotAround, trimCue } from './cuePlaces';

const project = projectOf({ cuts: [100, 300, 500, 700] });

describe('where cues may lie', () => {
  it('is beside the others', () => {
    const free = (inFrame: number, outFrame: number) => freePart(project.cues, { inFrame, outFrame });
    expect(free(0, 100)).toEqual({ inFrame: 0, outFrame: 100 });
    expect(free(200, 300)).toEqual({ inFrame: 200, outFrame: 240 });
    expect(free(300, 600)).toEqual({ inFrame: 480, outFrame: 600 });
    expect(free(250, 480)).toBeNull();
  });

  it('is a shot, too', () => {
    expect(shotAround(project, 300)).toEqual({ inFrame: 300, outFrame: 500 });
    expect(shotAround(project, 20)).toEqual({ inFrame: 0, outFrame: 100 });
    expect(shotAround(project, 999)).toEqual({ inFrame: 700, outFrame: 1000 });
  });

  it('is never what another has, nor beyond the film', () => {
    const edge = fc.constantFrom('in' as const, 'out' as const);
    const two = addCues(project, [{ inFrame: 600, outFrame: 700 }], () => 'c2').project;
    fc.assert(
      fc.property(edge, fc.integer({ min: -50, max: 1100 }), (moved, frame) => {
        const trimmed = trimCue(two, 'c1', { edge: moved, frame });
        expect(filmProject.safeParse(trimmed).error).toBeUndefined();
      }),
    );
  });
});

describe('a new cue', () => {
  it('has a name of its own and stands in order', () => {
    const { project: added, ids } = addCues(project, [{ inFrame: 0, outFrame: 100 }], () => 'new');
    expect(ids).toEqual(['new']);
    expect(added.cues.map(({ id, name }) => [id, name])).toEqual([
      ['new', 'Cue 2'],
      ['c1', 'dawn'],
    ]);
    expect(filmProject.parse(added)).toEqual(added);
  });

  it('of a long stretch is cut into as few as can be, at cuts', () => {
    const film = { ...project.film, lengthFrames: 40_000 };
    const whole = { inFrame: 0, outFrame: 40_000 };
    const parts = cutAtCuts({ film, cuts: [13_000, 14_000, 27_000] }, whole);
    expect(parts.map(({ outFrame }) => outFrame)).toEqual([13_000, 27_000, 40_000]);
    // 1,001 s: the first part must not end before 401 s.
    const two = cutAtCuts({ film, cuts: [9000] }, { inFrame: 0, outFrame: 24_024 });
    expect(two).toEqual([
      { inFrame: 0, outFrame: 12_012 },
      { inFrame: 12_012, outFrame: 24_024 },
    ]);
  });

  it('of a long stretch leaves nothing out and nothing too long', () => {
    const cutsOf = fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: 60 });
    fc.assert(
      fc.property(cutsOf, fc.integer({ min: 1, max: 100_000 }), (cuts, outFrame) => {
        const film = { ...project.film, lengthFrames: 100_000 };
        const parts = cutAtCuts({ film, cuts: cuts.toSorted((a, b) => a - b) }, { inFrame: 0, outFrame });
        expect(parts).toHaveLength(Math.ceil(outFrame / 14_400));
        parts.forEach((part, place) => {
          expect(part.inFrame).toBe(parts[place - 1]?.outFrame ?? 0);
          expect(part.outFrame - part.inFrame).toBeGreaterThan(0);
          expect(part.outFrame - part.inFrame).toBeLessThanOrEqual(14_400);
        });
        expect(parts.at(-1)!.outFrame).toBe(outFrame);
      }),
    );
  });

  it('that is too long is cut into cues that keep what was wished of it', () => {
    const long = projectOf({
      film: { ...project.film, lengthFrames: 40_000 },
      cuts: [13_000],
      cues: [
        {
          ...{ id: 'long', name: 'Long', inFrame: 0, outFrame: 26_000, fadeInFrames: 24, fadeOutFrames: 48 },
          hitPoints: [{ frame: 20_000, event: 'beat' }],
          ...{ mode: 'level', chosen: { trackId: 1, startSeconds: 0 }, locked: true },
        },
        { id: 'after', name: 'After', inFrame: 26_000, outFrame: 27_000 },
      ],
    });
    const cut = cutCue(long, 'long', () => 'new');
    expect(filmProject.parse(cut)).toEqual(cut);
    expect(cut.cues).toMatchObject([
      { id: 'long', name: 'Long 1', outFrame: 13_000, fadeInFrames: 24, fadeOutFrames: 0, hitPoints: [] },
      { id: 'new', name: 'Long 2', fadeInFrames: 0, fadeOutFrames: 48, hitPoints: [{ frame: 20_000 }] },
      { id: 'after' },
    ]);
    expect(cut.cues[1]).toMatchObject({ mode: 'level', chosen: null, locked: false });
    expect(cutCue(long, 'none', () => 'new')).toBe(long);
  });
});
