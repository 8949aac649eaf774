import type { DemoPiece } from './demoPieces';
import type { EmotionPoint } from '../affect/emotionPoint';
import { metres, type Metre } from './metre';
import { createRandom } from '../random';
import type { VoiceName } from './score';

/** Ways to accompany. */
export type FigureName = 'rolled' | 'arpeggio' | 'strum' | 'pulse';
type PitchedVoice = Exclude<VoiceName, 'kick' | 'snare' | 'lowDrum' | 'hat' | 'shaker' | 'cymbal'>;

/** The decisions that hold for a whole piece, and those that follow the emotion. */
export interface Ensemble {
  metre: Metre;
  /** Pitch class of the tonic, 0 (C) to 11. */
  tonic: number;
  leadAt(emotion: EmotionPoint): PitchedVoice;
  answerVoice: PitchedVoice;
  figureAt(emotion: EmotionPoint): { figure: FigureName; voice: PitchedVoice };
  /** Order in which arpeggios run through the chord. */
  arpeggioOrder: readonly number[];
}

type Choice<T> = readonly T[];

/** Voices apt to lead, from many scores' habits: struck and plucked for the lively, breath and bow for the calm. */
function leadChoices({ valence, arousal }: EmotionPoint): Choice<PitchedVoice> {
  if (arousal < -0.2)
    return valence >= 0
      ? ['flute', 'keys', 'bell', 'pluckedString']
      : ['bowedString', 'keys', 'flute', 'pluckedString'];
  if (arousal < 0.3)
    return valence >= 0
      ? ['pluckedString', 'flute', 'keys', 'mallet']
      : ['bowedString', 'pluckedString', 'keys', 'flute'];
  return valence >= 0
    ? ['mallet', 'pluckedString', 'flute', 'keys']
    : ['bowedString', 'keys', 'bowedString', 'pluckedString'];
}

function figureChoices({ valence, arousal }: EmotionPoint): Choice<readonly [FigureName, PitchedVoice]> {
  if (arousal < -0.45) {
    return [
      ['rolled', 'pluckedString'],
      ['rolled', 'keys'],
      ['arpeggio', 'keys'],
      ['rolled', 'bell'],
    ];
  }
  if (arousal < 0.25) {
    return [
      ['arpeggio', 'pluckedString'],
      ['arpeggio', 'keys'],
      ['strum', 'pluckedString'],
      ['arpeggio', valence > 0 ? 'mallet' : 'pluckedString'],
    ];
  }
  return valence >= 0
    ? [
        ['strum', 'pluckedString'],
        ['arpeggio', 'mallet'],
        ['pulse', 'keys'],
        ['arpeggio', 'pluckedString'],
      ]
    : [
        ['pulse', 'bowedString'],
        ['arpeggio', 'pluckedString'],
        ['pulse', 'keys'],
        ['pulse', 'bowedString'],
      ];
}

const arpeggioOrders: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 2, 1],
  [0, 2, 1, 3],
  [0, 1, 2, 3],
  [0, 2, 3, 2, 1, 2],
  [3, 2, 1, 0, 1, 2],
  [0, 3, 1, 2],
];

const answerVoices: readonly PitchedVoice[] = ['bell', 'keys', 'mallet', 'flute', 'bell'];

/** The next choice that is not the voice already spoken for. */
function otherThan<T>(choices: Choice<T>, start: number, taken: (choice: T) => boolean): T {
  const order = choices.map((_, i) => choices[(start + i) % choices.length]);
  return order.find((choice) => !taken(choice)) ?? order[0];
}

/** Metre, key and instruments of a piece: drawn from its seed, within what the emotion of the moment allows. */
export function chooseEnsemble(piece: DemoPiece): Ensemble {
  const random = createRandom(piece.seed, 'ensemble');
  const metre = metres[random.pick(['4/4', '4/4', '3/4', '6/8'] as const)];
  const tonic = (piece.seed * 5 + Math.floor(random.next() * 3)) % 12;
  const leadStart = Math.floor(random.next() * 4);
  const figureStart = Math.floor(random.next() * 4);
  const figureAt = (emotion: EmotionPoint) => {
    const [figure, voice] = figureChoices(emotion)[figureStart];
    return { figure, voice };
  };
  const leadAt = (emotion: EmotionPoint) =>
    otherThan(leadChoices(emotion), leadStart, (voice) => voice === figureAt(emotion).voice);
  const answerVoice = random.pick(answerVoices);
  return { metre, tonic, leadAt, answerVoice, figureAt, arpeggioOrder: random.pick(arpeggioOrders) };
}
