import { filmProject, type FilmProject, type FilmProjectInput } from '../filmProject';

/** A film of 1000 frames at 24 that begins at 01:00:00:00, with a cue from frame 240 to 480; parts may be given. */
export function projectOf(parts: Partial<FilmProjectInput> = {}): FilmProject {
  return filmProject.parse({
    format: 'circumplex-film-1',
    name: 'a film',
    film: {
      name: 'cut 3.mov',
      rate: { numerator: 24, denominator: 1 },
      dropFrame: false,
      startFrame: 86_400,
      lengthFrames: 1000,
    },
    cues: [{ id: 'c1', name: 'dawn', inFrame: 240, outFrame: 480 }],
    ...parts,
  });
}
