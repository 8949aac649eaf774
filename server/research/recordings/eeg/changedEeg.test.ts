import { readFileSync } from 'node:fs';
import { afterAll, describe, it } from 'vitest';
import { describedOrRefused } from '../testing/changedBytes.testing';
import { TestFolder } from '../testing/files.testing';
import { annotationList, edfBytes, recordTime } from './testing/edfBytes.testing';
import { matBytes, type MatToWrite } from './testing/matBytes.testing';
import { visionHeader, visionMarkers } from './testing/visionFiles.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());

interface Dump {
  cases: { name: string; base64: string }[];
}

const dump = JSON.parse(readFileSync(new URL('reference/matFiles.json', import.meta.url), 'utf8')) as Dump;
const hdf5 = Buffer.from(dump.cases.find(({ name }) => name === 'continuous, 7.3')?.base64 ?? '', 'base64');

const values = [0, 1].map((record) => Array.from({ length: 8 }, (_, index) => record * 8 + index));
const lists = [0, 1].map((second) => recordTime(`+${second}`) + annotationList(`+${second}.5`, ['x']));
const signals = [{ values }, { values, label: 'Status' }, { lists }];
const set: Record<string, MatToWrite> = {
  nbchan: 2,
  pnts: 4,
  srate: 4,
  data: { numbers: Float64Array.from({ length: 8 }), dimensions: [2, 4] },
  chanlocs: { struct: ['Fz', 'Cz'].map((labels) => ({ labels })) },
  event: { struct: [{ type: 'x', latency: 2 }] },
};
folder.write('a.eeg', Buffer.from(Int16Array.from({ length: 8 }).buffer));
folder.write('a.vmrk', visionMarkers(['Stimulus,S  1,2,1,0']));
const stamps = ['00:00:00.000', '00:00:01.000'].map((time) => `2024-01-01 ${time},1,2,`).join('\n');

/** Recordings that can be read. */
const sound: [name: string, content: Buffer][] = [
  ['a.edf', edfBytes({ signals, reserved: 'EDF+D' })],
  ['b.bdf', edfBytes({ signals, reserved: 'BDF+C', isBdf: true })],
  ['a.vhdr', Buffer.from(visionHeader())],
  ['c.set', matBytes({ EEG: { struct: [set] } })],
  ['d.set', matBytes(set, { isPacked: true })],
  ['e.set', hdf5],
  ['f.csv', Buffer.from('# SamplingFrequency: 128\nFz,Cz\n1,2\n3,4\n')],
  ['g.csv', Buffer.from(`TimeStamp,RAW_TP9,RAW_AF7,Elements\n${stamps}\n`)],
];

describe('a recording of which some bytes were changed', () => {
  it.each(sound)('is described, or refused plainly: %s', (name, content) =>
    describedOrRefused(folder, name, content),
  );
});
