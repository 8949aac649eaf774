import { describe, expect, it } from 'vitest';
import { composePiece } from './composePiece';
import { demoPieces } from './demoPieces';
import { overlapSeconds, studyPieces } from './studyPieces';

describe('studyPieces', () => {
  it('are as long as their movements, less what overlaps', () => {
    expect(studyPieces.map(({ durationSeconds }) => durationSeconds)).toEqual([168, 256, 515]);
    for (const { durationSeconds, movements } of studyPieces) {
      const sounding = movements.reduce((sum, movement) => sum + movement.durationSeconds, 0);
      expect(sounding - (movements.length - 1) * overlapSeconds).toBeCloseTo(durationSeconds, 9);
    }
  });

  it('have movements of lengths and emotions that the composer takes, none of them demo music', () => {
    const slugs = [...demoPieces, ...studyPieces.flatMap(({ movements }) => movements)].map(
      ({ slug }) => slug,
    );
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const { durationSeconds, keyPoints } of studyPieces.flatMap(({ movements }) => movements)) {
      expect(durationSeconds).toBeGreaterThanOrEqual(30);
      expect(durationSeconds).toBeLessThanOrEqual(60);
      expect(keyPoints[0].t).toBe(0);
      expect(keyPoints[keyPoints.length - 1].t).toBeCloseTo(durationSeconds, 9);
    }
  });

  it('keep their mood', () => {
    for (const { mood, movements } of studyPieces) {
      const sign = mood === 'happy' ? 1 : -1;
      for (const { valence } of movements.flatMap(({ keyPoints }) => keyPoints)) {
        expect(sign * valence).toBeGreaterThan(0);
      }
    }
  });

  it('can all be composed, each to its own end', () => {
    for (const movement of studyPieces.flatMap(({ movements }) => movements)) {
      const score = composePiece(movement);
      expect(score.durationSeconds).toBe(movement.durationSeconds);
      expect(score.notes.length).toBeGreaterThan(40);
    }
  });
});
