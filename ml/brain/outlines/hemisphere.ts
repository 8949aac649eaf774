import type { BrainDrawing, DrawnLine, DrawnPart } from './brainDrawing';
import { line, pointsOf } from './drawnLine';
import type { ViewPoint } from './spline';

/** The outline of a hemisphere seen from its side, in MNI millimetres (y to the front, z up), from the frontal pole over the top. */
export const hemisphereOutline: readonly ViewPoint[] = pointsOf(`
      71.5,1 71.5,12 68.5,23 65,31 59.5,40 52,49 44,56.5 34,63.5 23,68.5 11,72.5 -1,75 -13,77 -25,78.2
      -31,77 -40,76.5 -50,74 -60,69.5 -69,63.5 -76,57 -80,51.5 -88,43.5 -95,33 -100,22 -103.5,11
      -105.5,0 -104,-9 -98.5,-15.5 -89,-19 -78,-19.6 -70,-18.4 -63.5,-18.6 -57,-22.4 -49,-27.2 -39,-31
      -29,-34.6 -19,-38.4 -9,-41.6 1,-43 10,-41.4 17.5,-36 21.9,-29.5 22.4,-24.4 20.4,-20.6 23.4,-20.8
      28.4,-23.4 36,-25.2 45,-24.6 54.6,-20.6 63.4,-14.4 69.2,-6.8`);

const lateralLines: readonly DrawnLine[] = [
  // The lateral (Sylvian) fissure with its two short branches into the inferior frontal gyrus.
  line(
    'edge',
    `
      20.4,-20.6 18,-15.4 13.6,-11 7,-6.6 -2,-2 -12,3.4 -22,9 -31,13.6 -38.5,18.4 -43.5,25 -45.5,32`,
  ),
  line('faint', '11.5,-9 16,-1 18,6 18.4,13'),
  line('faint', '13.5,-8 20.5,-3.4 28,-1.6'),
  // Central sulcus, over the knob of the hand.
  line(
    'edge',
    `
      -30.6,76.4 -26.4,68 -22.8,60.5 -22.4,53.4 -18,46.4 -14.6,40 -12.6,32.6 -8.6,25 -6.6,17.4
      -6.8,11.4`,
  ),
  // Precentral and superior frontal sulci.
  line('sulcus', '-9,65 -4.6,57.6 -4,50.6 0.6,44'),
  line('sulcus', '2.6,38.6 5.4,31 6,23.4 9.6,15.4 9,8.6'),
  line('sulcus', '-3.6,55.6 6,55.6 16,52.4 25.6,50.4 35,44.4 44,40'),
  line('sulcus', '6,29.6 15,27.6 23.6,28.8 32.6,24.4 41,21.6 47,14.4'),
  line('faint', '29.6,37.4 39.6,33.6 49,29.4 56.4,21'),
  line('faint', '63,17 61.6,8 56,0.4'),
  line('faint', '26.4,-11.6 36.6,-11.4 47,-12 55.6,-7.6'),
  line('faint', '28,15 33.6,8.4 41,4.4'),
  // Postcentral and intraparietal sulci.
  line('sulcus', '-46.4,70 -41,61.6 -38.6,53 -34.4,45.6 -30,37 -24.6,30 -22,22'),
  line('sulcus', '-36,48.4 -45,47.6 -54.6,49.6 -64.6,46.4 -74,40 -81,30.6'),
  line('faint', '-55,62 -62.6,59.4 -70,53.4'),
  // Superior temporal sulcus, whose end turns up into the angular gyrus; middle and inferior temporal sulci.
  line(
    'sulcus',
    `
      15.4,-28.4 6,-23 -4.6,-17 -14.4,-11.6 -25,-6.6 -35,0.4 -44.4,4.4 -53,11 -58.6,19.6 -61.6,29
      -60.4,36`,
  ),
  line('faint', '-52,9.4 -59.6,9.8 -67,13.6 -71.6,21 -71.4,28'),
  line('sulcus', '7,-34 -3.6,-29.4 -14,-26.4'),
  line('sulcus', '-19.6,-24 -30,-19.6 -40,-15.4 -50.4,-12.6 -58.4,-7'),
  // Occipital sulci.
  line('faint', '-68,-5 -76.6,0.4 -86,1.6 -95.4,4.6'),
  line('faint', '-79.4,50.6 -76.6,45.4'),
  line('faint', '-79,18.4 -87,21 -92.6,17'),
  line('faint', '-63.4,-18 -62,-13.6'),
  line('faint', '-74,-11 -84,-9.6 -92,-8.6'),
];

