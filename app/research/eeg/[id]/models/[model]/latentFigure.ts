import { withOrigin } from '@/app/ui/eeg/withOrigin';
import type { BrainScheme } from '@/ml/brain/colour/brainTheme';
import { divergingColour } from '@/ml/brain/colour/valueColours';
import { figureTheme, seriesColour } from '@/ml/figure/figureTheme';
import type { ScatterFigure } from '@/ml/figure/scatterFigure';
import type { Colouring } from './modelUrl';
import type { Trained } from './trained';

export type LatentRow = Trained['latent'][number]['rows'][number];

const shapeOf = ({ modality }: LatentRow) => (modality === 'eeg' ? ('disc' as const) : ('diamond' as const));

/** The middle of ratings on 1 to 9, and how far its ends are. */
const [middle, reach] = [5, 4];

interface LatentPaint {
  colour: Colouring;
  participants: readonly string[];
  /** Whether the people are made up, which the key then says. */
  simulated: boolean;
  scheme: BrainScheme;
}

/** The marks of vectors and what their colours and shapes stand for. */
export function latentMarks(
  rows: readonly LatentRow[],
  { colour, participants, simulated, scheme }: LatentPaint,
): Pick<ScatterFigure, 'marks' | 'key'> {
  const paint = { colour, scheme };
  return {
    marks: rows.map((row) => ({ x: row.x, y: row.y, shape: shapeOf(row), colour: colourOf(row, paint) })),
    key: keyOf(rows, { ...paint, participants, eeg: withOrigin('EEG', simulated) }),
  };
}

interface Paint {
  colour: Colouring;
  scheme: BrainScheme;
}

function colourOf(row: LatentRow, { colour, scheme }: Paint): string {
  const theme = figureTheme(scheme);
  if (colour === 'modality') return seriesColour(theme, row.modality === 'eeg' ? 0 : 1);
  if (colour === 'participant')
    return row.participant === null ? theme.axis : seriesColour(theme, row.participant);
  const rating = row[colour];
  return rating === null ? theme.axis : divergingColour((rating - middle) / reach, scheme);
}

function keyOf(
  rows: readonly LatentRow[],
  { colour, scheme, participants, eeg }: Paint & { participants: readonly string[]; eeg: string },
): ScatterFigure['key'] {
  const theme = figureTheme(scheme);
  const disc = { shape: 'disc' as const };
  const diamond = { shape: 'diamond' as const };
  if (colour === 'modality')
    return [
      { name: eeg, colour: seriesColour(theme, 0), ...disc },
      { name: 'music', colour: seriesColour(theme, 1), ...diamond },
    ];
  const anyEeg = { name: eeg, colour: theme.axis, ...disc };
  const music = { name: 'music', colour: theme.axis, ...diamond };
  if (colour === 'participant') {
    const seen = [...new Set(rows.flatMap(({ participant }) => participant ?? []))].sort((a, b) => a - b);
    const names = seen.map((index) => ({
      name: participants[index] ?? String(index),
      colour: seriesColour(theme, index),
      ...disc,
    }));
    return [anyEeg, ...names, music];
  }
  return [
    anyEeg,
    music,
    ...[1, middle, 9].map((rating) => ({
      name: `${colour} ${rating}`,
      colour: divergingColour((rating - middle) / reach, scheme),
      ...disc,
    })),
  ];
}
