import { describe, expect, it } from 'vitest';
import { broadcastWavHeader, encodePcm24 } from './broadcastWav';

const sound = {
  sampleRateHz: 48_000,
  channels: 2,
  frames: 3,
  timeReferenceSamples: 2 ** 33 + 5,
  description: 'Dämmerung – 1',
  originator: 'Circumplex',
  madeAt: new Date('2026-02-03T04:05:06Z'),
};

describe('a Broadcast Wave file', () => {
  it('has every field where EBU Tech 3285 has it', () => {
    const header = Buffer.from(broadcastWavHeader(sound));
    const text = (from: number, bytes: number) => header.toString('latin1', from, from + bytes);
    expect([text(0, 4), text(8, 8)]).toEqual(['RIFF', 'WAVEbext']);
    expect(header.readUInt32LE(16)).toBe(602);
    expect(text(20, 16).replaceAll('\0', '')).toBe('Dammerung ? 1');
    expect(text(276, 10)).toBe('Circumplex');
    expect([text(340, 10), text(350, 8)]).toEqual(['2026-02-03', '04:05:06']);
    expect(header.readBigUInt64LE(358)).toBe(BigInt(2 ** 33 + 5));
    expect(header.readUInt16LE(366)).toBe(1);
    const format = 20 + 602;
    expect([text(format, 4), text(format + 24, 4)]).toEqual(['fmt ', 'data']);
    expect([header.readUInt16LE(format + 8), header.readUInt16LE(format + 10)]).toEqual([1, 2]);
    expect([header.readUInt16LE(format + 20), header.readUInt16LE(format + 22)]).toEqual([6, 24]);
    expect(header.readUInt32LE(format + 28)).toBe(18);
    expect(header.length).toBe(format + 32);
    expect(header.readUInt32LE(4)).toBe(header.length - 8 + 18);
  });

  it('holds samples of 24 bits, and clips nothing but what goes beyond full scale', () => {
    const levels = [0, 1, -1, 8_388_607, -8_388_608, 123_456, -654_321];
    const bytes = Buffer.from(
      encodePcm24({ channels: [Float32Array.from(levels, (x) => x / 2 ** 23), new Float32Array(7).fill(1)] }),
    );
    levels.forEach((level, frame) => {
      expect(bytes.readIntLE(6 * frame, 3)).toBe(level);
      expect(bytes.readIntLE(6 * frame + 3, 3)).toBe(2 ** 23 - 1);
    });
  });

  it('refuses a time reference that is none', () => {
    expect(() => broadcastWavHeader({ ...sound, timeReferenceSamples: -1 })).toThrow(RangeError);
  });
});
