// SPDX-License-Identifier: EUPL-1.2
// The problems that every route can have, in both languages. What only one station can say stays in Dutch.
import { ZICHTBAAR } from './schema.ts';

/** What happened; and what is safe and what to do. */
export interface Probleemtekst {
  titel: string;
  detail: string;
}

interface Regel {
  status: number;
  /** Last part of the problem type. */
  soort?: string;
  nl: Probleemtekst;
  en: Probleemtekst;
}

export const ALGEMEEN = {
  geenJson: {
    status: 400,
    soort: 'geen-json',
    nl: {
      titel: 'Het bericht is geen geldige JSON',
      detail: 'Er is niets bewaard. Controleer het bericht en stuur het opnieuw.',
    },
    en: {
      titel: 'The message is not valid JSON',
      detail: 'Nothing was stored. Check the message and send it again.',
    },
  },
  geenUtf8: {
    status: 400,
    soort: 'geen-utf-8',
    nl: {
      titel: 'Dit bericht is niet in UTF-8',
      detail:
        'Er is niets bewaard: letters zoals ü en é zouden verloren gaan. Stuur het bericht opnieuw als UTF-8 (Content-Type: application/json).',
    },
    en: {
      titel: 'This message is not in UTF-8',
      detail:
        'Nothing was stored: letters such as ü and é would be lost. Send the message again as UTF-8 (Content-Type: application/json).',
    },
  },
  teken: {
    status: 400,
    soort: 'ongeldige-invoer',
    nl: {
      titel: 'In deze tekst staat een teken dat niet bewaard kan worden',
      detail: 'Er is niets bewaard. Haal het onzichtbare teken (NUL) weg en probeer het opnieuw.',
    },
    en: {
      titel: 'This text holds a character that cannot be stored',
      detail: 'Nothing was stored. Take out the invisible character (NUL) and try again.',
    },
  },
  verzoek: {
    status: 400,
    nl: {
      titel: 'Dit verzoek kan niet',
      detail: 'Het verzoek is niet in orde. Controleer het en probeer het opnieuw.',
    },
    en: {
      titel: 'This request cannot be handled',
      detail: 'Something is wrong with the request. Check it and try again.',
    },
  },
  teTraag: {
    status: 408,
    soort: 'te-traag',
    nl: {
      titel: 'Het verzoek kwam niet op tijd helemaal binnen',
      detail: 'Er is niets bewaard. Controleer de verbinding en stuur het opnieuw.',
    },
    en: {
      titel: 'The request did not come in whole in time',
      detail: 'Nothing was stored. Check the connection and send it again.',
    },
  },
  koppenTeGroot: {
    status: 431,
    soort: 'koppen-te-groot',
    nl: {
      titel: 'De kopregels van dit verzoek zijn te groot',
      detail: 'Er is niets bewaard. Wis de cookies van deze site, of stuur kortere kopregels.',
    },
    en: {
      titel: 'The headers of this request are too large',
      detail: 'Nothing was stored. Clear the cookies of this site, or send shorter headers.',
    },
  },
  nietIngelogd: {
    status: 401,
    soort: 'niet-ingelogd',
    nl: {
      titel: 'U bent niet ingelogd',
      detail: 'Er is niets gewijzigd. Stuur een geldig token mee (Authorization: Bearer).',
    },
    en: {
      titel: 'You are not logged in',
      detail: 'Nothing was changed. Send a valid token along (Authorization: Bearer).',
    },
  },
  sessieVerlopen: {
    status: 401,
    soort: 'sessie-verlopen',
    nl: {
      titel: 'U bent niet (meer) ingelogd',
      detail: 'Log opnieuw in. Wat u hebt getypt, blijft in dit scherm staan.',
    },
    en: {
      titel: 'You are not logged in (any more)',
      detail: 'Log in again. What you typed stays on this screen.',
    },
  },
  bewijsOpnieuw: {
    status: 401,
    soort: 'bewijs-opnieuw',
    nl: {
      titel: 'Laat nog eens zien dat u het bent',
      detail:
        'Dit mag alleen als u kort geleden opnieuw hebt ingelogd. Wat u hebt getypt, blijft in dit scherm staan.',
    },
    en: {
      titel: 'Show once more that it is you',
      detail:
        'This is only possible when you logged in again a short while ago. What you typed stays on this screen.',
    },
  },
  teVeel: {
    status: 429,
    soort: 'te-veel',
    nl: {
      titel: 'Dit zijn te veel verzoeken in een minuut',
      detail: 'Er is niets gewijzigd. Wacht een minuut en probeer het opnieuw.',
    },
    en: {
      titel: 'These are too many requests in one minute',
      detail: 'Nothing was changed. Wait a minute and try again.',
    },
  },
  tokenOngeldig: {
    status: 401,
    soort: 'token-ongeldig',
    nl: {
      titel: 'Het token is niet geldig',
      detail:
        'Het is verlopen, voor een andere dienst, of niet van onze inlogdienst. Vraag een nieuw token aan.',
    },
    en: {
      titel: 'The token is not valid',
      detail: 'It has expired, is for another service, or is not of our login service. Ask for a new token.',
    },
  },
  geenToegang: {
    status: 403,
    soort: 'geen-toegang',
    nl: {
      titel: 'Geen toegang',
      detail: 'Dit account hoort niet bij een medewerker of systeem van deze regio.',
    },
    en: {
      titel: 'No access',
      detail: 'This account does not belong to a worker or a system of this region.',
    },
  },
  vreemdeHerkomst: {
    status: 403,
    soort: 'vreemde-herkomst',
    nl: {
      titel: 'Dit verzoek komt niet van een scherm van Houvast',
      detail: 'Er is niets gewijzigd. Open Houvast zelf en doe het daar opnieuw.',
    },
    en: {
      titel: 'This request does not come from a screen of Houvast',
      detail: 'Nothing was changed. Open Houvast itself and do it again there.',
    },
  },
  zonderHouder: {
    status: 409,
    soort: 'regel',
    nl: {
      titel:
        'Dit kan niet: de veiligheid van een gezin zou zonder houder zijn, of een regel wordt overtreden',
      detail: 'Er is niets gewijzigd. Ververs de pagina en kijk wie nu zicht houdt.',
    },
    en: {
      titel: 'This cannot be done: nobody would hold zicht over a family, or a rule is broken',
      detail: 'Nothing was changed. Refresh the page and see who holds zicht now.',
    },
  },
  methode: {
    status: 405,
    soort: 'methode',
    nl: {
      titel: 'Dit kan niet op dit adres',
      detail: 'Er is niets gewijzigd. Het adres bestaat, maar niet met deze methode. Zie Allow.',
    },
    en: {
      titel: 'This is not possible at this address',
      detail: 'Nothing was changed. The address exists, but not with this method. See Allow.',
    },
  },
  alGedaan: {
    status: 409,
    soort: 'al-gedaan',
    nl: {
      titel: 'Iemand was u net voor',
      detail: 'Er is niets gewijzigd. Ververs de pagina om te zien wat er nu staat.',
    },
    en: {
      titel: 'Someone was just before you',
      detail: 'Nothing was changed. Refresh the page to see what it says now.',
    },
  },
  sleutelGebruikt: {
    status: 409,
    soort: 'al-ontvangen',
    nl: {
      titel: 'Deze sleutel is al gebruikt voor iets anders',
      detail:
        'De Idempotency-Key hoort bij een eerder verzoek met een andere inhoud. Gebruik een nieuwe sleutel.',
    },
    en: {
      titel: 'This key was used before for something else',
      detail: 'The Idempotency-Key belongs to an earlier request with another content. Use a new key.',
    },
  },
  alVerstuurd: {
    status: 409,
    soort: 'al-ontvangen',
    nl: {
      titel: 'Een collega heeft dit al verstuurd',
      detail:
        'Er is niets nog eens vastgelegd. Kijk wat er nu staat, en overleg met uw collega wat er nog bij moet.',
    },
    en: {
      titel: 'A colleague sent this already',
      detail:
        'Nothing was recorded a second time. See what is there now, and agree with your colleague what is to be added.',
    },
  },
  teGroot: {
    status: 413,
    soort: 'te-groot',
    nl: {
      titel: 'Dit bericht is te groot',
      detail:
        'Er is niets bewaard. Stuur hoogstens 1 MB tekst; een bijlage van hoogstens 10 MB gaat apart mee.',
    },
    en: {
      titel: 'This message is too large',
      detail:
        'Nothing was stored. Send at most 1 MB of text; an attachment of at most 10 MB goes separately.',
    },
  },
  soortInhoud: {
    status: 415,
    soort: 'soort-inhoud',
    nl: { titel: 'Deze soort inhoud kan Houvast niet lezen', detail: 'Stuur application/json.' },
    en: { titel: 'Houvast cannot read this kind of content', detail: 'Send application/json.' },
  },
  onbekend: {
    status: 500,
    soort: 'onbekend',
    nl: {
      titel: 'Er ging iets mis bij ons',
      detail:
        'Er is niets half bewaard. Uw tekst staat nog in dit scherm. Noem het nummer hieronder bij de helpdesk.',
    },
    en: {
      titel: 'Something went wrong on our side',
      detail:
        'Nothing was stored by half. Your text is still on this screen. Give the number below to the help desk.',
    },
  },
  opslagVol: {
    status: 503,
    soort: 'opslag-vol',
    nl: {
      titel: 'De opslag is vol',
      detail:
        'Uw tekst staat nog in dit scherm en is niet verloren. Bel de beheerder: er moet ruimte bij. Probeer het daarna opnieuw.',
    },
    en: {
      titel: 'The storage is full',
      detail:
        'Your text is still on this screen and is not lost. Call the administrator: room must be made. Then try again.',
    },
  },
  databaseWeg: {
    status: 503,
    soort: 'database-weg',
    nl: {
      titel: 'Het geheugen van Houvast is even niet bereikbaar',
      detail:
        'Er is niets half bewaard. Uw tekst staat nog in dit scherm. Probeer het over een minuut opnieuw.',
    },
    en: {
      titel: 'The memory of Houvast cannot be reached for a moment',
      detail: 'Nothing was stored by half. Your text is still on this screen. Try again in a minute.',
    },
  },
  inlogdienstWeg: {
    status: 503,
    soort: 'inlogdienst-weg',
    nl: {
      titel: 'De inlogdienst geeft geen antwoord',
      detail: 'Er is niets gewijzigd. Probeer het over een minuut opnieuw.',
    },
    en: {
      titel: 'The login service does not answer',
      detail: 'Nothing was changed. Try again in a minute.',
    },
  },
} as const satisfies Record<string, Regel>;
export type Algemeen = keyof typeof ALGEMEEN;

