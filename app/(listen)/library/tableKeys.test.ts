import { expect, it } from 'vitest';
import { headRow, partByKey, rowByKey } from './tableKeys';

const size = { total: 100, page: 12 };

it('walks from row to row, by pages and to the ends, and up to the headings', () => {
  const from = (row: number) => (key: string) => rowByKey(key, row, size);
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map(from(40))).toEqual([
    41, 39, 52, 28, 0, 99,
  ]);
  expect(['ArrowDown', 'PageDown', 'End'].map(from(99))).toEqual([99, 99, 99]);
  expect(['ArrowUp', 'PageUp'].map(from(0))).toEqual([headRow, 0]);
  expect(['ArrowDown', 'ArrowUp', 'PageDown'].map(from(headRow))).toEqual([0, headRow, 12]);
  expect(from(3)('a')).toBeNull();
});

it('walks among the controls of a row, and back to the row', () => {
  expect(partByKey('ArrowRight', -1, 3)).toBe(0);
  expect(partByKey('ArrowRight', 2, 3)).toBe(2);
  expect(partByKey('ArrowLeft', 0, 3)).toBe(-1);
  expect(partByKey('ArrowLeft', -1, 3)).toBe(-1);
  expect(partByKey('ArrowDown', 0, 3)).toBeNull();
});
