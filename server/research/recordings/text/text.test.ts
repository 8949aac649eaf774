import { afterAll, describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { describeFile } from '../describe/describeFile';
import type { ReadOptions } from '../fileReader';
import { readSeries } from '../readSeries';
import { TestFolder } from '../testing/files.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());
let written = 0;

const read = (
  content: string | Uint8Array,
  { name = 'a.csv', ...options }: ReadOptions & { name?: string } = {},
) => readSeries(folder.write(`${written++}/${name}`, content), options);

async function numbersOf(content: string | Uint8Array, options: ReadOptions & { name?: string } = {}) {
  const { columns, values } = await read(content, options);
  return {
    names: columns.map(({ name }) => name),
    shape: [values.rows, values.columns],
    values: [...values.values],
  };
}

const twoByTwo = { names: ['x', 'y'], shape: [2, 2], values: [1, 2.5, -3, 400] };
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('a table of numbers', () => {
  it.each([
    ['commas', 'x,y\n1,2.5\n-3,4e2\n'],
    ['tabs', 'x\ty\n1\t2.5\n-3\t4e2\n'],
    ['semicolons', 'x;y\n1;2.5\n-3;4e2\n'],
    ['blanks', '  x   y\n  1   2.5\n -3   4.0E+02\n'],
    ['a decimal comma', 'x;y\n1;2,5\n-3;4,0e2\n'],
    ['tabs and a decimal comma', 'x\ty\n1\t2,5\n-3\t400,0\n'],
    ['ends of lines from elsewhere', 'x,y\r\n1,2.5\r\n-3,400\r\n'],
    ['a mark of UTF-8', '\ufeffx,y\n1,2.5\n-3,400\n'],
    ['UTF-16', utf16('x,y\n1,2.5\n-3,400\n', false)],
    ['UTF-16 the other way round', utf16('x,y\n1,2.5\n-3,400\n', true)],
    ['quotation marks', '"x","y"\n"1","2.5"\n"-3","400"\n'],
    ['comments and blank lines', '# made by hand\nx,y\n\n1,2.5\n\n-3,400\n# the end'],
    ['gzip', gzipSync('x,y\n1,2.5\n-3,400\n')],
  ])('is read with %s', async (_, content) => {
    expect(await numbersOf(content)).toEqual(twoByTwo);
  });

  it('has numbered columns without a header, and names again by a number', async () => {
    expect((await numbersOf('1,2\n3,4\n')).names).toEqual(['column 1', 'column 2']);
    expect((await numbersOf('a,,a\n1,2,3\n')).names).toEqual(['a', 'column 2', 'a (2)']);
  });

  it('leaves out what only counts rows', async () => {
    expect(await numbersOf(',a\n0,5\n1,6\n2,8\n')).toEqual({
      names: ['a'],
      shape: [3, 1],
      values: [5, 6, 8],
    });
    expect((await numbersOf(',a\n0,5\n1,6\n3,8\n')).names).toEqual(['column 1', 'a']);
  });

  it('is laid out as its owner says', async () => {
    expect(await numbersOf('1,2\n3,4\n', { header: true })).toMatchObject({
      names: ['1', '2'],
      shape: [1, 2],
    });
    expect((await numbersOf('1,5\n2,5\n', { delimiter: ';', decimalComma: true })).values).toEqual([
      1.5, 2.5,
    ]);
    expect((await numbersOf('loudness\n-20\n-21\n', { name: 'one.tsv' })).values).toEqual([-20, -21]);
    expect(await read('1\n2\n', { hopSeconds: 0.72, startSeconds: 3 })).toMatchObject({
      hopSeconds: 0.72,
      startSeconds: 3,
    });
  });

  it('keeps missing numbers where it is told to', async () => {
    const content = 'x,y\nn/a,1\nNaN,2\n,3\n4,NA\n';
    expect((await numbersOf(content, { missing: 'keep' })).values).toEqual([NaN, 1, NaN, 2, NaN, 3, 4, NaN]);
    await expect(read(content)).rejects.toThrow('line 2, column x: a number is missing');
  });
});

describe('a column of times', () => {
  it.each([
    ['time_s,x\n0.5,1\n1,2\n1.5,3\n', 0.5, 0.5],
    ['Sec,x\n1,1\n2,2\n3,3\n', 1, 1],
    ['time (ms);x\n0;1\n100;2\n200;3\n', 0.1, 0],
    ['t,x\n0,1\n0.033,2\n0.067,3\n0.1,4\n', 0.0333333333333, 0],
    ['x,time\n1,0\n2,1\n', null, null],
  ])('tells rate and start: %j', async (content, hopSeconds, startSeconds) => {
    expect(await read(content)).toMatchObject({ hopSeconds, startSeconds });
  });

  it('is refused where a sample is left out, or time runs back', async () => {
    await expect(read('t,x\n0,1\n1,2\n3,3\n4,4\n5,5\n')).rejects.toThrow(
      /line 4: its time 3 s is not in step/,
    );
    await expect(read('t,x\n2,1\n1,2\n0,3\n')).rejects.toThrow(/line 2: its time 2 s/);
    await expect(read('t,x\n1,1\n1,2\n')).rejects.toThrow(/not in step/);
  });
});

describe('a table that cannot be read', () => {
  it.each([
    ['a,b\n1,2\n3\n', 'line 3: 1 cells where the first line has 2'],
    ['a,b\n1,2\n3,4,5\n', 'line 3: 3 cells where the first line has 2'],
    ['a,b\n1,2\n3,four\n', 'line 3, column 2 b: "four" is not a number'],
    ['a,b\n1,0x10\n', 'line 2, column 2 b: "0x10" is not a number'],
    ['a,b\n1,Infinity\n', 'line 2, column b: Infinity'],
    ['a,b\n', 'a header and no line of numbers'],
    ['\n\n', 'no line of numbers'],
    ['a,b\n1,"2\n', 'line 2: a quoted cell does not end on its line'],
    [Buffer.from('a,b\n1,2\n3,M\xfcnchen\n', 'latin1'), 'line 3: the text is not UTF-8'],
    [Buffer.from('a,b\n1,2\n', 'utf16le'), 'line 1: it holds the character 0'],
    ['', 'it is empty'],
  ])('is told by its place: %j', async (content, reason) => {
    await expect(read(content)).rejects.toThrow(reason);
  });

  it('is named', async () => {
    await expect(read('1,2\n3\n', { name: 'ratings of 7.csv' })).rejects.toThrow(
      /^invalid FILE: ratings of 7\.csv \(/,
    );
  });
});

it('tells words from numbers', async () => {
  const path = folder.write('regions.csv', 'label,name\n1,amygdala left\n2,amygdala right\n');
  expect(await describeFile(path)).toMatchObject({
    kind: 'table',
    shape: [2, 2],
    details: { columns: ['label', 'name'] },
  });
});
