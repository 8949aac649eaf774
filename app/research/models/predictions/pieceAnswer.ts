import type { Answers } from '@/app/trpc';

/** A held-out piece as the server answers: what the models predicted, and what the raters said where that is at hand. */
export type PieceAnswer = Answers['research']['piece'];

/** What one model predicted of a piece. */
export type PieceCurve = PieceAnswer['curves'][number];
