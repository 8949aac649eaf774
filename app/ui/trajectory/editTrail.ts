/** What was drawn before and, after an undo, what can be drawn again. */
export interface EditTrail<State> {
  past: readonly State[];
  future: readonly State[];
  /** The gesture (one drag, one held key) of the last edit; edits of one gesture are undone together. */
  gesture: string | null;
}

const deepest = 200;

export const emptyTrail: EditTrail<never> = { past: [], future: [], gesture: null };

/** The trail after an edit that replaced `before`. */
export function recordEdit<State>(
  trail: EditTrail<State>,
  before: State,
  gesture: string | null,
): EditTrail<State> {
  if (gesture !== null && gesture === trail.gesture) return { ...trail, future: [] };
  return { past: [...trail.past, before].slice(-deepest), future: [], gesture };
}

/** What an undo brings back and the trail after it, or null where nothing is to be undone. */
export function undoEdit<State>(
  trail: EditTrail<State>,
  present: State,
): { state: State; trail: EditTrail<State> } | null {
  const state = trail.past.at(-1);
  if (state === undefined) return null;
  return {
    state,
    trail: { past: trail.past.slice(0, -1), future: [present, ...trail.future], gesture: null },
  };
}

/** The same forwards. */
export function redoEdit<State>(
  trail: EditTrail<State>,
  present: State,
): { state: State; trail: EditTrail<State> } | null {
  const [state, ...future] = trail.future;
  if (state === undefined) return null;
  return { state, trail: { past: [...trail.past, present], future, gesture: null } };
}
