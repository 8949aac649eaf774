import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brainTheme } from '../colour/brainTheme';
import { divergingScale } from '../colour/colourScale';
import { hemisphereOutline } from '../outlines/hemisphere';
import { isWithin } from '../outlines/spline';
import { allNodes, namedValues, parcelValues, testFigure } from '../testing/brainFigure.testing';
import { brainScene } from './brainScene';
import { cellsOf } from './cells';
import { regionAttribute, type SceneNode } from './sceneNode';
import { sceneToSvg } from './sceneToSvg';
import { sideOf } from './sideOf';

const regions = (nodes: SceneNode[], name: string) =>
  nodes.filter(({ attributes }) => attributes[regionAttribute] === name);

describe('brainScene', () => {
  it('draws each of a hundred parcels on the side where it is seen and once in each direction, in its own colour', () => {
    const figure = testFigure();
    const nodes = allNodes(brainScene(figure));
    for (const { target, value } of figure.values) {
      const drawn = regions(nodes, target.name);
      expect(drawn.filter(({ tag }) => tag === 'circle')).toHaveLength(3);
      expect(drawn.filter(({ tag }) => tag === 'path')).toHaveLength(1);
      const colour = figure.scale.colourOf(value ?? NaN);
      for (const { attributes } of drawn) expect(attributes.fill).toBe(colour);
    }
  });

  it('places regions by their names, and says which it could not place', () => {
    const values = namedValues('LIFG', 'auditory cortex', 'cerebellar vermis', 'sensor 4');
    const scene = brainScene(testFigure({ values, views: ['glass'] }));
    expect(scene.undrawn).toEqual(['cerebellar vermis', 'sensor 4']);
    expect(regions(allNodes(scene), 'LIFG')).toHaveLength(3);
    expect(regions(allNodes(scene), 'auditory cortex')).toHaveLength(6);
  });

  it('puts what lies left on the left, in front to the right from the side, and above on top', () => {
    const values = namedValues('LIFG', 'right amygdala');
    const nodes = allNodes(brainScene(testFigure({ values, views: ['glass'] })));
    const [[sagittal, coronal, axial], [sagittalOther, coronalOther, axialOther]] = values.map(({ target }) =>
      regions(nodes, target.name).map(({ attributes }) => [Number(attributes.cx), Number(attributes.cy)]),
    );
    expect(sagittal[0]).toBeGreaterThan(sagittalOther[0]);
    expect(sagittal[1]).toBeLessThan(sagittalOther[1]);
    expect(coronal[0]).toBeLessThan(coronalOther[0]);
    expect(axial[0]).toBeLessThan(axialOther[0]);
    expect(axial[1]).toBeLessThan(axialOther[1]);
  });

  it('colours nothing under the floor, dashes what has no value, and edges what is significant', () => {
    const values = [
      { ...namedValues('LIFG')[0], value: 0.05 },
      { ...namedValues('RIFG')[0], value: null },
      { ...namedValues('left STG')[0], value: 0.3, significant: true },
      { ...namedValues('right STG')[0], value: 0.3, significant: false },
    ];
    const scale = divergingScale({ limit: 0.4, floor: 0.1, scheme: 'light' });
    const nodes = allNodes(brainScene(testFigure({ values, scale, views: ['hemispheres'] })));
    const [weak, none, strong, chance] = values.map(
      ({ target }) => regions(nodes, target.name)[0].attributes,
    );
    expect(weak.fill).toBe(none.fill);
    expect(none.strokeDasharray).toBeDefined();
    expect(weak.strokeDasharray).toBeUndefined();
    expect(strong.fill).toBe(scale.colourOf(0.3));
    expect(strong.stroke).not.toBe(chance.stroke);
  });

  it.each([240, 390, 519, 760, 1280, 1900])('stays within a width of %i pixels', (width) => {
    const scene = brainScene(testFigure({ width, values: namedValues('LIFG', 'dmPFC', 'right STG') }));
    for (const { tag, attributes } of allNodes(scene)) {
      if (tag !== 'circle' && tag !== 'text') continue;
      const [x, y] = tag === 'text' ? [attributes.x, attributes.y] : [attributes.cx, attributes.cy];
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(width);
      expect(Number(y)).toBeLessThanOrEqual(scene.height);
    }
  });

  it('has one bar, and refuses a width that nothing fits in', () => {
    const bars = allNodes(brainScene(testFigure())).filter(({ tag }) => tag === 'linearGradient');
    expect(bars).toHaveLength(1);
    expect(() => brainScene(testFigure({ width: 100 }))).toThrow('invalid width: 100');
  });

  it('draws a brain without regions', () => {
    const scene = brainScene(testFigure({ values: [] }));
    expect(scene.undrawn).toEqual([]);
    expect(allNodes(scene).some(({ attributes }) => regionAttribute in attributes)).toBe(false);
  });
});

