/** Addresses of a study's pages and of what can be downloaded. */
export const studyLink = (studyId: number): string => `/research/studies/${studyId}`;

export const newAnalysisLink = (studyId: number): string => `${studyLink(studyId)}/analyses/new`;

/** A new analysis that takes the layers of a network as its spaces. */
export const layersAnalysisLink = (studyId: number, network: string): string =>
  `${newAnalysisLink(studyId)}?${new URLSearchParams({ layers: network }).toString()}`;

export const analysisLink = (studyId: number, analysisId: number): string =>
  `${studyLink(studyId)}/analyses/${analysisId}`;

export const exportLink = (studyId: number): string => `/api/studies/${studyId}/export.zip`;

export const analysisFileLink = (studyId: number, analysisId: number, ending: 'json' | 'csv'): string =>
  `/api/studies/${studyId}/analyses/${analysisId}.${ending}`;

export const reportLink = (studyId: number, analysisId: number): string =>
  `/api/studies/${studyId}/analyses/${analysisId}/report.html`;
