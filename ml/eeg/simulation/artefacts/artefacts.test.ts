import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random';
import { mean } from '../../../statistics/mean';
import { noArtefacts } from '../eegSimulationPlan';
import { simulatedElectrodes } from '../simulatedElectrodes';
import { bandPower, powerSpectrum } from '../testing/powerSpectrum.testing';
import { addArtefacts } from './addArtefacts';

const channels = [...simulatedElectrodes.keys()];
const rateHz = 128;
const minutes = 5;

/** What these artefacts alone add, by channel. */
function added(plan: Partial<typeof noArtefacts>): Map<string, Float64Array> {
  const samples = channels.map(() => new Float64Array(60 * minutes * rateHz));
  const scene = { rateHz, electrodes: [...simulatedElectrodes.values()], samples };
  addArtefacts(scene, { ...noArtefacts, ...plan }, (purpose) => createRandom(1, purpose));
  return new Map(channels.map((channel, index) => [channel, samples[index]]));
}

const largest = (samples: Float64Array): number =>
  samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
const deviation = (samples: Float64Array): number => Math.sqrt(mean(samples.map((value) => value * value)));

describe('artefacts', () => {
  it('are nothing where none are planned', () => {
    for (const samples of added({}).values()) expect(largest(samples)).toBe(0);
  });

  it('are blinks at the forehead, about as many as planned', () => {
    const blinks = added({ blinksPerMinute: 15 });
    const above = blinks.get('Fp1')!;
    expect(largest(above)).toBeGreaterThan(90);
    expect(largest(blinks.get('Oz')!)).toBeLessThan(2);
    expect(largest(blinks.get('F3')!)).toBeLessThan(largest(above) / 2);
    const peaks = above.filter((value, at) => value > 60 && value > above[at - 1] && value >= above[at + 1]);
    expect(peaks.length / minutes).toBeGreaterThan(11);
    expect(peaks.length / minutes).toBeLessThan(19);
  });

  it('are muscles at the temples, fast', () => {
    const bursts = added({ muscleBurstsPerMinute: 6 });
    expect(deviation(bursts.get('T7')!)).toBeGreaterThan(4 * deviation(bursts.get('Cz')!));
    const spectrum = powerSpectrum(bursts.get('T8')!, rateHz);
    expect(bandPower(spectrum, 20, 64)).toBeGreaterThan(10 * bandPower(spectrum, 0.5, 13));
  });

  it('are a hum at the frequency of the mains alone', () => {
    const spectrum = powerSpectrum(added({ lineMicrovolts: 2 }).get('Cz')!, rateHz);
    const around = bandPower(spectrum, 49.9, 50.1);
    expect(around).toBeGreaterThan(0);
    expect(around).toBeGreaterThan(0.999 * bandPower(spectrum, 0, 64));
  });

  it('are drift below a third of a hertz, as strong as planned', () => {
    const drift = added({ driftMicrovolts: 8 });
    expect(mean([...drift.values()].map(deviation))).toBeGreaterThan(6);
    expect(mean([...drift.values()].map(deviation))).toBeLessThan(10);
    const spectrum = powerSpectrum(drift.get('P3')!, rateHz);
    expect(bandPower(spectrum, 0, 0.5)).toBeGreaterThan(100 * bandPower(spectrum, 2, 64));
  });

  it('are electrodes that jump one at a time', () => {
    const pops = added({ electrodePopsPerMinute: 0.6 });
    const jumped = [...pops.values()].filter((samples) => largest(samples) > 79);
    expect(jumped.length).toBeGreaterThan(0);
    expect(jumped.length).toBeLessThan(8);
    expect([...pops.values()].filter((samples) => largest(samples) > 0)).toHaveLength(jumped.length);
  });
});
