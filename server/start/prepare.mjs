import { installPackages } from './install.mjs';

installPackages();
const { build } = await import('./build.mjs');
await build();
