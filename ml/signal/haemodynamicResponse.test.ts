import { describe, expect, it } from 'vitest';
import { convolved, haemodynamicResponse } from './haemodynamicResponse';
import { expectNear, seriesOf, seriesReference } from './testing/seriesReference.testing';

describe('haemodynamicResponse', () => {
  it('is the difference of scipy’s gamma densities', () =>
    expectNear(haemodynamicResponse(0.8), seriesReference.haemodynamic.response, 1e-13));

  it('peaks at 5 s, undershoots about 15 s, and has nothing at the moment itself', () => {
    const response = haemodynamicResponse(0.1);
    expect(response[0]).toBe(0);
    expect(response.indexOf(Math.max(...response)) * 0.1).toBeCloseTo(5, 0);
    const deepest = response.indexOf(Math.min(...response)) * 0.1;
    expect(deepest).toBeGreaterThan(14);
    expect(deepest).toBeLessThan(17);
  });
});

describe('convolved', () => {
  it('is numpy’s, cut to the series', () =>
    expectNear(
      convolved(seriesOf(60, 1).values, haemodynamicResponse(0.8)),
      seriesReference.haemodynamic.convolved,
      1e-12,
    ));

  it('answers an impulse with the kernel, and a delayed one later', () => {
    const kernel = Float64Array.of(1, -2, 3);
    expect(convolved(Float64Array.of(0, 1, 0, 0, 0), kernel)).toEqual(Float64Array.of(0, 1, -2, 3, 0));
  });
});
