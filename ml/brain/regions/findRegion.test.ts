import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { centresOf } from './centresOf';
import { findRegion } from './findRegion';
import { namedRegions } from './namedRegions';

describe('findRegion', () => {
  it.each([
    ['dmPFC', 'Dorsomedial prefrontal cortex', null],
    ['DMPFC_L', 'Dorsomedial prefrontal cortex', 'left'],
    ['left STG', 'Superior temporal gyrus', 'left'],
    ['STG.R', 'Superior temporal gyrus', 'right'],
    ['rSTG', 'Superior temporal gyrus', 'right'],
    ['lh-insula', 'Insula', 'left'],
    ['InsulaL', 'Insula', 'left'],
    ['ctx-rh-superiortemporal', 'Superior temporal gyrus', 'right'],
    ['Left-Amygdala', 'Amygdala', 'left'],
    ['Auditory cortex', 'Auditory cortex', null],
    ['Heschl’s gyrus (R)', 'Auditory cortex', 'right'],
    ['Nucleus Accumbens', 'Nucleus accumbens', null],
    ['precuneus', 'Precuneus', null],
    ['LATL', 'Anterior temporal lobe', 'left'],
    ['RATL', 'Anterior temporal lobe', 'right'],
    ['LPTL', 'Posterior temporal lobe', 'left'],
    ['LIPL', 'Inferior parietal lobule', 'left'],
    ['LPreM', 'Premotor cortex', 'left'],
    ['LIFG', 'Inferior frontal gyrus', 'left'],
  ])('reads %s as %s', (name, region, hemisphere) => {
    expect(findRegion(name)).toMatchObject({ name: region, hemisphere });
  });

  it.each(['', 'region 7', 'sensor 12', 'lips', 'rate', 'left', 'L'])('knows no region in "%s"', (name) => {
    expect(findRegion(name)).toBeNull();
  });

  it('reads network and side of a Schaefer parcel, and its centre where it is one of the hundred', () => {
    expect(findRegion('7Networks_LH_SomMot_1')).toMatchObject({
      hemisphere: 'left',
      network: 'SomMot',
      centres: [[-54, -22, 8]],
    });
    expect(findRegion('7Networks_RH_Default_PFCdPFCm_14')).toMatchObject({ network: 'Default', centres: [] });
  });

  it('gives a region away from the middle both its sides, and one in the middle its middle', () => {
    expect(findRegion('amygdala')?.centres).toEqual([[-23, -1, -17], [27, 1, -18]]); // prettier-ignore
    expect(findRegion('PCC')?.centres).toEqual([[1, -42.5, 23.5]]);
  });

  it('has no word that stands for two regions', () => {
    const words = namedRegions.flatMap(({ aliases }) => aliases);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});

describe('centresOf', () => {
  const target = { name: 'amygdala', network: null, hemisphere: null, centre: null };
  it('prefers the centre that a target has', () => {
    expect(centresOf({ ...target, centre: [1, 2, 3] })).toEqual([[1, 2, 3]]);
  });
  it('takes the side that a target has where its name gives none', () => {
    expect(centresOf({ ...target, hemisphere: 'right' })).toEqual([[27, 1, -18]]);
    expect(centresOf(target)).toHaveLength(2);
    expect(centresOf({ ...target, name: 'sensor 12' })).toEqual([]);
  });
});

const table =
  '../shared/neuro/parcellations/Schaefer2018_100Parcels_7Networks_order_FSLMNI152_2mm.Centroid_RAS.csv';

describe.skipIf(!existsSync(table))('the hundred parcels', () => {
  it('lie where their authors say', () => {
    const rows = readFileSync(table, 'utf8').trim().split(/\r?\n/).slice(1);
    expect(rows).toHaveLength(100);
    for (const row of rows) {
      const [, name, ...centre] = row.split(',');
      expect(findRegion(name)?.centres).toEqual([centre.map(Number)]);
    }
  });
});
