import type { FilmCue } from './filmCue';

interface Fault {
  path: (string | number)[];
  message: string;
}

/** What of a project is checked together. */
interface CheckedProject {
  film: { lengthFrames: number };
  markers: readonly { frame: number; durationFrames: number }[];
  cuts: readonly number[];
  curve: readonly { t: number }[];
  importance: readonly { end: number }[];
  cues: readonly FilmCue[];
}

/** A key point on the last frame's end may be off by rounding. */
const roundingSeconds = 1e-6;

/** What cannot be, of things that lie on one film: beyond its end, out of order, over one another. */
export function projectFaults(project: CheckedProject, lengthSeconds: number): Fault[] {
  const { film, markers, cuts, curve, importance } = project;
  const { lengthFrames } = film;
  const beyond = `within the film, which ends at ${lengthFrames} frames`;
  const after = `within the film, which ends at ${lengthSeconds} s`;
  const late = (seconds: number) => seconds > lengthSeconds + roundingSeconds;
  return [
    ...faultsOf(markers, ({ frame }) => frame >= lengthFrames, {
      name: 'markers',
      field: 'frame',
      message: beyond,
    }),
    ...faultsOf(cuts, (cut) => cut >= lengthFrames, { name: 'cuts', message: beyond }),
    ...faultsOf(cuts, (cut, place) => place > 0 && cut <= cuts[place - 1], {
      name: 'cuts',
      message: 'after the cut before it',
    }),
    ...faultsOf(curve, ({ t }) => late(t), { name: 'curve', field: 't', message: after }),
    ...faultsOf(curve, ({ t }, place) => place > 0 && t < curve[place - 1].t, {
      name: 'curve',
      field: 't',
      message: 'not before the key point before it',
    }),
    ...faultsOf(importance, ({ end }) => late(end), { name: 'importance', field: 'end', message: after }),
    ...cueFaults(project, beyond),
  ];
}

function cueFaults({ film, cues }: CheckedProject, beyond: string): Fault[] {
  const sorted = cues.map((cue, place) => ({ cue, place })).toSorted((a, b) => a.cue.inFrame - b.cue.inFrame);
  const overlaps = sorted.flatMap(({ cue, place }, order): Fault[] => {
    const before = sorted[order - 1]?.cue;
    if (!before || before.outFrame <= cue.inFrame) return [];
    const message = `not before "${before.name}" ends, at ${before.outFrame}`;
    return [{ path: ['cues', place, 'inFrame'], message }];
  });
  const first = new Map(cues.toReversed().map((cue) => [cue.id, cue]));
  return [
    ...faultsOf(cues, ({ outFrame }) => outFrame > film.lengthFrames, {
      name: 'cues',
      field: 'outFrame',
      message: beyond,
    }),
    ...overlaps,
    ...faultsOf(cues, (cue) => first.get(cue.id) !== cue, {
      name: 'cues',
      field: 'id',
      message: 'another than those of the other cues',
    }),
    ...cues.flatMap(hitFaults),
  ];
}

function hitFaults({ inFrame, outFrame, hitPoints }: FilmCue, place: number): Fault[] {
  return hitPoints.flatMap(({ frame }, hit): Fault[] => {
    if (inFrame <= frame && frame < outFrame) return [];
    const message = `within its cue, from ${inFrame} to before ${outFrame}`;
    return [{ path: ['cues', place, 'hitPoints', hit, 'frame'], message }];
  });
}

/** A fault for each of a list that is wrong, at its field. */
function faultsOf<Item>(
  items: readonly Item[],
  isWrong: (item: Item, place: number) => boolean,
  { name, field, message }: { name: string; field?: string; message: string },
): Fault[] {
  return items.flatMap((item, place) =>
    isWrong(item, place) ? [{ path: [name, place, ...(field ? [field] : [])], message }] : [],
  );
}
