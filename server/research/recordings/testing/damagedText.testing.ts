import { gzipSync } from 'node:zlib';
import { bitsTurned, cutOff, noise, type DamagedFile } from './damagedFile.testing';

const rows = Array.from({ length: 30 }, (_, index) => `${index / 2},${index % 5},${-index}`);
const withRow = (at: number, row: string) =>
  ['t,x,y', ...rows.slice(0, at), row, ...rows.slice(at + 1)].join('\n');
const latin = (text: string) => Buffer.from(text, 'latin1');

/** What may stand behind the time in a row of three cells, and what is to be told behind its line. */
const cellsThatFail: [cells: string, told: string][] = [
  ['', ': 1 cells where the first line has 3'],
  [',1', ': 2 cells where the first line has 3'],
  [',1,2,3', ': 4 cells where the first line has 3'],
  [',one,2', ', column 2 x: "one" is not a number'],
  [',1.2.3,1', ', column 2 x: "1.2.3" is not a number'],
  [',1,0x1f', ', column 3 y: "0x1f" is not a number'],
  [',n/a,1', ', column x: a number is missing'],
  [',1,', ', column y: a number is missing'],
  [',NaN,1', ', column x: a number is missing'],
  [',inf,1', ', column x: Infinity'],
  [',1,-1e999', ', column y: -Infinity'],
  [',"1,1', ': a quoted cell does not end on its line'],
];

/** Tables that are ragged, in the wrong encoding, without numbers, or without end. */
export function* damagedText(): Generator<DamagedFile> {
  for (const at of [0, 1, 13, 28, 29]) {
    for (const [cells, told] of cellsThatFail) {
      const row = `${at / 2}${cells}`;
      const content = latin(withRow(at, row));
      yield {
        damage: `line ${at + 2} is ${row}`,
        place: 'table.csv',
        content,
        told: `line ${at + 2}${told}`,
      };
    }
  }
  const tab = withRow(3, '1.5,3,-3').replaceAll(',', '\t');
  yield {
    damage: 'a cell less',
    told: 'line 5: 2 cells',
    place: 'table.tsv',
    content: latin(tab.replace('1.5\t3\t-3', '1.5\t3')),
  };
  yield* encodings();
  const packed = gzipSync(withRow(3, '1.5,3,-3'));
  yield* cutOff('table.csv.gz', packed, 12);
  yield* bitsTurned('table.csv.gz', packed, 15);
  yield* withoutEnd();
  yield { damage: 'a header alone', place: 'header.csv', content: latin('a,b,c\n') };
  yield { damage: 'nothing but comments', place: 'comments.txt', content: latin('# one\n# two\n') };
  yield { damage: 'no byte', place: 'empty.csv', content: Buffer.alloc(0) };
  yield {
    damage: 'a letter',
    place: 'letter.txt',
    content: latin('Dear all,\nplease find, attached, the ratings\nbest'),
  };
}

function* encodings(): Generator<DamagedFile> {
  const text = withRow(2, '1,2,M\u00fcnchen');
  yield {
    damage: 'Latin-1',
    told: 'line 4: the text is not UTF-8',
    place: 'latin.csv',
    content: latin(text),
  };
  yield {
    damage: 'UTF-16 without a mark',
    place: 'wide.csv',
    content: Buffer.from(withRow(2, '1,2,3'), 'utf16le'),
  };
  yield {
    damage: 'half a character of UTF-16',
    place: 'half.csv',
    content: Buffer.from('\ufeff1,2\n3,4\n', 'utf16le').subarray(0, -1),
  };
  yield { damage: 'a character 0', place: 'zero.csv', content: latin('1,2\n3,\0\n') };
  yield { damage: 'noise', place: 'noise.csv', content: noise(4, 3000) };
  yield { damage: 'noise without a name', place: 'noise.bin', content: noise(5, 3000) };
}

function* withoutEnd(): Generator<DamagedFile> {
  yield {
    damage: 'a line of 64 MB, packed',
    place: 'line.csv.gz',
    content: gzipSync(Buffer.alloc(2 ** 26, '1')),
  };
  yield { damage: '64 MB of zeros, packed', place: 'zeros.csv.gz', content: gzipSync(Buffer.alloc(2 ** 26)) };
  const lines = gzipSync(Buffer.alloc(2 ** 26 + 2 ** 20, `${'1,'.repeat(9999)}1\n`));
  yield {
    damage: '34 million numbers, packed',
    told: 'at most',
    place: 'long.csv.gz',
    content: lines,
  };
  yield { damage: '30,000 columns', place: 'wide.csv', content: latin(`${'1,'.repeat(30_000)}1\n`) };
}
