import type { EegRecording } from '@/app/ui/eeg/eegAnswers';
import type { HeadElectrode } from '@/app/ui/head/headMaps';
import { bandTitle } from './entropyWords';

type Report = NonNullable<EegRecording['report']>;

/** A map of means: values of the electrodes, in their order. */
interface MeanMap {
  title: string;
  values: number[];
}

/** Means by band at the channels that have a place and a number; no map where every window was dropped. */
export function meanMaps(
  channels: readonly Pick<EegRecording['channels'][number], 'name' | 'site' | 'position'>[],
  { means, plan }: Pick<Report, 'means' | 'plan'>,
): { electrodes: HeadElectrode[]; maps: MeanMap[] } {
  const nats = new Map(means.map((each) => [each.channel, each.nats]));
  const placed = channels.flatMap(({ name, site, position }) =>
    position && nats.has(name) ? [{ name, electrode: { channel: site ?? name, position } }] : [],
  );
  const maps = plan.bands.flatMap((band): MeanMap[] => {
    const values = placed.flatMap(({ name }) => nats.get(name)?.[band.name] ?? []);
    return values.length === placed.length ? [{ title: bandTitle(band), values }] : [];
  });
  return { electrodes: placed.map(({ electrode }) => electrode), maps };
}
