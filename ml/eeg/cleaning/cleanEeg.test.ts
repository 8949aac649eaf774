import { describe, expect, it } from 'vitest';
import { genevaOrder } from '../montage/channelOrders';
import { headSignals, whiteNoise } from '../testing/headSignals.testing';
import { hasRealRecording, realRecording } from '../testing/realRecording.testing';
import { cleanEeg } from './cleanEeg';
import { defaultCleaning, defaultLimits, type CleaningPlan } from './cleaningPlan';
import { findBadChannels } from './findBadChannels';
import { cleaningReference, expectSome } from './testing/cleaningReference.testing';

const untouched: CleaningPlan = {
  ...defaultCleaning,
  highPassHz: null,
  lowPassHz: null,
  notchHz: [],
  reference: 'as recorded',
  limits: null,
  mostPeakToPeakMicrovolts: null,
};

interface Recorded {
  names?: readonly string[];
  rates?: readonly number[];
  units?: readonly (string | null)[];
  /** Samples of a second in a block. */
  cutInto?: number;
}

/** A recording of signals, cut into blocks of a second or more. */
function sourceOf(signals: readonly Float64Array[], recorded: Recorded = {}) {
  const { names = genevaOrder, rates = [128], units = ['uV'], cutInto = 1 } = recorded;
  const channels = signals.map((signal, index) => ({
    name: names[index],
    unit: units[index % units.length],
    rateHz: rates[index % rates.length],
    samples: signal.length,
  }));
  const seconds = Math.max(...channels.map(({ samples, rateHz }) => samples / rateHz));
  const blocks = Array.from({ length: Math.ceil(seconds / cutInto) }, (_, block) =>
    signals.map((signal, index) => {
      const perBlock = channels[index].rateHz * cutInto;
      return signal.slice(block * perBlock, (block + 1) * perBlock);
    }),
  );
  return { channels, blocks };
}

const meanOf = (signals: readonly Float64Array[], at: number) =>
  signals.reduce((sum, signal) => sum + signal[at], 0) / signals.length;

