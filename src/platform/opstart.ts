// SPDX-License-Identifier: EUPL-1.2
// What stands in the way of starting, found before anything is built, and said to whoever starts it.
import { accessSync, constants, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';

/** @throws in Dutch, with what to do, when nobody can listen there */
export async function eisVrijePoort(poort: number, host: string): Promise<void> {
  const proef = createServer();
  try {
    await new Promise<void>((klaar, mis) => {
      proef.once('error', mis);
      proef.listen({ port: poort, host }, klaar);
    });
  } catch (fout) {
    throw zegPoortfout(fout, poort, host);
  }
  await new Promise((klaar) => proef.close(klaar));
}

/** Why listening failed, as a sentence. */
export function zegPoortfout(fout: unknown, poort: number, host: string): Error {
  const code = (fout as { code?: string }).code;
  if (code === 'EADDRINUSE')
    return new Error(
      `Poort ${poort} is al in gebruik; misschien draait Houvast al. Stop wat daar draait, of kies een andere poort, bijvoorbeeld PORT=${poort === 8081 ? 8082 : 8081}.`,
    );
  if (code === 'EACCES')
    return new Error(
      `Poort ${poort} mag u hier niet gebruiken. Kies een poort boven 1023, bijvoorbeeld PORT=8080.`,
    );
  return new Error(
    `Houvast kan niet luisteren op ${host}, poort ${poort} (${code}). Controleer HOST en PORT.`,
  );
}

/** Makes nothing: the folder itself comes later, with the rights that the database needs. @throws in Dutch, with what to do */
export function eisGegevensmap(map: string): void {
  let pad = map;
  try {
    while (statSync(pad, { throwIfNoEntry: false }) === undefined && pad !== dirname(pad)) pad = dirname(pad);
    if (statSync(pad).isDirectory()) {
      accessSync(pad, constants.W_OK | constants.X_OK);
      return;
    }
  } catch (fout) {
    // a file halfway, or a folder that does not let us look inside
    if ((fout as { code?: string }).code !== 'ENOTDIR')
      throw new Error(
        `Houvast mag niet schrijven in de gegevensmap ${map}. Geef dit account die rechten, of wijs met HOUVAST_DATA een andere map aan.`,
      );
  }
  throw new Error(
    `De gegevensmap ${map} kan niet: daar staat een bestand. Wijs met HOUVAST_DATA een map aan.`,
  );
}
