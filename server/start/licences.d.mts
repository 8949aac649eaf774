export interface ProductionPackage {
  name: string;
  version: string;
  /** Path of its folder in the project. */
  place: string;
  /** SPDX expression, as the lockfile or the package itself declares it. */
  licence?: string;
  /** As the installed package declares it, where it is installed. */
  installedLicence?: string;
}

interface Lockfile {
  packages: Record<string, { name?: string; version?: string; license?: string; dev?: boolean }>;
}

interface Terms {
  allowed: ReadonlySet<string>;
  compiledIn: Record<string, string>;
  exceptions: Record<string, { licence: string; reason: string }>;
}

export function productionPackages(lockfile: Lockfile): ProductionPackage[];

export function licenceFaults(
  packages: ProductionPackage[],
  options: { notice: string; isFile: (path: string) => boolean; terms: Terms },
): string[];
