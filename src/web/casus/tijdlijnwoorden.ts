// SPDX-License-Identifier: EUPL-1.2
// The acts of every station as sentences. The server gives the act and the choices made in it; the screen says it.
import type { TijdlijnAntwoord } from '../../kern/casus/casus.api.ts';
import { FASEN, SLUITREDENEN } from '../../kern/casus/casus.ts';
import { type Keuzewaarde, UITSPRAAK_SOORT } from '../../kern/lijsten.ts';
import { BESLUITEN } from '../../keten/beoordeling/beoordeling.ts';
import { CONTROLE_UITKOMSTEN } from '../../keten/beoordeling/controle.ts';
import { CONTROLE_UITKOMST, SCORER_SOORT } from '../../keten/plan/plan.ts';
import type { TijdlijnSoort } from '../delen/tijdlijn.tsx';
import type { Taal } from '../taal.ts';
import { termijnwoorden } from '../termijnwoorden.ts';

export type Regel = TijdlijnAntwoord['regels'][number];

interface Zin {
  soort: TijdlijnSoort;
  nl: string;
  en: string;
}

type Maker = (w: (naam: string) => string, r: Regel) => Zin;

const vast =
  (soort: TijdlijnSoort, nl: string, en: string): Maker =>
  () => ({ soort, nl, en });

/** The words of a code in both languages; the code itself when no list knows it. */
function keuze(lijst: readonly Keuzewaarde[], code: string): { nl: string; en: string } {
  return (
    lijst.find((k) => k.code === code) ?? { nl: code.replaceAll('_', ' '), en: code.replaceAll('_', ' ') }
  );
}

const klein = (s: string) => s.charAt(0).toLowerCase() + s.slice(1);

/** "Label: what was chosen", or the label alone when nothing is known about it. */
const met =
  (soort: TijdlijnSoort, nl: string, en: string, veld: string, lijst: readonly Keuzewaarde[]): Maker =>
  (w) => {
    const k = w(veld) ? keuze(lijst, w(veld)) : null;
    return { soort, nl: k ? `${nl}: ${klein(k.nl)}` : nl, en: k ? `${en}: ${klein(k.en)}` : en };
  };

/** "Label: what the term asked", or the label alone when it is not known which term it was. */
const termijn =
  (nl: string, en: string): Maker =>
  (w) => {
    const [vraagNl, vraagEn] = [termijnwoorden(w('soort'), 'nl'), termijnwoorden(w('soort'), 'en')];
    return {
      soort: 'overig',
      nl: vraagNl ? `${nl}: ${klein(vraagNl.vraag)}` : nl,
      en: vraagEn ? `${en}: ${klein(vraagEn.vraag)}` : en,
    };
  };

function fase(nummer: string): { nl: string; en: string } {
  const f = FASEN.find((x) => String(x.nummer) === nummer);
  return f
    ? { nl: `fase ${f.nummer}: ${klein(f.nl)}`, en: `phase ${f.nummer}: ${klein(f.en)}` }
    : { nl: nummer, en: nummer };
}

const MONITOR = [
  { code: 'veilig', nl: 'Veilig', en: 'Safe' },
  { code: 'deels_veilig', nl: 'Deels veilig', en: 'Partly safe' },
  { code: 'onveilig', nl: 'Onveilig', en: 'Unsafe' },
  { code: 'niet_bereikt', nl: 'Niemand bereikt', en: 'Nobody reached' },
] as const satisfies readonly Keuzewaarde[];

