import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { isAppError } from '../../../base/errors';
import { createRandom } from '@/ml/random';
import { couplingResult, encodingResult, leadLagResult } from '../../reports/testing/results.testing';
import type { AnalysisResult } from '../analysisResult';
import { readBroughtResult } from './readBroughtResult';
import type { resultShape } from './resultShape';

const written = {
  encoding: () => encodingResult(),
  'encoding of layers': () => encodingResult(true),
  coupling: couplingResult,
  leadLag: leadLagResult,
};

describe('a brought analysis', () => {
  it.each(Object.entries(written))('of %s is read as it was written', async (_kind, make) => {
    const result = await make();
    expect(readBroughtResult(JSON.stringify(result), 'a.json')).toEqual(result);
  });

  it('may be any that is written here', () => {
    expectTypeOf<AnalysisResult>().toExtend<z.input<typeof resultShape>>();
  });

  it('is refused where it is no JSON, another document, or of a later program', () => {
    expect(() => readBroughtResult('{"format": "circ', '3.json')).toThrow(
      'invalid analysis: 3.json (it is no JSON: it was cut short or damaged)',
    );
    for (const text of ['[]', 'null', '{"format":"bids"}'])
      expect(() => readBroughtResult(text, '3.json')).toThrow('it is no analysis that was exported here');
    const later = '{"format":"circumplex analysis","formatVersion":2}';
    expect(() => readBroughtResult(later, '3.json')).toThrow('its format is version 2, of a later program');
  });

  it('is refused with the part that is wrong', async () => {
    const result = await encodingResult();
    const damaged = (change: (copy: Record<string, never>) => void) => {
      const copy = structuredClone(result) as unknown as Record<string, never>;
      change(copy);
      return () => readBroughtResult(JSON.stringify(copy), '3.json');
    };
    type Any = Record<string, never[] & Record<string, unknown>>;
    expect(damaged((copy: Any) => delete (copy as Record<string, unknown>).seed)).toThrow(
      /invalid analysis: 3.json \(seed: \(none\)/,
    );
    expect(damaged((copy: Any) => void (copy.report.targets as unknown[]).pop())).toThrow(
      'report.models[0] does not fit the rest',
    );
    expect(damaged((copy: Any) => void ((copy.report.models as Any[])[0].r = ['x'] as never))).toThrow(
      /report\.models\[0\]\.r\[0\]: x/,
    );
    const layered = await encodingResult(true);
    const foreign = JSON.stringify(layered).replace(/"best":"[^"]+"/, '"best":"another"');
    expect(() => readBroughtResult(foreign, '3.json')).toThrow('report.layers does not fit the rest');
    expect(damaged((copy: Any) => void (copy.spec.kind = 'coupling'))).toThrow(/invalid analysis: 3\.json/);
  });

  it('that is damaged anywhere is refused plainly, or nothing of its shape is lost', async () => {
    const text = JSON.stringify(await couplingResult());
    const random = createRandom(5, 'damage');
    for (let round = 0; round < 200; round++) {
      const at = Math.floor(random.next() * text.length);
      const letter = String.fromCharCode(32 + Math.floor(random.next() * 90));
      try {
        readBroughtResult(text.slice(0, at) + letter + text.slice(at + 1), '3.json');
      } catch (error) {
        if (!isAppError(error)) throw error;
        expect(error.message).toMatch(/^invalid analysis: 3\.json \(/);
      }
    }
  });
});
