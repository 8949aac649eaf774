import { expect, it } from 'vitest';
import { filmProject } from '@/server/film/projects/filmProject';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { exampleProject } from './exampleProject';
import { nameOfFile } from './newProject';

it('the example is a project that the server lets in, of 2:40 from one hour on', () => {
  const example = exampleProject();
  expect(filmProject.parse(example)).toEqual(example);
  const { film, cues, markers, curve } = example;
  expect(timeCodeOf(film.startFrame + film.lengthFrames, film)).toBe('01:02:40:00');
  expect(markers.map(({ frame }) => example.cuts.includes(frame))).toEqual([true, true, true, true]);
  expect(curve).toHaveLength(8);
  for (const { inFrame, outFrame } of cues) expect((outFrame - inFrame) / 24).toBeGreaterThanOrEqual(45);
});

it('a project is called as its file without the ending', () => {
  expect(nameOfFile('Reel 1.v2.mov')).toBe('Reel 1.v2');
  expect(nameOfFile('.mov')).toBe('.mov');
  expect(nameOfFile('no ending')).toBe('no ending');
});
