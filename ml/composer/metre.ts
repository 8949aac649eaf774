/** How a bar is counted. */
export interface Metre {
  name: '4/4' | '3/4' | '6/8';
  beatsPerBar: number;
  /** Finest places a note can start at within a beat. */
  slotsPerBeat: number;
  /** Beats of this metre in the time of a quarter note: dotted beats go slower. */
  beatsPerQuarter: number;
  /** How heavy each slot of a bar is felt, 0 to 1 (Lerdahl and Jackendoff 1983, metrical grid). */
  slotWeights: readonly number[];
}

const sixteenthsOf = (beatWeight: number): number[] => [beatWeight, 0.1, 0.35, 0.12];

/** The metres in use, by name. */
export const metres: Record<Metre['name'], Metre> = {
  '4/4': {
    name: '4/4',
    beatsPerBar: 4,
    slotsPerBeat: 4,
    beatsPerQuarter: 1,
    slotWeights: [1, 0.62, 0.8, 0.6].flatMap(sixteenthsOf),
  },
  '3/4': {
    name: '3/4',
    beatsPerBar: 3,
    slotsPerBeat: 4,
    beatsPerQuarter: 1,
    slotWeights: [1, 0.6, 0.68].flatMap(sixteenthsOf),
  },
  '6/8': {
    name: '6/8',
    beatsPerBar: 2,
    slotsPerBeat: 6,
    beatsPerQuarter: 0.68,
    slotWeights: [1, 0.05, 0.38, 0.05, 0.55, 0.08, 0.82, 0.05, 0.36, 0.05, 0.5, 0.08],
  },
};

/** Slots in a bar. */
export const slotsPerBar = ({ beatsPerBar, slotsPerBeat }: Metre): number => beatsPerBar * slotsPerBeat;
