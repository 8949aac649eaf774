/** A column of times: its name, with the unit it may carry in words or brackets. */
const timeName =
  /^(time|times|t|sec|secs|second|seconds|timestamp|ms|msec)[ _]*[[(]?(s|sec|secs|seconds|ms|msec|milliseconds)?[\])]?$/i;
const inMilliseconds = /(^ms|ms|msec|milliseconds)[\])]?$/i;

/** Seconds of one unit of a column of times, by its name; null for any other column. */
export function timeUnitSeconds(name: string): number | null {
  if (!timeName.test(name)) return null;
  return inMilliseconds.test(name) ? 0.001 : 1;
}
