import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTrail, recordEdit, redoEdit, undoEdit, type EditTrail } from './editTrail';

describe('editTrail', () => {
  it('undoes every edit in turn back to the start, and redoes them to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 50 }), (edits) => {
        let trail: EditTrail<number> = emptyTrail;
        let present = -1;
        for (const next of edits) {
          trail = recordEdit(trail, present, null);
          present = next;
        }
        for (const expected of [-1, ...edits.slice(0, -1)].reverse()) {
          const back = undoEdit(trail, present)!;
          ({ state: present, trail } = back);
          expect(present).toBe(expected);
        }
        expect(undoEdit(trail, present)).toBeNull();
        for (const expected of edits) {
          ({ state: present, trail } = redoEdit(trail, present)!);
          expect(present).toBe(expected);
        }
        expect(redoEdit(trail, present)).toBeNull();
      }),
    );
  });

  it('undoes a whole gesture at once, and forgets what was undone at the next edit', () => {
    let trail: EditTrail<string> = recordEdit(emptyTrail, 'start', 'drag 1');
    trail = recordEdit(trail, 'half way', 'drag 1');
    const back = undoEdit(trail, 'end')!;
    expect(back.state).toBe('start');
    expect(recordEdit(back.trail, 'start', 'drag 2').future).toEqual([]);
  });
});
