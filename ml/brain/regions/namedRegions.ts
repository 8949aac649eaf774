/** Millimetres of MNI152 space: x to the right, y to the front, z up. */
export type MniPoint = readonly [number, number, number];

/** Where centres were taken from. */
export const regionSources = {
  aal: 'centre of gravity in the automated anatomical labelling (AAL; Tzourio-Mazoyer et al. 2002, NeuroImage 15:273)',
  default:
    'seed of the default network (Andrews-Hanna et al. 2010, Neuron 65:550), mirrored where one side is given',
  subcortical:
    'centre in the Harvard-Oxford subcortical atlas (Desikan et al. 2006, NeuroImage 31:968), rounded',
} as const;

/** A region that people name, with its centres on both sides. */
export interface NamedRegion {
  name: string;
  /** Other words for it, in lower case without spaces or signs. */
  aliases: readonly string[];
  left: MniPoint;
  right: MniPoint;
  /** True where both sides touch, so that one name without a side means the middle. */
  midline: boolean;
  source: keyof typeof regionSources;
}

function region(
  name: string,
  place: `${keyof typeof regionSources}: ${string}`,
  aliases: string,
): NamedRegion {
  const [source, coordinates] = place.split(': ') as [keyof typeof regionSources, string];
  const [left, right] = coordinates.split(' ').map((text) => text.split(',').map(Number));
  const midline = coordinates.endsWith(' midline');
  return { name, aliases: aliases.split(' '), left: point(left), right: point(right), midline, source };
}

const point = ([x, y, z]: number[]): MniPoint => [x, y, z];

/**
 * Regions by name. Words such as anterior temporal lobe, which no atlas bounds, stand for the labelled region they mean
 * (LATL, RATL, LPTL, LIPL, LPreM and LIFG of Brennan et al. 2016 are found so: their own spheres lay on peaks nearby).
 */
