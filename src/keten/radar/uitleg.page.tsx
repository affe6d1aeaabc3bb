// SPDX-License-Identifier: EUPL-1.2
import { Alinea } from '../../web/delen/alinea.tsx';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { useInstellingen } from '../../web/instellingen.ts';
import { getal, teksten, useTeksten } from '../../web/taal.ts';
import { CIJFERS } from './cijfers.ts';
import type { Deelmaat } from './cijfersvorm.ts';
import { Ijkplaat } from './ijkplaat.page.tsx';
import { MODEL, modelVersie } from './model.ts';
import { DREMPELS } from './oordeel.ts';
import './radar.css';
import { NIVEAUS, VELDEN } from './vergelijking.ts';
import { useVeldwoord } from './weging.page.tsx';
import { woordenVoor } from './zinnen.ts';

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
    cijfers: (v: string, m: string) =>
      `Gemeten op verzonnen Nederlandse gezinnen: ${v} vermeldingen van ${m} mensen, met de fouten die in echte registers staan. Precisie: van wat de radar dezelfde persoon noemt, hoeveel dat klopt. Gevonden: van wie echt dezelfde is, hoeveel de radar er ziet. Gerekend vanaf een kans van een half.`,
    set: 'Waarop gemeten',
    precisie: 'Precisie',
    gevonden: 'Gevonden',
    paren: 'Paren',
    alles: 'Alle paren',
    zonder: 'Dezelfde paren, als alleen ‘zelfde of vreemde’ zou bestaan',
    febrl: (n: string) => `${n}: oefenset van anderen, Australisch`,
    foutTitel: 'Per soort fout',
    fout: 'Fout in een van de twee vermeldingen',
    fouten: {
      'geen fout': 'Geen fout',
      tussenvoegsel: 'Tussenvoegsel weg, vast of bij de voornaam',
      partnernaam: 'Naam van de partner gebruikt',
      voorletters: 'Alleen voorletters',
      roepnaam: 'Roepnaam of andere vorm van de voornaam',
      spelling: 'Achternaam anders gespeld',
      tekens: 'Accenten en andere tekens weg',
      'geboorte onbekend': 'Geboortedatum niet bekend',
      '1 januari': 'Geboortedatum op 1 januari gezet',
      'dag en maand verwisseld': 'Dag en maand verwisseld',
      'cijfer in datum': 'Eén cijfer fout in de geboortedatum',
      'geen bsn': 'Geen BSN',
      'bsn fout': 'BSN fout overgenomen',
      'bsn van gezinslid': 'BSN van een ander gezinslid',
      verhuisd: 'Verhuisd',
      'geheim adres': 'Geheim adres (telt niet mee)',
      'adres onbekend': 'Adres niet bekend',
    } as Record<string, string>,
    familie: (tw: string, ng: string) =>
      `Geen van de ${tw} paren tweelingen en geen van de ${ng} paren met dezelfde naam (zoals vader en zoon) in deze set zou zonder vraag gekoppeld zijn; ook geen ander gezinslid en geen vreemde.`,
    grens:
      'Deze mensen hebben wij zelf verzonnen. Dat laat zien dat de methode werkt, niet hoe goed zij werkt bij echte mensen. Wie hem gebruikt meet het opnieuw op eigen oordelen van medewerkers.',
    ijkTitel: 'Komt de kans uit?',
    ijk: (f: string) =>
      `Zegt de radar ‘90% kans’, dan hoort dat in 9 van de 10 keer te kloppen. Gemiddeld zit hij er ${f} naast.`,
    teZeker: (van: string, tot: string) =>
      `Tussen ${van} en ${tot} is hij te zeker. Bij zo’n kans koppelt hij nooit zelf: een mens kijkt.`,
    modelTitel: 'Waarmee vergelijkt het model?',
    model: (herkomst: string) =>
      `Per veld en per uitkomst: hoe vaak dit voorkomt als het dezelfde persoon is, en hoe vaak bij twee vreemden. Hoeveel keer dat scheelt, is het gewicht. Voor tweeling, naamgenoot, partner en gezin houdt het model eigen tabellen bij. Herkomst: ${herkomst}`,
    uitkomst: 'Uitkomst',
    zelfde: 'Bij dezelfde persoon (m)',
    vreemd: 'Bij twee vreemden (u)',
    maal: 'Scheelt',
    keerVoor: (n: string) => `${n} keer zo vaak bij dezelfde`,
    keerTegen: (n: string) => `${n} keer zo vaak bij vreemden`,
    registerTitel: 'Voor het algoritmeregister',
    registerKop: ['Doel', 'Grondslag', 'Soort', 'Gegevens', 'Mens', 'Bezwaar'],
    register: [
      'Zien of iemand in een melding al bekend is bij dit Veilig Thuis.',
      'Wmo 2015 artikel 4.1.1 en 5.1.6.',
      'Weging van overeenkomsten (Fellegi-Sunter). Geen zelflerend systeem in gebruik: het model staat vast en heeft een versie.',
      'Naam, geboortedatum, geslacht, adres, telefoon, e-mail en BSN. Niets over gezondheid, schulden, uitkering of herkomst.',
      'Een medewerker beslist. Elke koppeling is terug te draaien.',
      'De betrokkene kan vragen wie keek en waarom, en een koppeling laten herstellen.',
    ],
    instelTitel: 'Versie en grenzen',
    versie: 'Model',
    gemaakt: 'Cijfers gemaakt met',
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
    cijfers: (v: string, m: string) =>
      `Measured on fictitious Dutch families: ${v} mentions of ${m} people, with the errors that stand in real registers. Precision: of what the radar calls the same person, how much is right. Found: of who truly is the same, how many the radar sees. Counted from a chance of one half.`,
    set: 'Measured on',
    precisie: 'Precision',
    gevonden: 'Found',
    paren: 'Pairs',
    alles: 'All pairs',
    zonder: 'The same pairs, if only “same or stranger” existed',
    febrl: (n: string) => `${n}: practice set of others, Australian`,
    foutTitel: 'Per kind of error',
    fout: 'Error in one of the two mentions',
    fouten: {
      'geen fout': 'No error',
      tussenvoegsel: 'Prefix dropped, glued or with the given name',
      partnernaam: "Partner's name used",
      voorletters: 'Initials only',
      roepnaam: 'Call name or another form of the given name',
      spelling: 'Surname spelled differently',
      tekens: 'Accents and other signs gone',
      'geboorte onbekend': 'Birth date not known',
      '1 januari': 'Birth date set to 1 January',
      'dag en maand verwisseld': 'Day and month swapped',
      'cijfer in datum': 'One digit wrong in the birth date',
      'geen bsn': 'No BSN',
      'bsn fout': 'BSN copied wrongly',
      'bsn van gezinslid': 'BSN of another member of the family',
      verhuisd: 'Moved',
      'geheim adres': 'Secret address (does not count)',
      'adres onbekend': 'Address not known',
    } as Record<string, string>,
    familie: (tw: string, ng: string) =>
      `None of the ${tw} pairs of twins and none of the ${ng} pairs of one name (such as father and son) in this set would have been linked without asking; nor any other relative or stranger.`,
    grens:
      'We made these people up. It shows that the method works, not how well it works with real people. Whoever uses it measures again on what workers judged.',
    ijkTitel: 'Does the chance come true?',
    ijk: (f: string) =>
      `If the radar says “90% chance”, that should be right 9 times out of 10. On average it is off by ${f}.`,
    teZeker: (van: string, tot: string) =>
      `Between ${van} and ${tot} it is too sure. At such a chance it never links by itself: a person looks.`,
    modelTitel: 'What does the model compare?',
    model: (herkomst: string) =>
      `Per field and outcome: how often this occurs if it is the same person, and how often between two strangers. How many times that differs is the weight. For twins, namesakes, partners and family the model keeps tables of their own. Origin (in Dutch): ${herkomst}`,
    uitkomst: 'Outcome',
    zelfde: 'With the same person (m)',
    vreemd: 'With two strangers (u)',
    maal: 'Difference',
    keerVoor: (n: string) => `${n} times as often with the same`,
    keerTegen: (n: string) => `${n} times as often with strangers`,
    registerTitel: 'For the algorithm register',
    registerKop: ['Purpose', 'Ground', 'Kind', 'Data', 'People', 'Objection'],
    register: [
      'To see whether someone in a report is known to this Veilig Thuis.',
      'Wmo 2015 articles 4.1.1 and 5.1.6.',
      'Weighing of agreements (Fellegi-Sunter). Does not learn while in use: the model is fixed and has a version.',
      'Name, date of birth, sex, address, phone, e-mail and BSN. Nothing about health, debts, benefits or origin.',
      'A worker decides. Every link can be undone.',
      'The person concerned can ask who looked and why, and have a link put right.',
    ],
    instelTitel: 'Version and thresholds',
    versie: 'Model',
    gemaakt: 'Figures made with',
    vraagt: 'Asks you',
    koppelt: 'Links by itself',
    vanaf: (kans: string) => `from ${kans} chance that it is the same person`,
    bron: 'These thresholds are our choice, and can be changed: no fixed rule is known.',
  },
});

