const mostTold = 5;

/** That samples are missing at some times, in seconds of the recording; nothing where they are not. */
export function cutWarning(what: string, seconds: readonly number[]): string[] {
  if (seconds.length === 0) return [];
  const told = seconds.slice(0, mostTold).map((second) => Number(second.toFixed(3)));
  const more = seconds.length > mostTold ? ` and ${seconds.length - mostTold} more times` : '';
  return [
    `${what} at ${told.join(', ')} s${more}: samples are missing there, and what comes behind is too early`,
  ];
}
