// SPDX-License-Identifier: EUPL-1.2
/** The FEBRL sets as mentions. Truth: `rec-N-…` is person N. */
import { readFileSync } from 'node:fs';
import type { Soort } from '../../src/keten/radar/koppel/velden.ts';
import type { Vermelding } from '../../src/keten/radar/vermelding.ts';

/** The columns of a FEBRL file that say something about who it is, each with its kind. */
export const FEBRL: Readonly<Record<string, Soort>> = {
  given_name: 'voornaam',
  surname: 'achternaam',
  street_number: 'huisnummer',
  address_1: 'straat',
  address_2: 'straat',
  suburb: 'plaats',
  postcode: 'postcode',
  state: 'regio',
  date_of_birth: 'geboortedatum',
  soc_sec_id: 'identificatie',
};

export function leesFebrl(nummer: 1 | 2 | 3): { vermeldingen: Vermelding[]; wie: string[] } {
  const tekst = readFileSync(new URL(`./data/dataset${nummer}.csv`, import.meta.url), 'utf8');
  const [, ...regels] = tekst.trim().split(/\r?\n/);
  const vermeldingen: Vermelding[] = [];
  const wie: string[] = [];
  for (const regel of regels) {
    const d = regel.split(',').map((x) => x.trim());
    const [
      id = '',
      voor = '',
      achter = '',
      nr = '',
      straat = '',
      ,
      plaats = '',
      postcode = '',
      ,
      geboren = '',
      nummerSoc = '',
    ] = d;
    wie.push(/^rec-(\d+)-/.exec(id)?.[1] ?? id);
    const datum = /^(\d{4})(\d{2})(\d{2})$/.exec(geboren);
    vermeldingen.push({
      id,
      ...(voor === '' ? {} : { voornamen: voor }),
      ...(achter === '' ? {} : { achternaam: achter }),
      ...(nr === '' ? {} : { huisnummer: nr }),
      ...(straat === '' ? {} : { straat }),
      ...(plaats === '' ? {} : { woonplaats: plaats }),
      ...(postcode === '' ? {} : { postcode }),
      ...(datum === null
        ? {}
        : { geboorte: { jaar: Number(datum[1]), maand: Number(datum[2]), dag: Number(datum[3]) } }),
      ...(nummerSoc === '' ? {} : { bsnSleutel: nummerSoc }),
    });
  }
  return { vermeldingen, wie };
}
