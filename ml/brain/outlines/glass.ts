import type { BrainDrawing, DrawnLine } from './brainDrawing';
import { hemisphereOutline, lateralDrawing } from './hemisphere';
import { line, pointsOf } from './drawnLine';
import type { ViewPoint } from './spline';

const mirrored = (points: readonly ViewPoint[]): ViewPoint[] => points.map(([x, y]) => [-x, y]);

/** A shape that is the same on both sides, from its right half, which runs from the midline to the midline. */
const bothSides = (right: readonly ViewPoint[]): ViewPoint[] => [...right, ...mirrored(right).reverse()];

const onBothSides = (lines: readonly DrawnLine[]): DrawnLine[] =>
  lines.flatMap((line) => [line, { ...line, points: mirrored(line.points) }]);

const cerebellumFromTheSide: readonly ViewPoint[] = pointsOf(`
      -38,-27 -46,-22.6 -58,-20.4 -70,-21.4 -81,-25 -89.6,-31 -93,-38.6 -90,-47 -82.4,-54.4 -72,-59.6
      -61,-60.6 -51.6,-57 -45,-50.6 -40.6,-42 -38,-34`);

const stemFromTheSide: readonly ViewPoint[] = pointsOf(`
      -10,-14 -11,-20 -12,-27 -14.6,-35 -20.6,-41.6 -27.6,-46.4 -32.6,-53 -36,-61 -38.6,-69 -46.6,-69
      -46.4,-60 -44,-51 -40,-40 -37.6,-29 -35.6,-18 -26,-12`);

const folia: readonly DrawnLine[] = [
  line('faint', '-40,-33 -56,-31.4 -74,-32.6 -91,-37.6'),
  line('faint', '-41,-40 -56,-41 -72,-42.6 -89,-46'),
  line('faint', '-47,-49 -60,-50 -72,-52 -82,-54'),
];

/** The sulci of the outer side, one weight lighter: a glass brain is looked through. */
const lightSulci: readonly DrawnLine[] = lateralDrawing
  .flatMap(({ lines }) => lines)
  .filter(({ kind }) => kind !== 'faint')
  .map(({ kind, points }) => ({ kind: kind === 'edge' ? 'sulcus' : 'faint', points }));

/** Both hemispheres from the side (y to the front, z up), with cerebellum and brain stem. */
export const sagittalDrawing: BrainDrawing = [
  { kind: 'beneath', points: stemFromTheSide, lines: [] },
  { kind: 'beneath', points: cerebellumFromTheSide, lines: folia },
  { kind: 'cortex', points: hemisphereOutline, lines: lightSulci },
];

const cerebellumFromTheFront: readonly ViewPoint[] = bothSides(
  pointsOf(`
      0,-52 5,-57.4 14,-60.6 25,-60 36,-55.6 45.4,-48 50.6,-38.6 50,-30 40,-24 20,-20 0,-18`),
);

const stemFromTheFront: readonly ViewPoint[] = bothSides(
  pointsOf('0,-69 6.4,-69 7.4,-60 9.4,-52 15,-44 17.6,-35 16,-26 10,-18 0,-14'),
);

/** The cerebrum from the front (x to the right, z up), in MNI millimetres. */
export const coronalOutline: readonly ViewPoint[] = bothSides(
  pointsOf(`
      0,70.4 2.4,75 8,77.6 17,78 27,75.6 36.6,71 45.4,64.6 52.6,57 58.6,48.4 63.4,38.4 66.8,27.6
      68.8,16.6 68.6,8.4 67,4.6 69,0.4 69.8,-8 68.4,-17 65.2,-25.6 60,-33 53,-38.8 45,-42.2 36.6,-42.6
      29,-39 23.4,-32.6 18.6,-26 12,-21.4 5,-19.4 0,-19`),
);

