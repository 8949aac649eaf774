import { writeBass } from './bassLine';
import type { DemoPiece } from './demoPieces';
import { writeDrums } from './drums';
import { writeFigures } from './figures';
import { writeMelody } from './melody';
import { writePads } from './pads';
import { planPiece, type PiecePlan } from './piecePlan';
import type { Score } from './score';

/** Average of a musical parameter over the piece's bars, weighted by their time. */
function average(plan: PiecePlan, read: (bar: PiecePlan['bars'][number]) => number): number {
  const total = plan.bars.reduce((sum, bar) => sum + bar.lengthSeconds, 0);
  return plan.bars.reduce((sum, bar) => sum + read(bar) * bar.lengthSeconds, 0) / total;
}

/**
 * Composes a demo piece: its harmony, melody, accompaniment, bass and drums under the intended emotion's musical
 * parameters. The same piece always gives the same score.
 */
export function composePiece(piece: DemoPiece): Score {
  const plan = planPiece(piece);
  const parts = [writePads, writeFigures, writeMelody, writeBass, writeDrums];
  const notes = parts.flatMap((write) => write(plan));
  const arousal = average(plan, (bar) => bar.emotion.arousal);
  // As power, which is what the level is measured by: the loud part of a piece that moves is as loud as a piece that stays there.
  const loudnessDb = 10 * Math.log10(average(plan, (bar) => 10 ** (bar.parameters.dynamicsDb / 10)));
  return {
    durationSeconds: piece.durationSeconds,
    notes: notes.sort((a, b) => a.startSeconds - b.startSeconds),
    reverberationSeconds: 2.1 - 0.8 * arousal,
    reverberationLevel: 0.24 - 0.08 * arousal,
    levelDb: -25 + 0.9 * loudnessDb,
  };
}