/** Of problems whose title or detail names what only that route knows: the part that is the same everywhere. */
export const ENGELS = {
  nietGevonden: { titel: 'Not found', detail: 'It does not exist, or you have no access to it.' },
  gegevens: { titel: 'The data are not right' },
  nodig: { titel: 'Something is still needed' },
  magNiet: { titel: 'You may not do this here' },
} as const satisfies Record<string, Partial<Probleemtekst>>;

const VORM: Readonly<Record<string, { nl: string; en: string }>> = {
  'date-time': {
    nl: 'Dit is geen moment zoals 2026-11-23T09:00:00Z.',
    en: 'This is no moment such as 2026-11-23T09:00:00Z.',
  },
  date: {
    nl: 'Dit is geen bestaande datum zoals 2026-11-23.',
    en: 'This is no existing date such as 2026-11-23.',
  },
  uri: {
    nl: 'Dit is geen adres zoals https://voorbeeld.nl/stuk/1.',
    en: 'This is no address such as https://example.com/document/1.',
  },
  uuid: { nl: 'Dit is geen kenmerk van Houvast.', en: 'This is no identifier of Houvast.' },
};
const SOORT: Readonly<Record<string, { nl: string; en: string }>> = {
  string: { nl: 'Dit moet tekst zijn.', en: 'This must be text.' },
  integer: {
    nl: 'Dit moet een heel getal zijn, zonder aanhalingstekens.',
    en: 'This must be a whole number, without quotes.',
  },
  number: {
    nl: 'Dit moet een getal zijn, zonder aanhalingstekens.',
    en: 'This must be a number, without quotes.',
  },
  boolean: { nl: 'Dit moet true of false zijn.', en: 'This must be true or false.' },
  array: { nl: 'Dit moet een lijst zijn.', en: 'This must be a list.' },
  object: { nl: 'Dit moet een object zijn.', en: 'This must be an object.' },
};
const LEEG = { nl: 'Dit veld is leeg of te kort.', en: 'This field is empty or too short.' };
const PATROON: Readonly<Record<string, { nl: string; en: string }>> = {
  '^[0-9]{9}$': {
    nl: 'Een BSN heeft negen cijfers. Zijn het er acht, dan ontbreekt de 0 vooraan.',
    en: 'A BSN has nine digits. If there are eight, the 0 at the beginning is missing.',
  },
  [ZICHTBAAR]: LEEG,
};
export const VELDZIN_ANDERS = { nl: 'Dit klopt niet.', en: 'This is not right.' };

