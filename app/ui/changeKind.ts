/** `step` is a change of its own; `glide` is one of many on the way to a step, as while dragging or typing. */
export type ChangeKind = 'step' | 'glide';
