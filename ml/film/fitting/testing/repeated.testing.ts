import type { PcmChunk } from '../../../audio/pcm';
import { composePiece } from '../../../composer/composePiece';
import type { DemoPiece } from '../../../composer/demoPieces';
import { planPiece } from '../../../composer/piecePlan';
import { renderScore } from '../../../composer/renderScore';
import { createRandom } from '../../../random';

/** A composed piece of which some bars are played twice, one time after the other. */
export interface RepeatedPiece {
  sound: PcmChunk;
  /** When they are played first, and how long they are. */
  startSeconds: number;
  repeatSeconds: number;
}

/** A player plays nothing twice alike: starts and strokes differ by so much (standard deviation). */
const handSeconds = 0.004;
const handVelocity = 0.03;

/** Plays bars [firstBar, firstBar + bars) of a piece a second time, by another hand, before what follows them. */
export function repeatedPiece(piece: DemoPiece, firstBar: number, bars: number): RepeatedPiece {
  const { timeline } = planPiece(piece);
  const score = composePiece(piece);
  const random = createRandom(piece.seed, 'second time');
  const startSeconds = timeline.secondsAt(firstBar);
  const end = timeline.secondsAt(firstBar + bars);
  const repeatSeconds = end - startSeconds;
  // Notes lean about their bars' beginnings.
  const lean = 0.04;
  const notes = score.notes.flatMap((note) => {
    const later = { ...note, startSeconds: note.startSeconds + repeatSeconds };
    if (note.startSeconds >= end - lean) return [later];
    if (note.startSeconds < startSeconds - lean) return [note];
    const again = {
      ...later,
      startSeconds: later.startSeconds + handSeconds * random.bell(),
      velocity: Math.min(1, Math.max(0.02, later.velocity + handVelocity * random.bell())),
    };
    return [note, again];
  });
  const sound = renderScore({ ...score, notes, durationSeconds: score.durationSeconds + repeatSeconds });
  return { sound, startSeconds, repeatSeconds };
}