export const namedRegions: readonly NamedRegion[] = [
  region(
    'Auditory cortex',
    'aal: -42,-19,10 46,-17,10',
    'auditory auditorycortex heschl heschlsgyrus heschlgyrus hg hes a1 ac primaryauditorycortex transversetemporal',
  ),
  region(
    'Superior temporal gyrus',
    'aal: -53,-21,7 58,-22,7',
    'stg superiortemporal superiortemporalgyrus temporalsup',
  ),
  region(
    'Middle temporal gyrus',
    'aal: -56,-34,-2 57,-37,-1',
    'mtg middletemporal middletemporalgyrus temporalmid sts superiortemporalsulcus',
  ),
  region(
    'Posterior temporal lobe',
    'aal: -56,-34,-2 57,-37,-1',
    'ptl posteriortemporal posteriortemporallobe pstg psts pmtg',
  ),
  region(
    'Inferior temporal gyrus',
    'aal: -50,-28,-23 54,-31,-22',
    'itg inferiortemporal inferiortemporalgyrus temporalinf',
  ),
  region(
    'Anterior temporal lobe',
    'aal: -40,15,-20 48,15,-17',
    'atl anteriortemporal anteriortemporallobe temporalpole temporalpolesup tp temppole',
  ),
  region('Temporal cortex', 'aal: -56,-34,-2 57,-37,-1', 'temporal temporalcortex temporallobe'),
  region('Fusiform gyrus', 'aal: -31,-40,-20 34,-39,-20', 'fusiform fusiformgyrus ffg ffa'),
  region(
    'Dorsomedial prefrontal cortex',
    'default: 0,52,26 0,52,26 midline',
    'dmpfc dorsomedialprefrontal dorsomedialprefrontalcortex',
  ),
  region(
    'Medial prefrontal cortex',
    'default: -6,52,-2 6,52,-2 midline',
    'mpfc ampfc medialprefrontal medialprefrontalcortex',
  ),
  region(
    'Ventromedial prefrontal cortex',
    'aal: -5,54,-7 8,52,-7 midline',
    'vmpfc ventromedialprefrontal ventromedialprefrontalcortex frontalmedorb',
  ),
  region(
    'Superior medial frontal gyrus',
    'aal: -5,49,31 9,51,30 midline',
    'sfgmed frontalsupmedial medialfrontal',
  ),
  region(
    'Superior frontal gyrus',
    'aal: -18,35,42 22,31,44',
    'sfg superiorfrontal superiorfrontalgyrus frontalsup',
  ),
  region(
    'Dorsolateral prefrontal cortex',
    'aal: -33,33,35 38,33,34',
    'dlpfc dorsolateralprefrontal dorsolateralprefrontalcortex mfg middlefrontalgyrus frontalmid rostralmiddlefrontal',
  ),
  region(
    'Inferior frontal gyrus',
    'aal: -46,30,14 50,30,14',
    'ifg inferiorfrontal inferiorfrontalgyrus ifgtriang frontalinftri parstriangularis broca vlpfc',
  ),
  region(
    'Inferior frontal gyrus, opercular part',
    'aal: -48,13,19 50,15,21',
    'ifgoperc frontalinfoper parsopercularis frontaloperculum',
  ),
  region(
    'Inferior frontal gyrus, orbital part',
    'aal: -36,31,-12 41,32,-12',
    'ifgorb frontalinforb parsorbitalis',
  ),
  region(
    'Orbitofrontal cortex',
    'aal: -31,50,-10 33,53,-11',
    'ofc orbitofrontal orbitofrontalcortex lateralorbitofrontal',
  ),
  region(
    'Premotor cortex',
    'aal: -39,-6,51 41,-8,52',
    'premotor premotorcortex prem pmc precentral precentralgyrus motorcortex m1 motor',
  ),
  region(
    'Supplementary motor area',
    'aal: -5,5,61 9,0,62 midline',
    'sma suppmotorarea supplementarymotor supplementarymotorarea presma',
  ),
  region(
    'Somatosensory cortex',
    'aal: -42,-23,49 41,-25,53',
    's1 postcentral postcentralgyrus somatosensory somatosensorycortex',
  ),
  region('Insula', 'aal: -35,7,3 39,6,2', 'insula insularcortex ins anteriorinsula ains ai'),
  region(
    'Anterior cingulate cortex',
    'aal: -4,35,14 8,37,16 midline',
    'acc anteriorcingulate anteriorcingulatecortex cingulumant dacc',
  ),
  region(
    'Middle cingulate cortex',
    'aal: -5,-15,42 8,-9,40 midline',
    'mcc middlecingulate midcingulate cingulummid',
  ),
  region(
    'Posterior cingulate cortex',
    'aal: -5,-43,25 7,-42,22 midline',
    'pcc posteriorcingulate posteriorcingulatecortex cingulumpost',
  ),
  region('Precuneus', 'aal: -7,-56,48 10,-56,44 midline', 'precuneus pcun pcuneus'),
  region('Cuneus', 'aal: -6,-80,27 14,-79,28 midline', 'cuneus'),
  region(
    'Visual cortex',
    'aal: -7,-79,6 16,-73,9 midline',
    'visual visualcortex v1 calcarine primaryvisualcortex pericalcarine occipital',
  ),
  region(
    'Superior parietal lobule',
    'aal: -23,-60,59 26,-59,62',
    'spl superiorparietal superiorparietallobule parietalsup',
  ),
  region(
    'Inferior parietal lobule',
    'aal: -43,-46,47 46,-46,50',
    'ipl inferiorparietal inferiorparietallobule parietalinf',
  ),
  region('Supramarginal gyrus', 'aal: -56,-34,30 58,-32,34', 'smg supramarginal supramarginalgyrus'),
  region('Angular gyrus', 'aal: -44,-61,36 46,-60,39', 'ag ang angular angulargyrus'),
  region('Temporo-parietal junction', 'default: -54,-54,28 54,-54,28', 'tpj temporoparietaljunction'),
  region('Hippocampus', 'aal: -25,-21,-10 29,-20,-10', 'hippocampus hip hipp hc'),
  region(
    'Parahippocampal gyrus',
    'aal: -21,-16,-21 25,-15,-20',
    'phg parahippocampal parahippocampalgyrus phc',
  ),
  region('Amygdala', 'aal: -23,-1,-17 27,1,-18', 'amygdala amyg amy'),
  region(
    'Nucleus accumbens',
    'subcortical: -9,12,-7 9,12,-7',
    'nacc nac accumbens nucleusaccumbens accumbensarea ventralstriatum vs',
  ),
  region('Caudate nucleus', 'aal: -11,11,9 15,12,9', 'caudate caudatenucleus cau dorsalstriatum'),
  region('Putamen', 'aal: -24,4,2 28,5,2', 'putamen put'),
  region('Pallidum', 'aal: -18,0,0 21,0,0', 'pallidum globuspallidus pal'),
  region('Thalamus', 'aal: -11,-18,8 13,-18,8', 'thalamus thal tha thalamusproper'),
];
