import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDrawing } from './drawing';
import { emptyTrail } from './editTrail';
import { applyEdit, applyRedo, applyUndo, type EditedTrajectory } from './trajectoryEdits';

const drawingAt = (valence: number) => makeDrawing([{ t: 0, valence, arousal: 0 }]);
const fresh = (durationSeconds: number | null): EditedTrajectory => ({
  value: { drawing: drawingAt(0), durationSeconds },
  trail: emptyTrail,
});
const valenceOf = ({ value }: EditedTrajectory) => value.drawing[0].valence;

describe('trajectoryEdits', () => {
  it('undoes all edits in turn and redoes them, whatever the length', () => {
    const lengths = fc.option(fc.integer({ min: 1, max: 3600 }));
    const edits = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lengths, edits, (durationSeconds, valences) => {
        const wanted = valences.map((valence) => valence / 1000);
        let edited = fresh(durationSeconds);
        for (const valence of wanted) edited = applyEdit(edited, drawingAt(valence))!;
        for (const valence of [0, ...wanted.slice(0, -1)].reverse()) {
          edited = applyUndo(edited)!;
          expect(valenceOf(edited)).toBe(valence);
        }
        expect(applyUndo(edited)).toBeNull();
        for (const valence of wanted) {
          edited = applyRedo(edited)!;
          expect(valenceOf(edited)).toBe(valence);
        }
        expect(applyRedo(edited)).toBeNull();
        expect(edited.value.durationSeconds).toBe(durationSeconds);
      }),
    );
  });

  it('takes the edits of one gesture for one step', () => {
    let edited = fresh(null);
    for (const valence of [0.1, 0.2, 0.3])
      edited = applyEdit(edited, drawingAt(valence), { gesture: 'drag 1' })!;
    edited = applyEdit(edited, drawingAt(0.4), { gesture: 'drag 2' })!;
    edited = applyUndo(edited)!;
    expect(valenceOf(edited)).toBe(0.3);
    expect(valenceOf(applyUndo(edited)!)).toBe(0);
  });

  it('changes nothing where the drawing is the same, and leaves no step behind', () => {
    const edited = fresh(null);
    expect(applyEdit(edited, edited.value.drawing)).toBeNull();
  });

  it('takes the length that comes with a drawing, and keeps it at an undo', () => {
    const read = applyEdit(fresh(null), drawingAt(0.5), { durationSeconds: 20 })!;
    expect(read.value.durationSeconds).toBe(20);
    expect(applyEdit(read, drawingAt(0.6))!.value.durationSeconds).toBe(20);
    expect(applyUndo(read)!.value).toEqual({ drawing: drawingAt(0), durationSeconds: 20 });
  });
});
