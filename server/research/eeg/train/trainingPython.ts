import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@/db/packageRoot';
import { runProgram } from './runProgram';

/** The command that installs what training needs, in the project's folder. */
export const installCommand =
  'python3 -m venv .venv && .venv/bin/pip install -r ml/training/requirements.txt';

/** Packages that training cannot do without, by the names they are imported by. */
const needed = ['numpy', 'scipy', 'sklearn', 'torch', 'onnx', 'onnxruntime'];

/** Names of packages that are missing, one a line. */
const missingPackages = `import importlib.util as u
for name in ${JSON.stringify(needed)}:
    if u.find_spec(name) is None: print(name)`;

/** A Python that training can run by, or why there is none. */
export type TrainingPython = { kind: 'found'; python: string } | { kind: 'missing'; reason: string };

/** The Python that was set, else that of `.venv` in the project's folder, else `python3`: if it has what training needs. */
export async function trainingPython(set?: string): Promise<TrainingPython> {
  const own = join(packageRoot(), '.venv', 'bin', 'python');
  const python = set ?? (existsSync(own) ? own : 'python3');
  const missing: string[] = [];
  const asked = { arguments: ['-c', missingPackages], cwd: packageRoot() };
  const found = await runProgram(python, { ...asked, onLine: (name) => missing.push(name) }).catch(
    () => null,
  );
  if (found?.status === 0 && missing.length === 0) return { kind: 'found', python };
  const what = found?.status === 0 ? `${python} lacks ${missing.join(', ')}` : `${python} cannot be run`;
  const told = `training needs Python with PyTorch: ${what}. Install it in the project's folder (${packageRoot()}) by`;
  return { kind: 'missing', reason: `${told}: ${installCommand}` };
}
