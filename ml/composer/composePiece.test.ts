import { describe, expect, it } from 'vitest';
import { composePiece } from './composePiece';
import { demoPieces, type DemoPiece } from './demoPieces';
import { emotionMapping } from './emotionMapping';
import { planPiece } from './piecePlan';
import { voiceRanges, type Note } from './score';

const drums = new Set(['kick', 'snare', 'lowDrum', 'hat', 'shaker', 'cymbal']);
const scores = demoPieces.map((piece) => ({ piece, plan: planPiece(piece), score: composePiece(piece) }));
const steadyScores = scores.filter(({ piece }) => !piece.moving);
const [still] = demoPieces;

function at(valence: number, arousal: number, seed: number): DemoPiece {
  return { ...still, durationSeconds: 45, seed, keyPoints: [{ t: 0, valence, arousal }] };
}

const pitched = (notes: readonly Note[]) => notes.filter(({ voice }) => !drums.has(voice));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('composePiece', () => {
  it('writes the same score for the same piece', () => {
    expect(composePiece(demoPieces[30])).toEqual(composePiece(demoPieces[30]));
  });

  it.each(scores)('$piece.title: every note lies within its instrument and the piece', ({ piece, score }) => {
    expect(score.notes.length).toBeGreaterThan(100);
    for (const note of score.notes) {
      const [low, high] = voiceRanges[note.voice];
      expect(note.midi, note.voice).toBeGreaterThanOrEqual(low);
      expect(note.midi, note.voice).toBeLessThanOrEqual(high);
      expect(note.startSeconds).toBeGreaterThanOrEqual(0);
      expect(note.durationSeconds).toBeGreaterThan(0);
      expect(note.startSeconds + note.durationSeconds).toBeLessThanOrEqual(piece.durationSeconds + 1e-9);
      expect(note.velocity).toBeGreaterThan(0);
      expect(note.velocity).toBeLessThanOrEqual(1);
    }
  });

  it.each(scores)('$piece.title: every pitch belongs to the scale of its bar', ({ plan, score }) => {
    for (const note of pitched(score.notes)) {
      const scales = plan.bars
        .filter(({ startSeconds, lengthSeconds }) => {
          // A bass approach belongs to the coming bar, and a hand may be early or a rolled chord late.
          const early = note.voice === 'bass' ? 0.5 * lengthSeconds : 0.08;
          return (
            note.startSeconds > startSeconds - early &&
            note.startSeconds < startSeconds + lengthSeconds + 0.08
          );
        })
        .map(({ chord }) => chord.scale);
      const offset = (note.midi - plan.tonicMidi + 120) % 12;
      expect(
        scales.some((scale) => scale.includes(offset)),
        `${note.voice} at ${note.startSeconds}`,
      ).toBe(true);
    }
  });

  it.each(scores)('$piece.title: ends with melody and bass on the tonic', ({ plan, score }) => {
    const last = plan.bars[plan.bars.length - 1];
    const ending = pitched(score.notes).filter(({ startSeconds }) => startSeconds > last.startSeconds - 0.05);
    const bass = ending.filter(({ voice }) => voice === 'bass');
    expect(bass.length).toBeGreaterThan(0);
    for (const { midi } of bass) expect((midi - plan.tonicMidi + 120) % 12).toBe(0);
    expect(last.chord.root).toBe(0);
  });

  it.each(steadyScores)('$piece.title: keeps the tempo its emotion asks for', ({ piece, plan }) => {
    const { metre } = plan.ensemble;
    const bar = plan.bars[1];
    const bpm = (60 * metre.beatsPerBar) / metre.beatsPerQuarter / bar.lengthSeconds;
    expect(Math.abs(bpm / emotionMapping(piece.keyPoints[0]).tempoBpm - 1)).toBeLessThan(0.18);
  });

  it('writes more and louder notes for higher arousal, and no drums for low', () => {
    for (const seed of [3, 11, 42]) {
      for (const valence of [-0.6, 0.6]) {
        const [calm, middle, excited] = [-0.8, 0, 0.8].map((arousal) =>
          composePiece(at(valence, arousal, seed)),
        );
        expect(middle.notes.length).toBeGreaterThan(calm.notes.length);
        expect(excited.notes.length).toBeGreaterThan(middle.notes.length);
        expect(excited.levelDb).toBeGreaterThan(calm.levelDb + 6);
        expect(calm.notes.every(({ voice }) => !drums.has(voice))).toBe(true);
        expect(excited.notes.some(({ voice }) => drums.has(voice))).toBe(true);
      }
    }
  });

  it('follows a moving emotion through the piece', () => {
    const rise = scores.find(({ piece }) => piece.title === 'Sunrise Road')!;
    const half = rise.piece.durationSeconds / 2;
    const [first, second] = [0, 1].map((part) =>
      rise.score.notes.filter(({ startSeconds }) => startSeconds < half === (part === 0)),
    );
    expect(second.length).toBeGreaterThan(1.5 * first.length);
    expect(mean(second.map(({ velocity }) => velocity))).toBeGreaterThan(
      mean(first.map(({ velocity }) => velocity)),
    );
    const modes = rise.plan.bars.map(({ parameters }) => parameters.mode);
    expect([modes[0], modes[modes.length - 1]]).toEqual(['aeolian', 'ionian']);
  });

  it('keeps accents apart from the loudest dynamics', () => {
    for (const { score } of scores)
      expect(score.notes.filter(({ velocity }) => velocity === 1).length).toBeLessThan(
        0.02 * score.notes.length,
      );
  });

  it('means the loud part of a moving piece to be as loud as a piece that stays there', () => {
    const wave: DemoPiece = {
      ...at(0, 0, 7),
      moving: true,
      keyPoints: [-0.8, -0.8, 0.8, 0.8].map((arousal, i) => ({ t: 15 * i, valence: 0, arousal })),
    };
    const [moving, calm, excited] = [wave, at(0, -0.8, 7), at(0, 0.8, 7)].map(composePiece);
    expect(excited.levelDb - calm.levelDb).toBeGreaterThan(12);
    // Half of the time loud: 3 dB of power, nine tenths of it.
    expect(excited.levelDb - moving.levelDb).toBeLessThan(4);
  });

  it('joins the tones of arpeggios in calm music, and parts them in excited', () => {
    const spans = (arousal: number) => {
      const score = composePiece(at(0.6, arousal, 5));
      const figure = planPiece(at(0.6, arousal, 5)).ensemble.figureAt({ valence: 0.6, arousal });
      return { figure, score };
    };
    const share = ({ figure, score }: ReturnType<typeof spans>) => {
      const tones = score.notes.filter(({ voice, pan }) => voice === figure.voice && pan !== -0.08);
      const starts = [...new Set(tones.map(({ startSeconds }) => startSeconds))].sort((a, b) => a - b);
      const steps = starts.slice(1).map((start, i) => start - starts[i]);
      return mean(tones.map(({ durationSeconds }) => durationSeconds)) / mean(steps);
    };
    const [calm, excited] = [spans(-0.3), spans(0.8)];
    expect([calm.figure.figure, excited.figure.figure]).toEqual(['arpeggio', 'arpeggio']);
    expect(share(calm)).toBeGreaterThan(1.2);
    expect(share(excited)).toBeLessThan(0.8);
  });

  it('gives neighbours in the plane different keys, metres or instruments', () => {
    const face = ({ plan, score }: (typeof scores)[number]) =>
      [plan.ensemble.tonic, plan.ensemble.metre.name, ...new Set(score.notes.map(({ voice }) => voice))]
        .sort()
        .join(' ');
    expect(new Set(steadyScores.map(face)).size).toBe(steadyScores.length);
  });
});
