import { placeChannels } from '@/ml/eeg/montage/placeChannels';
import { AppError } from '../../../base/errors';

/** By what name channels of different recordings are the same: that of their place on the head, else their own. */
export function headSites(channels: readonly string[]): string[] {
  return placeChannels(channels).map(({ channel, site }) => site ?? channel);
}

/** Sites that every recording has, in the first one's order, and those that only some have. */
export interface CommonSites {
  common: string[];
  others: string[];
}

/**
 * The sites that recordings share.
 *
 * @param each the sites of each recording
 * @throws AppError 'invalid' where they share none
 */
export function commonSites(each: readonly (readonly string[])[]): CommonSites {
  const sets = each.map((sites) => new Set(sites));
  const all = [...new Set(each.flat())];
  const common = all.filter((site) => sets.every((set) => set.has(site)));
  if (common.length === 0)
    throw new AppError(
      'invalid',
      'invalid recordings: no channel is in all of them (name their channels alike)',
    );
  return { common, others: all.filter((site) => !common.includes(site)) };
}
