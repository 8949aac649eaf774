import type { Target } from '../encoding/preparedStudy';

/** What a region of a simulated study does. */
type RegionRole =
  /** Follows the envelope. */
  | 'auditory'
  /** Follows the embedding, and emotionality. */
  | 'emotion'
  /** Leads enjoyment. */
  | 'liking'
  /** Carries nothing of the features or the ratings. */
  | 'none';

/** A region with its part in the simulation. */
export interface SimulatedRegion extends Target {
  role: RegionRole;
}

type Place = readonly [
  name: string,
  network: string,
  centre: readonly [number, number, number],
  role?: RegionRole,
];

/**
 * Centres in millimetres of MNI space and networks are those of parcels of Schaefer et al. 2018 (100 parcels, 7
 * networks; centroids of the CBIG repository); where a name stands for both hemispheres, the mean of the two parcels.
 */
const places: readonly Place[] = [
  ['left auditory cortex', 'Somatomotor', [-54, -22, 8], 'auditory'],
  ['right auditory cortex', 'Somatomotor', [52, -16, 6], 'auditory'],
  ['dmPFC', 'Default', [2, 49, 41], 'emotion'],
  ['vmPFC', 'Default', [0, 47, 0], 'liking'],
  ['precuneus', 'Default', [0, -52, 32], 'liking'],
  ['left superior temporal sulcus', 'Default', [-58, -32, -2]],
  ['right superior temporal sulcus', 'Default', [58, -26, -2]],
  ['left temporal pole', 'Limbic', [-32, 2, -38]],
  ['right temporal pole', 'Limbic', [38, 0, -38]],
  ['left inferior frontal gyrus', 'Default', [-46, 34, -4]],
  ['right inferior frontal gyrus', 'Default', [50, 28, 0]],
  ['left anterior insula', 'Salience', [-38, 12, 6]],
  ['right anterior insula', 'Salience', [40, 8, 2]],
  ['supplementary motor area', 'Salience', [1, 5, 57]],
  ['posterior cingulate cortex', 'Control', [1, -27, 34]],
  ['left orbitofrontal cortex', 'Limbic', [-14, 32, -20]],
  ['right orbitofrontal cortex', 'Limbic', [12, 34, -20]],
  ['left primary visual cortex', 'Visual', [-6, -92, -2]],
  ['left motor cortex', 'Somatomotor', [-40, -22, 58]],
  ['left intraparietal sulcus', 'Dorsal attention', [-24, -68, 50]],
];

const hemisphereOf = (name: string): Target['hemisphere'] =>
  name.startsWith('left ') ? 'left' : name.startsWith('right ') ? 'right' : null;

/** The regions of every simulated study. */
export const simulatedRegions: readonly SimulatedRegion[] = places.map(
  ([name, network, centre, role = 'none']) => ({
    name,
    network,
    hemisphere: hemisphereOf(name),
    centre,
    role,
  }),
);

/** Names of the regions with a role. */
export const regionsOf = (role: RegionRole): string[] =>
  simulatedRegions.filter((region) => region.role === role).map(({ name }) => name);
