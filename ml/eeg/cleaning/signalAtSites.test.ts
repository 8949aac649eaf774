import { describe, expect, it } from 'vitest';
import { genevaOrder } from '../montage/channelOrders';
import { headSignals } from '../testing/headSignals.testing';
import { signalAtSites } from './signalAtSites';

const truth = headSignals(genevaOrder, 1280).map((signal) => Float32Array.from(signal));

/** The sites of Geneva's order at these places of it, under names of their own. */
const recordedAt = (places: readonly number[], nameOf = (site: string) => site) => ({
  rateHz: 128,
  channels: places.map((place) => nameOf(genevaOrder[place])),
  samples: places.map((place) => truth[place]),
});
const all = [...genevaOrder.keys()];

describe('signalAtSites', () => {
  it('puts recorded channels in the order that is asked for, by their names of today', () => {
    const older = recordedAt([...all].reverse(), (site) => (site === 'T7' ? 'EEG T3-Ref' : `EEG ${site}`));
    const { signal, interpolated } = signalAtSites(older, genevaOrder);
    expect(interpolated).toEqual([]);
    expect(signal.channels).toEqual(genevaOrder);
    signal.samples.forEach((samples, index) => expect(samples).toBe(truth[index]));
  });

  it('makes sites that were not recorded much like they would have been', () => {
    const missing = ['F3', 'Pz', 'T8'];
    const few = recordedAt(all.filter((place) => !missing.includes(genevaOrder[place])));
    const { signal, interpolated } = signalAtSites(few, genevaOrder);
    expect(interpolated).toEqual(missing);
    for (const site of missing) {
      const index = genevaOrder.indexOf(site);
      const left = signal.samples[index].reduce((sum, value, at) => sum + (value - truth[index][at]) ** 2, 0);
      expect(left).toBeLessThan(0.1 * truth[index].reduce((sum, value) => sum + value ** 2, 0));
    }
  });

  it('refuses to make a head of three electrodes, and sites that are none', () => {
    expect(() => signalAtSites(recordedAt([0, 1, 2]), ['Fp1', 'Oz'])).toThrow(
      'invalid channels: 3 with a place on the head (4 or more, as Oz were not recorded)',
    );
    expect(() => signalAtSites(recordedAt(all), ['Xz'])).toThrow('invalid site: Xz');
    expect(signalAtSites(recordedAt([0, 1]), ['AF3', 'Fp1']).signal.samples[0]).toBe(truth[1]);
  });
});
