import type { BrainScheme } from '@/ml/brain/colour/brainTheme';
import { sceneToSvg } from '@/ml/brain/scene/sceneToSvg';
import type { HeadFigure, HeadMap } from '@/ml/eeg/headMap/headFigure';
import { headGrid } from '@/ml/eeg/headMap/headGrid';
import { rangeScale, roundRange } from '@/ml/eeg/headMap/headScale';
import { headScene } from '@/ml/eeg/headMap/headScene';
import { placeChannels } from '@/ml/eeg/montage/placeChannels';
import { AppError } from '../../../base/errors';
import { entropyMeans } from './entropyMeans';
import type { RecordedEntropy } from './recordedEntropy';

type HeadElectrode = HeadFigure['electrodes'][number];

const scheme: BrainScheme = 'light';
/** Room for a head, in pixels. */
const headWidth = 190;
const mostColumns = 4;
const fewestElectrodes = 4;

/**
 * The mean differential entropy of a recording on the head, a map a band on one scale of colours, as an SVG document.
 *
 * @throws AppError 'invalid' where fewer than four of its channels have a place on the head, or no window is left
 */
export function entropyHeadMap({ name, windows }: RecordedEntropy): string {
  const electrodes = placeChannels(windows.channels).flatMap(({ channel, position }): HeadElectrode[] =>
    position ? [{ channel, position }] : [],
  );
  if (electrodes.length < fewestElectrodes)
    throw new AppError(
      'invalid',
      `invalid --head-map: ${name} has ${electrodes.length} channels with a place on the head (${fewestElectrodes} or more)`,
    );
  const maps = mapsOf(windows, electrodes);
  const values = maps.flatMap((map) => Array.from(map.values));
  const [from, to] = roundRange(values);
  return sceneToSvg(
    headScene({
      ...{ maps, electrodes, scheme },
      grid: headGrid(electrodes.map(({ position }) => position)),
      scale: rangeScale({ from, to, scheme }),
      measure: 'differential entropy (nats)',
      width: headWidth * Math.min(mostColumns, maps.length),
      labels: electrodes.length <= 32,
      idPrefix: 'entropy',
    }),
  );
}

function mapsOf(windows: RecordedEntropy['windows'], electrodes: readonly HeadElectrode[]): HeadMap[] {
  const means = new Map(entropyMeans(windows).map(({ channel, nats }) => [channel, nats]));
  return windows.bands.map((band) => ({
    title: band,
    values: electrodes.map(({ channel }) => means.get(channel)?.[band] ?? refuseEmpty()),
  }));
}

function refuseEmpty(): never {
  throw new AppError('invalid', 'invalid --head-map: every window was rejected (raise --reject-microvolts)');
}