describe('sceneToSvg', () => {
  it('writes XML whatever a region is called', () => {
    const name = 'a<b>&"c"\u0007 ]]>';
    const values = [{ ...parcelValues()[0], target: { ...parcelValues()[0].target, name } }];
    const file = sceneToSvg(brainScene(testFigure({ values })));
    expect(file).toContain('data-region="a&lt;b&gt;&amp;&quot;c&quot; ]]&gt;"');
    expect(file).not.toContain('\u0007');
    const open = file.match(/<[a-zA-Z][^>]*[^/]>/g)?.length;
    expect(file.match(/<\/[a-zA-Z]+>/g)?.length).toBe(open);
  });

  it('holds every colour itself and fetches nothing', () => {
    const file = sceneToSvg(brainScene(testFigure()));
    expect(file).not.toMatch(/var\(|href|url\((?!#)|NaN|undefined|strokeWidth/);
    expect(file).toContain('stroke-width=');
  });
});

describe('sideOf', () => {
  it.each([
    ['the temporal pole', [-40, 15, -20], ['left lateral']],
    ['Heschl’s gyrus', [46, -17, 10], ['right lateral']],
    ['the precuneus', [-7, -56, 48], ['left medial']],
    ['the occipital pole', [-26, -96, -4], ['left lateral']],
    ['the amygdala', [27, 1, -18], ['right medial']],
    ['the middle', [0, 52, 26], ['left medial', 'right medial']],
  ] as const)('sees %s where it is seen', (_, centre, views) => {
    expect(sideOf(centre)).toEqual(views);
  });
});

describe('cellsOf', () => {
  const coordinate = fc.double({ min: -60, max: 60, noNaN: true });
  const points = fc.uniqueArray(fc.tuple(coordinate, coordinate), {
    minLength: 1,
    maxLength: 12,
    comparator: (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) < 2,
  });

  it('gives each point a cell around itself, within reach, and nearer to no other', () => {
    fc.assert(
      fc.property(points, (centres) => {
        cellsOf(centres, { radius: 10, gap: 0.5 }).forEach((cell, index) => {
          expect(isWithin(centres[index], cell)).toBe(true);
          for (const corner of cell) {
            const own = Math.hypot(corner[0] - centres[index][0], corner[1] - centres[index][1]);
            expect(own).toBeLessThanOrEqual(10 + 1e-9);
            for (const other of centres)
              expect(own).toBeLessThanOrEqual(Math.hypot(corner[0] - other[0], corner[1] - other[1]) + 1e-9);
          }
        });
      }),
    );
  });

  it('covers most of a hemisphere with the parcels that are seen from outside', () => {
    const centres = parcelValues().flatMap(({ target: { centre } }) =>
      centre && sideOf(centre).includes('left lateral') ? [[centre[1], centre[2]] as const] : [],
    );
    const cells = cellsOf(centres, {
      radius: 1.35 * Math.sqrt(14_000 / (Math.PI * centres.length)),
      gap: 0.4,
    });
    const grid = Array.from({ length: 60 * 45 }, (_, at) => [-110 + 3.2 * (at % 60), -46 + 2.9 * Math.floor(at / 60)] as const); // prettier-ignore
    const inside = grid.filter((point) => isWithin(point, hemisphereOutline));
    const covered = inside.filter((point) => cells.some((cell) => isWithin(point, cell)));
    expect(covered.length / inside.length).toBeGreaterThan(0.8);
  });
});

describe('a nucleus behind the medial wall', () => {
  it('lies upon the corpus callosum that is drawn there', () => {
    const [value] = namedValues('left NAcc');
    const nodes = allNodes(brainScene(testFigure({ values: [value], views: ['hemispheres'] })));
    const dot = nodes.findIndex(({ attributes }) => attributes[regionAttribute] === 'left NAcc');
    const inside = brainTheme('light').inside;
    const callosum = nodes.findIndex(({ attributes }) => attributes.fill === inside);
    expect(callosum).toBeGreaterThan(-1);
    expect(dot).toBeGreaterThan(callosum);
  });
});
