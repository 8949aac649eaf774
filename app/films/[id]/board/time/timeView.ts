/** The part of a film that is in sight, in seconds. */
export interface TimeView {
  from: number;
  span: number;
}

/** How far a view may go in and out. */
export interface ViewBounds {
  lengthSeconds: number;
  leastSpan: number;
}

/** All of the film. */
export const wholeView = ({ lengthSeconds }: ViewBounds): TimeView => ({ from: 0, span: lengthSeconds });

/** Where a time lies in sight: 0 at the left edge, 1 at the right. */
export const shareOf = ({ from, span }: TimeView, seconds: number): number => (seconds - from) / span;

/** The time at a share of what is in sight. */
export const secondsAt = ({ from, span }: TimeView, share: number): number => from + share * span;

/** A view brought within its bounds; its span comes before its place. */
export function heldView({ from, span }: TimeView, { lengthSeconds, leastSpan }: ViewBounds): TimeView {
  const held = Math.min(lengthSeconds, Math.max(Math.min(leastSpan, lengthSeconds), span));
  return { from: Math.min(lengthSeconds - held, Math.max(0, from)), span: held };
}

/** Nearer by a factor over 1, farther below; what lies at a share of the view stays there. */
export function zoomedView(
  view: TimeView,
  { factor, share }: { factor: number; share: number },
  bounds: ViewBounds,
): TimeView {
  const { span } = heldView({ ...view, span: view.span / factor }, bounds);
  return heldView({ from: secondsAt(view, share) - share * span, span }, bounds);
}

/** Moved on by a part of what is in sight. */
export function scrolledView(view: TimeView, share: number, bounds: ViewBounds): TimeView {
  return heldView({ ...view, from: view.from + share * view.span }, bounds);
}

/** Where the playhead comes to stand when it has left the view and the view follows. */
const followShare = 0.1;

/** A view with a time in sight: as it is where it has it, else moved so that it lies a little within. */
export function revealedView(view: TimeView, seconds: number, bounds: ViewBounds): TimeView {
  const share = shareOf(view, seconds);
  if (share >= 0 && share <= 1) return view;
  return heldView({ ...view, from: seconds - followShare * view.span }, bounds);
}
