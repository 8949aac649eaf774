import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const direction = 'Imports run app -> server -> {db, ml}. Pass the value in instead.';
const strangers =
  'Catalogue and embeddings do not know each other. Pass the value in where both are put together.';

/** Folders of the house that a folder must not import, and what to do. */
const forbidden = [
  { folder: 'ml', others: ['app', 'server', 'db'], comment: direction },
  { folder: 'db', others: ['app', 'server', 'ml'], comment: direction },
  { folder: 'server', others: ['app'], comment: direction },
  { folder: 'server/catalogue', others: ['server/embeddings'], comment: strangers },
  { folder: 'server/embeddings', others: ['server/catalogue'], comment: strangers },
];

const directions = forbidden.map(({ folder, others, comment }) => ({
  name: `${folder} must not import ${others.join(', ')}`,
  comment,
  severity: 'error',
  from: { path: within(folder) },
  to: { path: others.map((other) => within(other)) },
}));

const circles = {
  name: 'no circles',
  comment:
    'Files must not import each other in a circle, types counted. Move what both need into a file of its own.',
  severity: 'error',
  from: {},
  to: { circular: true },
};

/** Every folder below app/ with a page: its files are that page's own, save those of a page further down. */
const pageFolders = readdirSync('app', { recursive: true })
  .filter((file) => basename(file) === 'page.tsx' && file !== 'page.tsx')
  .map((file) => join('app', dirname(file)));

const pages = pageFolders.map((page) => {
  const pagesBelow = pageFolders.filter((other) => other.startsWith(`${page}/`));
  const own = within(page, pagesBelow);
  return {
    name: `${page} is one page's own`,
    comment: 'Nothing must import from the folder of another page. Move what pages share to app/ui.',
    severity: 'error',
    from: { pathNot: own },
    to: { path: own },
  };
});

/** The pattern of paths below a folder, save those below the folders left out. */
function within(folder, leftOut = []) {
  const others = leftOut.map((other) => `(?!${escaped(other)}/)`).join('');
  return `^${others}${escaped(folder)}/`;
}

function escaped(path) {
  return path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [circles, ...directions, ...pages],
  options: {
    includeOnly: '^(app|server|db|ml|e2e)/',
    exclude: { path: '\\.css$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};

export default config;
