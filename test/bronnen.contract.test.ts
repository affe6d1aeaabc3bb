// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const searched = ['src', 'docs'];
const readable = /\.(ts|tsx|mjs|css|sql|md|json)$/;

/** `[S:9][S:18]` and `[S:9, S:18]` are both in use; only a mark inside brackets is a citation. */
function cited(text: string): string[] {
  return (text.match(/\[[SD]:\d+(?:, ?[SD]:\d+)*\]/g) ?? []).flatMap((m) => m.match(/[SD]:\d+/g) ?? []);
}

async function listed(): Promise<Set<string>> {
  const rows = (await readFile(join(root, 'docs/bronnen.md'), 'utf8')).split('\n');
  return new Set(
    rows.filter((row) => /^\| [SD]:\d/.test(row)).flatMap((row) => row.match(/[SD]:\d+/g) ?? []),
  );
}

async function files(): Promise<string[]> {
  const found = await Promise.all(
    searched.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((e) => e.isFile() && readable.test(e.name))
        .map((e) => join(e.parentPath, e.name));
    }),
  );
  return found.flat();
}

describe('source marks', () => {
  it('all lead to a row of docs/bronnen.md', async () => {
    const known = await listed();
    const missing: string[] = [];
    let count = 0;
    for (const path of await files()) {
      for (const mark of cited(await readFile(path, 'utf8'))) {
        count += 1;
        if (!known.has(mark)) missing.push(`${relative(root, path)}: ${mark}`);
      }
    }
    expect(missing).toEqual([]);
    expect(count).toBeGreaterThan(0);
  });

  it('are recognised alone and in a list', () => {
    expect(cited('[S:9][S:18], [S:1, D:2] but not S:3 or [K]')).toEqual(['S:9', 'S:18', 'S:1', 'D:2']);
  });
});
