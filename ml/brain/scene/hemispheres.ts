import type { BrainValue } from '../brainValue';
import { brainTheme } from '../colour/brainTheme';
import type { BrainDrawing, DrawnPart } from '../outlines/brainDrawing';
import { hemisphereOutline, lateralDrawing, medialDrawing } from '../outlines/hemisphere';
import { isWithin, polygonPath, type ViewPoint } from '../outlines/spline';
import type { BrainFigure, FigureBlock } from './brainFigure';
import { cellsOf } from './cells';
import { partLines, partPath, partSurface } from './drawingNodes';
import { labelNodes } from './labels';
import type { PlacedValue, SeenValue } from './placedValue';
import { colourOf, regionNode, weakestFirst } from './regionNode';
import { node, textNode, type SceneNode } from './sceneNode';
import { sideOf, type HemisphereView } from './sideOf';
import { viewFrame, type ViewFrame } from './viewFrame';

const extent = { left: -108, right: 74, bottom: -46, top: 81 };
const heading = 20;
const between = 14;
/** Wide enough for four views side by side. */
const fourAbreast = 680;
/** Fewer regions in one view than this are single places, not a parcellation. */
const few = 14;
/** Square millimetres of one view, shared out among its regions. */
const viewArea = 14_000;

const inOneRow: HemisphereView[] = ['left lateral', 'left medial', 'right medial', 'right lateral'];
const inTwoRows: HemisphereView[] = ['left lateral', 'right lateral', 'left medial', 'right medial'];

/** The front lies outwards: to the left where the left side of the head is looked at, to the right on the other. */
const isMirrored = (view: HemisphereView): boolean => view === 'left lateral' || view === 'right medial';

/** The outer and inner sides of both hemispheres, `top` pixels below the top of the figure. */
export function hemispheres(placed: readonly PlacedValue[], figure: BrainFigure, top: number): FigureBlock {
  const views = figure.width >= fourAbreast ? inOneRow : inTwoRows;
  const columns = columnsOf(figure);
  const scale = hemisphereScale(figure);
  const rowHeight = heading + scale * (extent.top - extent.bottom) + between;
  const nodes = views.flatMap((view, index) => {
    const left = between + (index % columns) * (scale * (extent.right - extent.left) + between);
    const corner: ViewPoint = [left, top + heading + Math.floor(index / columns) * rowHeight];
    const frame = viewFrame(extent, corner, { scale, mirrored: isMirrored(view) });
    return hemisphereView(view, seenIn(view, placed), { frame, figure, corner });
  });
  return { nodes, height: rowHeight * (views.length / columns) };
}

const columnsOf = ({ width }: BrainFigure): number => (width >= fourAbreast ? 4 : 2);

/** Pixels a millimetre, of all four views. */
export function hemisphereScale(figure: BrainFigure): number {
  const columns = columnsOf(figure);
  return (figure.width - (columns + 1) * between) / columns / (extent.right - extent.left);
}

/** True where a place is seen in one of the views: the cerebellum and the stem are not. */
export const isSeenInHemispheres = ({ centre: [, y, z] }: PlacedValue): boolean =>
  isWithin([y, z], hemisphereOutline);

const seenIn = (view: HemisphereView, placed: readonly PlacedValue[]): SeenValue[] =>
  placed
    .filter((each) => isSeenInHemispheres(each) && sideOf(each.centre).includes(view))
    .map(({ value, centre }) => ({ value, point: [centre[1], centre[2]] as const }));

interface Placing {
  frame: ViewFrame;
  figure: BrainFigure;
  corner: ViewPoint;
}

