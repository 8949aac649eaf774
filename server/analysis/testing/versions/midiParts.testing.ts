/** What to do with the events of a standard MIDI file, in place; lengths and times never change. */
interface EventEdit {
  velocity: (channel: number, velocity: number) => number;
  program: (channel: number, program: number) => number;
}

export const drumChannel = 9;

/** The file with the notes of one channel left out. */
export const withoutChannel = (file: Uint8Array, channel: number): Uint8Array =>
  edited(file, {
    velocity: (each, velocity) => (each === channel ? 0 : velocity),
    program: (_, program) => program,
  });

/** The file with the instruments of the given channels changed for those 40 programs on. */
export const withOtherPrograms = (file: Uint8Array, channels: ReadonlySet<number>): Uint8Array =>
  edited(file, {
    velocity: (_, velocity) => velocity,
    program: (each, program) => (channels.has(each) && each !== drumChannel ? (program + 40) % 128 : program),
  });

/** The channels by how many notes they have, most first. */
export function busiestChannels(file: Uint8Array): number[] {
  const counts = new Map<number, number>();
  edited(file, {
    velocity: (channel, velocity) => {
      if (velocity > 0) counts.set(channel, (counts.get(channel) ?? 0) + 1);
      return velocity;
    },
    program: (_, program) => program,
  });
  return [...counts].sort((a, b) => b[1] - a[1]).map(([channel]) => channel);
}

function edited(file: Uint8Array, edit: EventEdit): Uint8Array {
  const bytes = Uint8Array.from(file);
  const view = new DataView(bytes.buffer);
  let at = 8 + view.getUint32(4);
  while (at + 8 <= bytes.length) {
    const end = Math.min(bytes.length, at + 8 + view.getUint32(at + 4));
    editTrack(bytes.subarray(at + 8, end), edit);
    at = end;
  }
  return bytes;
}

function editTrack(track: Uint8Array, edit: EventEdit): void {
  let at = 0;
  let running = 0;
  const variableLength = (): number => {
    let value = 0;
    do value = value * 128 + (track[at] & 0x7f);
    while (track[at++] >= 0x80);
    return value;
  };
  while (at < track.length) {
    variableLength();
    const status = track[at] >= 0x80 ? track[at++] : running;
    if (status >= 0xf0) {
      if (status === 0xff) at++;
      const length = variableLength();
      at += length;
      continue;
    }
    running = status;
    const [kind, channel] = [status >> 4, status & 15];
    if (kind === 9) track[at + 1] = edit.velocity(channel, track[at + 1]);
    if (kind === 12) track[at] = edit.program(channel, track[at]);
    at += kind === 12 || kind === 13 ? 1 : 2;
  }
}
