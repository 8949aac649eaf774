import type { Mode } from './emotionMapping';
import type { Random } from '../random';
import { scaleOf, type Scale } from './scales';

/** A chord in a key: its root and tones as degrees 0 to 6 of the scale that holds while it sounds. */
export interface Chord {
  root: number;
  /** Degrees, the root first. */
  degrees: readonly number[];
  scale: Scale;
}

/** Four bars of chords by roman numeral; case is for the reader, `+` asks for the raised leading note. */
type Progression = readonly [string, string, string, string];

interface ProgressionBook {
  /** Phrases that end away from the tonic and ask for an answer. */
  open: readonly Progression[];
  /** Phrases that come home. */
  close: readonly Progression[];
}

/** Progressions usual in each mode, every one of them a phrase that has its own cadence. */
const progressionBooks: Record<Mode, ProgressionBook> = {
  ionian: {
    open: [
      ['I', 'V', 'vi', 'IV'],
      ['I', 'vi', 'IV', 'V'],
      ['I', 'iii', 'IV', 'V'],
      ['vi', 'IV', 'I', 'V'],
      ['I', 'IV', 'ii', 'V'],
    ],
    close: [
      ['vi', 'IV', 'V', 'I'],
      ['IV', 'I', 'V', 'I'],
      ['ii', 'V', 'I', 'I'],
      ['IV', 'iii', 'V', 'I'],
    ],
  },
  lydian: {
    open: [
      ['I', 'II', 'I', 'V'],
      ['I', 'vi', 'II', 'V'],
      ['I', 'iii', 'vi', 'II'],
      ['vi', 'I', 'II', 'II'],
    ],
    close: [
      ['vi', 'II', 'V', 'I'],
      ['I', 'II', 'V', 'I'],
      ['iii', 'vi', 'II', 'I'],
    ],
  },
  mixolydian: {
    open: [
      ['I', 'VII', 'IV', 'VII'],
      ['I', 'v', 'VII', 'IV'],
      ['I', 'ii', 'VII', 'IV'],
      ['IV', 'I', 'v', 'VII'],
    ],
    close: [
      ['VII', 'IV', 'I', 'I'],
      ['ii', 'VII', 'IV', 'I'],
      ['vi', 'v', 'VII', 'I'],
    ],
  },
  dorian: {
    open: [
      ['i', 'IV', 'i', 'VII'],
      ['i', 'ii', 'III', 'IV'],
      ['i', 'v', 'VII', 'IV'],
      ['i', 'III', 'VII', 'IV'],
    ],
    close: [
      ['III', 'IV', 'v', 'i'],
      ['IV', 'VII', 'i', 'i'],
      ['ii', 'VII', 'IV', 'i'],
    ],
  },
  aeolian: {
    open: [
      ['i', 'VI', 'III', 'VII'],
      ['i', 'iv', 'VI', 'V+'],
      ['i', 'VII', 'VI', 'V+'],
      ['i', 'v', 'VI', 'iv'],
    ],
    close: [
      ['VI', 'iv', 'V+', 'i'],
      ['iv', 'V+', 'i', 'i'],
      ['VI', 'VII', 'v', 'i'],
      ['III', 'iv', 'V+', 'i'],
    ],
  },
  phrygian: {
    open: [
      ['i', 'II', 'i', 'vii'],
      ['i', 'II', 'III', 'II'],
      ['i', 'vii', 'VI', 'II'],
      ['i', 'iv', 'VI', 'II'],
    ],
    close: [
      ['VI', 'vii', 'II', 'i'],
      ['iv', 'II', 'vii', 'i'],
      ['VI', 'iv', 'II', 'i'],
    ],
  },
};

const numerals = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'];

/** Which chord stands at a bar: the place in the book of the mode that then holds. */
interface HarmonicPlace {
  mode: Mode;
  cadence: 'open' | 'close';
  /** Chooses among the mode's progressions; the same number always chooses the same. */
  choice: number;
  /** 0 to 3. */
  barInPhrase: number;
}

function chordOf(numeral: string, mode: Mode): Chord {
  const raised = numeral.endsWith('+');
  const root = numerals.indexOf(numeral.replace('+', '').toLowerCase());
  const degrees = [root, (root + 2) % 7, (root + 4) % 7];
  return { root, degrees, scale: scaleOf(mode, raised) };
}

/** The tonic triad of a mode. */
export const tonicChord = (mode: Mode): Chord => chordOf('i', mode);

/** The triad at a place of the form: diatonic in its mode but for the raised leading note of a minor dominant. */
export function chordAt({ mode, cadence, choice, barInPhrase }: HarmonicPlace): Chord {
  const book = progressionBooks[mode][cadence];
  return chordOf(book[choice % book.length][barInPhrase], mode);
}

/**
 * Adds colour as tension asks: nothing below about 0.3 but a sweet ninth now and then, sevenths in the middle,
 * sevenths and ninths together above. All added tones belong to the chord's scale; a ninth is left out where it
 * would lie a semitone above the root, but for the tensest music.
 */
export function withTension(chord: Chord, tension: number, random: Random): Chord {
  const draw = random.next();
  const seventh = (chord.root + 6) % 7;
  const ninth = (chord.root + 1) % 7;
  const semitonesTo = (degree: number) => (chord.scale[degree] - chord.scale[chord.root] + 12) % 12;
  const ninthAllowed = semitonesTo(ninth) === 2 || tension > 0.7;
  const added = [
    ...(draw < (tension - 0.2) * 1.6 && (semitonesTo(seventh) === 10 || chord.root !== 0) ? [seventh] : []),
    ...(ninthAllowed && (draw > 0.8 || draw < tension - 0.45) ? [ninth] : []),
  ];
  return { ...chord, degrees: [...chord.degrees, ...added] };
}
