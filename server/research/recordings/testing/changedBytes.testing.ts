import fc from 'fast-check';
import { expect } from 'vitest';
import { isAppError } from '../../../base/errors';
import { describeFile } from '../describe/describeFile';
import type { TestFolder } from './files.testing';

const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });

/** Expects that a file is described, and with some of its bytes changed described or refused plainly. */
export async function describedOrRefused(folder: TestFolder, name: string, content: Buffer): Promise<void> {
  await describeFile(folder.write(name, content));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const bytes = Buffer.from(content);
      for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
      const message = await describeFile(folder.write(name, bytes)).then(
        () => null,
        (error: unknown) => (isAppError(error) ? error.message : `fault: ${String(error)}`),
      );
      if (message !== null) expect(message).toMatch(/^invalid FILE: \S+ \(/);
    }),
    { numRuns: 60 },
  );
}
