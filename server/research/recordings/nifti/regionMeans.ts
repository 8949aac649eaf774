import { fileFault } from '../files/fileFault';
import type { LabelImage } from './labelImage';

/** Means of regions over one volume after another. */
export class RegionMeans {
  /** How many voxels of each region are left out, known after the first volume. */
  readonly leftOut: Int32Array;
  /** Voxels that belong to a region, and the region of each. */
  private voxels: Int32Array;
  private regions: Int32Array;
  private readonly counts: Int32Array;
  private taken = 0;

  constructor(
    private readonly path: string,
    private readonly labels: LabelImage,
  ) {
    const { regionOf } = labels;
    this.voxels = Int32Array.from(labelled(regionOf));
    this.regions = this.voxels.map((voxel) => regionOf[voxel]);
    this.counts = Int32Array.from(labels.regions, ({ voxels }) => voxels);
    this.leftOut = new Int32Array(labels.regions.length);
  }

  /**
   * Writes the mean of every region over a volume's numbers.
   *
   * @param numbers one a voxel, x fastest
   * @param means [regions], written
   * @throws AppError 'invalid' naming the region that has no number at all, or loses one in a later volume
   */
  take(numbers: ArrayLike<number>, means: Float64Array): void {
    if (this.taken === 0) this.leaveOut(numbers);
    this.taken++;
    const { voxels, regions } = this;
    means.fill(0);
    for (let i = 0; i < voxels.length; i++) means[regions[i]] += numbers[voxels[i]];
    for (let region = 0; region < means.length; region++) {
      means[region] /= this.counts[region];
      if (!Number.isFinite(means[region])) throw this.lost(region);
    }
  }

  /** Voxels outside of what was scanned are NaN from the first volume on. */
  private leaveOut(numbers: ArrayLike<number>): void {
    const isFinite = (voxel: number) => Number.isFinite(numbers[voxel]);
    if (this.voxels.every(isFinite)) return;
    const kept = this.voxels.filter(isFinite);
    this.counts.fill(0);
    for (const voxel of kept) this.counts[this.labels.regionOf[voxel]]++;
    this.voxels = kept;
    this.regions = kept.map((voxel) => this.labels.regionOf[voxel]);
    this.labels.regions.forEach(({ name, voxels }, region) => {
      this.leftOut[region] = voxels - this.counts[region];
      if (this.counts[region] === 0) {
        throw fileFault(
          'invalid',
          this.path,
          `region ${name} lies outside of the scan: all its voxels are NaN`,
        );
      }
    });
  }

  private lost(region: number) {
    const { name } = this.labels.regions[region];
    const reason = `region ${name} has a voxel without a finite number in volume ${this.taken}`;
    return fileFault('invalid', this.path, `${reason}: mask the run, or leave the region out`);
  }
}

function* labelled(regionOf: Int32Array): Generator<number> {
  for (let voxel = 0; voxel < regionOf.length; voxel++) if (regionOf[voxel] >= 0) yield voxel;
}
