import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAppError } from '../../../base/errors';
import { exampleHandOvers } from '../testing/exampleFilm.testing';
import { exportFormats } from '../write/exportFormats';
import { readTimeline } from './readTimeline';

const { '29.97df': example } = exampleHandOvers();
const files = Object.values(exportFormats).flatMap((write) =>
  write(example).map(({ text }) => Buffer.from(text)),
);

/** A value, or what was thrown where it is an AppError, which is a reason for people. */
function readOrReason(bytes: Uint8Array): unknown {
  try {
    return readTimeline('film.bin', bytes, example.film);
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

it('reads a changed or cut-off file or refuses it with a reason, and never fails otherwise', () => {
  const change = fc.tuple(fc.nat(), fc.constantFrom(...Buffer.from('09:;-<>/"{}[]\0\n\t e,.|')));
  fc.assert(
    fc.property(
      fc.record({
        file: fc.constantFrom(...files),
        changes: fc.array(change, { maxLength: 8 }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        isCut: fc.boolean(),
      }),
      ({ file, changes, part, isCut }) => {
        const bytes = Buffer.from(file);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        expect(
          readOrReason(isCut ? bytes.subarray(0, Math.round(part * bytes.length)) : bytes),
        ).toBeDefined();
      },
    ),
    { numRuns: 300 },
  );
});

it('reads any text or refuses it with a reason', () => {
  const lines = fc.array(
    fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        'TITLE: X',
        'FCM: DROP FRAME',
        '* LOC: 01:00:00:00 RED',
        'a\t01:00:00:00\tV1',
        'time,name',
        '1,2',
      ),
      fc.constantFrom(
        '001  A  V  C  00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00',
        'M2 A 012.0 00:00:00:00',
        ' |M:x |D:1',
      ),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(lines, (texts) => {
      expect(readOrReason(Buffer.from(texts.join('\n')))).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

it('reads any bytes or refuses them with a reason', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(readOrReason(bytes)).toBeDefined();
    }),
  );
});
