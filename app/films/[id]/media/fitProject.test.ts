import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRate } from '@/ml/timeCode/parseRate';
import { filmProject } from '@/server/film/projects/filmProject';
import { atRate, countBeyond, countedAs, ofLength } from './fitProject';
import { testProject, worked } from '@/app/ui/film/testing/project.testing';

const project = testProject(worked);
const rates = ['23.976', '24', '25', '29.97', '30', '50', '59.94', '60', '12.5'].map(parseRate);

describe('a project fitted to a film', () => {
  it('of another rate keeps its seconds, and its start keeps its label', () => {
    const moved = atRate(project, parseRate('25'));
    expect(moved.film).toMatchObject({ startFrame: 90_000, lengthFrames: 15_000 });
    expect(moved.cuts).toEqual([250, 7_500, 14_999]);
    expect(moved.markers).toMatchObject([{ frame: 25 }, { frame: 10_000, durationFrames: 50 }]);
    expect(moved.cues).toMatchObject([
      { inFrame: 0, outFrame: 2_500, hitPoints: [{ frame: 2_499 }] },
      { inFrame: 6_250, outFrame: 12_500 },
    ]);
    expect(moved.curve).toEqual(project.curve);
  });

  it('that is shorter loses what lies beyond its end, and says how much', () => {
    expect(countBeyond(project, 7_200)).toBe(6);
    const short = ofLength(project, 7_200);
    expect(short).toMatchObject({
      ...{ film: { lengthFrames: 7_200 }, cuts: [240], markers: [{ name: 'door' }], curve: [{ t: 10 }] },
      importance: [{ start: 200, end: 300 }],
      cues: [{ id: 'a' }, { id: 'b', outFrame: 7_200, fadeOutFrames: 1_200, hitPoints: [] }],
    });
  });

  it('is one that the server lets in, at every rate and length', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rates), fc.integer({ min: 1, max: 30_000 }), (rate, lengthFrames) => {
        const fitted = ofLength(atRate(project, rate), lengthFrames);
        expect(filmProject.safeParse(fitted).error).toBeUndefined();
      }),
    );
  });

  it('keeps the label of its start where labels are dropped', () => {
    const ntsc = atRate(project, parseRate('29.97'));
    expect(ntsc.film.startFrame).toBe(108_000);
    expect(countedAs(ntsc, true).film).toMatchObject({ startFrame: 107_892, dropFrame: true });
    expect(countedAs(countedAs(ntsc, true), false)).toEqual(ntsc);
  });
});
