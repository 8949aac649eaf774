import { describe, expect, it } from 'vitest';
import { meanMaps } from './meanMaps';

const channels = [
  { name: 'EEG Cz-REF', site: 'Cz', position: [0, 0, 1] },
  { name: 'EOG', site: null, position: null },
  { name: 'Oz', site: 'Oz', position: [0, -1, 0] },
  { name: 'T9', site: 'T9', position: [-1, 0, 0] },
] satisfies Parameters<typeof meanMaps>[0];

const plan = {
  ...{ windowSeconds: 10, hopSeconds: 0.5, stepSeconds: 1, method: 'stft' as const },
  bands: [{ name: 'alpha', fromHz: 8, toHz: 13 }],
};

describe('meanMaps', () => {
  it('has the channels that lie on the head and were measured, by their places, in the order of the recording', () => {
    const means = [
      { channel: 'Oz', nats: { alpha: 2 } },
      { channel: 'EEG Cz-REF', nats: { alpha: 1 } },
      { channel: 'EOG', nats: { alpha: 9 } },
    ];
    const { electrodes, maps } = meanMaps(channels, { means, plan });
    expect(electrodes.map(({ channel }) => channel)).toEqual(['Cz', 'Oz']);
    expect(maps).toEqual([{ title: 'alpha, 8 to 13 Hz', values: [1, 2] }]);
  });

  it('draws nothing where every window was dropped', () => {
    const { maps } = meanMaps(channels, { means: [{ channel: 'EEG Cz-REF', nats: { alpha: null } }], plan });
    expect(maps).toEqual([]);
  });
});
