// SPDX-License-Identifier: EUPL-1.2
// Everything that a person reads is there in Dutch and in English. The compiler compares the texts of a page where it knows
// their keys; a list of words by code (Record<string, string>) it does not, and words in the markup it never sees.
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

const WORTEL = join(import.meta.dirname, '..');
const bronnen: ts.SourceFile[] = [];
beforeAll(async () => {
  for await (const pad of glob('{src,demo/idp}/**/*.{ts,tsx}', { cwd: WORTEL })) {
    if (/\.test\.tsx?$/.test(pad)) continue;
    bronnen.push(
      ts.createSourceFile(pad, readFileSync(join(WORTEL, pad), 'utf8'), ts.ScriptTarget.Latest, true),
    );
  }
  bronnen.sort((a, b) => a.fileName.localeCompare(b.fileName));
});

/** An expression without what only the compiler reads. */
function kaal(e: ts.Expression): ts.Expression {
  return ts.isAsExpression(e) || ts.isSatisfiesExpression(e) || ts.isParenthesizedExpression(e)
    ? kaal(e.expression)
    : e;
}

function delen(o: ts.ObjectLiteralExpression): Map<string, ts.Expression> {
  const uit = new Map<string, ts.Expression>();
  for (const p of o.properties) {
    if (ts.isPropertyAssignment(p) && (ts.isIdentifier(p.name) || ts.isStringLiteral(p.name)))
      uit.set(p.name.text, kaal(p.initializer));
    if (ts.isShorthandPropertyAssignment(p)) uit.set(p.name.text, p.name);
  }
  return uit;
}

const isTekst = (e: ts.Expression) => ts.isStringLiteralLike(e) || ts.isTemplateExpression(e);

/** Where the two languages differ in what they hold. */
function verschil(nl: ts.Expression, en: ts.Expression, pad: string): string[] {
  if (ts.isObjectLiteralExpression(nl) && ts.isObjectLiteralExpression(en)) {
    const [a, b] = [delen(nl), delen(en)];
    return [...new Set([...a.keys(), ...b.keys()])].flatMap((k) => {
      const [x, y] = [a.get(k), b.get(k)];
      if (!x || !y) return [`${pad}.${k} ontbreekt in het ${x ? 'Engels' : 'Nederlands'}`];
      return verschil(x, y, `${pad}.${k}`);
    });
  }
  if (ts.isArrayLiteralExpression(nl) && ts.isArrayLiteralExpression(en))
    return nl.elements.length === en.elements.length ? [] : [`${pad} is niet even lang`];
  if (ts.isArrowFunction(nl) && ts.isArrowFunction(en))
    return nl.parameters.length === en.parameters.length ? [] : [`${pad} vraagt iets anders`];
  const leeg = [nl, en].filter((e) => ts.isStringLiteralLike(e) && e.text.trim() === '').length;
  return leeg === 1 ? [`${pad} is leeg in een van beide`] : [];
}

const plek = (n: ts.Node) => {
  const bron = n.getSourceFile();
  return `${bron.fileName}:${bron.getLineAndCharacterOfPosition(n.getStart()).line + 1}`;
};

function loop(n: ts.Node, zie: (n: ts.Node) => void): void {
  zie(n);
  n.forEachChild((k) => loop(k, zie));
}

describe('the texts', () => {
  it('have the same keys in both languages, also where the compiler does not look', () => {
    const mis: string[] = [];
    let paren = 0;
    const vergelijk = (nl: ts.Expression, en: ts.Expression) => {
      paren++;
      mis.push(...verschil(nl, en, plek(nl)));
    };
    for (const bron of bronnen)
      loop(bron, (n) => {
        if (ts.isObjectLiteralExpression(n)) {
          const d = delen(n);
          const [nl, en] = [d.get('nl'), d.get('en')];
          if (nl && en) vergelijk(nl, en);
          else if ((nl && isTekst(nl)) || (nl && ts.isObjectLiteralExpression(nl)))
            mis.push(`${plek(nl)} heeft geen Engels`);
        }
        // two lists beside each other: const nl = {…}; const en = {…}
        if (ts.isSourceFile(n)) {
          const lijst = new Map<string, ts.Expression>();
          for (const s of n.statements)
            if (ts.isVariableStatement(s))
              for (const d of s.declarationList.declarations)
                if (ts.isIdentifier(d.name) && d.initializer) lijst.set(d.name.text, kaal(d.initializer));
          const [nl, en] = [lijst.get('nl'), lijst.get('en')];
          if (nl && en) vergelijk(nl, en);
        }
      });
    expect(mis).toEqual([]);
    // the screens have texts: a walk that finds none has not walked
    expect(paren).toBeGreaterThan(150);
  });

  it('are never written in the markup itself', () => {
    // names, keys of the keyboard and marks are the same in every language; a language is called what it calls itself
    const zelfde = /^(?:Houvast|Nederlands|English|Ctrl|Enter|Esc|Alt|BSN|P\d|[^\p{L}]*|\p{L})$/u;
    const gezien = new Set([
      'alt',
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'hulp',
      'kop',
      'label',
      'leeg',
      'placeholder',
      'tab',
      'tekst',
      'titel',
      'title',
      'uitleg',
      'waaromNiet',
      'wieMag',
    ]);
    const mis: string[] = [];
    const keur = (n: ts.Node, tekst: string) => {
      const woorden = tekst.split(/\s+/).filter(Boolean);
      if (woorden.some((w) => !zelfde.test(w))) mis.push(`${plek(n)} ${tekst.trim()}`);
    };
    for (const bron of bronnen.filter((b) => b.fileName.endsWith('.tsx')))
      loop(bron, (n) => {
        if (ts.isJsxText(n)) keur(n, n.text);
        if (ts.isJsxAttribute(n) && gezien.has(n.name.getText())) {
          const w = n.initializer;
          if (w && ts.isStringLiteral(w)) keur(w, w.text);
        }
        // a choice between two sentences in the markup
        if (ts.isJsxExpression(n) && n.expression && !ts.isJsxAttribute(n.parent))
          loop(n.expression, (m) => {
            if (ts.isStringLiteral(m) && ts.isConditionalExpression(m.parent) && !/^ ?hv-/.test(m.text))
              if (/ \p{L}/u.test(m.text)) keur(m, m.text);
          });
      });
    expect([...new Set(mis)]).toEqual([]);
  });
});
