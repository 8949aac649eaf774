import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { terms } from './licenceTerms.mjs';
import { isMain, root } from './root.mjs';
import { isAllowed } from './spdx.mjs';

/** Packages of a lockfile that are not for development only, of every platform, by name: whoever starts may get them. */
export function productionPackages(lockfile) {
  return Object.entries(lockfile.packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place, { name, version, license }]) => ({
      name: name ?? place.split('node_modules/').at(-1),
      version,
      place,
      licence: license,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * What is wrong with the licences of packages, in words, none when nothing is: a licence that is not among the terms, or
 * is not what the installed package says; an exception that is no longer one; a package or a file of NOTICE that is not.
 * `notice` is the text of NOTICE, `isFile` tells of a path in the project.
 */
export function licenceFaults(packages, { notice, isFile, terms }) {
  return [
    ...packages.flatMap((one) => packageFaults(one, terms)),
    ...staleTerms(packages, terms),
    ...noticeFaults(notice, { isFile, terms }),
  ];
}

function packageFaults({ name, version, licence, installedLicence }, terms) {
  const told = `${name} ${version}`;
  if (licence === undefined) return [`invalid licence: none is declared by ${told}`];
  if (installedLicence !== undefined && installedLicence !== licence)
    return [`invalid licence: ${licence} of ${told} in the lockfile, ${installedLicence} as installed`];
  const full = inFull(name, licence, terms);
  if (isAllowed(full, terms.allowed) || terms.exceptions[name]?.licence === full) return [];
  return [
    `invalid licence: ${full} of ${told} (take another package, or add it to licenceTerms.mjs and NOTICE with its reason)`,
  ];
}

function inFull(name, licence, { compiledIn }) {
  const parts = [licence, compiledIn[name]].filter((part) => part !== undefined);
  if (parts.length === 1) return licence;
  return parts.map((part) => (part.includes(' OR ') ? `(${part})` : part)).join(' AND ');
}

function staleTerms(packages, terms) {
  const isExcepted = ({ name, licence = '' }) => !isAllowed(inFull(name, licence, terms), terms.allowed);
  const shipped = new Set(packages.map(({ name }) => name));
  const excepted = new Set(packages.filter(isExcepted).map(({ name }) => name));
  return [
    ...Object.keys(terms.exceptions).filter((name) => !excepted.has(name)),
    ...Object.keys(terms.compiledIn).filter((name) => !shipped.has(name)),
  ].map(
    (name) => `invalid entry: ${name} (it needs none any more: remove it from licenceTerms.mjs and NOTICE)`,
  );
}

function noticeFaults(notice, { isFile, terms }) {
  const words = new Set(notice.match(/@?[\w/-]+(\.[\w-]+)*/g));
  const packages = new Set([...Object.keys(terms.exceptions), ...Object.keys(terms.compiledIn)]);
  const files = [...words].filter((word) => /^(app|server|db|ml)\//.test(word));
  return [
    ...[...packages].filter((name) => !words.has(name)).map((name) => `invalid NOTICE: ${name} is missing`),
    ...files.filter((file) => !isFile(file)).map((file) => `invalid NOTICE: there is no ${file}`),
  ];
}

/** `npm test` runs it: prints every package that ships with its licence, and fails where one must not. */
function checkLicences() {
  const read = (file) => readFileSync(join(root, file), 'utf8');
  const isFile = (file) => existsSync(join(root, file));
  const packages = productionPackages(JSON.parse(read('package-lock.json'))).map((one) => {
    const file = `${one.place}/package.json`;
    const installedLicence = isFile(file) ? JSON.parse(read(file)).license : undefined;
    return { ...one, licence: one.licence ?? installedLicence, installedLicence };
  });
  printTable(packages);
  for (const [name, { reason }] of Object.entries(terms.exceptions))
    console.log(`exception: ${name} (${reason})`);
  const faults = licenceFaults(packages, { notice: read('NOTICE'), isFile, terms });
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

function printTable(packages) {
  const rows = packages.map(({ name, version, licence = 'none' }) => [
    name,
    version,
    inFull(name, licence, terms),
  ]);
  const [nameWidth, versionWidth] = [0, 1].map((column) =>
    Math.max(...rows.map((row) => row[column].length)),
  );
  const counts = new Map();
  for (const [name, version, licence] of rows) {
    console.log(`${name.padEnd(nameWidth)}  ${version.padEnd(versionWidth)}  ${licence}`);
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  const sums = [...counts].sort((a, b) => b[1] - a[1]).map(([licence, count]) => `${count} ${licence}`);
  console.log(`\n${rows.length} packages: ${sums.join(', ')}`);
}

if (isMain(import.meta.url)) checkLicences();