/** What is wrong with one field, by the keyword of JSON Schema that refused it. Never what was typed. */
export const VELDZINNEN: Readonly<
  Record<string, (p: Readonly<Record<string, unknown>>) => { nl: string; en: string }>
> = {
  required: (p) => ({
    nl: `${String(p['missingProperty'])} ontbreekt.`,
    en: `${String(p['missingProperty'])} is missing.`,
  }),
  minLength: () => LEEG,
  maxLength: (p) => ({
    nl: `Dit veld is te lang (hoogstens ${String(p['limit'])} tekens).`,
    en: `This field is too long (at most ${String(p['limit'])} characters).`,
  }),
  format: (p) => VORM[String(p['format'])] ?? VELDZIN_ANDERS,
  enum: (p) => {
    const keuzes = (p['allowedValues'] as unknown[] | undefined)?.join(', ');
    return { nl: `Kies uit: ${keuzes ?? 'de lijst'}.`, en: `Choose from: ${keuzes ?? 'the list'}.` };
  },
  const: () => ({ nl: 'Deze waarde kan hier niet.', en: 'This value is not possible here.' }),
  pattern: (p) =>
    PATROON[String(p['pattern'])] ?? {
      nl: 'Dit heeft niet de juiste vorm.',
      en: 'This does not have the right form.',
    },
  // of our schemas only Tekst says what may not be in it
  not: () => ({
    nl: 'Hier staat een onzichtbaar teken dat letters van plaats laat wisselen, vaak meegekomen met plakken. Typ dat stuk opnieuw.',
    en: 'Here is a sign that nobody sees and that makes letters change places; it often comes along with pasting. Type that part anew.',
  }),
  type: (p) => SOORT[String(p['type'])] ?? VELDZIN_ANDERS,
  maxItems: (p) => ({ nl: `Hoogstens ${String(p['limit'])}.`, en: `At most ${String(p['limit'])}.` }),
  minItems: (p) => ({ nl: `Minstens ${String(p['limit'])}.`, en: `At least ${String(p['limit'])}.` }),
  minimum: (p) => ({ nl: `Minstens ${String(p['limit'])}.`, en: `At least ${String(p['limit'])}.` }),
  maximum: (p) => ({ nl: `Hoogstens ${String(p['limit'])}.`, en: `At most ${String(p['limit'])}.` }),
};