const ZINNEN: Readonly<Record<string, Maker>> = {
  zicht: (_w, r) => ({
    soort: 'zicht',
    nl: `${r.namens ?? ''} houdt vanaf nu zicht op veiligheid`,
    en: `${r.namens ?? ''} holds zicht op veiligheid from now on`,
  }),
  'zicht.overgegaan': vast(
    'zicht',
    'Zicht ging over: een organisatie sloot',
    'Zicht passed on: an organisation closed',
  ),
  'melding.indienen': (w) =>
    w('acuut') === 'true'
      ? { soort: 'melding', nl: 'Melding ontvangen, acuut', en: 'Report received, acute' }
      : { soort: 'melding', nl: 'Melding ontvangen', en: 'Report received' },
  'melding.acuut_gemeld': vast(
    'melding',
    'De melder noemt nu acuut gevaar',
    'The reporter now names acute danger',
  ),
  'melding.bijlage': vast('document', 'Bijlage toegevoegd', 'Attachment added'),
  'jzv.melden': vast('melding', 'Melding ontvangen', 'Report received'),
  'jzv.wijzigen': vast('melding', 'Melding aangevuld door de afzender', 'Report added to by the sender'),
  'jzv.intrekken': vast('melding', 'Melding ingetrokken door de afzender', 'Report withdrawn by the sender'),
  'jzv.uitkomst_plaatsen': vast('melding', 'Uitkomst teruggemeld', 'Outcome sent back'),
  'advies.omzetten': vast('melding', 'Advies omgezet in een melding', 'Advice turned into a report'),
  'radar.gezocht': vast(
    'overig',
    'Gezocht of deze personen al bekend zijn',
    'Searched whether these persons are known',
  ),
  'radar.beoordelen': vast(
    'overig',
    'Bekeken of dit een bekende persoon is',
    'Looked whether this is a known person',
  ),
  'radar.terugdraaien': vast('overig', 'Koppeling van personen teruggedraaid', 'Link between persons undone'),
  'radar.eerder': vast('overig', 'Bekeken wat eerder bekend was', 'Looked at what was known before'),
  'radar.contact': vast(
    'overig',
    'Opgezocht wie meer weet van deze casus',
    'Looked up who knows more about this case',
  ),
  'beoordeling.voorleggen': vast(
    'beoordeling',
    'Besluit voorgelegd aan een collega',
    'Decision put to a colleague',
  ),
  'beoordeling.terugleggen': vast(
    'beoordeling',
    'Collega legde het besluit terug',
    'Colleague sent the decision back',
  ),
  'beoordeling.vaststellen': met('beoordeling', 'Besluit vastgesteld', 'Decision made', 'besluit', BESLUITEN),
  'veiligheidscontrole.vastleggen': met(
    'contact',
    'Gekeken hoe het is',
    'Looked how it is',
    'uitkomst',
    CONTROLE_UITKOMSTEN,
  ),
  'overdracht.aanbieden': vast(
    'overdracht',
    'Overdracht aangeboden; het zicht blijft waar het is',
    'Handover offered; zicht stays where it is',
  ),
  'overdracht.aanvaarden': vast('overdracht', 'Overdracht aanvaard', 'Handover accepted'),
  'overdracht.weigeren': vast(
    'overdracht',
    'Overdracht geweigerd; het zicht bleef',
    'Handover refused; zicht stayed',
  ),
  'overdracht.intrekken': vast(
    'overdracht',
    'Overdracht ingetrokken; het zicht bleef',
    'Handover withdrawn; zicht stayed',
  ),
  'overdracht.behouden': vast('overdracht', 'Besloten om zelf zicht te houden', 'Decided to keep zicht'),
  'overdracht.verlopen': vast(
    'overdracht',
    'Geen antwoord op de overdracht: opgeschaald',
    'No answer to the handover: escalated',
  ),
  'overdracht.gever_gewisseld': vast(
    'overdracht',
    'De opvolger wacht nu op het antwoord',
    'The successor now waits for the answer',
  ),
  'terugkoppeling.versturen': vast('contact', 'Melder op de hoogte gesteld', 'Reporter informed'),
  'terugkoppeling.afzien': vast('contact', 'Afgezien van terugkoppeling', 'Decided not to report back'),
  'casus.regisseur': vast('overig', 'Regisseur gekozen', 'Regisseur named'),
  'casus.regisseur_over': vast(
    'overig',
    'Een collega nam de regie over',
    'A colleague took over as regisseur',
  ),
  'casus.regisseur_weg': vast('overig', 'Er is geen regisseur meer', 'There is no regisseur any more'),
  'casus.samenvoegen': vast('overig', 'Samengevoegd met een andere casus', 'Merged with another case'),
  'casus.samenvoegen_ongedaan': vast('overig', 'Samenvoegen ongedaan gemaakt', 'Merge undone'),
  'casus.afsluiten': met('overig', 'Casus gesloten', 'Case closed', 'reden', SLUITREDENEN),
  'casus.heropenen': vast('overig', 'Casus weer geopend', 'Case opened again'),
  'deling.geven': (w) => ({
    soort: 'overig',
    nl: w('naar') ? `Gedeeld met ${w('naar')}` : 'Gedeeld met een andere organisatie',
    en: w('naar') ? `Shared with ${w('naar')}` : 'Shared with another organisation',
  }),
  'deling.intrekken': vast('overig', 'Deling teruggenomen', 'Share taken back'),
  'casus.verzegelen': vast('overig', 'Casus verzegeld', 'Case sealed'),
  'casus.ontzegelen': vast('overig', 'Verzegeling opgeheven', 'Seal lifted'),
  'casus.noemen': vast(
    'overig',
    'Gewijzigd wie bij de verzegelde casus kan',
    'Changed who can come near the sealed case',
  ),
  'noodtoegang.openen': vast('overig', 'Ingezien met de noodknop', 'Looked at by the noodknop'),
  'noodtoegang.nakijken': vast('overig', 'Gebruik van de noodknop nagekeken', 'Use of the noodknop reviewed'),
  'uitspraak.wederhoor': (w) =>
    w('oneens') === 'true'
      ? {
          soort: 'contact',
          nl: 'Wederhoor: het oneens met een uitspraak',
          en: 'Other side heard: disagrees with a statement',
        }
      : { soort: 'contact', nl: 'Wederhoor bij een uitspraak', en: 'Other side heard about a statement' },
  'plan.voorwaarde': (w) =>
    w('vervallen') === 'true'
      ? { soort: 'plan', nl: 'Veiligheidsvoorwaarde vervallen', en: 'Safety condition lapsed' }
      : { soort: 'plan', nl: 'Veiligheidsvoorwaarde gesteld', en: 'Safety condition set' },
  'plan.voorwaarde_controle': met(
    'plan',
    'Voorwaarde gecontroleerd',
    'Condition checked',
    'uitkomst',
    CONTROLE_UITKOMST,
  ),
  'plan.afspraak': (w) =>
    w('beeindigd') === 'true'
      ? { soort: 'plan', nl: 'Afspraak beëindigd', en: 'Agreement ended' }
      : { soort: 'plan', nl: 'Afspraak gemaakt', en: 'Agreement made' },
  'plan.cijfer': (w) => {
    if (!w('cijfer')) {
      const n = Number(w('aantal')) || 1;
      return {
        soort: 'cijfer',
        nl: n === 1 ? 'Veiligheidscijfer gegeven' : `${n} veiligheidscijfers gegeven`,
        en: n === 1 ? 'Safety figure given' : `${n} safety figures given`,
      };
    }
    const door = keuze(SCORER_SOORT, w('scorerSoort'));
    return {
      soort: 'cijfer',
      nl: `Een ${w('cijfer')}, van: ${klein(door.nl)}`,
      en: `A ${w('cijfer')}, by: ${klein(door.en)}`,
    };
  },
  'plan.fase': (w) => {
    const naar = fase(w('naar'));
    return w('terugval') === 'true'
      ? { soort: 'plan', nl: `Terugval: terug naar ${naar.nl}`, en: `Relapse: back to ${naar.en}` }
      : { soort: 'plan', nl: `Naar ${naar.nl}`, en: `To ${naar.en}` };
  },
  'monitoring.gepland': vast('overig', 'Monitoring gepland', 'Monitoring planned'),
  'monitoring.beeindigen': vast('overig', 'Monitoring beëindigd', 'Monitoring ended'),
  'monitoring.plannen': vast('overig', 'Monitormoment gepland', 'Monitoring moment planned'),
  'monitoring.vastleggen': met(
    'contact',
    'Gevraagd hoe het nu gaat',
    'Asked how it is now',
    'uitkomst',
    MONITOR,
  ),
  'termijn.verstreken': termijn('Niet op tijd', 'Not in time'),
  'termijn.opschorten': termijn('Termijn staat stil', 'Term suspended'),
  'termijn.hervatten': termijn('Termijn loopt weer', 'Term resumed'),
  'termijn.verlengen': termijn('Termijn verlengd', 'Term extended'),
  'termijn.oppakken': termijn('Opgepakt', 'Taken up'),
  'termijn.terugleggen': termijn('Teruggelegd', 'Put back'),
  'termijn.afronden': termijn('Gedaan', 'Done'),
};

/** One line of the timeline as a sentence. An act that nobody gave words yet keeps its name: nothing is left out. */
export function zinVan(r: Regel, taal: Taal): { soort: TijdlijnSoort; titel: string } {
  if (r.soort === 'uitspraak')
    return { soort: 'uitspraak', titel: keuze(UITSPRAAK_SOORT, r.uitspraakSoort ?? '')[taal] };
  const w = (naam: string) => r.bijzonderheden.find((b) => b.naam === naam)?.waarde ?? '';
  const zin = ZINNEN[r.soort]?.(w, r);
  if (!zin) return { soort: 'overig', titel: r.soort.replaceAll(/[._]/g, ' ') };
  return { soort: zin.soort, titel: zin[taal] };
}
