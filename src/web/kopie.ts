// SPDX-License-Identifier: EUPL-1.2
// Copies on this device of what was typed and may not have reached the server: encrypted with a key that cannot leave the
// browser. A copy is of the worker who typed it: its name and its seal hold who that is, so that it opens for nobody else.
import { type IDBPDatabase, openDB } from 'idb';

interface Verzegeld {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** What is kept here: on which version of the server it goes on, and what was on its way there at that moment. */
export interface Kopie {
  inhoud: unknown;
  versie: number;
  verstuurd?: unknown;
  /** What the server had when this was typed on top of it. */
  basis?: unknown;
  soort?: string | undefined;
  op?: string | undefined;
}

const databaseNaam = 'houvast-concepten';
let database: Promise<IDBPDatabase> | undefined;
const inGeheugen = new Map<string, Kopie>();

/** The name of a copy: whose it is, and of what. */
const naamVan = (van: string, id: string) => `${van}/${id}`;
const isVan = (naam: string, van: string) => naam.startsWith(`${van}/`);

/** Without a secure context there is no encryption, and then nothing is written to the device. */
const kan = () => typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined;

function openDatabase(): Promise<IDBPDatabase> {
  database ??= openDB(databaseNaam, 1, {
    upgrade(db) {
      db.createObjectStore('sleutel');
      db.createObjectStore('concept');
    },
  });
  return database;
}

async function deviceKey(db: IDBPDatabase): Promise<CryptoKey> {
  const er = (await db.get('sleutel', 'aes')) as CryptoKey | undefined;
  if (er) return er;
  const nieuw = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Another tab may have been first: add refuses, and then its key is the one.
  try {
    await db.add('sleutel', nieuw, 'aes');
    return nieuw;
  } catch {
    return (await db.get('sleutel', 'aes')) as CryptoKey;
  }
}

// One after the other: a copy that goes must not come back because its writing took longer.
let rij: Promise<unknown> = Promise.resolve();
function opVolgorde<T>(doe: () => Promise<T>): Promise<T> {
  const dit = rij.then(doe, doe);
  rij = dit.catch(() => undefined);
  return dit;
}

/** Keeps a copy on this device, encrypted. @param van the worker who typed it */
export function keepLocal(
  van: string,
  id: string,
  inhoud: unknown,
  versie: number,
  bij: Pick<Kopie, 'verstuurd' | 'basis' | 'soort'> = {},
): Promise<void> {
  const kopie = { inhoud, versie, ...bij, op: new Date().toISOString() };
  const naam = naamVan(van, id);
  inGeheugen.set(naam, kopie);
  // Typed on while the one before was being written: then only the newest counts.
  return opVolgorde(async () => {
    if (inGeheugen.get(naam) === kopie) await writeLocal(naam, kopie);
  });
}

async function writeLocal(naam: string, kopie: Kopie): Promise<void> {
  if (!kan()) return;
  const db = await openDatabase();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const klaar = new TextEncoder().encode(JSON.stringify(kopie));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(naam) },
    await deviceKey(db),
    klaar,
  );
  await db.put('concept', { iv, data } satisfies Verzegeld, naam);
}

/** This worker's copy on this device, if there is one that can be read. */
export function findLocal(van: string, id: string): Promise<Kopie | undefined> {
  return readLocal(naamVan(van, id));
}

async function readLocal(naam: string): Promise<Kopie | undefined> {
  const snel = inGeheugen.get(naam);
  if (snel) return snel;
  if (!kan()) return undefined;
  const db = await openDatabase();
  const er = (await db.get('concept', naam)) as Verzegeld | undefined;
  if (!er) return undefined;
  try {
    const klaar = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: er.iv, additionalData: new TextEncoder().encode(naam) },
      await deviceKey(db),
      er.data,
    );
    return JSON.parse(new TextDecoder().decode(klaar)) as Kopie;
  } catch {
    // Written with a key that is gone, or sealed for another: unreadable for ever.
    await db.delete('concept', naam);
    return undefined;
  }
}

async function namen(): Promise<string[]> {
  const uit = new Set(inGeheugen.keys());
  if (kan())
    for (const naam of await (await openDatabase()).getAllKeys('concept'))
      if (typeof naam === 'string') uit.add(naam);
  return [...uit];
}

/** This worker's drafts of a kind that are on this device and that the server may not have. */
export async function listLocal(
  van: string,
  soort: string,
): Promise<{ id: string; soort: string; inhoud: unknown; bewaardOp: string }[]> {
  const uit = [];
  for (const naam of await namen()) {
    if (!isVan(naam, van)) continue;
    const k = await readLocal(naam);
    if (k?.soort === soort)
      uit.push({ id: naam.slice(van.length + 1), soort, inhoud: k.inhoud, bewaardOp: k.op ?? '' });
  }
  return uit;
}

/** The copy on this device goes: the server has it. */
export function dropLocal(van: string, id: string): Promise<void> {
  return drop(naamVan(van, id));
}

function drop(naam: string): Promise<void> {
  inGeheugen.delete(naam);
  return opVolgorde(async () => {
    if (typeof indexedDB !== 'undefined') await (await openDatabase()).delete('concept', naam);
  });
}

/**
 * At login: what another left here goes, also what does not say whose it is. The worker's own stays: their session may
 * simply have ended.
 */
export async function wipeVanAnderen(van: string): Promise<void> {
  for (const naam of await namen()) if (!isVan(naam, van)) await drop(naam);
}

/** At logout, and when someone else takes over in the same window: key and copies go. */
export async function wipeKopieen(): Promise<void> {
  inGeheugen.clear();
  if (typeof indexedDB === 'undefined') return;
  const db = await openDatabase();
  const t = db.transaction(['sleutel', 'concept'], 'readwrite');
  await Promise.all([t.objectStore('sleutel').clear(), t.objectStore('concept').clear(), t.done]);
}
