import type { MniPoint } from './namedRegions';

/**
 * The 100 parcels in 7 networks of Schaefer et al. (2018, Cerebral Cortex 28:3095) with their centres in MNI152 (FSL,
 * 2 mm), in millimetres x,y,z, as its authors give them (ThomasYeoLab/CBIG, MIT licence). Names are without their
 * common beginning "7Networks_".
 */
const table = `
  LH_Vis_1 -26,-34,-18 | LH_Vis_2 -26,-76,-14 | LH_Vis_3 -18,-60,-6 | LH_Vis_4 -26,-96,-4 |
  LH_Vis_5 -6,-92,-2 | LH_Vis_6 -12,-66,6 | LH_Vis_7 -48,-70,10 | LH_Vis_8 -26,-88,20 |
  LH_Vis_9 -6,-82,26 | LH_SomMot_1 -54,-22,8 | LH_SomMot_2 -36,-22,16 | LH_SomMot_3 -54,-12,14 |
  LH_SomMot_4 -54,-8,34 | LH_SomMot_5 -40,-22,58 | LH_SomMot_6 -6,-28,70 |
  LH_DorsAttn_Post_1 -46,-58,-12 | LH_DorsAttn_Post_2 -58,-24,38 | LH_DorsAttn_Post_3 -24,-68,50 |
  LH_DorsAttn_Post_4 -42,-34,48 | LH_DorsAttn_Post_5 -6,-60,56 | LH_DorsAttn_Post_6 -22,-50,66 |
  LH_DorsAttn_PrCv_1 -48,6,28 | LH_DorsAttn_FEF_1 -26,-4,60 | LH_SalVentAttn_ParOper_1 -58,-38,30 |
  LH_SalVentAttn_FrOperIns_1 -42,-2,-6 | LH_SalVentAttn_FrOperIns_2 -38,12,6 |
  LH_SalVentAttn_PFCl_1 -30,44,30 | LH_SalVentAttn_Med_1 -6,20,34 | LH_SalVentAttn_Med_2 -12,-34,46 |
  LH_SalVentAttn_Med_3 -6,4,62 | LH_Limbic_OFC_1 -14,32,-20 | LH_Limbic_TempPole_1 -32,2,-38 |
  LH_Limbic_TempPole_2 -58,-32,-22 | LH_Cont_Par_1 -38,-52,46 | LH_Cont_PFCl_1 -44,32,20 |
  LH_Cont_pCun_1 -10,-74,38 | LH_Cont_Cing_1 -4,-26,34 | LH_Default_Temp_1 -56,-4,-20 |
  LH_Default_Temp_2 -58,-32,-2 | LH_Default_Par_1 -58,-50,12 | LH_Default_Par_2 -48,-64,36 |
  LH_Default_PFC_1 -34,22,-10 | LH_Default_PFC_2 -46,34,-4 | LH_Default_PFC_3 -6,46,0 |
  LH_Default_PFC_4 -24,60,-2 | LH_Default_PFC_5 -8,48,42 | LH_Default_PFC_6 -40,14,48 |
  LH_Default_PFC_7 -26,20,52 | LH_Default_pCunPCC_1 -12,-56,12 | LH_Default_pCunPCC_2 -6,-52,34 |
  RH_Vis_1 32,-32,-22 | RH_Vis_2 28,-66,-12 | RH_Vis_3 50,-60,-10 | RH_Vis_4 22,-96,-4 |
  RH_Vis_5 8,-76,6 | RH_Vis_6 18,-58,6 | RH_Vis_7 36,-82,16 | RH_Vis_8 12,-86,30 |
  RH_SomMot_1 52,-16,6 | RH_SomMot_2 40,-16,16 | RH_SomMot_3 56,-4,12 | RH_SomMot_4 58,-6,30 |
  RH_SomMot_5 46,-12,48 | RH_SomMot_6 40,-22,60 | RH_SomMot_7 30,-38,64 | RH_SomMot_8 6,-28,70 |
  RH_DorsAttn_Post_1 50,-62,16 | RH_DorsAttn_Post_2 50,-24,42 | RH_DorsAttn_Post_3 38,-46,50 |
  RH_DorsAttn_Post_4 26,-66,52 | RH_DorsAttn_Post_5 14,-52,66 | RH_DorsAttn_PrCv_1 48,10,26 |
  RH_DorsAttn_FEF_1 28,-2,60 | RH_SalVentAttn_TempOccPar_1 58,-42,12 |
  RH_SalVentAttn_TempOccPar_2 60,-26,28 | RH_SalVentAttn_FrOperIns_1 40,8,2 |
  RH_SalVentAttn_Med_1 12,-32,46 | RH_SalVentAttn_Med_2 8,6,52 | RH_Limbic_OFC_1 12,34,-20 |
  RH_Limbic_TempPole_1 38,0,-38 | RH_Cont_Par_1 58,-38,44 | RH_Cont_Par_2 46,-62,46 |
  RH_Cont_PFCl_1 30,58,-2 | RH_Cont_PFCl_2 46,38,16 | RH_Cont_PFCl_3 32,46,30 |
  RH_Cont_PFCl_4 44,16,44 | RH_Cont_Cing_1 6,-28,34 | RH_Cont_PFCmp_1 6,28,30 |
  RH_Cont_pCun_1 10,-66,42 | RH_Default_Par_1 54,-50,30 | RH_Default_Temp_1 62,-24,-18 |
  RH_Default_Temp_2 50,6,-18 | RH_Default_Temp_3 58,-26,-2 | RH_Default_PFCv_1 36,26,-16 |
  RH_Default_PFCv_2 50,28,0 | RH_Default_PFCdPFCm_1 6,48,0 | RH_Default_PFCdPFCm_2 12,50,40 |
  RH_Default_PFCdPFCm_3 26,24,50 | RH_Default_pCunPCC_1 12,-54,14 | RH_Default_pCunPCC_2 6,-52,30`;

/** Centres by full name, such as 7Networks_LH_Vis_1. */
export const schaefer100: ReadonlyMap<string, MniPoint> = new Map(
  table.split('|').map((entry) => {
    const [name, centre] = entry.trim().split(' ');
    const [x, y, z] = centre.split(',').map(Number);
    return [`7Networks_${name}`, [x, y, z] as const];
  }),
);
