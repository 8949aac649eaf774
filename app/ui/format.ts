const minus = '\u2212';

/** A signed value to `digits` places with a true minus sign: "+0.32", "−0.10", "0.00". */
export function formatSigned(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return (value < 0 ? minus : '+') + text;
}

/** Valence and arousal in words: "valence +0.32, arousal −0.10". */
export function formatEmotion(valence: number, arousal: number): string {
  return `valence ${formatSigned(valence)}, arousal ${formatSigned(arousal)}`;
}

/** A clock reading of seconds: "0:07", "2:00", "1:02:03". */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** The same for an ear: "2 minutes 5 seconds". */
export function formatSpoken(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ] as const;
  const spoken = parts.filter(([count]) => count > 0).map(([count, unit]) => formatCount(count, unit));
  return spoken.length ? spoken.join(' ') : '0 seconds';
}

/** A whole number: "1,204". */
export const formatNumber = (count: number) => count.toLocaleString('en-GB');

/** A whole number with its noun: "1 track", "1,204 tracks". */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`;
}

/** A distance: two places, three where it is small. */
export function formatDistance(distance: number): string {
  return distance.toFixed(distance < 0.1 ? 3 : 2);
}

/** A size of a file: "640 kB", "3.2 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
