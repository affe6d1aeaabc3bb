// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const skipped = new Set(['node_modules', 'dist', 'coverage', 'test-results', '.git', '.houvast']);
const opening: Record<string, string> = {
  '.ts': '// ',
  '.tsx': '// ',
  '.mjs': '// ',
  '.cjs': '// ',
  '.js': '// ',
  '.css': '/* ',
  '.sql': '-- ',
};

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter((entry) => !skipped.has(entry.name))
      .map((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return sources(path);
        return extname(entry.name) in opening ? [path] : [];
      }),
  );
  return found.flat();
}

/** @returns whether the file opens with the licence line; only a `#!` line may stand above it. */
function hasLicenceLine(name: string, text: string): boolean {
  const [first = '', second = ''] = text.split('\n');
  const line = first.startsWith('#!') ? second : first;
  return line.startsWith(`${opening[extname(name)]}SPDX-License-Identifier: EUPL-1.2`);
}

describe('the licence line', () => {
  it('opens every source file', async () => {
    const files = await sources(root);
    expect(files).toContain(import.meta.filename);
    const texts = await Promise.all(
      files.map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
    );
    const bare = texts.filter(({ path, text }) => !hasLicenceLine(path, text));
    expect(bare.map(({ path }) => relative(root, path))).toEqual([]);
  });

  it.each([
    ['a.ts', '// SPDX-License-Identifier: EUPL-1.2\n', true],
    ['a.mjs', '#!/usr/bin/env node\n// SPDX-License-Identifier: EUPL-1.2\n', true],
    ['a.css', '/* SPDX-License-Identifier: EUPL-1.2 */\n', true],
    ['a.css', '// SPDX-License-Identifier: EUPL-1.2\n', false],
    ['a.ts', '// SPDX-License-Identifier: MIT\n', false],
    ['a.ts', "import 'x';\n// SPDX-License-Identifier: EUPL-1.2\n", false],
    ['a.ts', '', false],
  ])('is recognised: %s %j → %s', (name, text, verdict) => {
    expect(hasLicenceLine(name, text)).toBe(verdict);
  });
});
