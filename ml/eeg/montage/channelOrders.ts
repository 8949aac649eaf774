const listed = (sites: string): readonly string[] => sites.split(' ');

/** The 32 channels of DEAP's preprocessed recordings, in the order of its Geneva files (Koelstra et al. 2012). */
export const genevaOrder = listed(
  'Fp1 AF3 F3 F7 FC5 FC1 C3 T7 CP5 CP1 P3 P7 PO3 O1 Oz Pz Fp2 AF4 Fz F4 F8 FC6 FC2 Cz C4 T8 CP6 CP2 P4 P8 PO4 O2',
);

/** Where the electrodes A1 to A32 of BioSemi's cap of 32 lie (cap layout of the maker). */
export const biosemi32 = listed(
  'Fp1 AF3 F7 F3 FC1 FC5 T7 C3 CP1 CP5 P7 P3 Pz PO3 O1 Oz O2 PO4 P4 P8 CP6 CP2 C4 T8 FC6 FC2 F4 F8 AF4 Fp2 Fz Cz',
);

/** Where the electrodes A1 to A32 and B1 to B32 of BioSemi's cap of 64 lie (cap layout of the maker). */
export const biosemi64 = listed(
  'Fp1 AF7 AF3 F1 F3 F5 F7 FT7 FC5 FC3 FC1 C1 C3 C5 T7 TP7 CP5 CP3 CP1 P1 P3 P5 P7 P9 PO7 PO3 O1 Iz Oz POz Pz CPz ' +
    'Fpz Fp2 AF8 AF4 AFz Fz F2 F4 F6 F8 FT8 FC6 FC4 FC2 FCz Cz C2 C4 C6 T8 TP8 CP6 CP4 CP2 P2 P4 P6 P8 P10 PO8 PO4 O2',
);
