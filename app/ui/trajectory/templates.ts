import { makeDrawing, type Drawing } from './drawing';

/** [t, valence, arousal] of each key point. */
type Sketch = readonly (readonly [number, number, number])[];

const sketch = (points: Sketch): Drawing =>
  makeDrawing(points.map(([t, valence, arousal]) => ({ t, valence, arousal })));

/** Movements to begin from: the plain ones first, then those with a story. */
export const templates: readonly { name: string; drawing: Drawing }[] = [
  {
    name: 'Rise',
    drawing: sketch([
      [0, -0.2, -0.4],
      [1, 0.4, 0.5],
    ]),
  },
  {
    name: 'Fall',
    drawing: sketch([
      [0, 0.4, 0.5],
      [1, -0.2, -0.4],
    ]),
  },
  {
    name: 'Arc',
    drawing: sketch([
      [0, 0, -0.3],
      [0.5, 0.4, 0.5],
      [1, 0, -0.3],
    ]),
  },
  {
    name: 'Valley',
    drawing: sketch([
      [0, 0.3, 0.2],
      [0.5, -0.4, -0.4],
      [1, 0.3, 0.2],
    ]),
  },
  {
    name: 'Turn',
    drawing: sketch([
      [0, -0.4, 0.1],
      [0.45, -0.4, 0.1],
      [0.6, 0.45, 0.3],
      [1, 0.45, 0.3],
    ]),
  },
  {
    name: 'Storm and calm',
    drawing: sketch([
      [0, -0.1, 0],
      [0.3, -0.45, 0.65],
      [0.5, -0.3, 0.6],
      [0.7, 0.3, -0.4],
      [1, 0.35, -0.45],
    ]),
  },
  {
    name: 'Slow build',
    drawing: sketch([
      [0, 0, -0.45],
      [0.6, 0.1, -0.2],
      [0.85, 0.35, 0.6],
      [1, 0.4, 0.65],
    ]),
  },
  {
    name: 'Steady',
    drawing: sketch([
      [0, 0.2, 0],
      [1, 0.2, 0],
    ]),
  },
];
