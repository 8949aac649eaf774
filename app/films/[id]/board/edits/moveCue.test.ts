import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filmProject, type FilmProjectInput } from '@/server/film/projects/filmProject';
import { roomOf, shiftedCue, trimmedCue } from './moveCue';

const rate = { numerator: 25, denominator: 1 };
const film = { name: 'Film', rate, dropFrame: false, startFrame: 0, lengthFrames: 1000 };
const cues: FilmProjectInput['cues'] = [
  { id: 'a', name: 'A', inFrame: 0, outFrame: 100 },
  {
    ...{ id: 'b', name: 'B', inFrame: 200, outFrame: 300, fadeInFrames: 10, fadeOutFrames: 40 },
    ...{ chosen: { trackId: 1, startSeconds: 2 }, hitPoints: [{ frame: 210, event: 'beat' }] },
  },
  { id: 'c', name: 'C', inFrame: 400, outFrame: 500 },
];
const project = filmProject.parse({ format: 'circumplex-film-1', name: 'P', film, cues });
const cue = project.cues[1];
const room = roomOf(project, cue);

describe('moving a cue', () => {
  it('has the room between its neighbours', () => {
    expect(room).toEqual({ inFrame: 100, outFrame: 400 });
    expect(roomOf(project, project.cues[2])).toEqual({ inFrame: 300, outFrame: 1000 });
  });

  it('keeps the project whole wherever it is dragged', () => {
    const edge = fc.constantFrom('in' as const, 'out' as const, null);
    fc.assert(
      fc.property(edge, fc.integer({ min: -100, max: 1200 }), (moved, frame) => {
        const next = moved
          ? trimmedCue(cue, { edge: moved, frame }, { room, rate })
          : shiftedCue(cue, frame, room);
        expect(() => filmProject.parse({ ...project, cues: project.cues.with(1, next) })).not.toThrow();
      }),
    );
  });

  it('takes hit points along, and keeps music with the picture at a trim', () => {
    expect(shiftedCue(cue, 250, room)).toMatchObject({
      inFrame: 250,
      outFrame: 350,
      hitPoints: [{ frame: 260 }],
    });
    expect(trimmedCue(cue, { edge: 'in', frame: 225 }, { room, rate }).chosen?.startSeconds).toBe(3);
    expect(trimmedCue(cue, { edge: 'in', frame: 100 }, { room, rate }).chosen?.startSeconds).toBe(0);
  });

  it('shortens fades with the cue', () => {
    const short = trimmedCue(cue, { edge: 'out', frame: 230 }, { room, rate });
    expect([short.fadeInFrames, short.fadeOutFrames]).toEqual([10, 20]);
  });
});
