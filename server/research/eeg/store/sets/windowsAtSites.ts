import type { EntropyWindows } from '@/ml/eeg/eegSignal';
import { AppError } from '../../../../base/errors';
import { headSites } from '../../set/headSites';

/**
 * Of measured windows the channels at these sites, in their order.
 *
 * @throws AppError 'invalid' where one is not there
 */
export function windowsAtSites<Windows extends EntropyWindows>(
  windows: Windows,
  sites: readonly string[],
): Windows {
  const found = headSites(windows.channels);
  const places = sites.map((site) => found.indexOf(site));
  const missing = sites.filter((_, index) => places[index] < 0);
  if (missing.length > 0)
    throw new AppError(
      'invalid',
      `invalid recording: it was measured without ${missing.join(', ')} (measure it again as the model's set was)`,
    );
  return { ...windows, channels: [...sites], values: valuesAt(windows, places) };
}

function valuesAt({ values, channels, bands }: EntropyWindows, places: readonly number[]): Float32Array {
  const width = channels.length * bands.length;
  const rows = values.length / width;
  const chosen = new Float32Array(rows * places.length * bands.length);
  let to = 0;
  for (let row = 0; row < rows; row++)
    for (const place of places) {
      const from = row * width + place * bands.length;
      for (let band = 0; band < bands.length; band++) chosen[to++] = values[from + band];
    }
  return chosen;
}
