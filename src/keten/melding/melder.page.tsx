// SPDX-License-Identifier: EUPL-1.2
// Who reports, and how far that may be known. The melder chooses; a professional who must stay hidden gives the ground.
import { MELDER_BEKEND, MELDER_GROEP } from '../../kern/lijsten.ts';
import { Chip } from '../../web/delen/chip.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { Veldmelding } from '../../web/delen/veldmelding.tsx';
import { Vinkje } from '../../web/delen/vinkjes.tsx';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { type Kant, keuzes, type Meldingvorm } from './formulier.ts';
import { twijfelAanContact } from './melding.ts';
import type { Pas } from './uitspraken.page.tsx';

const woorden = teksten({
  nl: {
    groep: 'Wat voor melder is het?',
    groepProf: 'Waar werkt u?',
    rol: 'Wat heeft de melder met het gezin te maken?',
    rolBij: 'bijv. buurvrouw, oma, leraar',
    rolProf: 'Uw functie en organisatie',
    naam: 'Naam',
    telefoon: 'Telefoon',
    email: 'E-mail',
    twijfel: {
      telefoon: 'Bij Telefoon staat geen nummer. Hoe is de melder te bereiken?',
      email: 'Bij E-mail staat geen @. Klopt het adres?',
    },
    emailHulp: 'Een van de twee is genoeg.',
    bekend: 'Mag het gezin weten wie meldt?',
    bekendProf: 'Mag het gezin weten dat u meldt?',
    open: 'Ja',
    anoniem_voor_gezin: 'Nee, alleen Veilig Thuis weet het',
    anoniem: 'Nee, en ook Veilig Thuis weet het niet',
    grond: 'Waarom mag het gezin dit niet weten?',
    grondHulp: 'Een professional meldt open, tenzij er een reden is.',
    gronden: ['Gevaar voor iemand in het gezin.', 'Gevaar voor de melder.', 'Schade aan de vertrouwensband.'],
    terug: 'De melder wil horen wat er gebeurt',
    terugProf: 'Ik wil horen wat er gebeurt',
    onbekend: 'Naam en nummer worden niet gevraagd en niet bewaard.',
  },
  en: {
    groep: 'What kind of reporter is it?',
    groepProf: 'Where do you work?',
    rol: 'What has the reporter to do with the family?',
    rolBij: 'e.g. neighbour, grandmother, teacher',
    rolProf: 'Your function and organisation',
    naam: 'Name',
    telefoon: 'Telephone',
    email: 'E-mail',
    twijfel: {
      telefoon: 'Telephone holds no number. How can the reporter be reached?',
      email: 'E-mail holds no @. Is the address right?',
    },
    emailHulp: 'One of the two is enough.',
    bekend: 'May the family know who reports?',
    bekendProf: 'May the family know that you report?',
    open: 'Yes',
    anoniem_voor_gezin: 'No, only Veilig Thuis knows',
    anoniem: 'No, and Veilig Thuis does not know either',
    grond: 'Why may the family not know?',
    grondHulp: 'A professional reports openly, unless there is a reason.',
    gronden: ['Danger to someone in the family.', 'Danger to the reporter.', 'Harm to the bond of trust.'],
    terug: 'The reporter wants to hear what happens',
    terugProf: 'I want to hear what happens',
    onbekend: 'Name and number are not asked and not kept.',
  },
});

/** The melder. */
export function Melder({
  vorm,
  kant,
  fouten,
  pas,
}: {
  vorm: Meldingvorm;
  kant: Kant;
  fouten: ReadonlyMap<string, string>;
  pas: Pas;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const m = vorm.melder;
  const wijzig = (anders: Partial<Meldingvorm['melder']>) =>
    pas((v) => ({ ...v, melder: { ...v.melder, ...anders } }));
  const beroepsmatig = kant === 'professional' || (m.groep !== '' && m.groep !== 'niet_beroepsmatig');
  const anoniem = m.bekend === 'anoniem';
  return (
    <div className="hv-stapel">
      <Keuzelijst
        label={kant === 'vt' ? t.groep : t.groepProf}
        name="melder.groep"
        verplicht
        fout={fouten.get('melder.groep')}
        value={m.groep}
        opties={keuzes(MELDER_GROEP, taal)}
        onChange={(e) => wijzig({ groep: e.target.value })}
      />
      <Keuzerondjes
        label={kant === 'vt' ? t.bekend : t.bekendProf}
        name="melder.bekend"
        verplicht
        vorm="lijst"
        fout={fouten.get('melder.bekend')}
        waarde={m.bekend}
        onKies={(bekend) => wijzig({ bekend })}
        // Veilig Thuis always knows a professional (handbook 1.4, S:24, S:26).
        opties={MELDER_BEKEND.filter((b) => !beroepsmatig || b.code !== 'anoniem' || anoniem).map((b) => ({
          waarde: b.code,
          label: t[b.code],
        }))}
      />
      {beroepsmatig && m.bekend === 'anoniem_voor_gezin' ? (
        <div className="hv-stapel hv-krap">
          <Tekstvak
            label={t.grond}
            hulp={t.grondHulp}
            name="melder.grond"
            verplicht
            regels={2}
            maxLength={1000}
            fout={fouten.get('melder.grond')}
            value={m.grond}
            onChange={(e) => wijzig({ grond: e.target.value })}
          />
          <div className="hv-rij">
            {t.gronden.map((g) => (
              <Chip
                key={g}
                icoon="plus"
                onKlik={() => wijzig({ grond: m.grond.trim() ? `${m.grond.trim()} ${g}` : g })}
              >
                {g.replace(/\.$/, '')}
              </Chip>
            ))}
          </div>
        </div>
      ) : null}
      {anoniem ? (
        <p className="nl-paragraph hv-klein hv-zacht">{t.onbekend}</p>
      ) : (
        <>
          <Tekstveld
            label={t.naam}
            name="melder.naam"
            verplicht
            maxLength={200}
            fout={fouten.get('melder.naam')}
            value={m.naam}
            onChange={(e) => wijzig({ naam: e.target.value })}
          />
          <div className="hv-mld-paar">
            <Tekstveld
              label={t.telefoon}
              name="melder.telefoon"
              type="tel"
              verplicht={!m.email.trim()}
              maxLength={40}
              fout={fouten.get('melder.telefoon')}
              value={m.telefoon}
              onChange={(e) => wijzig({ telefoon: e.target.value })}
            />
            <Tekstveld
              label={t.email}
              name="melder.email"
              type="email"
              maxLength={200}
              fout={fouten.get('melder.email')}
              value={m.email}
              onChange={(e) => wijzig({ email: e.target.value })}
            />
          </div>
          {/* below both, so that what is being typed in stays where it is */}
          <div role="status">
            {twijfelAanContact(m).map((wat) => (
              <Veldmelding key={wat} soort="let-op">
                {t.twijfel[wat]}
              </Veldmelding>
            ))}
          </div>
        </>
      )}
      <Tekstveld
        label={kant === 'vt' ? t.rol : t.rolProf}
        name="melder.rol"
        maxLength={200}
        placeholder={kant === 'vt' ? t.rolBij : undefined}
        value={m.rol}
        onChange={(e) => wijzig({ rol: e.target.value })}
      />
      {anoniem ? null : (
        <Vinkje
          label={kant === 'vt' ? t.terug : t.terugProf}
          name="terugkoppelingGewenst"
          checked={vorm.terugkoppelingGewenst}
          onChange={(e) => pas((v) => ({ ...v, terugkoppelingGewenst: e.target.checked }))}
        />
      )}
    </div>
  );
}
