import { expect, it } from 'vitest';
import { atModelSites } from './atModelSites';

const signalOf = (channels: string[]) => ({
  ...{ rateHz: 128, channels },
  samples: channels.map((_, channel) => Float32Array.of(5, channel)),
});
const around = ['EEG Fz', 'EEG C3', 'EEG C4', 'EEG Pz'];

it('puts channels in the order of the model, whatever they are called', () => {
  const { signal, interpolated } = atModelSites(signalOf(around), ['Pz', 'C3']);
  expect(signal).toMatchObject({ channels: ['Pz', 'C3'] });
  expect(signal.samples.map((samples) => [...samples])).toEqual([
    [5, 3],
    [5, 1],
  ]);
  expect(interpolated).toEqual([]);
});

it('makes a channel that is missing of those around it', () => {
  const { signal, interpolated } = atModelSites(signalOf(around), ['Fz', 'C3', 'C4', 'Pz', 'Cz']);
  expect(interpolated).toEqual(['Cz']);
  // All around have 5 in the first sample, and 0 to 3 in the second.
  expect(signal.samples[4][0]).toBeCloseTo(5, 3);
  expect(signal.samples[4][1]).toBeGreaterThan(0.5);
  expect(signal.samples[4][1]).toBeLessThan(2.5);
});

it('refuses too many, and one without a place on the head', () => {
  expect(() => atModelSites(signalOf(around), ['Fz', 'O1', 'O2'])).toThrow('it lacks O1, O2');
  expect(() => atModelSites(signalOf(around), ['Fz', 'C3', 'C4', 'Pz', 'left ear'])).toThrow(
    'invalid site: left ear',
  );
});
