import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterAll, describe, it } from 'vitest';
import { describedOrRefused } from './testing/changedBytes.testing';
import { TestFolder } from './testing/files.testing';
import { niftiBytes } from './testing/niftiBytes.testing';
import { npyBytes } from './write/npyBytes';

const folder = new TestFolder();
afterAll(() => folder.remove());

interface Dump {
  cifti: { base64: string };
  npz: { lone: string };
}

const dumpPath = new URL('reference/recordings.json', import.meta.url);
const { cifti, npz } = JSON.parse(readFileSync(dumpPath, 'utf8')) as Dump;

const values = Float64Array.from({ length: 24 }, (_, index) => index);
const jams = {
  annotations: [{ namespace: 'valence', data: [0, 1, 2].map((time) => ({ time, value: time })) }],
};

/** Files that can be read. */
const sound: [name: string, content: Buffer][] = [
  ['a.nii', niftiBytes({ shape: [2, 3, 2, 2], values })],
  ['b.nii', niftiBytes({ shape: [2, 3, 2, 2], values, version: 2 })],
  ['c.nii.gz', gzipSync(niftiBytes({ shape: [2, 3, 2, 2], values }))],
  ['d.ptseries.nii', Buffer.from(cifti.base64, 'base64')],
  ['e.npy', npyBytes({ rows: 8, columns: 3, values })],
  ['f.npz', Buffer.from(npz.lone, 'base64')],
  ['g.csv', Buffer.from('time_s,a,b\n0,1,2\n1,3,4\n2,5,6\n')],
  ['h.tsv.gz', gzipSync('a\tb\n1\t2\n3\t4\n')],
  ['i.jams', Buffer.from(JSON.stringify(jams))],
  ['j_events.tsv', Buffer.from('onset\tduration\ttrial_type\n0\t1\tx\n2\t1\ty\n')],
  ['k.txt', Buffer.from(' 1.5e+00 2\n 3 4\n')],
];

describe('a file of which some bytes were changed', () => {
  it.each(sound)('is described, or refused plainly: %s', (name, content) =>
    describedOrRefused(folder, name, content),
  );
});
