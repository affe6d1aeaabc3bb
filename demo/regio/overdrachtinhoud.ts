// SPDX-License-Identifier: EUPL-1.2
import { leeftijd, weergavenaam } from '../../src/kern/persoon/persoon.ts';
import type { Gegevens } from '../../src/keten/overdracht/overdracht.store.ts';
import type { Rij } from './boek.ts';
import type { MeldingBoek, VoorwaardeBoek } from './casusvorm.ts';
import { DAG } from './tijd.ts';
import type { Medewerker } from './veld.ts';

interface Casusbeeld {
  readonly rij: Rij<'casus'>;
  readonly meldingen: readonly MeldingBoek[];
  readonly voorwaarden: readonly VoorwaardeBoek[];
}

/** What goes along with an overdracht, as it was then: never the melder, never a secret address. */
export function gegevensBij(
  casus: Casusbeeld,
  o: Rij<'overdracht'>,
  wie: Medewerker,
  nu: Date,
): Gegevens & { persoonIds: string[] } {
  const op = o.aangeboden_op;
  const personen = new Map<string, NonNullable<Gegevens['personen']>[number]>();
  const geheim = new Set(
    casus.meldingen.flatMap((m) =>
      m.genoemd.filter((_, i) => m.in.personen[i]?.zoals.geheim_adres).map((g) => g.persoonId),
    ),
  );
  for (const m of casus.meldingen) {
    for (const [i, g] of m.genoemd.entries()) {
      const n = m.in.personen[i]?.zoals;
      if (!n) continue;
      const geboorte = { jaar: n.geboortejaar, maand: n.geboortemaand, dag: n.geboortedag };
      const oud = leeftijd(geboorte, op);
      const dicht = geheim.size > 0;
      personen.set(g.persoonId, {
        naam: weergavenaam({
          voornamen: n.voornamen,
          voorletters: n.voorletters,
          tussenvoegsel: n.tussenvoegsel,
          achternaam: n.achternaam,
          partnerTussenvoegsel: n.partner_tussenvoegsel,
          partnerAchternaam: n.partner_achternaam,
        }),
        leeftijd: oud?.jaren ?? null,
        leeftijdOngeveer: oud?.ongeveer ?? false,
        geboortejaar: geboorte.jaar,
        geboortemaand: geboorte.maand,
        geboortedag: geboorte.dag,
        geslacht: n.geslacht,
        rollen: [g.rol],
        relatie: m.in.personen[i]?.relatie ?? null,
        // where someone of the household hides, no address of it goes along
        adres:
          dicht || !n.straat
            ? null
            : `${n.straat} ${n.huisnummer ?? ''}${n.huisletter ?? ''}, ${n.postcode ?? ''} ${n.woonplaats ?? ''}`
                .replace(/\s+/g, ' ')
                .trim(),
        geheimAdres: geheim.has(g.persoonId),
        telefoon: dicht ? [] : n.telefoon,
      });
    }
  }
  const b = casus.meldingen.findLast((m) => m.beoordeling.status === 'vastgesteld')?.beoordeling;
  // the full text of an old overdracht is not needed to read the history
  const vers = nu.getTime() - op.getTime() < 60 * DAG;
  return {
    aanduiding: casus.rij.aanduiding,
    casusNummer: casus.rij.nummer,
    gemeentecode: casus.rij.gemeentecode ?? null,
    acuut: casus.rij.acuut ?? false,
    contact: { naam: wie.naam, telefoon: wie.organisatie.contact ?? '' },
    persoonIds: [...personen.keys()],
    personen: [...personen.values()],
    uitspraken: vers
      ? casus.meldingen
          .flatMap((m) => m.gezegd)
          .filter((u) => !u.afgeschermd)
          .map((u) => ({
            soort: u.soort,
            tekst: u.tekst,
            bron: u.bron,
            gebeurdOp: u.gebeurd_op ?? null,
            vastgelegdOp: u.vastgelegd_op.toISOString(),
            wederhoor: [],
          }))
      : null,
    beoordeling: b
      ? {
          acuut: b.acuut ?? null,
          acuutArgument: b.acuut_argument ?? null,
          structureel: b.structureel ?? null,
          structureelArgument: b.structureel_argument ?? null,
          multiprobleem: b.multiprobleem ?? null,
          multiprobleemArgument: b.multiprobleem_argument ?? null,
          besluit: b.besluit ?? '',
          besluitReden: b.besluit_reden ?? '',
          vastgesteldOp: b.vastgesteld_op?.toISOString() ?? '',
        }
      : null,
    veiligheidsvoorwaarden:
      casus.voorwaarden.length > 0
        ? casus.voorwaarden.map((v) => ({
            tekst: v.rij.tekst,
            voor: v.rij.voor,
            gesteldOp: v.rij.gesteld_op.toISOString(),
          }))
        : null,
    veiligheidscijfers: null,
    veiligheidscontroles: null,
  };
}
