import { describe, expect, it } from 'vitest';
import { parseInput } from '../../base/parseInput';
import { filmProject, type FilmProjectInput } from './filmProject';
import { projectOf } from './testing/filmProject.testing';

const cue = { id: 'c1', name: 'dawn', inFrame: 240, outFrame: 480 };
const section = { trackId: 3, startSeconds: 2 };

function refused(parts: Partial<FilmProjectInput>) {
  return expect(() => parseInput(filmProject, { ...projectOf(), ...parts }));
}

describe('a film’s project', () => {
  it('needs a film and a name only, and is the same when it is read again', () => {
    const project = projectOf();
    expect(project.cues[0]).toMatchObject({
      toleranceSeconds: 0.5,
      mode: 'both',
      chosen: null,
      locked: false,
    });
    expect(project.film.file).toBeNull();
    expect(filmProject.parse(JSON.parse(JSON.stringify(project)))).toEqual(project);
  });

  it('may have cues that touch, in any order, and key points at the film’s very end', () => {
    const project = projectOf({
      cues: [cue, { ...cue, id: 'c2', inFrame: 0, outFrame: 240 }],
      curve: [{ t: 1000 / 24, valence: 0, arousal: 1 }],
    });
    expect(project.cues).toHaveLength(2);
  });

  it('is refused at the field that is wrong', () => {
    refused({ cues: [cue, { ...cue, id: 'c2', inFrame: 479, outFrame: 500 }] }).toThrow(
      'invalid cues[1].inFrame: 479 (not before "dawn" ends, at 480)',
    );
    refused({ cues: [cue, { ...cue, inFrame: 500, outFrame: 600 }] }).toThrow('invalid cues[1].id: c1');
    refused({ cues: [{ ...cue, outFrame: 1001 }] }).toThrow('invalid cues[0].outFrame: 1001');
    refused({ cues: [{ ...cue, outFrame: 240 }] }).toThrow('invalid cues[0].outFrame: 240 (after inFrame)');
    refused({ cues: [{ ...cue, locked: true }] }).toThrow('invalid cues[0].locked: true');
    refused({ cues: [{ ...cue, fadeInFrames: 200, fadeOutFrames: 41 }] }).toThrow('cues[0].fadeOutFrames');
    refused({ cues: [{ ...cue, alternates: Array(4).fill(section) }] }).toThrow('invalid cues[0].alternates');
    refused({ cues: [{ ...cue, hitPoints: [{ frame: 480, event: 'beat' }] }] }).toThrow(
      'invalid cues[0].hitPoints[0].frame: 480',
    );
    refused({ markers: [{ frame: 1000, name: 'end' }] }).toThrow('invalid markers[0].frame: 1000');
    refused({ cuts: [10, 10] }).toThrow('invalid cuts[1]: 10 (after the cut before it)');
    refused({ cuts: [0] }).toThrow('invalid cuts[0]: 0');
    refused({ curve: [{ t: 41.7, valence: 0, arousal: 0 }] }).toThrow('invalid curve[0].t: 41.7');
    refused({ importance: [{ start: 3, end: 2, weight: 1 }] }).toThrow('invalid importance[0].end: 2');
    refused({ importance: [{ start: 1, end: 2, weight: 5 }] }).toThrow('invalid importance[0].weight: 5');
    refused({ name: ' ' }).toThrow('invalid name');
    refused({ name: 'a\0b' }).toThrow('invalid name');
    refused({ name: '\ud800' }).toThrow('invalid name');
    refused({ folder: 'Music' }).toThrow('invalid folder: Music');
    refused({ film: { ...projectOf().film, dropFrame: true } }).toThrow('invalid film.dropFrame');
  });
});
