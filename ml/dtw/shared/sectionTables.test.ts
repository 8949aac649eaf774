import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { words } from './sectionTables';

describe('words', () => {
  it('stand where the kernel reads them', () => {
    const source = readFileSync(new URL('../assembly/parts/sections/plan.ts', import.meta.url), 'utf8');
    const read = [...source.matchAll(/^ {2}(\w+) = (.*word\(\d+\).*);$/gm)].flatMap(([, name, value]) =>
      [...value.matchAll(/word\((\d+)\)/g)].map(([, place], index) => [
        Number(place),
        index === 0 ? name : `${name}Bytes`,
      ]),
    );
    expect(read).toEqual([...words.entries()]);
  });
});
