import type { PiecePlan } from './piecePlan';
import { intoRange, type Note, type VoiceName } from './score';

/** A note as the composer thinks of it: places in bars, loudness against the dynamics of the moment. */
interface Stroke {
  voice: VoiceName;
  /** Start, in bars from the beginning of the piece. */
  atBar: number;
  lengthBars: number;
  midi: number;
  /** Louder (positive) or softer than the dynamics of the moment. */
  accentDb?: number;
  pan?: number;
  detuneCents?: number;
  /** A fixed wait after the written start, as in a rolled chord. */
  delaySeconds?: number;
  /** Whether the note keeps its full length whatever the articulation. */
  held?: boolean;
}

/** Velocity of mezzo-forte: low enough that accents are still told from the loudest dynamics. */
const mezzoForte = 0.34;

const isDrum: Partial<Record<VoiceName, true>> = {
  kick: true,
  snare: true,
  lowDrum: true,
  hat: true,
  shaker: true,
  cymbal: true,
};

/**
 * Plays a stroke as the emotion of its moment asks: dynamics, articulation, brightness, attack, vibrato, and the
 * small deviations in time and force of a player's hand.
 */
export function writeNote(plan: PiecePlan, stroke: Stroke): Note {
  const { timeline, humanHand, piece } = plan;
  const written = timeline.secondsAt(stroke.atBar);
  const end = timeline.secondsAt(Math.min(stroke.atBar + stroke.lengthBars, plan.bars.length));
  const parameters = timeline.parametersAt(written);
  const looseness = isDrum[stroke.voice] ? 0.4 : 1;
  const deviation = looseness * parameters.timingDeviationSeconds * humanHand.bell();
  const startSeconds = Math.max(0, written + deviation + (stroke.delaySeconds ?? 0));
  const share = stroke.held ? 1 : parameters.articulation;
  const loudnessDb = parameters.dynamicsDb + (stroke.accentDb ?? 0) + 0.7 * humanHand.bell();
  return {
    voice: stroke.voice,
    startSeconds,
    durationSeconds: Math.min(Math.max(0.06, (end - written) * share), piece.durationSeconds - startSeconds),
    midi: intoRange(stroke.midi, stroke.voice),
    velocity: Math.min(1, mezzoForte * 10 ** (loudnessDb / 24)),
    brightness: parameters.brightness,
    pan: stroke.pan ?? 0,
    detuneCents: stroke.detuneCents ?? 0,
    attackSeconds: parameters.attackSeconds,
    vibratoCents: parameters.vibratoCents,
  };
}
