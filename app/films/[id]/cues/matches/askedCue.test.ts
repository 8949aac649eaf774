import { describe, expect, it } from 'vitest';
import { cueQuery } from '@/server/retrieval/cueQuery';
import { projectOf } from '@/server/film/projects/testing/filmProject.testing';
import { askedCue } from './askedCue';

const curve = [{ t: 5, valence: 0.2, arousal: -0.3 }];
const [cue] = projectOf().cues;

describe('what a search is asked for a cue', () => {
  it('is what the server takes', () => {
    const asked = askedCue(projectOf({ curve }), cue);
    expect('question' in asked && cueQuery.safeParse(asked.question).success).toBe(true);
  });

  it('is nothing where nothing is drawn, nothing counts, or the cue is too long', () => {
    expect(askedCue(projectOf(), cue)).toHaveProperty('refusal', expect.stringContaining('Draw'));
    const silent = projectOf({ curve, importance: [{ start: 0, end: 30, weight: 0 }] });
    expect(askedCue(silent, cue)).toHaveProperty('refusal', expect.stringContaining('counts 0'));
    const film = { ...projectOf().film, lengthFrames: 20_000 };
    const long = { ...cue, inFrame: 0, outFrame: 14_401 };
    expect(askedCue(projectOf({ film, curve }), long)).toHaveProperty(
      'refusal',
      expect.stringContaining('10 minutes'),
    );
    expect(askedCue(projectOf({ film, curve }), { ...long, outFrame: 14_400 })).toHaveProperty('question');
  });
});