/** From the front (x to the right, z up). */
export const coronalDrawing: BrainDrawing = [
  {
    kind: 'beneath',
    points: cerebellumFromTheFront,
    lines: onBothSides([
      line('faint', '49,-34 36,-36.6 22,-44 4,-46'),
      line('faint', '44,-48 32,-47.6 20,-52 4,-54'),
    ]),
  },
  { kind: 'beneath', points: stemFromTheFront, lines: [] },
  {
    kind: 'cortex',
    points: coronalOutline,
    lines: [
      line('sulcus', '0,70.4 0.3,58 -0.3,46 0,31'),
      ...onBothSides([
        // Sylvian fissure down to the insula.
        line('sulcus', '67,4.6 58,6 49,4.6 42.6,1.4'),
        line('faint', '38.6,13 42,6.6 42.6,0 40,-7 36,-11'),
        // Corpus callosum and the upper edge of the ventricles.
        line('faint', '0,28.6 8,27 16,27.6 22,23'),
        line('faint', '0,23.4 8,21.6 14,21 18.6,16'),
        // Cingulate, superior frontal, inferior frontal and temporal sulci.
        line('faint', '0.4,43 6,40.6 11,41.6'),
        line('faint', '22.6,76.6 22,68 24.6,60.6 23,53'),
        line('faint', '47,62.6 42.6,55.6 42,48 38.6,42.6'),
        line('faint', '66,30 58,28.6 51,30.6 46,27.6'),
        line('faint', '69.6,-10.6 61,-10 54.4,-13 49,-11.6'),
        line('faint', '62.6,-29.4 55.6,-26 50,-26.6'),
        line('faint', '33,-41 33.6,-33 30,-27'),
      ]),
    ],
  },
];

/** The cerebrum from above (x to the right, y to the front), in MNI millimetres. */
export const axialOutline: readonly ViewPoint[] = bothSides(
  pointsOf(`
      0,66 2.6,70.6 9,73 17.6,72 26.6,67.6 35,60.6 42,52 47.6,42.6 51.8,32.6 55.4,22.6 57.6,15 62,6.4
      66,-4 68.8,-15 70,-26.6 69.6,-38 67.6,-49 64,-60 58.6,-71 51.6,-81 43,-90 33.4,-97.4 23.4,-102.8
      13.6,-105.4 6,-104.6 1.8,-101 0,-95.6`),
);

/** From above (x to the right, y to the front). */
export const axialDrawing: BrainDrawing = [
  {
    kind: 'cortex',
    points: axialOutline,
    lines: [
      line('edge', '0,66 0.4,40 -0.4,10 0.4,-24 -0.3,-60 0,-95.6'),
      ...onBothSides([
        // Central sulcus over the knob of the hand; precentral and postcentral beside it.
        line(
          'sulcus',
          `
      2.6,-31 10,-29.6 18,-28 24.6,-24.4 29.6,-26.4 35.4,-24.6 39.6,-18 46,-13.4 52.6,-8.6 59,-5`,
        ),
        line('faint', '14,-12.6 22,-9.6 30,-8 37,-2.6 44,2 51,6.6'),
        line('faint', '12,-44 21,-41 29,-38.4 37,-36.6 45,-29 53.6,-24 62,-20'),
        // Superior and inferior frontal sulci.
        line('faint', '23.6,-8.6 23,3 25,14 22.6,25.6 23.6,37 19,49.6'),
        line('faint', '42,3 41,14 42.6,25 38.6,36 36,47'),
        line('faint', '9,60 10.6,48.6 9,36'),
        // Intraparietal, superior temporal and parieto-occipital sulci.
        line('faint', '34.6,-38.6 36,-47.6 31,-57 26.6,-66.6 23.6,-77'),
        line('faint', '67,-46 58,-48.6 51,-56.4 45.6,-65'),
        line('sulcus', '1,-74.6 8,-73.4 15,-76.6'),
        line('faint', '11,-97 13.6,-90 19,-86.6'),
        line('faint', '44,-82 38.6,-78.4 33.4,-79.4'),
      ]),
    ],
  },
];
