import { brainTheme } from '../colour/brainTheme';
import type { BrainDrawing } from '../outlines/brainDrawing';
import { axialDrawing, coronalDrawing, sagittalDrawing } from '../outlines/glass';
import type { ViewPoint } from '../outlines/spline';
import type { MniPoint } from '../regions/namedRegions';
import type { BrainFigure, FigureBlock } from './brainFigure';
import { partLines, partSurface } from './drawingNodes';
import { hemisphereScale } from './hemispheres';
import { labelNodes } from './labels';
import type { PlacedValue } from './placedValue';
import { colourOf, regionNode, weakestFirst } from './regionNode';
import { node, textNode, type SceneNode } from './sceneNode';
import { viewFrame, type ViewExtent, type ViewFrame } from './viewFrame';

interface Projection {
  title: string;
  drawing: BrainDrawing;
  extent: ViewExtent;
  /** The view of a place, millimetres. */
  project: (centre: MniPoint) => ViewPoint;
  /** L and R at the sides. */
  sides: boolean;
}

const sagittal: Projection = {
  title: 'Sagittal',
  drawing: sagittalDrawing,
  extent: { left: -108, right: 74, bottom: -71, top: 80 },
  project: ([, y, z]) => [y, z],
  sides: false,
};
const coronal: Projection = {
  title: 'Coronal',
  drawing: coronalDrawing,
  extent: { left: -78, right: 78, bottom: -71, top: 80 },
  project: ([x, , z]) => [x, z],
  sides: true,
};
const axial: Projection = {
  title: 'Axial',
  drawing: axialDrawing,
  extent: { left: -78, right: 78, bottom: -108, top: 75 },
  project: ([x, y]) => [x, y],
  sides: true,
};

const heading = 20;
const between = 14;
/** Wide enough for all three side by side. */
const threeAbreast = 520;

const widthOf = ({ extent }: Projection): number => extent.right - extent.left;
const heightOf = ({ extent }: Projection): number => extent.top - extent.bottom;

/** The brain as of glass, from three directions; every place is a dot, and the strongest lie on top. */
export function glass(placed: readonly PlacedValue[], figure: BrainFigure, top: number): FigureBlock {
  const rows = figure.width >= threeAbreast ? [[sagittal, coronal, axial]] : [[sagittal, coronal], [axial]];
  const widest = Math.max(...rows.map((row) => row.reduce((sum, view) => sum + widthOf(view), 0)));
  const room = figure.width - between * (rows[0].length + 1);
  // Below the hemispheres a millimetre is as long as in them.
  const most = figure.views.includes('hemispheres') ? hemisphereScale(figure) : 2.1;
  const scale = Math.min(most, room / widest);
  let y = top;
  const nodes = rows.flatMap((row) => {
    const height = Math.max(...row.map(heightOf)) * scale;
    const drawn = rowNodes(row, placed, { figure, scale, top: y });
    y += heading + height + between;
    return drawn;
  });
  return { nodes, height: y - top };
}

function rowNodes(
  row: Projection[],
  placed: readonly PlacedValue[],
  { figure, scale, top }: { figure: BrainFigure; scale: number; top: number },
): SceneNode[] {
  const height = Math.max(...row.map(heightOf)) * scale;
  const width = row.reduce((sum, view) => sum + widthOf(view) * scale, between * (row.length - 1));
  let x = (figure.width - width) / 2;
  return row.flatMap((view) => {
    const corner: ViewPoint = [x, top + heading + (height - heightOf(view) * scale) / 2];
    x += widthOf(view) * scale + between;
    const frame = viewFrame(view.extent, corner, { scale });
    return projectionNodes(view, placed, { frame, figure, titleY: top + 13 });
  });
}

interface Placing {
  frame: ViewFrame;
  figure: BrainFigure;
  titleY: number;
}

function projectionNodes(view: Projection, placed: readonly PlacedValue[], placing: Placing): SceneNode[] {
  const { frame, figure } = placing;
  const theme = brainTheme(figure.scheme);
  return [
    ...view.drawing.flatMap((part) => [partSurface(part, frame, theme), ...partLines(part, frame, theme)]),
    ...captions(view, placing),
    ...dots(view, placed, placing),
    // Beside the hemispheres, which are larger, the names stand there.
    ...(figure.labels && !figure.views.includes('hemispheres') ? labels(view, placed, placing) : []),
  ];
}

function captions({ title, extent, sides }: Projection, { frame, figure, titleY }: Placing): SceneNode[] {
  const fill = brainTheme(figure.scheme).inkSoft;
  const caption = (text: string, [x, y]: ViewPoint) =>
    textNode(text, { x, y, textAnchor: 'middle', fontSize: 11.5, fill });
  const [middle] = frame.toPixels([(extent.left + extent.right) / 2, 0]);
  const bottom = extent.bottom + 6;
  if (!sides) return [caption(title, [middle, titleY])];
  return [
    caption(title, [middle, titleY]),
    caption('L', frame.toPixels([extent.left + 10, bottom])),
    caption('R', frame.toPixels([extent.right - 10, bottom])),
  ];
}

/** The radius of a dot in millimetres, less where there are many. */
const dotRadius = (count: number): number => (count <= 24 ? 5 : count <= 120 ? 3.9 : 2.7);

function dots(view: Projection, placed: readonly PlacedValue[], { frame, figure }: Placing): SceneNode[] {
  const radius = Math.max(2.4, frame.scale * dotRadius(placed.length));
  const ordered = weakestFirst([...new Set(placed.map(({ value }) => value))], figure.scale);
  return ordered.flatMap((value) => {
    const isQuiet = colourOf(value, figure.scale) === null && value.target.name !== figure.picked;
    return placed
      .filter((each) => each.value === value)
      .map(({ centre }) => {
        const [cx, cy] = frame.toPixels(view.project(centre)).map((each) => Math.round(each * 100) / 100);
        const r = Math.round((isQuiet ? 0.5 : 1) * radius * 100) / 100;
        return regionNode(value, node('circle', { cx, cy, r, fillOpacity: isQuiet ? 0.7 : 0.92 }), figure);
      });
  });
}

function labels(view: Projection, placed: readonly PlacedValue[], { frame, figure }: Placing): SceneNode[] {
  const coloured = placed.filter(({ value }) => colourOf(value, figure.scale) !== null);
  const shapes = coloured.map(({ value, centre }) => ({
    text: value.target.name,
    centre: frame.toPixels(view.project(centre)),
    reach: frame.scale * dotRadius(placed.length),
  }));
  const [left, top] = frame.toPixels([view.extent.left, view.extent.top]);
  const [right, bottom] = frame.toPixels([view.extent.right, view.extent.bottom]);
  return labelNodes(shapes, { bounds: { left, top, right, bottom }, theme: brainTheme(figure.scheme) });
}