/** A weight in bits as the chance that it stands for, in per cent. */
const kans = (bits: number) => `${getal(100 / (1 + 2 ** -bits), { maximumFractionDigits: 1 })}%`;

/** So much above what came true is too sure. */
const TE_ZEKER = 0.05;

const procent = (x: number) =>
  getal(x, { style: 'percent', maximumSignificantDigits: 3, maximumFractionDigits: 4 });
const keer = (x: number) => getal(x, { maximumSignificantDigits: 2 });

function Maten({
  bijschrift,
  kop,
  rijen,
}: {
  bijschrift: string;
  kop: string;
  rijen: readonly (Deelmaat & { id: string; naam: string })[];
}) {
  const t = useTeksten(woorden);
  return (
    <Tabel
      bijschrift={bijschrift}
      bijschriftVerborgen
      rijen={rijen}
      sleutel={(r) => r.id}
      kolommen={[
        { id: 'naam', kop, cel: (r) => r.naam, rijkop: true },
        { id: 'precisie', kop: t.precisie, cel: (r) => procent(r.precisie), getal: true },
        { id: 'gevonden', kop: t.gevonden, cel: (r) => procent(r.recall), getal: true },
        { id: 'paren', kop: t.paren, cel: (r) => getal(r.paren), getal: true },
      ]}
    />
  );
}

