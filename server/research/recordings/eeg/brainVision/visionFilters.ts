/** Filters of one channel, in Hz; null where not told. */
export interface ChannelFilter {
  highPassHz: number | null;
  lowPassHz: number | null;
}

/**
 * The filters that the recorder's words behind `[Comment]` tell of each channel: tables with columns "Low Cutoff" and
 * "High Cutoff", of the amplifier and of its software. Where both filter, the narrower band holds. A time constant
 * t in seconds is a cutoff of 1 / (2 pi t).
 */
export function visionFilters(comment: string, channels: number): ChannelFilter[] {
  const filters: ChannelFilter[] = Array.from({ length: channels }, () => ({
    highPassHz: null,
    lowPassHz: null,
  }));
  const lines = comment.split('\n');
  lines.forEach((line, at) => {
    const heads = line.trim().split(/\s{2,}/);
    const low = heads.findIndex((head) => /^Low Cutoff/i.test(head));
    const high = heads.findIndex((head) => /^High Cutoff/i.test(head));
    if (low < 0 || high < 0) return;
    lines.slice(at + 1, at + 1 + channels).forEach((row, index) => {
      const cells = row.trim().split(/\s{2,}/);
      // Rows of a table begin with the number of their channel.
      if (cells[0] !== String(index + 1)) return;
      narrow(filters[index], cutoffOf(cells[low], heads[low]), cutoffOf(cells[high], heads[high]));
    });
  });
  return filters;
}

function narrow(filter: ChannelFilter, highPassHz: number | null, lowPassHz: number | null): void {
  if (highPassHz !== null) filter.highPassHz = Math.max(filter.highPassHz ?? 0, highPassHz);
  if (lowPassHz !== null) filter.lowPassHz = Math.min(filter.lowPassHz ?? Infinity, lowPassHz);
}

function cutoffOf(cell: string | undefined, head: string): number | null {
  if (cell === undefined || /^off$/i.test(cell)) return null;
  if (/^dc$/i.test(cell)) return 0;
  const value = Number(cell.replace(',', '.'));
  if (!Number.isFinite(value) || value <= 0) return null;
  return /\[s\]/i.test(head) ? Number((1 / (2 * Math.PI * value)).toPrecision(6)) : value;
}
