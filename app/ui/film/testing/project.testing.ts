import { filmProject, type FilmProject, type FilmProjectInput } from '@/server/film/projects/filmProject';

/** A project of ten minutes at 24, with what is told of it, as the server lets it in. */
export function testProject(parts: Partial<FilmProjectInput> = {}): FilmProject {
  return filmProject.parse({
    format: 'circumplex-film-1',
    name: 'Dawn',
    film: {
      ...{ name: 'dawn.mov', rate: { numerator: 24, denominator: 1 }, dropFrame: false },
      ...{ startFrame: 86_400, lengthFrames: 14_400, file: null },
    },
    ...parts,
  });
}

/** One thing of each kind, in the first minute and beyond the fifth. */
export const worked: Partial<FilmProjectInput> = {
  cuts: [240, 7_200, 14_399],
  markers: [
    { frame: 24, name: 'door' },
    { frame: 9_600, name: 'sea', durationFrames: 48 },
  ],
  curve: [
    { t: 10, valence: 0.5, arousal: 0 },
    { t: 590, valence: -0.5, arousal: 0.5 },
  ],
  importance: [{ start: 200, end: 500, weight: 2 }],
  cues: [
    {
      id: 'a',
      name: 'one',
      inFrame: 0,
      outFrame: 2_400,
      fadeInFrames: 12,
      fadeOutFrames: 24,
      hitPoints: [{ frame: 2_399, event: 'beat' }],
    },
    {
      id: 'b',
      name: 'two',
      inFrame: 6_000,
      outFrame: 12_000,
      fadeOutFrames: 5_000,
      hitPoints: [{ frame: 11_000, event: 'peak' }],
    },
  ],
};
