import frontEnd from './frontEnd.json';
import definition from './rhythm.json';

const { groupBands, riseFrames, lowGroups, firstHighGroup } = definition;
const groups = frontEnd.melBands / groupBands;

/**
 * Loudness, frame by frame: the fourth root of the power of groups of bands (near Stevens's law), and by how much
 * each group has grown in two frames, falls counting nothing.
 */
export class FrameLoudness {
  /** Of the last frame: mean over the groups. */
  loudness = 0;
  /** Loudness times its centre among the groups, which is 0 to 1. */
  bright = 0;
  /** Growth, as a mean over all groups: of all, of those below 250 Hz, of those above 4 kHz. */
  rise = 0;
  lowRise = 0;
  highRise = 0;
  /** Loudness of the groups in the last frames, each in the place of frame % riseFrames. */
  private readonly before = Array.from({ length: riseFrames }, () => new Float64Array(groups));
  private frames = 0;

  /** @param power - of the next frame's bands, [96] */
  push(power: Float64Array): void {
    const before = this.before[this.frames % riseFrames];
    const begun = this.frames++ >= riseFrames;
    this.loudness = this.bright = this.rise = this.lowRise = this.highRise = 0;
    for (let group = 0, band = 0; group < groups; group++) {
      let sum = 0;
      for (const end = band + groupBands; band < end; band++) sum += power[band];
      const loudness = Math.sqrt(Math.sqrt(sum / groupBands));
      this.loudness += loudness / groups;
      this.bright += (loudness * group) / (groups * (groups - 1));
      if (begun && loudness > before[group]) this.addRise(group, (loudness - before[group]) / groups);
      before[group] = loudness;
    }
  }

  private addRise(group: number, rise: number): void {
    this.rise += rise;
    if (group < lowGroups) this.lowRise += rise;
    if (group >= firstHighGroup) this.highRise += rise;
  }
}
