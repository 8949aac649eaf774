import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/**
 * A Chromium to test in: Playwright's own where it is installed, else the one that comes as an npm package,
 * with the libraries it needs where the system has none. Nothing is downloaded.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const args = ['--autoplay-policy=no-user-gesture-required', '--mute-audio', '--disable-dev-shm-usage'];
  if (existsSync(chromium.executablePath())) return { args };
  if (!hasLibrary('libnss3.so')) process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  return {
    executablePath,
    args: [
      ...args,
      '--no-sandbox',
      '--no-zygote',
      '--font-render-hinting=none',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
    env: browserEnvironment(),
  };
}

/** The package's own libraries and fonts come after the system's. */
function browserEnvironment(): Record<string, string> {
  const libraries = join(tmpdir(), 'al2023', 'lib');
  const path = [process.env.LD_LIBRARY_PATH, existsSync(libraries) ? libraries : undefined]
    .filter(Boolean)
    .join(':');
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return { ...inherited, LD_LIBRARY_PATH: path, FONTCONFIG_PATH: fontFolder() };
}

function fontFolder(): string {
  return existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : join(tmpdir(), 'fonts');
}

function hasLibrary(name: string): boolean {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes(name);
  } catch {
    // No ldconfig: not a glibc distribution that keeps a list, so the packaged libraries are the safe choice.
    return false;
  }
}
