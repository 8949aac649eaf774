import { genevaOrder } from '../montage/channelOrders';
import { type SitePosition, sitePositions } from '../montage/sitePositions';

/** The electrodes of simulated recordings and where they lie: 32 of the 10-20 system, in DEAP's Geneva order. */
export const simulatedElectrodes: ReadonlyMap<string, SitePosition> = new Map(
  genevaOrder.map((site) => [site, sitePositions.get(site)!]),
);
