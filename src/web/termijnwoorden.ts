// SPDX-License-Identifier: EUPL-1.2
// The terms as questions put to someone: the verb of the button, and what it asks. What is not here keeps the server's words.
import { useInstellingen } from './instellingen.ts';
import type { Taal } from './taal.ts';

interface Woorden {
  /** On the button. */
  doe: string;
  /** What is asked. */
  vraag: string;
  /** Why, where that is the same for all of this kind. */
  waarom?: string;
}

const nl: Readonly<Record<string, Woorden>> = {
  spoed_24u: { doe: 'Handel nu', vraag: 'Acuut gevaar: handel binnen 24 uur' },
  beoordeling: { doe: 'Beoordeel', vraag: 'Weeg de veiligheid en neem een besluit' },
  start_onderzoek: { doe: 'Start', vraag: 'Start het onderzoek' },
  onderzoek: { doe: 'Naar het onderzoek', vraag: 'Rond het onderzoek af' },
  voorwaarden_en_vervolg: { doe: 'Naar het plan', vraag: 'Rond Voorwaarden en Vervolg af' },
  informeren_betrokkenen: { doe: 'Informeer', vraag: 'Laat de betrokkenen weten wat is vastgelegd' },
  overdracht_antwoord: { doe: 'Neem aan of weiger', vraag: 'Antwoord op de overdracht' },
  overdracht_opnieuw: { doe: 'Kies opnieuw', vraag: 'De overdracht ging niet door: wie neemt het over?' },
  overdracht_escalatie: { doe: 'Bel', vraag: 'Er kwam geen antwoord op de overdracht' },
  terugkoppeling_melder: { doe: 'Koppel terug', vraag: 'Vertel de melder welke stappen zijn gezet' },
  monitor_3_maanden: { doe: 'Hoe is het nu?', vraag: 'Hoe is het nu? Eerste keer' },
  monitor_1_jaar: { doe: 'Hoe is het nu?', vraag: 'Hoe is het nu? Na een jaar' },
  monitor_anderhalf_jaar: { doe: 'Hoe is het nu?', vraag: 'Hoe is het nu? Na anderhalf jaar' },
  zichtcontrole: { doe: 'Hoe is het nu?', vraag: 'Kijk of het gezin dat wacht veilig is' },
  tweede_paar_ogen: { doe: 'Kijk mee', vraag: 'Kijk mee met het besluit van een collega' },
  afsluiten: { doe: 'Sluit af', vraag: 'Sluit af, of leg uit waarom u zicht houdt' },
  overdragen: { doe: 'Draag over', vraag: 'Draag de casus over aan wie verdergaat' },
  voorwaarde_controle: { doe: 'Controleer', vraag: 'Wordt de veiligheidsvoorwaarde nageleefd?' },
  cijfers_vragen: {
    doe: 'Vraag cijfers',
    vraag: 'Vraag iedereen opnieuw hoe veilig het is',
    waarom: 'Tijd voor nieuwe veiligheidscijfers',
  },
  monitor_extra: { doe: 'Hoe is het nu?', vraag: 'Hoe is het nu? Een extra keer' },
  bericht_bekijken: { doe: 'Bekijk', vraag: 'Er kwam een nieuw bericht bij deze melding' },
  uitspraken_nakijken: {
    doe: 'Kijk na',
    vraag: 'Anderen kunnen nog niet lezen wat hier is gezegd: kijk het na',
  },
  radar_vraag: { doe: 'Zelfde persoon?', vraag: 'Zeg of dit dezelfde persoon is' },
  noodknop_gezien: { doe: 'Bekijk', vraag: 'Iemand gebruikte de noodknop: kijk wie, en waarom' },
  noodknop_nakijken: { doe: 'Kijk na', vraag: 'Was dit gebruik van de noodknop terecht?' },
  belang_bekijken: { doe: 'Bekijk', vraag: 'Een collega blijft erbuiten: verdeel het werk' },
  verzegelde_melding: { doe: 'Bekijk', vraag: 'Er kwam een melding over iemand in deze verzegelde casus' },
  hermelding_terug: { doe: 'Pak weer op', vraag: 'Pak het zicht weer op' },
};

const en: Readonly<Record<string, Woorden>> = {
  spoed_24u: { doe: 'Act now', vraag: 'Acute danger: act within 24 hours' },
  beoordeling: { doe: 'Assess', vraag: 'Weigh the safety and decide' },
  start_onderzoek: { doe: 'Start', vraag: 'Start the investigation' },
  onderzoek: { doe: 'To the investigation', vraag: 'Finish the investigation' },
  voorwaarden_en_vervolg: { doe: 'To the plan', vraag: 'Finish Voorwaarden en Vervolg' },
  informeren_betrokkenen: { doe: 'Inform', vraag: 'Tell those concerned what was recorded' },
  overdracht_antwoord: { doe: 'Accept or refuse', vraag: 'Answer the handover' },
  overdracht_opnieuw: { doe: 'Choose again', vraag: 'The handover did not happen: who takes over?' },
  overdracht_escalatie: { doe: 'Call', vraag: 'The handover was not answered' },
  terugkoppeling_melder: { doe: 'Report back', vraag: 'Tell the reporter which steps were taken' },
  monitor_3_maanden: { doe: 'How is it now?', vraag: 'How is it now? First time' },
  monitor_1_jaar: { doe: 'How is it now?', vraag: 'How is it now? After a year' },
  monitor_anderhalf_jaar: { doe: 'How is it now?', vraag: 'How is it now? After a year and a half' },
  zichtcontrole: { doe: 'How is it now?', vraag: 'See whether the family that waits is safe' },
  tweede_paar_ogen: { doe: 'Look along', vraag: "Look along with a colleague's decision" },
  afsluiten: { doe: 'Close', vraag: 'Close, or explain why you keep zicht' },
  overdragen: { doe: 'Hand over', vraag: 'Hand the case over to who goes on' },
  voorwaarde_controle: { doe: 'Check', vraag: 'Is the safety condition kept?' },
  cijfers_vragen: {
    doe: 'Ask for figures',
    vraag: 'Ask everyone again how safe it is',
    waarom: 'Time for new safety figures',
  },
  monitor_extra: { doe: 'How is it now?', vraag: 'How is it now? An extra time' },
  noodknop_gezien: { doe: 'Look', vraag: 'Someone used the noodknop: see who, and why' },
  noodknop_nakijken: { doe: 'Review', vraag: 'Was this use of the noodknop justified?' },
  belang_bekijken: { doe: 'Look', vraag: 'A colleague is kept out: divide the work' },
  verzegelde_melding: { doe: 'Look', vraag: 'A report came in about someone in this sealed case' },
  bericht_bekijken: { doe: 'Look', vraag: 'A new message came in with this report' },
  uitspraken_nakijken: { doe: 'Review', vraag: 'Others cannot read yet what was said here: look at it' },
  radar_vraag: { doe: 'Same person?', vraag: 'Say whether this is the same person' },
  hermelding_terug: { doe: 'Take up again', vraag: 'Take up the watch again' },
};

/** The words of a kind of term; undefined when the screens have none for it. */
export function termijnwoorden(soort: string, taal: Taal): Woorden | undefined {
  return (taal === 'en' ? en : nl)[soort];
}

/** The words of a kind of term in the language of the screen; `omschrijving` is what the server calls it. */
export function useTermijnwoorden(): (soort: string, omschrijving: string) => Woorden {
  const { taal } = useInstellingen();
  return (soort, omschrijving) =>
    termijnwoorden(soort, taal) ?? { doe: taal === 'en' ? 'Open' : 'Openen', vraag: omschrijving };
}