function hemisphereView(view: HemisphereView, seen: SeenValue[], placing: Placing): SceneNode[] {
  const { frame, figure, corner } = placing;
  const theme = brainTheme(figure.scheme);
  const [cortex, ...inner]: BrainDrawing = view.endsWith('lateral') ? lateralDrawing : medialDrawing;
  const isInner = ({ point }: SeenValue) => liesDeep(point, inner, seen.length);
  const deep = seen.filter(isInner);
  const shallow = seen.filter((each) => !isInner(each));
  const paths = cellPaths(seen, frame);
  const clipId = `${figure.idPrefix}-${view.replace(' ', '-')}`;
  const middle = corner[0] + (frame.scale * (extent.right - extent.left)) / 2;
  return [
    headingNode(view, [middle, corner[1] - 7], theme.inkSoft),
    partSurface(cortex, frame, theme),
    clipNode(clipId, cortex, frame),
    node('g', { clipPath: `url(#${clipId})` }, cellNodes(shallow, paths, figure)),
    ...inner.map((part) => partSurface(part, frame, theme)),
    ...[cortex, ...inner].flatMap((part) => partLines(part, frame, theme)),
    node('g', { clipPath: `url(#${clipId})` }, cellNodes(deep, paths, figure)),
    ...(figure.labels ? labels(seen, placing) : []),
  ];
}

/**
 * True where a region is drawn upon the medial wall and the corpus callosum: all that lie there of a few, which may be
 * nuclei. Of a parcellation those at the edge of the corpus callosum are cortex, and lie under it.
 */
function liesDeep(point: ViewPoint, inner: BrainDrawing, count: number): boolean {
  const kinds = inner.filter((part) => isWithin(point, part.points)).map(({ kind }) => kind);
  return kinds.length > 0 && (count < few || !kinds.includes('inside'));
}

const headingNode = (view: string, [x, y]: ViewPoint, fill: string): SceneNode =>
  textNode(`${view[0].toUpperCase()}${view.slice(1)}`, { x, y, textAnchor: 'middle', fontSize: 11.5, fill });

const clipNode = (id: string, part: DrawnPart, frame: ViewFrame): SceneNode =>
  node('clipPath', { id }, [node('path', { d: partPath(part, frame) })]);

/**
 * The reach of a region in millimetres: a dot where few are known; where they are many, more than a share of the surface,
 * and where they are so many that they must be all of it, enough to fill what lies between them and the edge.
 */
function cellRadius(count: number): number {
  if (count < few) return 8.5;
  return (count < 40 ? 1.35 : 2.2) * Math.sqrt(viewArea / (Math.PI * count));
}

/** The path of each value's cell; all that are seen hem each other in. */
function cellPaths(seen: readonly SeenValue[], frame: ViewFrame): Map<BrainValue, string> {
  const cells = cellsOf(
    seen.map(({ point }) => point),
    { radius: cellRadius(seen.length), gap: 0.4 },
  );
  return new Map(seen.map(({ value }, index) => [value, polygonPath(cells[index].map(frame.toPixels))]));
}

function cellNodes(
  seen: readonly SeenValue[],
  paths: ReadonlyMap<BrainValue, string>,
  figure: BrainFigure,
): SceneNode[] {
  const ordered = weakestFirst([...new Set(seen.map(({ value }) => value))], figure.scale);
  const last = (value: BrainValue) => value.significant || value.target.name === figure.picked;
  return [...ordered.filter((value) => !last(value)), ...ordered.filter(last)].map((value) =>
    regionNode(value, node('path', { d: paths.get(value) ?? '' }), figure),
  );
}

function labels(seen: SeenValue[], { frame, figure, corner }: Placing): SceneNode[] {
  const theme = brainTheme(figure.scheme);
  const coloured = weakestFirst(
    seen.map(({ value }) => value).filter((value) => colourOf(value, figure.scale) !== null),
    figure.scale,
  ).reverse();
  const points = new Map(seen.map(({ value, point }) => [value, frame.toPixels(point)]));
  const shapes = coloured.map((value) => ({
    text: value.target.name,
    centre: points.get(value) ?? corner,
    reach: frame.scale * Math.min(8.5, cellRadius(seen.length)),
  }));
  const bounds = {
    left: corner[0] - 2,
    right: corner[0] + frame.scale * (extent.right - extent.left) + 2,
    top: corner[1],
    bottom: corner[1] + frame.scale * (extent.top - extent.bottom) + between,
  };
  return labelNodes(shapes, { bounds, theme });
}
