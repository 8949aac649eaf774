import { fileFault } from '../files/fileFault';
import { xmlTags } from '../files/xmlTags';

/** What one dimension of a CIFTI file stands for. */
export interface CiftiMap {
  /** SERIES, PARCELS, BRAIN_MODELS, SCALARS, LABELS. */
  type: string;
  /** Of PARCELS, in their order. */
  parcels: string[];
  /** Of SERIES. */
  points: number;
  startSeconds: number | null;
  hopSeconds: number | null;
}

/**
 * What the dimensions of a CIFTI-2 file stand for, by dimension.
 *
 * @throws AppError 'unreadable' where the XML names no dimension
 */
export function ciftiMaps(path: string, xml: string): Map<number, CiftiMap> {
  const maps = new Map<number, CiftiMap>();
  let current: CiftiMap | undefined;
  for (const { name, attributes } of xmlTags(xml)) {
    if (name === 'MatrixIndicesMap') {
      current = mapOf(attributes);
      for (const dimension of (attributes.AppliesToMatrixDimension ?? '').split(',')) {
        maps.set(Number(dimension), current);
      }
    } else if (name === 'Parcel') current?.parcels.push(attributes.Name ?? '');
  }
  if (maps.size === 0) throw fileFault('unreadable', path, 'its CIFTI header names no dimension');
  return maps;
}

function mapOf(attributes: Partial<Record<string, string>>): CiftiMap {
  const scale = 10 ** Number(attributes.SeriesExponent ?? 0);
  const inSeconds = attributes.SeriesUnit === 'SECOND';
  const seconds = (text: string | undefined) => {
    const value = Number(text) * scale;
    return inSeconds && text !== undefined && Number.isFinite(value) ? Number(value.toPrecision(12)) : null;
  };
  const hopSeconds = seconds(attributes.SeriesStep);
  return {
    type: (attributes.IndicesMapToDataType ?? '').replace('CIFTI_INDEX_TYPE_', ''),
    parcels: [],
    points: Number(attributes.NumberOfSeriesPoints),
    startSeconds: seconds(attributes.SeriesStart),
    hopSeconds: hopSeconds !== null && hopSeconds > 0 ? hopSeconds : null,
  };
}