/** The outer side: Sylvian fissure, central sulcus, and the sulci beside them. */
export const lateralDrawing: BrainDrawing = [
  { kind: 'cortex', points: hemisphereOutline, lines: lateralLines },
];

const medialLines: readonly DrawnLine[] = [
  // Cingulate sulcus with its marginal branch; subparietal sulcus.
  line(
    'edge',
    `
      24,-12 33.6,-8.6 40.6,-0.6 44.6,9.4 43,20 36.6,29.4 27,36.4 15,40.6 3,42 -9,41.4 -20,42.6 -29,47
      -35,54.6 -38.4,63.4 -40.4,71.4`,
  ),
  line('sulcus', '-38.6,44 -46.6,41 -53.6,34.4 -58,26'),
  line('faint', '-46,42 -49,50 -53.4,56.4'),
  // Superior frontal gyrus and the sulci in front.
  line('faint', '52,2 54.6,12.4 51.6,24 45,34.4'),
  line('sulcus', '27,-17.4 40,-16.4 51,-12.4 60,-4.6'),
  line('faint', '35,41.6 26,48.6 15,52.6'),
  line('faint', '4,50 1.6,57.6 -3,64'),
  line('faint', '60,21 55.6,31 49,39.6'),
  // Central sulcus, where it laps over the edge.
  line('faint', '-30.6,76.4 -31.8,71.4'),
  line('faint', '-12,52 -18.6,56.4 -23.6,63'),
  // Parieto-occipital and calcarine sulci.
  line(
    'edge',
    `
      -79.8,51 -76,42 -71.6,32.6 -66.6,22.6 -61.6,13 -56.6,6.4 -49,0.4 -42.6,-5.4`,
  ),
  line('edge', '-57.4,7 -66,7 -75.6,4 -85,4.6 -94,1 -102,-1.4'),
  line('faint', '-63,48 -68.6,42'),
  line('faint', '-82,32 -86.6,23 -93,16.6'),
  // Collateral sulcus, uncus and the hippocampal fissure.
  line(
    'sulcus',
    `
      -82,-9.6 -70.6,-9 -59,-11 -47,-15.4 -35.6,-21 -24,-26.6 -13,-31.4 -3.6,-34`,
  ),
  line(
    'edge',
    `
      -40,-5.4 -35.4,-12.4 -28,-18.8 -19,-22.6 -10,-23 -4,-21 -1.4,-16.6 4.6,-15.4 11.6,-17.4 20.4,-20.6`,
  ),
  line('faint', '-10,-23 -11,-26.4 -6,-28.6'),
  line('faint', '-72,-14.8 -58,-17.4 -46,-22 -34,-27.6 -22,-32.4'),
  line('faint', '5.6,-34.6 10,-29 11,-23.6'),
];

/** Where the hemisphere was cut from the stem: thalamus and fornix are seen. */
const medialWall: DrawnPart = {
  kind: 'beneath',
  points: pointsOf(`
      15,-4.6 21,3 21.4,11 16,18 6,22.6 -8,23 -21,19.6 -31,13 -38,5 -39.4,-1.6 -35.6,-7.4 -31.6,-13
      -27.4,-18.6 -20,-20.4 -12.6,-18.4 -6,-14 0,-12.6 7,-9.4`),
  lines: [
    line('faint', '-31.6,12 -20,14.6 -8,14 0.6,8 2.6,-1'),
    line('faint', '-25,7 -17,10.4 -7.4,8.6 -3.6,2.4 -9.6,-2 -19,-1.4 -25,2 -25,7'),
  ],
};

const corpusCallosum: DrawnPart = {
  kind: 'inside',
  points: pointsOf(`
      5,-6.4 13.4,-8.6 22.4,-6 29.6,0.4 33,9 30.6,18 22.6,25 10,29 -6,30 -20.6,27.8 -32.4,21.6 -41,13
      -44.6,5.4 -42.6,0 -37.6,0.6 -33,7.4 -25.6,14.6 -14.6,20.4 -2,22.8 9,21.4 17.6,16.4 21.4,9 19,1.6
      12.4,-3.4`),
  lines: [],
};

/** The inner side: corpus callosum, cingulate, parieto-occipital and calcarine sulci; where the stem was cut. */
export const medialDrawing: BrainDrawing = [
  { kind: 'cortex', points: hemisphereOutline, lines: medialLines },
  medialWall,
  corpusCallosum,
];
