// SPDX-License-Identifier: EUPL-1.2
import { Alinea } from './delen/alinea.tsx';
import { Kop } from './delen/kop.tsx';
import { Link } from './delen/link.tsx';
import { Paginakop } from './delen/paginakop.tsx';
import { useTeksten } from './taal.ts';

const woorden = {
  nl: {
    titel: 'Toegankelijkheid',
    inleiding:
      'Iedereen moet met Houvast kunnen werken, ook zonder muis, met een voorleesprogramma, met sterke vergroting of op een telefoon.',
    stand: 'Hoe het ervoor staat',
    standA:
      'Houvast is gebouwd om te voldoen aan WCAG 2.2, niveau A en AA; de wet vraagt 2.1 AA (EN 301 549, Besluit digitale toegankelijkheid overheid).',
    standB:
      'Er is nog geen onderzoek gedaan door een onafhankelijk bureau. Daarom geven wij geen oordeel A of B over onszelf: tot dan toe zeggen wij alleen wat wij zelf hebben nagegaan. Een organisatie die Houvast gebruikt, laat het onderzoeken en publiceert de verklaring in het landelijke register.',
    zelf: 'Wat wij zelf nagaan',
    zelfLijst: [
      'Elke pagina wordt automatisch getest op fouten (axe, WCAG 2.2 A en AA), licht en donker.',
      'Het hoofdwerk wordt met alleen het toetsenbord gedaan.',
      'Pagina’s worden bekeken op 320 pixels breed en op 400% vergroting.',
      'Het contrast van alle tekst is uitgerekend: minstens 4,5 op 1, voor vormen 3 op 1, in beide thema’s.',
      'Elk beeld (tijdlijn, veiligheidscijfers, uitleg van de radar) bestaat ook als lijst of tabel.',
    ],
    nogNiet: 'Wat wij nog niet weten of kunnen',
    nogNietLijst: [
      'Houvast is nog niet getest door mensen die dagelijks een voorleesprogramma of spraakbediening gebruiken.',
      'Meldingen van de server zijn er alleen in het Nederlands, ook als u Engels hebt gekozen.',
      'In een lange lijst staat alleen wat bijna in beeld is in de pagina. Zoeken met de zoekfunctie van de browser vindt daardoor niet alles; gebruik het filter van de lijst.',
    ],
    last: 'Loopt u ergens tegenaan?',
    lastUitleg:
      'Meld het bij de beheerder van Houvast in uw organisatie, en zeg welke pagina het is en wat u wilde doen. U hoort wat er met uw melding gebeurt. Bent u niet tevreden, dan kunt u terecht bij de Nationale ombudsman of het College voor de Rechten van de Mens.',
    hulp: 'Wat kan helpen',
    hulpUitleg:
      'Rechtsboven stelt u licht of donker in, en ruime of compacte lijsten. Houvast volgt ook de instellingen van uw apparaat: vergroting, hoog contrast, minder beweging.',
    toetsen: 'Alle sneltoetsen',
  },
  en: {
    titel: 'Accessibility',
    inleiding:
      'Everyone must be able to work with Houvast, also without a mouse, with a screen reader, with strong magnification or on a phone.',
    stand: 'Where it stands',
    standA:
      'Houvast was built to meet WCAG 2.2, levels A and AA; the law asks for 2.1 AA (EN 301 549, Dutch decree on digital accessibility of the government).',
    standB:
      'No independent agency has examined it yet. So we give ourselves no mark: until then we only say what we checked ourselves. An organisation that uses Houvast has it examined and publishes the statement in the national register.',
    zelf: 'What we check ourselves',
    zelfLijst: [
      'Every page is tested for errors by machine (axe, WCAG 2.2 A and AA), light and dark.',
      'The main work is done with the keyboard only.',
      'Pages are looked at 320 pixels wide and at 400% magnification.',
      'The contrast of all text was computed: at least 4.5 to 1, for shapes 3 to 1, in both themes.',
      'Every picture (timeline, safety figures, explanation of the radar) also exists as a list or table.',
    ],
    nogNiet: 'What we do not know or cannot do yet',
    nogNietLijst: [
      'Houvast was not yet tested by people who use a screen reader or speech control every day.',
      'Messages from the server are in Dutch only, also when you chose English.',
      'In a long list only what is nearly in view is in the page. The search of the browser therefore does not find everything; use the filter of the list.',
    ],
    last: 'Does something stand in your way?',
    lastUitleg:
      'Tell the administrator of Houvast in your organisation, and say which page it is and what you wanted to do. You hear what will be done. If you are not satisfied, you can turn to the National Ombudsman or the Netherlands Institute for Human Rights.',
    hulp: 'What can help',
    hulpUitleg:
      'At the top right you set light or dark, and wide or compact lists. Houvast also follows the settings of your device: magnification, high contrast, less motion.',
    toetsen: 'All keyboard shortcuts',
  },
};

/** The accessibility statement: honest about what was not examined. */
export function ToegankelijkheidPagina() {
  const t = useTeksten(woorden);
  return (
    <article className="hv-stapel hv-ruim hv-lopend">
      <div>
        <Paginakop titel={t.titel} tab={t.titel} />
        <Alinea inleiding>{t.inleiding}</Alinea>
      </div>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.stand}</Kop>
        <Alinea>{t.standA}</Alinea>
        <Alinea>{t.standB}</Alinea>
      </section>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.zelf}</Kop>
        <ul className="hv-opsomming">
          {t.zelfLijst.map((regel) => (
            <li key={regel}>{regel}</li>
          ))}
        </ul>
      </section>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.nogNiet}</Kop>
        <ul className="hv-opsomming">
          {t.nogNietLijst.map((regel) => (
            <li key={regel}>{regel}</li>
          ))}
        </ul>
      </section>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.hulp}</Kop>
        <Alinea>{t.hulpUitleg}</Alinea>
        <Alinea>
          <Link naar="/sneltoetsen">{t.toetsen}</Link>
        </Alinea>
      </section>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.last}</Kop>
        <Alinea>{t.lastUitleg}</Alinea>
      </section>
    </article>
  );
}
