import type { DamagedFile } from '../../testing/damagedFile.testing';
import { npyBytes } from '../../write/npyBytes';
import { matBytes } from './matBytes.testing';

const text = (place: string, damage: string, content: string): DamagedFile => ({
  damage,
  place,
  content: Buffer.from(content),
});

/** Tables, arrays and DEAP's layout with what cannot be used. */
export function* damagedTables(): Generator<DamagedFile> {
  const head = '# SamplingFrequency: 128\n';
  yield text('a.csv', 'a ragged table', `${head}Fz,Cz\n1,2\n3\n`);
  yield text('b.csv', 'a word for a sample', `${head}Fz,Cz\n1,2\n3,x\n`);
  yield text('c.csv', 'a quoted cell that does not end', `${head}Fz,Cz\n1,2\n3,"4\n`);
  yield text('d.csv', 'samples that are missing', 'time,Fz,Cz\n0,1,2\n1,1,2\n5,1,2\n6,1,2\n');
  yield text('e.csv', 'a time in words', 'time,Fz,Cz\n0,1,2\nsoon,1,2\n');
  yield text('f.csv', 'no time', 'time,Fz,Cz\n0,1,2\n,1,2\n');
  const muse = 'TimeStamp,RAW_TP9,RAW_AF7,Elements\n2024-01-01 00:00:00.000,1,2,\n';
  yield text('g.csv', 'a headband at no time', `${muse}yesterday,1,2,\n`);
  yield text('h.csv', 'a headband with one line', muse);
  yield text('i.csv', 'a headband that runs backwards', `${muse}2023-01-01 00:00:00.000,1,2,\n`);
  yield text('j.csv', 'a headband with words', `${muse}2024-01-01 00:00:01.000,x,2,\n`);
  yield text('k.csv', 'a headband with too many cells', `${muse}2024-01-01 00:00:01.000,1,2,3,4,5\n`);
  yield* damagedArrays();
  yield { damage: 's01.mat of something else', place: 's01.mat', content: matBytes({ data: 1, labels: 2 }) };
  yield { damage: 's02.mat that is none', place: 's02.mat', content: Buffer.from('Dear all') };
  yield { damage: 'a pickle', place: 's03.dat', content: Buffer.from('\x80\x02}q\x01', 'latin1') };
  yield text('s04.dat', 'an old pickle', "(dp1\nS'labels'\n");
}

function* damagedArrays(): Generator<DamagedFile> {
  const content = npyBytes({ rows: 3, columns: 2, values: new Float64Array(6) });
  const documents: [damage: string, text: string][] = [
    ['one name for two channels', '{"SamplingFrequency": 128, "Channels": ["Fz"]}'],
    ['a rate of 0', '{"SamplingFrequency": 0, "Channels": ["Fz", "Cz"]}'],
    ['an endless rate', '{"SamplingFrequency": 1e999, "Channels": ["Fz", "Cz"]}'],
    ['a rate in words', '{"SamplingFrequency": "128 Hz", "Channels": ["Fz", "Cz"]}'],
    ['names that are numbers', '{"SamplingFrequency": 128, "Channels": [1, 2]}'],
  ];
  for (const [index, [damage, json]] of documents.entries()) {
    yield {
      damage: `an array with ${damage}`,
      place: `array${index}/a.npy`,
      content,
      told: 'a.',
      beside: { [`array${index}/a.json`]: json },
    };
  }
  yield {
    damage: 'an array that is cut off',
    place: 'array9/a.npy',
    content: content.subarray(0, -9),
    beside: { 'array9/a.json': '{"SamplingFrequency": 128, "Channels": ["Fz", "Cz"]}' },
  };
}
