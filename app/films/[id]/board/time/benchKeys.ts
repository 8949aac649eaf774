/** What the keys of the bench do. */
export type BenchDeed =
  | 'toggle'
  | 'backward'
  | 'pause'
  | 'forward'
  | 'frameBack'
  | 'frameOn'
  | 'secondBack'
  | 'secondOn'
  | 'markBefore'
  | 'markAfter'
  | 'toStart'
  | 'toEnd'
  | 'marker'
  | 'setIn'
  | 'setOut'
  | 'cue'
  | 'record'
  | 'words'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'help';

interface BenchKey {
  /** As the help writes it. */
  shown: string;
  /** As the browser names it, letters small. */
  keys: readonly string[];
  shift?: boolean;
  deed: BenchDeed;
  words: string;
}

/** Every key of the bench but undo, in the order of the help. */
export const benchKeys: readonly BenchKey[] = [
  { shown: 'Space', keys: [' '], deed: 'toggle', words: 'Play, pause' },
  { shown: 'L', keys: ['l'], deed: 'forward', words: 'Play on; again: faster. With K held: one frame on' },
  { shown: 'K', keys: ['k'], deed: 'pause', words: 'Pause' },
  {
    shown: 'J',
    keys: ['j'],
    deed: 'backward',
    words: 'Play back; again: faster. With K held: one frame back',
  },
  { shown: '←', keys: ['arrowleft'], deed: 'frameBack', words: 'One frame back' },
  { shown: '→', keys: ['arrowright'], deed: 'frameOn', words: 'One frame on' },
  { shown: 'Shift ←', keys: ['arrowleft'], shift: true, deed: 'secondBack', words: 'One second back' },
  { shown: 'Shift →', keys: ['arrowright'], shift: true, deed: 'secondOn', words: 'One second on' },
  { shown: '↑', keys: ['arrowup'], deed: 'markBefore', words: 'To the cut or marker before' },
  { shown: '↓', keys: ['arrowdown'], deed: 'markAfter', words: 'To the next cut or marker' },
  { shown: 'Home', keys: ['home'], deed: 'toStart', words: 'To the first frame' },
  { shown: 'End', keys: ['end'], deed: 'toEnd', words: 'To the last frame' },
  { shown: 'M', keys: ['m'], deed: 'marker', words: 'A marker at this frame, also while it plays' },
  { shown: 'I', keys: ['i'], deed: 'setIn', words: 'In: the stretch begins with this frame' },
  { shown: 'O', keys: ['o'], deed: 'setOut', words: 'Out: the stretch ends with this frame' },
  { shown: 'C', keys: ['c'], deed: 'cue', words: 'A cue from in to out' },
  { shown: 'W', keys: ['w'], deed: 'words', words: 'A key point by a word, at this frame' },
  { shown: 'R', keys: ['r'], deed: 'record', words: 'Record the curve live; again: stop' },
  { shown: '+', keys: ['+', '='], deed: 'zoomIn', words: 'Nearer, at the playhead' },
  { shown: '−', keys: ['-', '_', '\u2212'], deed: 'zoomOut', words: 'Farther' },
  { shown: 'F', keys: ['f'], deed: 'fit', words: 'All of the film' },
  { shown: '?', keys: ['?'], deed: 'help', words: 'These keys' },
];

/** Signs that are typed with Shift on some keyboards. */
const isSign = (key: string) => key.length === 1 && !/[a-z ]/.test(key);

/** What a key is for; null where it is none of the bench's. */
export function benchDeed({ key, shiftKey }: { key: string; shiftKey: boolean }): BenchDeed | null {
  const pressed = key.toLowerCase();
  const found = benchKeys.find(
    ({ keys, shift = false }) => keys.includes(pressed) && (isSign(pressed) || shift === shiftKey),
  );
  return found?.deed ?? null;
}
