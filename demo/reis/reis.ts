// SPDX-License-Identifier: EUPL-1.2
// npm run --silent demo:reis: one report, from the police to lasting safety and back again, through the public API of a running
// demo. Checks P1, P2 and P7 after every step. Ends with status 0 only when every promise held.
import { Beller, KanNietBeginnen, OnverwachtAntwoord } from './beller.ts';
import { overWie } from './berichten.ts';
import { GEZINNEN, type Gezin } from './gezinnen.ts';
import {
  buurBelt,
  politieHoort,
  politieMeldt,
  radarBevestigt,
  voegSamen,
  voegSamenEnTerug,
} from './melden.ts';
import { beoordeel, draagOver, kijk, koppelTerug } from './overdragen.ts';
import { Reiziger } from './reiziger.ts';
import { Verslag } from './verslag.ts';
import { doorDeFasen, maakPlan, monitor, sluitAf, stopMonitoren } from './volgen.ts';

/** Someone who is not known here yet; when a hundred journeys have used them all, someone who is. */
async function kiesGezin(beller: Beller): Promise<Gezin> {
  const begin = Math.floor(Math.random() * GEZINNEN.length);
  const rij = [...GEZINNEN.slice(begin), ...GEZINNEN.slice(0, begin)];
  for (const gezin of rij) {
    const uit = await beller.doe<{ personen: { treffer: unknown }[] }>(
      'vt-medewerker',
      'POST',
      '/radar/_zoek',
      200,
      {
        personen: [{ rol: 'onbekend', bsn: gezin.ouder.bsn, achternaam: gezin.ouder.achternaam }],
      },
    );
    if (uit.personen.every((p) => p.treffer === null)) return gezin;
  }
  const [laatste] = rij;
  if (!laatste) throw new Error('Er zijn geen testpersonen.');
  return laatste;
}

async function getOrganisatie(
  beller: Beller,
  soort: string,
  naam: string,
): Promise<{ id: string; naam: string }> {
  const alle = await beller.doe<{ id: string; naam: string; soort: string }[]>(
    'vt-medewerker',
    'GET',
    '/organisaties?open=true',
    200,
  );
  const o = alle.find((x) => x.soort === soort && x.naam.includes(naam));
  if (!o)
    throw new OnverwachtAntwoord(`Er is geen open organisatie van soort ${soort} met "${naam}" in de naam.`);
  return o;
}

async function reis(beller: Beller, verslag: Verslag): Promise<void> {
  const r = new Reiziger(beller, verslag);
  const gezin = await kiesGezin(beller);
  const { naam: vt } = await getOrganisatie(beller, 'veilig_thuis', '');
  const emmen = await getOrganisatie(beller, 'lokaal_team', 'Emmen');
  const kenmerk = `REIS-${Date.now().toString(36).toUpperCase()}`;
  verslag.kop(`De reis van een melding, over ${overWie(gezin)} (testpersonen van RvIG: zij bestaan niet)`);

  verslag.kop('Melden en herkennen');
  const melding = await politieMeldt(
    r,
    gezin,
    `${kenmerk}-1`,
    vt,
    'Buren hoorden een ruzie. Bij aankomst was een ruit gebroken.',
  );
  const buur = await buurBelt(r, gezin, vt);
  await radarBevestigt(r, buur.id, melding.casusId);
  await voegSamenEnTerug(r, buur.casusId, melding.casusId, vt);

  verslag.kop('Beoordelen en overdragen');
  await beoordeel(r, melding.id, 'de politiemelding');
  await beoordeel(r, buur.id, 'het telefoontje');
  await politieHoort(r, melding.registratienummer, 'VT-01-02', 'overdracht');
  await kijk(r, melding.casusId);
  await draagOver(r, melding.casusId, vt, emmen);
  await politieHoort(r, melding.registratienummer, 'VT-02', 'overgedragen');
  await koppelTerug(r, [melding.id, buur.id]);

  verslag.kop('Eén gezin, één plan, één regisseur');
  await maakPlan(r, melding.casusId);
  await doorDeFasen(r, melding.casusId);

  verslag.kop('Volgen en afsluiten');
  await monitor(r, melding.casusId);
  await stopMonitoren(r, melding.casusId);
  await sluitAf(r, melding.casusId);
  await politieHoort(r, melding.registratienummer, 'VT-02', 'blijft overgedragen');

  verslag.kop('En dan opnieuw');
  const opnieuw = await politieMeldt(r, gezin, `${kenmerk}-2`, vt, 'Opnieuw hoorden buren geschreeuw.');
  await radarBevestigt(r, opnieuw.id, melding.casusId);
  await r.stap('De gesloten casus gaat weer open, bij wie haar het laatst had', async () => {
    const uit = await voegSamen(r, opnieuw.casusId, melding.casusId, emmen.naam);
    r.verwacht(uit.heropend, 'De casus ging niet weer open.');
    return `${uit.houder} houdt weer zicht`;
  });
  await r.stap('Het lokaal team heeft een dag om het zicht op te pakken', async () => {
    const b = await beller.doe<{ termijnen: { soort: string; eigenaarOrganisatieNaam: string }[] }>(
      'regisseur-emmen',
      'GET',
      `/casussen/${melding.casusId}`,
      200,
    );
    const terug = b.termijnen.find((t) => t.soort === 'hermelding_terug');
    r.verwacht(
      terug?.eigenaarOrganisatieNaam === emmen.naam,
      'Niemand is gevraagd om het zicht op te pakken.',
    );
    return 'de termijn staat op naam van het team';
  });
}

const verslag = new Verslag();
try {
  const beller = new Beller(process.env['HOUVAST_URL'] || 'http://127.0.0.1:8080');
  await beller.begin();
  try {
    await reis(beller, verslag);
  } catch (fout) {
    if (!(fout instanceof OnverwachtAntwoord)) throw fout;
    verslag.breuken.push(`na stap ${verslag.stappen}: ${fout.message}`);
  }
  process.exitCode = verslag.einde(beller.aantal) ? 0 : 1;
} catch (fout) {
  if (!(fout instanceof KanNietBeginnen) && !(fout instanceof OnverwachtAntwoord)) throw fout;
  console.error(fout.message);
  process.exitCode = 1;
}
