import { describe, expect, it } from 'vitest';
import { constantRateCommand, proxyCommand, usualRate } from './proxyCommand';

const film = {
  file: { name: 'Reel 1.mov' },
  rate: { numerator: 30_000, denominator: 1001 },
  ...{ startFrame: 107_832, dropFrame: true },
};

describe('the command for a copy that browsers show', () => {
  it('keeps every frame and the start time code', () => {
    const command = proxyCommand(film);
    expect(command).toContain('-i "Reel 1.mov"');
    expect(command).toContain('-fps_mode passthrough');
    expect(command).toContain('-timecode "00:59:58;00"');
    expect(command).toMatch(/ "Reel 1 proxy\.mp4"$/);
  });

  it('makes a constant rate of a variable one', () => {
    const mean = { ...film, startFrame: null, rate: { numerator: 2973, denominator: 100 } };
    expect(constantRateCommand(mean)).toContain('-fps_mode cfr -r 30000/1001 ');
    expect(constantRateCommand(mean)).not.toContain('-timecode');
    expect(usualRate({ numerator: 23_980, denominator: 1000 })).toEqual({
      numerator: 24_000,
      denominator: 1001,
    });
  });

  it.each(['$(rm -rf ~).mov', 'a`b.mov', 'a"b.mov', "it's $1.mov", 'back\\slash.mov'])(
    'gives a shell the name %s and no more',
    (name) => {
      const quoted = `'${name.replaceAll("'", "'\\''")}'`;
      expect(proxyCommand({ ...film, file: { name } })).toContain(`-i ${quoted} `);
    },
  );
});
