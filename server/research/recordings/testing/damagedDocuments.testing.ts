import { gzipSync } from 'node:zlib';
import { changed, cutOff, type DamagedFile } from './damagedFile.testing';

const text = (place: string, damage: string, content: string): DamagedFile => ({
  damage,
  place,
  content: Buffer.from(content),
});
const jams = (data: unknown, namespace: unknown = 'valence') =>
  JSON.stringify({ annotations: [{ namespace, annotation_metadata: {}, data }], file_metadata: {} });

/** JSON, XML and the files that need them: nests, lies and pieces that are missing. */
export function* damagedDocuments(cifti: Buffer): Generator<DamagedFile> {
  yield* damagedJams();
  yield* damagedSidecars();
  yield* damagedCifti(cifti);
  yield text('a_events.tsv', 'events without a duration', 'onset\ttrial_type\n1\tx\n');
  yield text('a_events.tsv', 'an event without an onset', 'onset\tduration\nn/a\t1\n');
  yield text('a_events.tsv', 'an event at no time', 'onset\tduration\nsoon\t1\n');
  yield text('a_events.tsv', 'ragged events', 'onset\tduration\n1\n');
  yield text('mesh.gii', 'a mesh without arrays', '<?xml version="1.0"?><GIFTI></GIFTI>');
  yield text('song.wav', 'a letter as sound', 'Dear all, the music is attached. '.repeat(50));
}

function* damagedJams(): Generator<DamagedFile> {
  const times = (values: unknown[]) => values.map((value, time) => ({ time, duration: 1, value }));
  yield text('a.jams', 'a nest of lists', '['.repeat(100_000));
  yield text(
    'b.jams',
    'a closed nest of lists',
    `{"annotations":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  );
  yield text('c.jams', 'no annotations', '{"file_metadata":{}}');
  yield text('d.jams', 'annotations that are a word', '{"annotations":"none"}');
  yield text('e.jams', 'words', jams(times(['sad', 'happy'])));
  yield text('f.jams', 'a number too large', jams(times([1, 2])).replace('"value":2', '"value":1e999'));
  yield text('g.jams', 'a missing number', jams(times([1, null, 2])));
  yield text('h.jams', 'ragged vectors', jams(times([[1, 2], [3]]), 'vector'));
  yield text(
    'i.jams',
    'uneven times',
    jams([
      { time: 0, value: 1 },
      { time: 1, value: 1 },
      { time: 5, value: 1 },
    ]),
  );
  yield text('j.jams', 'no observation', jams([]));
  yield text('k.jams', 'a namespace that is a number', jams(times([1, 2]), 7));
  yield* cutOff('l.jams', Buffer.from(jams(times([1, 2, 3]))), 10);
}

function* damagedSidecars(): Generator<DamagedFile> {
  const content = gzipSync('1\t2\n3\t4\n');
  const sidecars: [damage: string, json: string][] = [
    ['no JSON at all', 'SamplingFrequency = 10'],
    ['a nest', '{"a":'.repeat(20_000)],
    ['a list', '[1, 2]'],
    ['no rate', '{"StartTime": 0, "Columns": ["a", "b"]}'],
    ['a rate of 0', '{"SamplingFrequency": 0, "StartTime": 0, "Columns": ["a", "b"]}'],
    ['a rate in words', '{"SamplingFrequency": "10 Hz", "StartTime": 0, "Columns": ["a", "b"]}'],
    ['an endless rate', '{"SamplingFrequency": 1e999, "StartTime": 0, "Columns": ["a", "b"]}'],
    ['a name too few', '{"SamplingFrequency": 10, "StartTime": 0, "Columns": ["a"]}'],
    ['names that are numbers', '{"SamplingFrequency": 10, "StartTime": 0, "Columns": [1, 2]}'],
  ];
  for (const [index, [damage, json]] of sidecars.entries()) {
    const stem = `side${index}/task-x_physio`;
    yield {
      damage: `a sidecar with ${damage}`,
      place: `${stem}.tsv.gz`,
      content,
      beside: { [`${stem}.json`]: json },
    };
  }
  yield { damage: 'no sidecar', place: 'lone/task-x_physio.tsv.gz', content };
}

function* damagedCifti(sound: Buffer): Generator<DamagedFile> {
  yield* cutOff('a.ptseries.nii', sound, 15);
  const lie = (damage: string, change: (bytes: Buffer) => void): DamagedFile => ({
    damage,
    place: 'lie.ptseries.nii',
    content: changed(sound, change),
  });
  for (const size of [-16, 0, 7, 2 ** 30])
    yield lie(`an extension of ${size} bytes`, (b) => b.writeInt32LE(size, 544));
  yield lie('no XML', (b) => b.writeInt32LE(4, 548));
  yield lie('other parcels than numbers', (b) => b.writeBigInt64LE(400n, 16 + 6 * 8));
  yield lie('10^9 samples', (b) => b.writeBigInt64LE(1_000_000_000n, 16 + 5 * 8));
  yield lie('numbers from byte 10^12', (b) => b.writeBigInt64LE(1_000_000_000_000n, 168));
  const xml = (find: string, instead: string) => (b: Buffer) => b.write(instead, b.indexOf(find));
  yield lie('a series of another length', xml('NumberOfSeriesPoints="7"', 'NumberOfSeriesPoints="9"'));
  yield lie('a series that is none', xml('CIFTI_INDEX_TYPE_SERIES', 'CIFTI_INDEX_TYPE_SCALAR'));
  yield lie('parcels that are none', xml('CIFTI_INDEX_TYPE_PARCELS', 'CIFTI_INDEX_TYPE_LABELSX'));
}