describe('cleanEeg', () => {
  it.skipIf(!hasRealRecording)('makes of a real recording what MNE and SciPy make of it', async () => {
    const { channels, toHz, cleaned } = cleaningReference.real;
    const source = sourceOf(realRecording(channels.length), { names: channels, cutInto: 10 });
    const { signal } = await cleanEeg(source, { ...defaultCleaning, rateHz: toHz, limits: null });
    expect(signal.channels).toEqual(channels);
    // Results are in single precision.
    signal.samples.forEach((samples, channel) => expectSome(samples, cleaned[channel], 1e-4));
  });

  it.skipIf(!hasRealRecording)('finds nothing bad in a good recording, eyes and all', async () => {
    const names = cleaningReference.real.channels;
    const { bad, warnings } = await cleanEeg(sourceOf(realRecording(names.length), { names }));
    expect(bad).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('brings units to microvolts, and refuses what is no voltage', async () => {
    const one = whiteNoise(1280, 1);
    const signals = [one, one.map((value) => value / 1e3), one.map((value) => value / 1e6)];
    const { signal } = await cleanEeg(sourceOf(signals, { units: ['µV', 'mV', 'V'] }), untouched);
    signal.samples.forEach((samples) =>
      one.forEach((value, at) => expect(samples[at]).toBeCloseTo(value, 5)),
    );
    await expect(cleanEeg(sourceOf([one], { units: ['C'] }), untouched)).rejects.toThrow(
      'invalid unit: "C" of channel Fp1',
    );
    await expect(cleanEeg(sourceOf([one], { units: [null] }), untouched)).rejects.toThrow(
      'invalid unit: none',
    );
    const told = await cleanEeg(sourceOf([one], { units: [''] }), { ...untouched, unitWhereUntold: 'mV' });
    expect(told.signal.samples[0][5]).toBeCloseTo(1e3 * one[5], 2);
  });

  it('brings channels of different rates to one, in step', async () => {
    const wave = (rateHz: number) =>
      Float64Array.from({ length: 10 * rateHz }, (_, at) => Math.sin((2 * Math.PI * 5 * at) / rateHz));
    const rates = [128, 512, 200];
    const { signal } = await cleanEeg(sourceOf(rates.map(wave), { rates }), untouched);
    const [own, ...others] = signal.samples;
    expect(own.length).toBe(1280);
    for (const other of others)
      for (let at = 50; at < 1230; at++) expect(Math.abs(other[at] - own[at])).toBeLessThan(2e-3);
  });

  it('refuses samples that are none, with their time, and channels that do not keep step', async () => {
    const broken = whiteNoise(1280, 1);
    broken[640] = NaN;
    await expect(cleanEeg(sourceOf([broken]), untouched)).rejects.toThrow(
      'invalid sample: NaN in Fp1 at 5.000 s',
    );
    const uneven = sourceOf([whiteNoise(128, 1), whiteNoise(100, 2)]);
    await expect(cleanEeg(uneven, untouched)).rejects.toThrow('invalid block: 100 samples of AF3 (128');
    await expect(cleanEeg(sourceOf([]), untouched)).rejects.toThrow('invalid channels: none');
    await expect(cleanEeg(sourceOf([broken, broken], { names: ['Cz', 'Cz'] }), untouched)).rejects.toThrow(
      'stands twice',
    );
    await expect(cleanEeg(sourceOf([broken]), { ...untouched, badChannels: ['Oz'] })).rejects.toThrow(
      'invalid badChannels: Oz (one of Fp1)',
    );
  });

  it('warns where the filters are longer than the recording', async () => {
    const plan = { ...untouched, highPassHz: 1 };
    const { warnings } = await cleanEeg(sourceOf([whiteNoise(256, 1)]), plan);
    expect(warnings).toEqual([
      'A filter of 3.3 s is longer than the recording (2.0 s): its ends are distorted.',
    ]);
  });

  it('takes no mains from what is too slow to have them, and says so', async () => {
    const source = sourceOf([whiteNoise(1000, 1)], { rates: [100] });
    const { warnings } = await cleanEeg(source, { ...untouched, notchHz: [50, 25] });
    expect(warnings).toEqual(['Nothing was taken at 50 Hz, which 100 samples a second cannot tell.']);
    await expect(cleanEeg(source, { ...untouched, lowPassHz: 50 })).rejects.toThrow('invalid lowPassHz: 50');
  });

  it('gives flat, noisy and loose channels what their neighbours say, and tells of each', async () => {
    const truth = headSignals(genevaOrder, 128 * 60);
    const spoiled = truth.map((signal, index) => {
      if (genevaOrder[index] === 'Cz') return signal.map(() => 3);
      if (genevaOrder[index] === 'P4') return signal.map((value, at) => value + 400 * Math.sin(at * 0.7));
      // A loose electrode still has what the reference gives to all.
      if (genevaOrder[index] === 'F3')
        return whiteNoise(signal.length, 77, 10).map((value, at) => value + meanOf(truth, at));
      return signal;
    });
    const plan: CleaningPlan = { ...untouched, limits: defaultLimits, reference: 'average' };
    const { signal, bad } = await cleanEeg(sourceOf(spoiled), plan);
    expect(bad.map(({ channel, reason, outcome }) => [channel, reason, outcome])).toEqual([
      ['Cz', 'flat', 'interpolated'],
      ['F3', 'correlation', 'interpolated'],
      ['P4', 'noise', 'interpolated'],
    ]);
    for (const { measured, limit } of bad) expect(measured).toBeGreaterThan(limit!);
    const good = await cleanEeg(sourceOf(truth), { ...plan, limits: null });
    for (const { channel } of bad) {
      const index = genevaOrder.indexOf(channel);
      const [made, true_] = [signal.samples[index], good.signal.samples[index]];
      const left = made.reduce((sum, value, at) => sum + (value - true_[at]) ** 2, 0);
      expect(left).toBeLessThan(0.1 * true_.reduce((sum, value) => sum + value ** 2, 0));
    }
  });

  it('leaves bad channels out where that is wanted, or where they have no place', async () => {
    const signals = headSignals(genevaOrder, 128 * 5);
    const plan: CleaningPlan = { ...untouched, badChannels: ['Pz'], reference: 'average' };
    const out = await cleanEeg(sourceOf(signals), { ...plan, badChannelsAre: 'left out' });
    expect(out.signal.channels).toEqual(genevaOrder.filter((site) => site !== 'Pz'));
    const names = genevaOrder.map((site) => (site === 'Pz' ? 'X1' : site));
    const unplaced = await cleanEeg(sourceOf(signals, { names }), { ...plan, badChannels: ['X1'] });
    expect(unplaced.bad).toEqual([
      { channel: 'X1', reason: 'named', measured: null, limit: null, outcome: 'left out' },
    ]);
    expect(unplaced.signal.channels).not.toContain('X1');
    await expect(
      cleanEeg(sourceOf(signals.slice(0, 1)), { ...untouched, badChannels: ['Fp1'] }),
    ).rejects.toThrow('invalid recording: no good channel (Fp1: named)');
  });

  it('refers to the average of the good channels alone, and not to that of a few', async () => {
    const signals = headSignals(genevaOrder, 128 * 5);
    const plan: CleaningPlan = {
      ...untouched,
      reference: 'average',
      badChannels: ['Pz'],
      badChannelsAre: 'left out',
    };
    const { signal } = await cleanEeg(sourceOf(signals), plan);
    for (let at = 0; at < 640; at += 7) {
      const sum = signal.samples.reduce((total, channel) => total + channel[at], 0);
      expect(Math.abs(sum)).toBeLessThan(1e-3);
    }
    const few = await cleanEeg(sourceOf(signals.slice(0, 4)), { ...plan, badChannels: [] });
    expect(few.signal.samples[2][9]).toBeCloseTo(signals[2][9], 4);
    expect(few.warnings).toEqual([expect.stringContaining('the average of 4 channels is none')]);
  });

  it('tells the seconds of too large amplitude, those on end as one, and their worst channel', async () => {
    const signals = headSignals(genevaOrder, 128 * 10 + 50);
    for (const at of [128 * 3 + 5, 128 * 9 - 1]) signals[0][at] += 900;
    signals[5][128 * 4 + 1] -= 1500;
    const { rejected } = await cleanEeg(sourceOf(signals), { ...untouched, mostPeakToPeakMicrovolts: 500 });
    expect(
      rejected.map(({ startSeconds, endSeconds, channel }) => [startSeconds, endSeconds, channel]),
    ).toEqual([
      [3, 5, genevaOrder[5]],
      [8, 9, 'Fp1'],
    ]);
    expect(rejected[0].peakToPeakMicrovolts).toBeGreaterThan(1400);
  });
});

describe('findBadChannels', () => {
  const signalOf = (signals: readonly Float64Array[]) => ({
    rateHz: 128,
    channels: genevaOrder.slice(0, signals.length),
    samples: signals.map((signal) => Float32Array.from(signal)),
  });

  const nothing = { found: [], warnings: [] };

  it('finds none in good signals of many seeds', () => {
    for (let seed = 1; seed <= 5; seed++)
      expect(findBadChannels(signalOf(headSignals(genevaOrder, 128 * 20, seed)), defaultLimits)).toEqual(
        nothing,
      );
  });

  it('lets alpha be strong at the back', () => {
    const signals = headSignals(genevaOrder, 128 * 20);
    for (const site of ['O1', 'O2']) {
      const signal = signals[genevaOrder.indexOf(site)];
      signal.forEach((_, at) => (signal[at] += 45 * Math.sin((2 * Math.PI * 10 * at) / 128)));
    }
    expect(findBadChannels(signalOf(signals), defaultLimits)).toEqual(nothing);
  });

  it('calls none of a few channels unlike the others, and an empty signal nothing', () => {
    const few = [1, 2, 3].map((seed) => whiteNoise(1280, seed, seed ** 4));
    expect(findBadChannels(signalOf(few), defaultLimits)).toEqual(nothing);
    const empty = genevaOrder.map(() => new Float64Array(0));
    expect(findBadChannels(signalOf(empty), defaultLimits)).toEqual(nothing);
  });

  it('judges no channel by its correlation where most have none, and says so', () => {
    const noise = genevaOrder.map((_, index) => whiteNoise(1280, index));
    const { found, warnings } = findBadChannels(signalOf(noise), defaultLimits);
    expect(found).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('32 of 32 are correlated with no other')]);
  });
});
