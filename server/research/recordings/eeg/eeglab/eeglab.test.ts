import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { TestFolder } from '../../testing/files.testing';
import { openEeg } from '../openEeg';
import { matBytes, type MatStyle, type MatToWrite } from '../testing/matBytes.testing';
import { samplesOf } from '../testing/samples.testing';

interface Dump {
  cases: { name: string; base64: string; trials: number; samples: number[][] }[];
}

/** Written by reference/matFiles.py with scipy and h5py. */
const dump = JSON.parse(readFileSync(new URL('../reference/matFiles.json', import.meta.url), 'utf8')) as Dump;

const folder = new TestFolder();
afterAll(() => folder.remove());

describe('data sets of scipy and h5py', () => {
  it.each(dump.cases.map((each) => [each.name, each] as const))('%s', async (name, wanted) => {
    const path = folder.write(`${name.replaceAll(/\W+/g, '-')}.set`, Buffer.from(wanted.base64, 'base64'));
    const recording = await openEeg(path);
    const samples = await samplesOf(recording);
    expect(samples.map((channel) => [...channel])).toEqual(wanted.samples);
    expect(recording.channels.map(({ name: label }) => label)).toEqual(
      wanted.samples.map((_, index) => `E${index + 1}`),
    );
    expect(recording.channels.map(({ kind }) => kind).slice(0, 2)).toEqual(['eeg', 'eog']);
    expect(recording.channels[0]).toMatchObject({ unit: 'uV', rateHz: 50 });
    expect(recording.events).toEqual([
      { onsetSeconds: 0.04, durationSeconds: 0.08, label: '7' },
      { onsetSeconds: 0.21, durationSeconds: 0, label: 'square' },
      { onsetSeconds: 0.38, durationSeconds: 0, label: 'boundary' },
    ]);
    expect(recording.trials).toHaveLength(wanted.trials === 1 ? 0 : wanted.trials);
    const [part] = await samplesOf(recording, { channels: [1], fromSeconds: 0.2, toSeconds: 0.5 });
    expect([...part]).toEqual(wanted.samples[1].slice(10, 25));
  });
});

const numbers = Float32Array.from({ length: 24 }, (_, index) => index - 7.5);
const set = (data: MatToWrite, more: Record<string, MatToWrite> = {}): Record<string, MatToWrite> => ({
  nbchan: 3,
  pnts: 8,
  trials: 1,
  srate: 4,
  data,
  chanlocs: { struct: ['Fz', 'Cz', 'Pz'].map((labels) => ({ labels })) },
  event: { struct: [], names: ['type', 'latency'] },
  ...more,
});
const inside: MatToWrite = { numbers, dimensions: [3, 8] };
const whole = (fields: Record<string, MatToWrite>) => ({ EEG: { struct: [fields] } });
const wanted = [0, 1, 2].map((channel) =>
  Array.from({ length: 8 }, (_, sample) => sample * 3 + channel - 7.5),
);

const open = async (name: string, content: Buffer) => openEeg(folder.write(name, content));
const numbersOf = async (name: string, content: Buffer) =>
  (await samplesOf(await open(name, content))).map((channel) => [...channel]);

describe('data sets as EEGLAB writes them', () => {
  it.each<[string, MatStyle]>([
    ['plain', {}],
    ['packed', { isPacked: true }],
    ['of a machine with the other order of bytes', { bigEndian: true }],
    ['packed, of the other order of bytes', { bigEndian: true, isPacked: true }],
  ])('reads one %s', async (_, style) => {
    expect(await numbersOf('a.set', matBytes(whole(set(inside)), style))).toEqual(wanted);
  });

  it('reads an object of a class as the struct that it is', async () => {
    const content = matBytes({ EEG: { struct: [set(inside)], object: 'eegobj' } });
    expect(await numbersOf('object.set', content)).toEqual(wanted);
  });

  it('reads samples beside it: .fdt a sample a time, .dat a channel a time', async () => {
    folder.write('pair/b.fdt', Buffer.from(numbers.buffer));
    expect(await numbersOf('pair/b.set', matBytes(whole(set('b.fdt'))))).toEqual(wanted);
    folder.write('pair/c.dat', Buffer.from(Float32Array.from(wanted.flat()).buffer));
    expect(await numbersOf('pair/c.set', matBytes(whole(set('c.dat'))))).toEqual(wanted);
  });

  it('finds samples that were renamed with their set, and says so', async () => {
    folder.write('renamed/new.fdt', Buffer.from(numbers.buffer));
    const recording = await open('renamed/new.set', matBytes(whole(set('C:\\lab\\old.fdt'))));
    expect(recording.warnings.join()).toMatch(/names C:\\lab\\old.fdt: new.fdt was taken/);
  });

  it('never reads samples from another folder', async () => {
    folder.write('secret.fdt', Buffer.from(numbers.buffer));
    for (const name of ['../secret.fdt', `${folder.path}/secret.fdt`, '..\\secret.fdt']) {
      await expect(open('within/x.set', matBytes(whole(set(name))))).rejects.toThrow(/is not beside it/);
    }
  });

  it('names channels without places by their numbers', async () => {
    const recording = await open(
      'bare.set',
      matBytes(whole(set(inside, { chanlocs: { struct: [], names: ['labels'] } }))),
    );
    expect(recording.channels.map(({ name }) => name)).toEqual(['channel 1', 'channel 2', 'channel 3']);
  });

  it('warns of places where it was cut, and of events at no time', async () => {
    const event = {
      struct: [
        { type: 'boundary', latency: 2.5 },
        { type: 'x', latency: NaN },
      ],
    };
    const { events, warnings } = await open('cut.set', matBytes(whole(set(inside, { event }))));
    expect(events).toHaveLength(1);
    expect(warnings.join('; ')).toMatch(
      /at 0.375 s: samples are missing.*; 1 events without a place in time/,
    );
  });

  it.each<[string, Record<string, MatToWrite>, RegExp]>([
    ['several sets', { ALLEEG: { struct: [set(inside), set(inside)] } }, /holds several data sets/],
    ['several sets under one name', { EEG: { struct: [set(inside), set(inside)] } }, /holds 2 data sets/],
    ['something else', { x: 3 }, /it holds x, and no EEG/],
    ['data of another shape', whole(set({ numbers, dimensions: [8, 3] })), /but its data is 8 x 3/],
    ['no rate', whole(set(inside, { srate: 0 })), /its srate is 0/],
    ['half a channel', whole(set(inside, { nbchan: 2.5 })), /its nbchan is 2.5/],
    [
      'events without latency',
      whole(set(inside, { event: { struct: [{ type: 'x' }] } })),
      /without their latency/,
    ],
  ])('refuses %s', async (_, variables, message) => {
    await expect(open('refused.set', matBytes(variables))).rejects.toThrow(message);
  });
});
