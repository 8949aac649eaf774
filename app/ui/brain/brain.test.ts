import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { brainScene } from '@/ml/brain/scene/brainScene';
import { sceneToSvg } from '@/ml/brain/scene/sceneToSvg';
import { namedValues, testFigure } from '@/ml/brain/testing/brainFigure.testing';
import { parcellationFor } from './parcellationFor';
import { SceneNodes } from './sceneNodes';

/** One spelling of empty elements and of quotes. */
const plain = (markup: string) =>
  markup
    .replaceAll(/<(\w+)([^>]*)><\/\1>/g, '<$1$2/>')
    .replaceAll('&#x27;', "'")
    .trim();

describe('a drawing', () => {
  it.each(['light', 'dark'] as const)('is on the page what it is in the file, on %s paper', (scheme) => {
    const values = [...namedValues('LIFG', 'dmPFC', 'right STG', 'amygdala'), ...testFigure().values];
    const scene = brainScene(testFigure({ scheme, values, picked: 'LIFG' }));
    const drawn = createElement('svg', null, createElement(SceneNodes, { nodes: scene.nodes }));
    const page = plain(renderToStaticMarkup(drawn)).replace(/^<svg>|<\/svg>$/g, '');
    const file = plain(sceneToSvg(scene));
    expect(page.length).toBeGreaterThan(50_000);
    expect(file).toContain(page);
  });
});

describe('parcellationFor', () => {
  const labels = (parcellation: string, ...names: string[]) => ({
    parcellation,
    names: ['', ...names],
    hemisphere: 'left' as const,
    vertices: 1,
    sha256: '',
  });
  const set = {
    labels: [labels('fine', 'a', 'b', 'c', 'd'), labels('coarse', 'a', 'b'), labels('other', 'x')],
  };

  it('is the one that bears most of the names, the coarsest of equals', () => {
    expect(parcellationFor(set, namedValues('a', 'b'))).toBe('coarse');
    expect(parcellationFor(set, namedValues('a', 'c'))).toBe('fine');
  });

  it('is none where no name is known', () => {
    expect(parcellationFor(set, namedValues('dmPFC'))).toBeNull();
    expect(parcellationFor({ labels: [] }, namedValues('a'))).toBeNull();
  });
});
