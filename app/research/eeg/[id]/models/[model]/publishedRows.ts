import type { ModelRecord } from './trained';

type Tables = ModelRecord['tables'][number];
/** Ours beside the published figure, in per cent. */
type Cell = { ours: number | null; published: number };

/** A table in the layout of the paper. */
interface PublishedTable {
  title: string;
  head: string[];
  rows: { cells: string[]; found: boolean }[];
}

const ourWords = (cell: Cell | undefined): string =>
  cell === undefined || cell.ours === null ? 'not run' : cell.ours.toFixed(1);

/** "63.1 (62.9)": ours, and the published figure in brackets. */
const both = (cell: Cell | undefined): string =>
  cell === undefined ? 'not run' : `${ourWords(cell)} (${cell.published.toFixed(1)})`;

const pair = (one: Cell | undefined, other: Cell | undefined): string => `${both(one)} – ${both(other)}`;

const dimensions = ['valence', 'arousal'] as const;
const row = (...cells: string[]) => ({ cells, found: false });

const ablations = [
  ['full', 'J'],
  ['eegOnly', 'only l_a'],
  ['noDiscriminator', 'without l_dd'],
] as const;

const measures = [
  ['aggregatedAccuracy', 'Accuracy, by track'],
  ['publishedAp10', 'Average precision at 10'],
  ['publishedMap', 'mAP'],
] as const;

/** Tables 1 to 3 of Avramidis et al. (2022), ours beside theirs. */
export function publishedTables({ table1, table2, table3 }: Omit<Tables, 'scheme'>): PublishedTable[] {
  return [
    {
      title: 'Table 1: accuracy, EEG – music',
      head: ['', 'by window', 'by track'],
      rows: dimensions.map((name) =>
        row(
          name,
          ...['accuracy', 'aggregatedAccuracy'].map((score) =>
            pair(table1[name]?.eeg?.[score], table1[name]?.music?.[score]),
          ),
        ),
      ),
    },
    {
      title: 'Table 2: retrieval by EEG, same track – same emotion',
      head: ['', 'average precision at 10', 'mAP'],
      rows: dimensions.map((name) =>
        row(
          name,
          ...['publishedAp10', 'publishedMap'].map((score) =>
            pair(table2[name]?.[score]?.track, table2[name]?.[score]?.emotion),
          ),
        ),
      ),
    },
    {
      title: 'Table 3: objective, valence – arousal',
      head: ['', ...ablations.map(([, name]) => name)],
      rows: measures.map(([score, words]) =>
        row(
          words,
          ...ablations.map(([variant]) =>
            pair(table3[score]?.[variant]?.valence, table3[score]?.[variant]?.arousal),
          ),
        ),
      ),
    },
  ];
}
