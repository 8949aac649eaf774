/** Bits of WAVE's channel mask, in the order of their channels (Microsoft, WAVEFORMATEXTENSIBLE). */
const speaker = {
  left: 0x1,
  right: 0x2,
  centre: 0x4,
  low: 0x8,
  backLeft: 0x10,
  backRight: 0x20,
  backCentre: 0x100,
  sideLeft: 0x200,
  sideRight: 0x400,
};

/** One, two, three, quadrophony, 5.0, 5.1, 6.1 and 7.1: what so many channels are taken for everywhere here. */
const usualMasks = [0x4, 0x3, 0x7, 0x33, 0x603, 0x37, 0x607, 0x3f, 0x60f, 0x70f, 0x63f];

const left = [1, 0, 0, 0, 0] as const;
const right = [0, 1, 0, 0, 0] as const;
const centre = [0, 0, 1, 0, 0] as const;
const leftSurround = [0, 0, 0, 1, 0] as const;
const rightSurround = [0, 0, 0, 0, 1] as const;
const bothSurrounds = [0, 0, 0, Math.SQRT1_2, Math.SQRT1_2] as const;

/** What each gives to left, right, centre, left and right surround; low frequencies are left out (ITU-R BS.775-3). */
const gains = new Map<number, readonly number[]>([
  [speaker.left, left],
  [speaker.right, right],
  [speaker.centre, centre],
  [speaker.low, [0, 0, 0, 0, 0]],
  [speaker.backLeft, leftSurround],
  [speaker.backRight, rightSurround],
  [speaker.backCentre, bothSurrounds],
  [speaker.sideLeft, leftSurround],
  [speaker.sideRight, rightSurround],
]);

/** How many of the five are kept, and which: the fewest that hold all of the sound. */
const keptLayouts = [[2], [0, 1], [0, 1, 2], [0, 1, 3, 4], [0, 1, 2, 3, 4]];

/**
 * How the channels of a WAV file are brought to a usual layout where its mask says that they are of another, such as
 * 2.1 or left, right, centre and back: the gains of every channel to each of the new ones. Undefined where nothing is
 * to be done, or the mask says nothing that can be believed.
 */
export function layoutGains(mask: number, channelCount: number): number[][] | undefined {
  const speakers = Array.from({ length: 18 }, (_, bit) => 1 << bit).filter((bit) => (mask & bit) !== 0);
  if (speakers.length !== channelCount || usualMasks.includes(mask)) return undefined;
  const rows = speakers.flatMap((bit) => gains.get(bit) ?? []);
  if (rows.length !== 5 * channelCount) return undefined;
  const gainOf = (channel: number, target: number) => rows[5 * channel + target];
  const isUsed = (target: number) => speakers.some((_, channel) => gainOf(channel, target) > 0);
  const used = [0, 1, 2, 3, 4].filter(isUsed);
  const kept = keptLayouts.find((layout) => used.every((target) => layout.includes(target)));
  // Backs alone, or a centre with backs, are more likely a mistake than a recording.
  if (kept?.every(isUsed) !== true) return undefined;
  return kept.map((target) => speakers.map((_, channel) => gainOf(channel, target)));
}

/** Channels mixed by these gains. */
export function mixedBy(gains: number[][], channels: Float32Array[]): Float32Array[] {
  return gains.map((row) => {
    const mixed = new Float32Array(channels[0].length);
    row.forEach((gain, channel) => {
      if (gain === 0) return;
      const samples = channels[channel];
      for (let i = 0; i < mixed.length; i++) mixed[i] += gain * samples[i];
    });
    return mixed;
  });
}
