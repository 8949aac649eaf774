import { expect, it } from 'vitest';
import { filmProject } from '@/server/film/projects/filmProject';
import { testProject, worked } from '@/app/ui/film/testing/project.testing';
import { takeHint } from './takeHint';

const hint = Float32Array.from({ length: 1201 }, (_, i) => 0.8 * Math.sin(i / 50));

it('a guess is drawn as arousal; valence stays as it was', () => {
  const project = testProject(worked);
  const { curve } = takeHint(project, hint);
  expect(curve.find(({ t }) => t === 10)).toMatchObject({ valence: 0.5 });
  expect(curve.find(({ t }) => t === 590)).toMatchObject({ valence: -0.5 });
  expect(curve.length).toBeLessThan(300);
  for (const { t, arousal } of curve)
    expect(Math.abs(arousal - 0.8 * Math.sin((2 * t) / 50))).toBeLessThan(0.03);
  expect(filmProject.safeParse({ ...project, curve }).error).toBeUndefined();
});

it('a guess is drawn with level valence where nothing was drawn, and within the film', () => {
  const { curve } = takeHint(testProject(), new Float32Array(2000));
  expect(curve).toEqual([{ t: 0, valence: 0, arousal: 0 }]);
});
