// SPDX-License-Identifier: EUPL-1.2
/** A mention as the database sends it to be weighed: one text (radar_gegevens in 0004_keten.sql). */
import type { Geslacht, Vermelding } from './vermelding.ts';

/** The parts in their order. */
const GEGEVENS = [
  'bsnSleutel',
  'voornamen',
  'voorletters',
  'tussenvoegsel',
  'achternaam',
  'partnerTussenvoegsel',
  'partnerAchternaam',
  'jaar',
  'maand',
  'dag',
  'geslacht',
  'straat',
  'huisnummer',
  'huisletter',
  'postcode',
  'woonplaats',
  'telefoon',
  'email',
] as const;

const TUSSEN = '\u001f';
const BINNEN = '\u001e';
const GEEN: readonly string[] = [];

type Delen = readonly string[];

function lijst(tekst: string): readonly string[] {
  return tekst === '' ? GEEN : tekst.split(BINNEN);
}

/** The parts of a text; undefined where a given name or street itself holds the sign that sets them apart. */
export function leesGegevens(tekst: string): Delen | undefined {
  const delen = tekst.split(TUSSEN);
  return delen.length === GEGEVENS.length ? delen : undefined;
}

/** To be weighed and no more: what is not known is empty instead of absent, so that all are of one shape. */
export function voorHetWegen(id: string, delen: Delen): Vermelding {
  const [
    bsnSleutel = '',
    voornamen = '',
    voorletters = '',
    tussenvoegsel = '',
    achternaam = '',
    partnerTussenvoegsel = '',
    partnerAchternaam = '',
    jaar = '',
    maand = '',
    dag = '',
    geslacht = '',
    straat = '',
    huisnummer = '',
    huisletter = '',
    postcode = '',
    woonplaats = '',
    telefoon = '',
    email = '',
  ] = delen;
  return {
    id,
    bsnSleutel,
    voornamen,
    voorletters,
    tussenvoegsel,
    achternaam,
    partnerTussenvoegsel,
    partnerAchternaam,
    geboorte: { jaar: +jaar, maand: +maand, dag: +dag },
    geslacht: (geslacht || 'onbekend') as Geslacht,
    straat,
    huisnummer,
    huisletter,
    postcode,
    woonplaats,
    telefoon: lijst(telefoon),
    email: lijst(email),
  };
}

/** The same without what is not known, as mentions are everywhere else. */
export function zonderLeegte(v: Vermelding): Vermelding {
  const { geslacht, ...rest } = v;
  const { jaar, maand, dag } = v.geboorte ?? {};
  return {
    ...(Object.fromEntries(
      Object.entries(rest).filter(([, waarde]) => waarde !== ''),
    ) as unknown as Vermelding),
    ...(geslacht && geslacht !== 'onbekend' ? { geslacht } : {}),
    geboorte: { ...(jaar ? { jaar } : {}), ...(maand ? { maand } : {}), ...(dag ? { dag } : {}) },
  };
}
