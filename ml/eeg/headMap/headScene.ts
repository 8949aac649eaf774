import { brainTheme } from '@/ml/brain/colour/brainTheme';
import { colourBar } from '@/ml/brain/scene/colourBar';
import { node, regionAttribute, textNode, type SceneNode } from '@/ml/brain/scene/sceneNode';
import { pixel } from '@/ml/figure/axes';
import type { Figure } from '@/ml/figure/figure';
import { headContours, lowestColour } from './headContours';
import type { HeadFigure, HeadMap } from './headFigure';
import { headFrame, type HeadFrame } from './headFrame';
import { headOutline, outlineReach } from './headOutline';
import { projected } from './headProjection';

const leastWidth = 160;
/** A head is about so wide where there is room for several, and never wider than the second. */
const usualSide = 175;
const largestSide = 340;
const titleHeight = 20;
const margin = 8;

/**
 * Maps of the head beside and below each other with one bar of colours for all, as a drawing that a page shows and a file
 * holds alike.
 *
 * @throws RangeError for a width under 160 pixels, and where values are not as many as the electrodes
 */
export function headScene(figure: HeadFigure): Figure {
  const { maps, width, scale, scheme, measure, idPrefix } = figure;
  if (!(width >= leastWidth)) throw new RangeError(`invalid width: ${width} (${leastWidth} pixels or more)`);
  const columns = Math.max(1, Math.min(maps.length, Math.floor(width / usualSide)));
  const side = Math.min(largestSide, width / columns);
  const left = (width - columns * side) / 2;
  const heads = maps.flatMap((map, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const corner = [left + column * side, margin + row * (side + titleHeight)] as const;
    return headNodes(map, figure, { corner, side, id: `${idPrefix}-head-${index}` });
  });
  const top = margin + Math.ceil(maps.length / columns) * (side + titleHeight);
  const bar = colourBar({ scale, scheme, measure, significance: null, width, idPrefix }, top);
  return {
    width,
    height: Math.ceil(top + bar.height) + margin,
    title: titleOf(figure),
    background: brainTheme(scheme).surface,
    nodes: [...heads, ...bar.nodes],
  };
}

interface HeadPlace {
  corner: readonly [number, number];
  side: number;
  id: string;
}

function headNodes(map: HeadMap, figure: HeadFigure, { corner, side, id }: HeadPlace): SceneNode[] {
  const theme = brainTheme(figure.scheme);
  const middle = corner[0] + side / 2;
  const frame = headFrame(
    [pixel(middle), pixel(corner[1] + titleHeight + side / 2)],
    pixel((0.5 * side - 3) / outlineReach),
  );
  const disc = { cx: frame.centre[0], cy: frame.centre[1], r: frame.radius };
  const title = {
    x: pixel(middle),
    y: corner[1] + 13,
    textAnchor: 'middle',
    fontSize: 12.5,
    fill: theme.ink,
  };
  return [
    ...(map.title === '' ? [] : [textNode(map.title, title)]),
    node('clipPath', { id }, [node('circle', disc)]),
    node('g', { clipPath: `url(#${id})` }, [
      node('circle', { ...disc, fill: lowestColour(figure) }),
      ...headContours(map, figure, frame),
    ]),
    ...headOutline(frame, theme),
    ...electrodeNodes(figure, frame),
  ];
}

/** A dot for each electrode, and its name where names are wanted. */
function electrodeNodes({ electrodes, scheme, labels }: HeadFigure, frame: HeadFrame): SceneNode[] {
  const { ink, surface } = brainTheme(scheme);
  // A rim keeps names legible on any colour.
  const rim = { stroke: surface, strokeWidth: 2, strokeOpacity: 0.65, paintOrder: 'stroke' };
  return electrodes.flatMap(({ channel, position }) => {
    const [cx, cy] = frame.toPixels(projected(position)).map(pixel);
    const dot = node('circle', {
      cx,
      cy,
      r: 1.9,
      fill: ink,
      stroke: surface,
      strokeWidth: 0.6,
      [regionAttribute]: channel,
    });
    const name = textNode(channel, {
      x: cx,
      y: cy - 4,
      textAnchor: 'middle',
      fontSize: 8.5,
      fill: ink,
      ...rim,
    });
    return labels ? [dot, name] : [dot];
  });
}

function titleOf({ maps, measure, electrodes }: HeadFigure): string {
  const titles = maps.map(({ title }) => title).filter((title) => title !== '');
  const which = titles.length === 0 ? '' : `: ${titles.join(', ')}`;
  return `Head map of ${measure} at ${electrodes.length} electrodes${which}`;
}
