const besideWords =
  /(^|\/)(mapping\.tsv|README[^/]*|LICEN[CS]E[^/]*|CHANGES[^/]*)$|\.json$|_(events|channels|scans|sessions)\.tsv$/i;
/** Answers of an exported study. */
const analysisWords = /(^|\/)analyses\/[^/]+\.json$/;

/** True for a finished analysis of an exported study, by its place. */
export function isExportedAnalysis(name: string): boolean {
  return analysisWords.test(name);
}

/** True for a file that others are read with, or that says nothing of a study's numbers, by its name. */
export function isBeside(name: string): boolean {
  return besideWords.test(name) && !isExportedAnalysis(name);
}
