import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { projectOf } from '@/server/film/projects/testing/filmProject.testing';
import { filmProject } from '@/server/film/projects/filmProject';
import { cutOfFrames, ofLength } from './newCut';
import { recutProject } from './recutProject';

const hit = (frame: number) => ({ frame, event: 'peak' as const, weight: 1 });

/** Shots of 100, 300, 200 and 400 frames at 24. */
const cuts = [100, 400, 600];
const project = projectOf({
  cuts,
  curve: [
    { t: 0, valence: -0.5, arousal: 0 },
    { t: 25, valence: 0.5, arousal: 0.5 },
  ],
  importance: [{ start: 5, end: 20, weight: 2 }],
  markers: [
    { frame: 50, name: 'first' },
    { frame: 450, name: 'second' },
  ],
  cues: [
    {
      ...{ id: 'a', name: 'a', inFrame: 50, outFrame: 90, hitPoints: [hit(60)] },
      chosen: { trackId: 1, startSeconds: 10 },
    },
    {
      ...{ id: 'b', name: 'b', inFrame: 350, outFrame: 500, hitPoints: [hit(360), hit(450)] },
      chosen: { trackId: 2, startSeconds: 3 },
    },
  ],
});

describe('a project in a new cut', () => {
  it('stays as it is where nothing was cut', () => {
    const same = cutOfFrames(cuts, 1000);
    const recut = recutProject(project, { oldCut: same, newCut: same });
    expect(recut.project.cues).toEqual(project.cues);
    expect(recut.project.markers).toEqual(project.markers);
    expect(recut.project.importance).toEqual(project.importance);
    expect(recut).toMatchObject({ lostShots: 0, newShots: 0, lostCues: [], changedCues: [], lostHits: [] });
  });

  it('moves what lies behind a shot that is gone, and tells what went with it', () => {
    const newCut = cutOfFrames([100, 300], 700);
    const recut = recutProject(project, { oldCut: cutOfFrames(cuts, 1000), newCut });
    expect(recut.project.film.lengthFrames).toBe(700);
    expect(recut.project.cuts).toEqual([100, 300]);
    expect(recut.project.markers.map(({ frame }) => frame)).toEqual([50, 150]);
    expect(recut.project.cues).toMatchObject([
      { id: 'a', inFrame: 50, outFrame: 90, chosen: { startSeconds: 10 } },
      // Its first 50 frames are gone: the music goes on where the pictures do.
      { id: 'b', inFrame: 100, outFrame: 200, hitPoints: [hit(150)], chosen: { startSeconds: 3 + 50 / 24 } },
    ]);
    expect(recut).toMatchObject({ lostShots: 1, changedCues: [{ state: 'changed' }] });
    expect(recut.lostHits.map(({ id }) => id)).toEqual(['b']);
    expect(recut.lostMarkers).toEqual([]);
  });

  it('tells of a cue, a marker and a hit point whose picture is gone', () => {
    const newCut = cutOfFrames([300, 500], 900);
    const recut = recutProject(project, { oldCut: cutOfFrames(cuts, 1000), newCut });
    expect(recut.lostCues.map(({ id }) => id)).toEqual(['a']);
    expect(recut.lostMarkers.map(({ name }) => name)).toEqual(['first']);
    expect(recut.project.cues.map(({ inFrame }) => inFrame)).toEqual([250]);
  });

  it('is a project still, whatever was cut', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lengths, (shotLengths) => {
        const ends = shotLengths.map((_, place) => shotLengths.slice(0, place + 1).reduce((a, b) => a + b));
        const newCut = cutOfFrames(ends.slice(0, -1), ends.at(-1)!);
        const recut = recutProject(project, { oldCut: cutOfFrames(cuts, 1000), newCut });
        expect(filmProject.safeParse(recut.project).error).toBeUndefined();
        expect(recut.project.cues.length + recut.lostCues.length).toBe(project.cues.length);
      }),
      { numRuns: 300 },
    );
  });

  it('ends where its film does', () => {
    const cut = cutOfFrames([100, 400], 1000);
    expect(ofLength(cut, 300).shots.map(({ end }) => end)).toEqual([100, 300]);
    expect(ofLength(cut, 1200)).toMatchObject({
      lengthFrames: 1200,
      shots: [{}, {}, { start: 400, end: 1200 }],
    });
  });
});
