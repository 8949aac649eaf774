/** The part of smpte-timecode (MIT; it ships no types) that tests compare with. */
declare module 'smpte-timecode' {
  interface PeerTimecode {
    frameCount: number;
    toString(): string;
  }
  export default function Timecode(
    label: string | number,
    frameRate: 23.976 | 24 | 25 | 29.97 | 30 | 50 | 59.94 | 60,
    dropFrame: boolean,
  ): PeerTimecode;
}
