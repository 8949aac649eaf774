import { demoPieces } from '../../composer/demoPieces';
import { intendedCurve } from '../../composer/intendedCurve';
import type { SimulatedTrack } from './simulatedTrack';

/** The demo music with what its composer intended, as what simulated participants listen to. */
export function demoTracks(): SimulatedTrack[] {
  return demoPieces.map((piece) => ({
    name: piece.slug,
    durationSeconds: piece.durationSeconds,
    curve: intendedCurve(piece),
  }));
}
