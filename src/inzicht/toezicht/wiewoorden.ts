// SPDX-License-Identifier: EUPL-1.2
// What someone did, in words, from the name of the act in the log; and for which purpose.
const nl: Readonly<Record<string, string>> = {
  'casus.lezen': 'opende de casus',
  'casus.tijdlijn': 'las de tijdlijn',
  'casus.toegang': 'keek wie erbij kan',
  'uitspraak.lezen': 'las de uitspraken',
  'plan.lezen': 'las het plan',
  'monitoring.lezen': 'las de monitoring',
  'veiligheidscontrole.lezen': 'las de veiligheidscontroles',
  'melding.lezen': 'las een melding',
  'melding.indienen': 'legde een melding vast',
  'beoordeling.lezen': 'las een beoordeling',
  'overdracht.lezen': 'las een overdracht',
  'radar.lezen': 'bekeek de radar',
  'radar.zoeken': 'zocht in de radar',
  'radar.eerder': 'bekeek wat eerder bekend was',
  'radar.eerder_bij_typen': 'bekeek wat eerder bekend was',
  'radar.contact': 'zocht op wie meer weet',
  'casus.lijst': 'bekeek een lijst met casussen',
  'werk.lezen': 'bekeek de werklijst',
  'overdracht.lijst': 'bekeek de overdrachten',
  'monitoring.lijst': 'bekeek de monitorlijst',
  'melding.lijst': 'bekeek een lijst met meldingen',
  'cijfers.team': 'bekeek de lijst achter een cijfer',
  'cijfers.wachtlijst': 'bekeek de wachtlijst',
  'noodtoegang.openen': 'gebruikte de noodknop',
  'noodtoegang.lijst': 'bekeek het gebruik van de noodknop',
  'noodtoegang.nakijken': 'keek een gebruik van de noodknop na',
  'deling.geven': 'deelde een onderdeel',
  'deling.eigen_lijst': 'bekeek wat is gedeeld',
  'toezicht.lezen': 'bekeek wie keek',
  'toezicht.overzicht': 'maakte een overzicht voor een betrokkene',
};

const en: Readonly<Record<string, string>> = {
  'casus.lezen': 'opened the case',
  'casus.tijdlijn': 'read the timeline',
  'casus.toegang': 'looked who has access',
  'uitspraak.lezen': 'read the statements',
  'plan.lezen': 'read the plan',
  'monitoring.lezen': 'read the monitoring',
  'veiligheidscontrole.lezen': 'read the safety checks',
  'melding.lezen': 'read a report',
  'melding.indienen': 'recorded a report',
  'beoordeling.lezen': 'read an assessment',
  'overdracht.lezen': 'read a handover',
  'radar.lezen': 'looked at the radar',
  'radar.zoeken': 'searched the radar',
  'radar.eerder': 'looked at what was known before',
  'radar.eerder_bij_typen': 'looked at what was known before',
  'radar.contact': 'looked up who knows more',
  'casus.lijst': 'looked at a list of cases',
  'werk.lezen': 'looked at the worklist',
  'overdracht.lijst': 'looked at the handovers',
  'monitoring.lijst': 'looked at the monitoring list',
  'melding.lijst': 'looked at a list of reports',
  'cijfers.team': 'looked at the list behind a figure',
  'cijfers.wachtlijst': 'looked at the waiting list',
  'noodtoegang.openen': 'used the noodknop',
  'noodtoegang.lijst': 'looked at the uses of the noodknop',
  'noodtoegang.nakijken': 'reviewed a use of the noodknop',
  'deling.geven': 'shared a part',
  'deling.eigen_lijst': 'looked at what is shared',
  'toezicht.lezen': 'looked at who looked',
  'toezicht.overzicht': 'made an overview for a person concerned',
};

/** What follows the name of an act whose kept answer was only shown again, at a second click (the door writes it). */
const HERHAALD = '.herhaald';

/** The act in words; an act that has none here keeps the name that it has in the log. */
export function handelingswoord(handeling: string, taal: 'nl' | 'en', lijst = false): string {
  if (handeling.endsWith(HERHAALD))
    return `${handelingswoord(handeling.slice(0, -HERHAALD.length), taal)} (${taal === 'en' ? 'second click' : 'tweede klik'})`;
  const woord = (taal === 'en' ? en : nl)[handeling];
  return woord ?? (lijst ? (taal === 'en' ? 'looked at a list' : 'bekeek een lijst') : handeling);
}
