// SPDX-License-Identifier: EUPL-1.2
import { Alinea } from '../../web/delen/alinea.tsx';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { getal, teksten, useTeksten } from '../../web/taal.ts';
import { modelVersie } from './model.ts';
import { DREMPELS } from './oordeel.ts';

/** Measured with bench/radar/baseline.ts for this version of the model; see the decision on relatives in the weighing. */
const GEMETEN = [
  { id: 'febrl1', f1: 0.996 },
  { id: 'febrl2', f1: 0.9943 },
  { id: 'febrl3', f1: 0.9933 },
  { id: 'gezinnen', f1: 0.9708 },
  { id: 'simpel', f1: 0.334 },
] as const;

const woorden = teksten({
  nl: {
    titel: 'Hoe werkt de radar',
    kort: 'De radar vergelijkt wie iemand is. Hij voorspelt niets over mensen en zegt niets over gevaar.',
    watTitel: 'Wat doet de radar?',
    wat: [
      'Bij elke melding zoekt de radar of de mensen die genoemd worden al bekend zijn bij dit Veilig Thuis. Hij kijkt naar naam, geboortedatum, geslacht, adres, telefoon, e-mail en BSN.',
      'Elk veld krijgt een gewicht: hoeveel vaker komt dit voor als het dezelfde persoon is dan als het iemand anders is? De gewichten bij elkaar zijn het gewicht van het geheel. U ziet elke stap, met een zin erbij.',
      'De radar weegt ook familie mee die erop lijkt: een tweeling, vader en zoon met dezelfde naam, een partner, een ander gezinslid.',
    ],
    wieTitel: 'Wie beslist?',
    wie: [
      'U. Alleen als alles klopt (voornaam, achternaam, hele geboortedatum en nog iets, of het BSN en niets dat ertegen spreekt) koppelt de radar zelf een nieuwe vermelding. Ook dat kunt u terugdraaien.',
      'Twee bekende personen voegt de radar nooit zelf samen. Een ‘nee’ van een mens blijft een nee, tot iemand het terugdraait.',
      'Na terugdraaien is alles precies zoals het was. Wat u besloot en waarom blijft te lezen.',
    ],
    nietTitel: 'Wat doet de radar niet?',
    niet: [
      'De radar zoekt alleen in de meldingen van dit Veilig Thuis. Een lokaal team, een school of de politie kan er niet mee zoeken.',
      'Een geheim adres telt niet mee en staat nergens. Ook wie het adres raadt, komt er niet achter.',
      'De radar mist mensen: bij een andere naam en een fout in de geboortedatum vindt hij soms niets. Niets gevonden betekent niet: onbekend.',
    ],
    cijfersTitel: 'Hoe goed werkt het?',
    cijfers:
      'F1 zegt in één getal twee dingen: hoe vaak een koppeling klopt, en hoeveel koppelingen zijn gevonden. 1 is volmaakt.',
    febrl1: 'Australische oefenset 1 (FEBRL)',
    febrl2: 'Australische oefenset 2',
    febrl3: 'Australische oefenset 3',
    gezinnen: 'Verzonnen Nederlandse gezinnen, 17.496 vermeldingen',
    simpel: 'Dezelfde set, als alleen ‘zelfde of vreemde’ zou bestaan',
    set: 'Waarop gemeten',
    grens:
      'De Nederlandse set hebben wij zelf verzonnen. Hij laat zien dat de methode werkt, niet hoe goed zij werkt bij echte mensen. Van 41.621 paren familieleden in die set zou geen enkel paar zonder vraag gekoppeld zijn.',
    instelTitel: 'Versie en grenzen',
    versie: 'Model',
    vraagt: 'Vraagt het u',
    koppelt: 'Koppelt zelf',
    vanaf: (kans: string) => `vanaf ${kans} kans dat het dezelfde persoon is`,
    bron: 'Deze grenzen zijn onze keuze, en te veranderen: een vaste regel is niet bekend.',
  },
  en: {
    titel: 'How the radar works',
    kort: 'The radar compares identities. It predicts nothing about people and says nothing about danger.',
    watTitel: 'What does the radar do?',
    wat: [
      'With every report the radar looks whether the people named are known to this Veilig Thuis. It looks at name, date of birth, sex, address, phone, e-mail and BSN.',
      'Each field gets a weight: how much more often does this occur if it is the same person than if it is someone else? The weights together are the weight of the whole. You see every step, with a sentence.',
      'The radar also weighs relatives who look alike: a twin, father and son of one name, a partner, another member of the family.',
    ],
    wieTitel: 'Who decides?',
    wie: [
      'You do. Only when everything fits (given name, surname, whole birth date and something else, or the BSN and nothing against it) the radar links a new mention by itself. You can undo that too.',
      'The radar never joins two known persons by itself. A person’s “no” stays a no until someone takes it back.',
      'After undoing, everything is exactly as it was. What you decided and why can still be read.',
    ],
    nietTitel: 'What does the radar not do?',
    niet: [
      'The radar looks only in the reports of this Veilig Thuis. A local team, a school or the police cannot search with it.',
      'A secret address does not count and stands nowhere. Whoever guesses it does not find out either.',
      'The radar misses people: with another name and an error in the birth date it may find nothing. Nothing found does not mean: unknown.',
    ],
    cijfersTitel: 'How well does it work?',
    cijfers:
      'F1 says two things in one figure: how often a link is right, and how many links were found. 1 is perfect.',
    febrl1: 'Australian practice set 1 (FEBRL)',
    febrl2: 'Australian practice set 2',
    febrl3: 'Australian practice set 3',
    gezinnen: 'Fictitious Dutch families, 17,496 mentions',
    simpel: 'The same set, if only “same or stranger” existed',
    set: 'Measured on',
    grens:
      'We made the Dutch set up ourselves. It shows that the method works, not how well it works with real people. Of 41,621 pairs of relatives in that set none would have been linked without asking.',
    instelTitel: 'Version and thresholds',
    versie: 'Model',
    vraagt: 'Asks you',
    koppelt: 'Links by itself',
    vanaf: (kans: string) => `from ${kans} chance that it is the same person`,
    bron: 'These thresholds are our choice, and can be changed: no fixed rule is known.',
  },
});