/** `/radar/uitleg`: how the radar works, how well, and what it cannot. */
export function RadarUitlegPagina() {
  const t = useTeksten(woorden);
  const veldwoord = useVeldwoord();
  const { taal } = useInstellingen();
  const nl = CIJFERS.nederlands;
  const teZeker = nl.banden.filter((b) => b.paren > 0 && b.gemiddeld - b.waar > TE_ZEKER);
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
        <Alinea>{t.cijfers(getal(nl.vermeldingen), getal(nl.mensen))}</Alinea>
        <Maten
          bijschrift={t.cijfersTitel}
          kop={t.set}
          rijen={[
            { id: 'alles', naam: t.alles, ...nl.alles },
            { id: 'zonder', naam: t.zonder, ...CIJFERS.zonderVerwanten },
            ...CIJFERS.febrl.map((f) => ({ ...f, id: f.naam, naam: t.febrl(f.naam) })),
          ]}
        />
        <Alinea>{t.familie(getal(nl.gewogen.tweeling), getal(nl.gewogen.naamgenoot))}</Alinea>
        <Alinea>{t.grens}</Alinea>
        <Kop niveau={3}>{t.foutTitel}</Kop>
        <Maten
          bijschrift={t.foutTitel}
          kop={t.fout}
          rijen={Object.entries(nl.perFout).map(([f, d]) => ({ id: f, naam: t.fouten[f] ?? f, ...d }))}
        />
      </section>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.ijkTitel}</Kop>
        <Alinea>
          {t.ijk(procent(nl.ijkfout))}{' '}
          {teZeker.length > 0
            ? t.teZeker(procent(teZeker[0]?.van ?? 0), procent(teZeker.at(-1)?.tot ?? 1))
            : null}
        </Alinea>
        <Ijkplaat banden={nl.banden} />
      </section>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.modelTitel}</Kop>
        <Alinea>{t.model(MODEL.herkomst)}</Alinea>
        {VELDEN.map((veld) => (
          <details key={veld} className="hv-radar__meer">
            <summary>{veldwoord(veld)}</summary>
            <Tabel
              bijschrift={veldwoord(veld)}
              bijschriftVerborgen
              rijen={NIVEAUS[veld]
                .map((niveau, i) => ({
                  niveau,
                  m: MODEL.zelfde[veld][i] ?? 0,
                  u: MODEL.vreemd[veld][i] ?? 0,
                }))
                .reverse()}
              sleutel={(r) => r.niveau}
              kolommen={[
                {
                  id: 'uitkomst',
                  kop: t.uitkomst,
                  cel: (r) => woordenVoor(veld, r.niveau)[taal === 'en' ? 1 : 0],
                  rijkop: true,
                },
                { id: 'm', kop: t.zelfde, cel: (r) => procent(r.m), getal: true },
                { id: 'u', kop: t.vreemd, cel: (r) => procent(r.u), getal: true },
                {
                  id: 'maal',
                  kop: t.maal,
                  cel: (r) => (r.m >= r.u ? t.keerVoor(keer(r.m / r.u)) : t.keerTegen(keer(r.u / r.m))),
                },
              ]}
            />
          </details>
        ))}
      </section>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.instelTitel}</Kop>
        <Gegevens
          lijst={[
            { naam: t.versie, waarde: modelVersie },
            { naam: t.gemaakt, waarde: <code>{CIJFERS.gemaaktMet}</code> },
            { naam: t.vraagt, waarde: t.vanaf(kans(DREMPELS.vraag)) },
            { naam: t.koppelt, waarde: t.vanaf(kans(DREMPELS.zelfde)) },
          ]}
        />
        <Alinea>{t.bron}</Alinea>
      </section>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.registerTitel}</Kop>
        <Gegevens lijst={t.register.map((waarde, i) => ({ naam: t.registerKop[i] ?? '', waarde }))} />
      </section>
    </div>
  );
}
