import { changed, cutOff, noise, type DamagedFile } from '../../testing/damagedFile.testing';
import { annotationList, edfBytes, recordTime, type EdfToWrite } from './edfBytes.testing';

const values = Array.from({ length: 4 }, (_, record) =>
  Array.from({ length: 16 }, (__, i) => record * 16 + i),
);
const lists = [0, 1, 2, 3].map((second) => recordTime(`+${second}`) + annotationList(`+${second}.5`, ['x']));
const sound: EdfToWrite = {
  signals: [{ values }, { values, label: 'Status' }, { lists }],
  reserved: 'EDF+C',
};

/** EDF and BDF files that are cut off, lie about their size, or hold what is no signal. */
export function* damagedEdf(): Generator<DamagedFile> {
  yield* cutOff('cut.edf', edfBytes(sound), 25);
  yield* cutOff('cut.bdf', edfBytes({ ...sound, isBdf: true }), 25);
  yield* headersThatLie();
  yield* signalsThatLie();
  yield* recordsApart();
  yield { damage: 'noise', place: 'noise.edf', content: noise(3, 5000) };
  yield {
    damage: 'noise behind a version',
    place: 'noise.bdf',
    content: Buffer.concat([edfBytes({ ...sound, isBdf: true }).subarray(0, 8), noise(4, 5000)]),
  };
  yield {
    damage: 'a letter',
    place: 'letter.edf',
    content: Buffer.from('Dear all, the recording is attached. '.repeat(20)),
  };
  yield { damage: 'blanks', place: 'blanks.edf', content: Buffer.alloc(3000, ' ') };
  yield { damage: 'zeros', place: 'zeros.bdf', content: Buffer.alloc(3000) };
}

const lie = (damage: string, changes: Partial<EdfToWrite>): DamagedFile => ({
  damage,
  place: 'lie.edf',
  content: edfBytes({ ...sound, ...changes }),
});

function* headersThatLie(): Generator<DamagedFile> {
  for (const records of ['0', '5', '-2', '99999999', '4.5', 'many', '1e7', '-0'])
    yield lie(`${records} records`, { records });
  for (const count of ['0', '1', '2', '4', '9', '9999', '-1', 'x', ''])
    yield lie(`"${count}" signals`, { count });
  for (const headerBytes of ['0', '256', '512', '1023', '1025', '99999999', '-1024'])
    yield lie(`a header of ${headerBytes} bytes`, { headerBytes });
  for (const recordSeconds of ['0', '-1', '', 'NaN', '1e999', 'long', '1e-300', '5e-324', '1e300'])
    yield lie(`records of "${recordSeconds}" s`, { recordSeconds });
}

function* signalsThatLie(): Generator<DamagedFile> {
  for (const samples of ['0', '-16', '1.5', '', 'x', '17', '99999999']) {
    yield lie(`"${samples}" samples a record`, { signals: [{ values, samples }, ...sound.signals.slice(1)] });
  }
  yield {
    damage: 'a count of records that is open, with no record',
    place: 'open.edf',
    content: edfBytes({ ...sound, records: '-1' }).subarray(0, 1100),
  };
  yield {
    damage: 'a record larger than the file',
    place: 'large.bdf',
    content: edfBytes({ ...sound, isBdf: true, records: '1', signals: [{ values, samples: '99999999' }] }),
  };
  yield {
    damage: 'another version',
    place: 'version.edf',
    content: changed(edfBytes(sound), (bytes) => bytes.write('1       ', 0)),
  };
}

function* recordsApart(): Generator<DamagedFile> {
  const apart = (damage: string, starts: string[], told: string): DamagedFile => ({
    damage,
    place: 'apart.edf',
    content: edfBytes({ signals: [{ values }, { lists: starts }], reserved: 'EDF+D' }),
    told,
  });
  const at = (...seconds: number[]) => seconds.map((second) => recordTime(`+${second}`));
  yield apart('a gap', at(0, 1, 5, 6), 'a gap from 2 to 5 s before record 3');
  yield apart('gaps everywhere', at(0, 2, 4, 6), 'a gap from 1 to 2 s before record 2');
  yield apart('a gap of a sample', at(0, 1.0625, 2.0625, 3.0625), 'a gap from 1 to 1.0625 s');
  yield apart('records that run backwards', at(3, 2, 1, 0), 'record 2 begins at 2 s');
  yield apart('records at no time', ['', '', '', ''], 'not when each begins');
  yield apart('one record at no time', [...at(0, 1, 2), 'x'], 'not when each begins');
  yield {
    damage: 'no annotations that tell of gaps',
    place: 'silent.edf',
    content: edfBytes({ signals: [{ values }], reserved: 'EDF+D' }),
    told: 'convert it to EDF+C',
  };
}