/** A weight in bits as the chance that it stands for, in per cent. */
const kans = (bits: number) => `${getal(100 / (1 + 2 ** -bits), { maximumFractionDigits: 1 })}%`;

/** `/radar/uitleg`: how the radar works, how well, and what it cannot. */
export function RadarUitlegPagina() {
  const t = useTeksten(woorden);
  const deel = (kop: string, regels: readonly string[]) => (
    <section className="hv-stapel hv-krap">
      <Kop niveau={2}>{kop}</Kop>
      {regels.map((r) => (
        <Alinea key={r}>{r}</Alinea>
      ))}
    </section>
  );
  return (
    <div className="hv-stapel hv-ruim">
      <Paginakop titel={t.titel} tab={t.titel} />
      <Bericht soort="weet">{t.kort}</Bericht>
      {deel(t.watTitel, t.wat)}
      {deel(t.wieTitel, t.wie)}
      {deel(t.nietTitel, t.niet)}
      <section className="hv-stapel">
        <Kop niveau={2}>{t.cijfersTitel}</Kop>
        <Alinea>{t.cijfers}</Alinea>
        <div className="hv-lopend">
          <Tabel
            bijschrift={t.cijfersTitel}
            bijschriftVerborgen
            rijen={[...GEMETEN]}
            sleutel={(g) => g.id}
            kolommen={[
              { id: 'set', kop: t.set, cel: (g) => t[g.id], rijkop: true },
              { id: 'f1', kop: 'F1', cel: (g) => getal(g.f1, { minimumFractionDigits: 3 }), getal: true },
            ]}
          />
        </div>
        <Alinea>{t.grens}</Alinea>
      </section>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.instelTitel}</Kop>
        <Gegevens
          lijst={[
            { naam: t.versie, waarde: modelVersie },
            { naam: t.vraagt, waarde: t.vanaf(kans(DREMPELS.vraag)) },
            { naam: t.koppelt, waarde: t.vanaf(kans(DREMPELS.zelfde)) },
          ]}
        />
        <Alinea>{t.bron}</Alinea>
      </section>
    </div>
  );
}
