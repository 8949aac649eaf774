import { describeColumns } from '../describe/columnMoments';
import type { FileDescription } from '../describe/fileDescription';
import type { FileReader, ReadOptions } from '../fileReader';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { niftiVersion, readNiftiHeader, type NiftiHeader } from './niftiHeader';
import { niftiExtent, niftiVolumes } from './niftiVolumes';
import { longestHopSeconds, reduceVolumes } from './reduceVolumes';
import { RunningMoments } from '../describe/runningMoments';

/** NIfTI volumes: a series only by a label image, over its regions. */
export const niftiReader: FileReader = {
  format: 'NIfTI',
  recognises: ({ bytes, name }) => niftiVersion(bytes) !== null || /\.(nii(\.gz)?|hdr)$/i.test(name),
  describe: describeVolumes,
  async readSeries(file, { labelPath, labelNames, hopSeconds, signal }) {
    if (labelPath === undefined) {
      throw fileFault(
        'invalid',
        file.path,
        'it holds volumes: a label image is needed to reduce them to regions',
      );
    }
    return reduceVolumes({ path: file.path, labels: labelPath, labelNames, hopSeconds, signal });
  },
};

async function describeVolumes(file: FileHead, options: ReadOptions): Promise<FileDescription> {
  const header = readNiftiHeader(file);
  const { volumes } = niftiExtent(file, header);
  const hopSeconds = options.hopSeconds ?? header.hopSeconds;
  const isLabels = volumes === 1 && (header.intentCode === 1002 || /_dseg\.nii/i.test(file.name));
  return {
    name: file.name,
    sizeBytes: file.sizeBytes,
    kind: isLabels ? 'labels' : 'volumes',
    format: `NIfTI-${header.version}`,
    shape: [...header.shape.slice(0, 3), volumes],
    hopSeconds,
    rateHz: hopSeconds === null ? null : 1 / hopSeconds,
    startSeconds: null,
    durationSeconds: hopSeconds === null ? null : hopSeconds * volumes,
    columns: await columnsOf(file, header, options),
    events: null,
    details: detailsOf(header),
    warnings: warningsOf(hopSeconds, volumes),
  };
}

async function columnsOf(file: FileHead, header: NiftiHeader, options: ReadOptions) {
  const { labelPath, labelNames, hopSeconds, signal } = options;
  if (labelPath !== undefined) {
    // A TR that is a slip of units is told as a warning, and should not keep regions from being described.
    const hop = hopSeconds ?? header.hopSeconds ?? undefined;
    const reduction = { path: file.path, labels: labelPath, labelNames, hopSeconds: hop, signal };
    return describeColumns(await reduceVolumes(reduction));
  }
  const moments = new RunningMoments();
  for await (const numbers of niftiVolumes(file, header, signal)) moments.take(numbers);
  return [moments.describe('all voxels', header)];
}

function detailsOf({ type, littleEndian, slope, intercept, affine, voxelSize }: NiftiHeader) {
  const byteOrder = littleEndian ? 'little' : 'big';
  return { type, byteOrder, slope, intercept, voxelSizeMillimetres: voxelSize, affine };
}

function warningsOf(hopSeconds: number | null, volumes: number): string[] {
  if (volumes === 1) return [];
  if (hopSeconds === null) return ['the header tells no TR: give it'];
  return hopSeconds > longestHopSeconds
    ? [`a TR of ${hopSeconds} s is perhaps in milliseconds: give the TR`]
    : [];
}
