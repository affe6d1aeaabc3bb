// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export const ALG = 'ES256';

interface IdpSleutels {
  /** Private signing keys, newest first. */
  keys: JWK[];
  /** Keys that sign the provider's own cookies. */
  cookies: string[];
}

/** A fresh private signing key with `kid`, `alg` and `use`. */
export async function newSleutel(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALG, { extractable: true });
  return {
    ...(await exportJWK(privateKey)),
    alg: ALG,
    use: 'sig',
    kid: randomBytes(9).toString('base64url'),
  };
}

function isSleutels(x: unknown): x is IdpSleutels {
  const s = x as IdpSleutels | null;
  return (
    Array.isArray(s?.keys) &&
    s.keys.length > 0 &&
    s.keys.every((k) => typeof k.d === 'string' && k.alg === ALG) &&
    Array.isArray(s.cookies) &&
    s.cookies.length > 0 &&
    s.cookies.every((c) => typeof c === 'string' && c.length >= 32)
  );
}

/**
 * The provider's keys, kept in the data folder so that a token outlives a restart. Made at the first start, readable by
 * this user only, and never half written: the file appears whole under its name or not at all.
 * @throws Error when the file is there and cannot be used
 */
export async function leesSleutels(map: string): Promise<IdpSleutels> {
  const pad = join(map, 'demo-idp-sleutels.json');
  for (let poging = 0; poging < 2; poging++) {
    const tekst = await readFile(pad, 'utf8').catch((fout: NodeJS.ErrnoException) => {
      if (fout.code === 'ENOENT') return null;
      throw fout;
    });
    if (tekst !== null) {
      let inhoud: unknown = null;
      try {
        inhoud = JSON.parse(tekst);
      } catch {
        // not JSON: the sentence below says what to do
      }
      if (isSleutels(inhoud)) return inhoud;
      throw new Error(
        `De sleutels van de demo-inlogdienst zijn beschadigd. Verwijder ${pad} en start opnieuw.`,
      );
    }
    const nieuw: IdpSleutels = {
      keys: [await newSleutel()],
      cookies: [randomBytes(32).toString('base64url')],
    };
    await mkdir(map, { recursive: true, mode: 0o700 });
    const eerst = `${pad}.${randomBytes(6).toString('hex')}`;
    const bestand = await open(eerst, 'wx', 0o600);
    try {
      await bestand.writeFile(JSON.stringify(nieuw));
      await bestand.sync();
    } finally {
      await bestand.close();
    }
    // link fails when another start was first; its keys are then read in the next round
    await link(eerst, pad).catch((fout: NodeJS.ErrnoException) => {
      if (fout.code !== 'EEXIST') throw fout;
    });
    await unlink(eerst);
  }
  throw new Error(`De sleutels van de demo-inlogdienst zijn niet te bewaren in ${map}.`);
}
