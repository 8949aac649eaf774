import { describe, expect, it } from 'vitest';
import { couplingFinding, encodingFinding } from './finding';
import type { EncodingResult } from './encodingMaps';

const targets = [{ name: 'Heschl' }, { name: 'dmPFC' }, { name: 'precuneus' }];
const tested = (observed: number[], pFamily: number[] | null) => ({
  ...{ observed, p: pFamily, pFamily, q: pFamily, threshold: null },
});
const result = (pFamily: number[] | null): EncodingResult =>
  ({
    kind: 'encoding',
    spec: { kind: 'encoding', plan: { score: 'r' } },
    report: {
      targets,
      models: [{ spaces: ['envelope', 'VGGish'], groups: { all: tested([0.1, 0.312, -0.02], pFamily) } }],
      contributions: [
        {
          ...{ kind: 'unique', spaces: ['envelope'], table: [] },
          groups: { all: tested([0.2, 0.1, 0], [0.001, 0.03, 0.9]) },
        },
      ],
    },
  }) as unknown as EncodingResult;

describe('encodingFinding', () => {
  it('tells how many regions, which one most, and what is unique', () => {
    expect(encodingFinding(result([0.2, 0.0004, 1]))).toBe(
      '1 of 3 regions is predicted from envelope, VGGish beyond chance, most of all dmPFC, mean r = 0.312 (family-wise p\u00a0<\u00a0.001). Unique to envelope: Heschl, dmPFC.',
    );
  });

  it('says so where nothing was found, and where nothing was tested', () => {
    expect(encodingFinding(result([0.2, 0.31, 1]))).toContain('None of 3 regions is predicted');
    expect(encodingFinding(result(null))).toContain('nothing was tested against chance');
  });
});

describe('the finding of layers', () => {
  it('tells of regions over the threshold which layers are told apart', () => {
    const plain = result([0.2, 0.0004, 1]);
    const preference = (best: string | null, tied: string[]) => ({ best, tied });
    const withLayers = (threshold: number) =>
      ({
        ...plain,
        report: {
          ...plain.report,
          models: [
            {
              spaces: ['n:a', 'n:b'],
              groups: { all: { ...tested([0.1, 0.312, -0.02], [0.2, 0.0004, 1]), threshold } },
            },
          ],
          layers: {
            layers: [
              { name: 'n:a', columns: 2 },
              { name: 'n:b', columns: 3 },
            ],
            groups: { all: [preference('n:a', ['n:b']), preference('n:b', []), preference(null, [])] },
          },
        },
      }) as unknown as EncodingResult;
    expect(encodingFinding(withLayers(0.05))).toBe(
      '1 of 3 regions is predicted from 2 layers together beyond chance, most of all dmPFC, mean r = 0.312 (family-wise p\u00a0<\u00a0.001). Of 2 regions that the layers together predict, one layer is told apart from every other in 1: b in 1.',
    );
    expect(encodingFinding(withLayers(0.5))).toContain('No layer is preferred');
  });
});

describe('couplingFinding', () => {
  it('names what is beyond chance and how features differ', () => {
    const effect = { effect: 'feature', f: 5.2, degrees: 3, errorDegrees: 24, pGreenhouseGeisser: 0.0167 };
    const scale = {
      scale: 'joy',
      surrogates: {
        envelope: { z: 0.1, surrogateMean: 0.1, surrogate95: 0.2, p: 0.4 },
        VGGish: { z: 0.3, surrogateMean: 0.1, surrogate95: 0.2, p: 0.002 },
      },
      anova: [effect],
    };
    expect(couplingFinding(scale as unknown as Parameters<typeof couplingFinding>[0])).toBe(
      'What goes with joy beyond chance: VGGish (mean z = 0.300, p\u00a0=\u00a0.002). Features differ: F(3, 24) = 5.20, p\u00a0=\u00a0.017 after Greenhouse and Geisser.',
    );
  });
});
