import { describe, expect, it } from 'vitest';
import { parseRate } from '@/ml/timeCode/parseRate';
import { differenceWords, isFilmOf, withFilm, withFirstFilm, type FilmOfProject } from './adoptFilm';
import { testProject, worked } from '@/app/ui/film/testing/project.testing';

const opened: FilmOfProject = {
  ...{ file: { name: 'reel 1.mp4' }, sizeBytes: 1_000_000, edgesHash: 'a'.repeat(64) },
  ...{ rate: parseRate('29.97'), lengthFrames: 9_000, startFrame: 107_892, dropFrame: true },
};

describe('a film that is opened for a project', () => {
  it('becomes its film where it had none and nothing was done', () => {
    const { film } = withFirstFilm(testProject(), opened);
    expect(film).toEqual({
      ...{ name: 'reel 1.mp4', rate: opened.rate, lengthFrames: 9_000, startFrame: 107_892, dropFrame: true },
      file: { sizeBytes: 1_000_000, edgesHash: opened.edgesHash },
    });
    expect(isFilmOf(film, opened)).toBe(true);
  });

  it('waits for a word where work would move or be lost, or where the project has another file', () => {
    const done = testProject(worked);
    expect(withFirstFilm(done, opened)).toBe(done);
    const own = withFirstFilm(testProject(), opened);
    const other = { ...opened, edgesHash: 'b'.repeat(64) };
    expect(withFirstFilm(own, other)).toBe(own);
    expect(isFilmOf(own.film, other)).toBe(false);
  });

  it('is taken at once where all that was done lies on it', () => {
    const done = testProject(worked);
    const same = { ...opened, rate: done.film.rate, lengthFrames: 20_000, startFrame: null };
    expect(withFirstFilm(done, same)).toMatchObject({
      ...{ cuts: done.cuts, cues: done.cues },
      film: { lengthFrames: 20_000, startFrame: 86_400, dropFrame: false },
    });
  });

  it('is told from the project’s in words', () => {
    const words = differenceWords(testProject(worked), opened);
    expect(words).toContain('“dawn.mov” of the project is 00:10:00:00 long at 24');
    expect(words).toContain('00:05:00:00 long at 29.97, 1.0 MB');
    expect(words).toMatch(/\d things of the project would lie beyond its end/);
    expect(withFilm(testProject(worked), opened).cues).toHaveLength(2);
  });
});
