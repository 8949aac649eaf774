import type { ChannelDescription, FileDescription } from '../describe/fileDescription';
import { RunningMoments } from '../describe/runningMoments';
import type { FileHead } from '../files/fileHead';
import type { EegChannel, EegEvent, EegRecording } from './eegRecording';

/** What a recording is. All of its samples are read through, some seconds of them in memory at a time. */
export async function describeEeg(
  { name, sizeBytes }: FileHead,
  recording: EegRecording,
  signal?: AbortSignal,
): Promise<FileDescription> {
  const { channels, events, durationSeconds, format, startedAt, trials, warnings } = recording;
  const rates = new Set(channels.map(({ rateHz }) => rateHz));
  const rateHz = rates.size === 1 ? [...rates][0] : null;
  const columns = await describeChannels(recording, signal);
  return {
    name,
    sizeBytes,
    kind: 'eeg',
    format,
    shape: [channels.reduce((most, { samples }) => Math.max(most, samples), 0), channels.length],
    hopSeconds: rateHz === null ? null : 1 / rateHz,
    rateHz,
    startSeconds: null,
    durationSeconds,
    columns,
    events: describeEvents(events),
    details: {
      startedAt,
      ratesHz: [...rates].sort((a, b) => b - a),
      trials: trials.length,
      bad: channels.flatMap((channel) => (channel.bad ? [channel.name] : [])),
    },
    warnings: [...warnings, ...oddChannels(columns)],
  };
}

async function describeChannels(
  recording: EegRecording,
  signal?: AbortSignal,
): Promise<ChannelDescription[]> {
  const { channels } = recording;
  const moments = channels.map(() => new RunningMoments());
  const blocks = recording.blocks({ channels: channels.map((_, index) => index), signal });
  for await (const block of blocks) block.forEach((samples, channel) => moments[channel].take(samples));
  return channels.map((channel, index) => describeChannel(channel, moments[index]));
}

function describeChannel(
  { name, unit, kind, rateHz, samples, highPassHz, lowPassHz, bad }: EegChannel,
  moments: RunningMoments,
): ChannelDescription {
  const described = moments.describe(name, { slope: 1, intercept: 0, unit });
  return { ...described, kind, rateHz, samples, highPassHz, lowPassHz, bad };
}

function describeEvents(events: readonly EegEvent[]): FileDescription['events'] {
  const counts = new Map<string, number>();
  for (const { label } of events) counts.set(label, (counts.get(label) ?? 0) + 1);
  return {
    count: events.length,
    firstOnsetSeconds: events.at(0)?.onsetSeconds ?? null,
    lastOnsetSeconds: events.at(-1)?.onsetSeconds ?? null,
    types: [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostTypes)
      .map(([name, count]) => ({ name, count })),
    list: [...events],
  };
}

const mostTypes = 100;

function oddChannels(columns: readonly ChannelDescription[]): string[] {
  const named = (what: string, odd: (column: ChannelDescription) => boolean) => {
    const names = columns.filter(odd).map(({ name }) => name);
    if (names.length === 0) return [];
    const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
    return [`${what} ${names.slice(0, 5).join(', ')}${more}`];
  };
  const signals = ({ kind }: ChannelDescription) => kind !== 'status';
  return [
    ...named('numbers are missing in', ({ missing }) => missing > 0),
    ...named(
      'flat:',
      (column) => signals(column) && column.minimum !== null && column.minimum === column.maximum,
    ),
  ];
}
