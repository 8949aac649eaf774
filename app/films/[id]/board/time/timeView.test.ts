import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldView, revealedView, scrolledView, secondsAt, shareOf, wholeView, zoomedView } from './timeView';

const bounds = { lengthSeconds: 5400, leastSpan: 0.5 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const views = fc
  .record({
    from: fc.double({ min: -100, max: 6000, noNaN: true }),
    span: fc.double({ min: 0.01, max: 9000, noNaN: true }),
  })
  .map((view) => heldView(view, bounds));

describe('a view of a film', () => {
  it('stays within the film whatever is done to it', () => {
    fc.assert(
      fc.property(views, share, fc.double({ min: 0.01, max: 100, noNaN: true }), (view, at, factor) => {
        for (const next of [
          zoomedView(view, { factor, share: at }, bounds),
          scrolledView(view, (at - 0.5) * factor, bounds),
          revealedView(view, at * 5400, bounds),
        ]) {
          expect(next.from).toBeGreaterThanOrEqual(0);
          expect(next.from + next.span).toBeLessThanOrEqual(5400 + 1e-9);
          expect(next.span).toBeGreaterThanOrEqual(0.5);
        }
      }),
    );
  });

  it('keeps what lies at the pointer there, as long as the film’s ends are out of sight', () => {
    const view = { from: 1000, span: 100 };
    const nearer = zoomedView(view, { factor: 4, share: 0.3 }, bounds);
    expect(nearer.span).toBe(25);
    expect(secondsAt(nearer, 0.3)).toBeCloseTo(secondsAt(view, 0.3), 9);
  });

  it('shows the whole, and what it is asked to reveal', () => {
    expect(wholeView(bounds)).toEqual({ from: 0, span: 5400 });
    const view = { from: 1000, span: 100 };
    expect(revealedView(view, 1050, bounds)).toBe(view);
    expect(shareOf(revealedView(view, 1101, bounds), 1101)).toBeCloseTo(0.1, 9);
    expect(revealedView(view, 5399, bounds)).toEqual({ from: 5300, span: 100 });
  });

  it('shows all of a film that is shorter than the nearest view', () => {
    expect(heldView({ from: 3, span: 0.1 }, { lengthSeconds: 0.2, leastSpan: 0.5 })).toEqual({
      from: 0,
      span: 0.2,
    });
  });
});
