import { brainTheme } from '../colour/brainTheme';
import { centresOf } from '../regions/centresOf';
import type { BrainFigure, BrainView, FigureBlock } from './brainFigure';
import { colourBar, type BarOptions } from './colourBar';
import { glass } from './glass';
import { hemispheres, isSeenInHemispheres } from './hemispheres';
import type { PlacedValue } from './placedValue';
import { colourOf } from './regionNode';
import type { BrainScene, SceneNode } from './sceneNode';

const leastWidth = 240;
const margin = 8;

type Block = (top: number) => FigureBlock;

/**
 * A figure of the brain as a drawing that a page shows and a file holds alike: the views that were asked for below each
 * other, and one bar of colours for all. Targets without a centre are placed by what their names mean.
 * Throws RangeError for a width under 240 pixels.
 */
export function brainScene(figure: BrainFigure): BrainScene {
  if (!(figure.width >= leastWidth))
    throw new RangeError(`invalid width: ${figure.width} (${leastWidth} pixels or more)`);
  const placed: PlacedValue[] = figure.values.flatMap((value) =>
    centresOf(value.target).map((centre) => ({ value, centre })),
  );
  const draw: Record<BrainView, Block> = {
    hemispheres: (top) => hemispheres(placed, figure, top),
    glass: (top) => glass(placed, figure, top),
  };
  const blocks = [...figure.views.map((view) => draw[view]), (top: number) => colourBar(figure, top)];
  const { nodes, height } = stacked(blocks);
  const background = brainTheme(figure.scheme).surface;
  return {
    width: figure.width,
    height,
    title: titleOf(figure),
    background,
    nodes,
    undrawn: undrawn(placed, figure),
  };
}

/** The bar alone, for views that were drawn without. */
export function colourBarScene(options: BarOptions): BrainScene {
  const { nodes, height } = stacked([(top) => colourBar(options, top)]);
  const background = brainTheme(options.scheme).surface;
  return {
    width: options.width,
    height,
    title: `Colours of ${options.measure}`,
    background,
    nodes,
    undrawn: [],
  };
}

function stacked(blocks: readonly Block[]): { nodes: SceneNode[]; height: number } {
  let top = margin;
  const nodes = blocks.flatMap((block) => {
    const drawn = block(top);
    top += drawn.height;
    return drawn.nodes;
  });
  return { nodes, height: Math.ceil(top) + margin };
}

function titleOf({ values, scale, measure }: BrainFigure): string {
  const coloured = values.filter((value) => colourOf(value, scale) !== null).length;
  return `Brain map of ${measure}: ${coloured} of ${values.length} regions coloured`;
}

function undrawn(placed: readonly PlacedValue[], { values, views }: BrainFigure): string[] {
  const seen = views.includes('glass') ? placed : placed.filter(isSeenInHemispheres);
  const drawn = new Set(seen.map(({ value }) => value));
  return values.filter((value) => !drawn.has(value)).map(({ target }) => target.name);
}
