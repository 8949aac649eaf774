/** What a bar is for in the form of a piece. */
export interface FormBar {
  section: 'introduction' | 'phrase' | 'ending';
  /** Number of the phrase, from 0; the introduction belongs to the first, the ending to the last. */
  phrase: number;
  /** Phrases of one letter share their motifs and chords. */
  letter: 'A' | 'B';
  /** Whether the phrase asks (open) or answers (close). */
  cadence: 'open' | 'close';
  /** 0 to 3 within the phrase. */
  barInPhrase: number;
  /** How much of the ensemble plays, 0 to 1, growing towards a climax in the last third. */
  fullness: number;
}

const phraseBars = 4;

/** Fullness of a phrase: grows to the climax at about 70 % of the phrases, then eases. */
function fullnessOf(phrase: number, phrases: number): number {
  if (phrases === 1) return 0.8;
  const place = phrase / (phrases - 1);
  return place <= 0.7 ? 0.45 + (0.55 * place) / 0.7 : 1 - (0.25 * (place - 0.7)) / 0.3;
}

function phraseBar(phrase: number, phrases: number, barInPhrase: number): FormBar {
  const last = phrase === phrases - 1;
  const middleOfThree = phrases === 3 && phrase === 1;
  const letter = !last && (phrase % 4 >= 2 || middleOfThree) ? 'B' : 'A';
  const cadence = last || (phrase % 2 === 1 && !middleOfThree) ? 'close' : 'open';
  const fullness = fullnessOf(phrase, phrases);
  return { section: 'phrase', phrase, letter, cadence, barInPhrase, fullness };
}

/**
 * The form of a piece of `barCount` bars: an introduction of one to four bars, four-bar phrases that ask and
 * answer in the order A A B A (the song form), and one bar of ending on the tonic.
 */
export function createForm(barCount: number): FormBar[] {
  const introductionBars = (barCount - 1) % phraseBars || phraseBars;
  const phrases = (barCount - 1 - introductionBars) / phraseBars;
  return Array.from({ length: barCount }, (_, bar): FormBar => {
    if (bar === barCount - 1) {
      return { ...phraseBar(phrases - 1, phrases, 3), section: 'ending', fullness: 0.7 };
    }
    if (bar < introductionBars) {
      return { ...phraseBar(0, phrases, bar), section: 'introduction', fullness: 0.25 };
    }
    const place = bar - introductionBars;
    return phraseBar(Math.floor(place / phraseBars), phrases, place % phraseBars);
  });
}
