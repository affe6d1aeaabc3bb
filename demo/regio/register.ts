// SPDX-License-Identifier: EUPL-1.2
// Who has been mentioned before, and whether a new mention was recognised. The radar's own rules decide, so that what the
// demo shows is what the radar would have said.
import { twijfelsBij } from '../../src/kern/persoon/persoon.ts';
import {
  type Betrokkenheid,
  bepaalBetrokkenheid,
  type EerdereBetrokkenheid,
  type LopendeCasus,
} from '../../src/keten/radar/betrokkenheid.ts';
import { isGeldigBsn } from '../../src/keten/radar/bsn.ts';
import { MODEL } from '../../src/keten/radar/model.ts';
import { oordeelNaam } from '../../src/keten/radar/oordeel.ts';
import { lambdaVoorRegister, type Score, scoor, weeg } from '../../src/keten/radar/score.ts';
import { sleutelGetallen } from '../../src/keten/radar/sleutelgetal.ts';
import { NIVEAUS, VELDEN, type Veld } from '../../src/keten/radar/vergelijking.ts';
import { bereidVoor, sleutels, type Vermelding, type Voorbereid } from '../../src/keten/radar/vermelding.ts';
import { kansUitBits } from '../../src/keten/radar/weging.ts';
import type { Boek, Rij } from './boek.ts';
import type { Mens } from './mensen.ts';
import type { Noemwijze } from './noemen.ts';
import { DAG, MINUUT } from './tijd.ts';
import { type Medewerker, type Organisatie, REGIO_ID } from './veld.ts';

/** Explanations are kept for this long; before it only the link itself is loaded, to keep the demo quick. */
const UITLEG_DAGEN = 60;
const LAMBDA = lambdaVoorRegister(20_000);

/** Words of the radar station. */
const GROND = { zelf: 'radar: zelf gekoppeld', zelfde: 'radar: zelfde persoon' } as const;

interface Bekend {
  readonly persoonId: string;
  laatste: Voorbereid;
  laatsteId: string;
}

export interface Genoemd {
  readonly vermeldingId: string;
  readonly persoonId: string;
  /** The radar asked, and nobody has answered yet. */
  readonly vraag: boolean;
}

export interface Noeming {
  readonly mens: Mens;
  readonly zoals: Noemwijze;
  readonly rol: string;
  readonly relatie: string | null;
  readonly directbetrokken: boolean;
  /** `open`: a question of the radar is still waiting; `gemist`: nobody saw that this person was known. */
  readonly herken: 'gewoon' | 'open' | 'gemist';
  /** Others whom the radar cannot tell apart from this one yet, such as a father with his son's name. */
  readonly lijktOp?: readonly Mens[];
}

/** A person as written down, in the form of the radar. */
export function naarRadar(id: string, n: Noemwijze, bsnSleutel: string | null): Vermelding {
  const tekst = {
    bsnSleutel,
    voornamen: n.voornamen,
    voorletters: n.voorletters,
    tussenvoegsel: n.tussenvoegsel,
    achternaam: n.achternaam,
    partnerTussenvoegsel: n.partner_tussenvoegsel,
    partnerAchternaam: n.partner_achternaam,
    geslacht: n.geslacht,
    straat: n.straat,
    huisnummer: n.huisnummer,
    huisletter: n.huisletter,
    postcode: n.postcode,
    woonplaats: n.woonplaats,
  };
  const geboorte = { jaar: n.geboortejaar, maand: n.geboortemaand, dag: n.geboortedag };
  const vol = <T extends object>(o: T) => Object.fromEntries(Object.entries(o).filter(([, w]) => w !== null));
  return { id, ...vol(tekst), geboorte: vol(geboorte), telefoon: n.telefoon, email: n.email };
}

/** The weight without its sentences, for an old link whose explanation is not loaded. */
function kaleScore(a: Voorbereid, b: Voorbereid): Score {
  const g = weeg(a, b, MODEL, { lambda: LAMBDA });
  const niveaus = Object.fromEntries(
    VELDEN.map((veld, i) => [veld, NIVEAUS[veld][g.niveaus[i] ?? -1] ?? 'onbekend']),
  ) as Record<Veld, string>;
  return {
    modelVersie: MODEL.versie,
    gewicht: g.totaal,
    kans: kansUitBits(g.totaal),
    prior: g.prior,
    staven: [],
    niveaus,
  };
}

export class Register {
  readonly #boek: Boek;
  readonly #bsnSleutel: (bsn: string) => string;
  readonly #bekend = new Map<Mens, Bekend>();
  readonly #casussen = new Map<
    string,
    { readonly casusId: string; readonly directbetrokkene: boolean; readonly casus: Rij<'casus'> }[]
  >();

  constructor(boek: Boek, bsnSleutel: (bsn: string) => string) {
    this.#boek = boek;
    this.#bsnSleutel = bsnSleutel;
  }

  isBekend(mens: Mens): boolean {
    return this.#bekend.has(mens);
  }

  /** The person that a mention of this human being was linked to. */
  getPersoonId(mens: Mens): string {
    const bekend = this.#bekend.get(mens);
    if (!bekend) throw new RangeError('Deze persoon is nog nooit genoemd.');
    return bekend.persoonId;
  }

  #koppel(
    vermeldingId: string,
    persoonId: string,
    op: Date,
    tot: Date | null,
    grond: string,
    wie: Medewerker | null,
  ): void {
    this.#boek.schrijf('koppeling', {
      regio_id: REGIO_ID,
      id: this.#boek.id(op),
      vermelding_id: vermeldingId,
      persoon_id: persoonId,
      vanaf: op,
      tot,
      grond,
      medewerker_id: wie?.id ?? null,
    });
  }

  #nieuwPersoon(op: Date): string {
    const id = this.#boek.id(op);
    this.#boek.schrijf('persoon', { regio_id: REGIO_ID, id, gemaakt_op: op });
    return id;
  }

  /**
   * Writes a mention and links it. Whoever was never mentioned becomes a new person; whoever was is recognised as the radar
   * recognises: at once, after someone answered its question, or not yet.
   */
  noem(
    n: Noeming,
    op: Date,
    vt: Organisatie,
    melding: { id: string; nummer: string },
    beoordelaar: Medewerker | null,
  ): Genoemd & { rij: Rij<'vermelding'> } {
    const boek = this.#boek;
    const id = boek.id(op);
    const geldig = n.zoals.bsn !== null && isGeldigBsn(n.zoals.bsn);
    const bsnSleutel = geldig && n.zoals.bsn !== null ? this.#bsnSleutel(n.zoals.bsn) : null;
    const klaar = bereidVoor(naarRadar(id, n.zoals, bsnSleutel));
    const rij = boek.schrijf('vermelding', {
      regio_id: REGIO_ID,
      id,
      organisatie_id: vt.id,
      bron: `melding ${melding.nummer}`,
      gegeven_op: op,
      ...n.zoals,
      bsn_sleutel: bsnSleutel,
      twijfels: twijfelsBij(
        {
          bsn: n.zoals.bsn,
          geboorte: { jaar: n.zoals.geboortejaar, maand: n.zoals.geboortemaand, dag: n.zoals.geboortedag },
          achternaam: n.zoals.achternaam,
          voornamen: n.zoals.voornamen,
        },
        op,
        isGeldigBsn,
      ),
      sleutels: sleutelGetallen(sleutels(klaar)),
    });
    const bekend = this.#bekend.get(n.mens);
    if (!bekend || n.herken === 'gemist') {
      const persoonId = this.#nieuwPersoon(op);
      this.#koppel(id, persoonId, op, null, 'eerste vermelding', beoordelaar);
      if (!bekend) this.#bekend.set(n.mens, { persoonId, laatste: klaar, laatsteId: id });
      return { vermeldingId: id, persoonId, vraag: false, rij };
    }

    const vers = boek.nu.getTime() - op.getTime() < UITLEG_DAGEN * DAG;
    const score = vers
      ? scoor(bekend.laatste, klaar, MODEL, { lambda: LAMBDA })
      : kaleScore(bekend.laatste, klaar);
    const oordeel = oordeelNaam(score);
    const open = n.herken === 'open' && oordeel !== 'zelfde';
    const zelf = oordeel === 'zelfde';
    if (!vers) {
      this.#koppel(
        id,
        bekend.persoonId,
        op,
        null,
        zelf ? GROND.zelf : GROND.zelfde,
        zelf ? null : beoordelaar,
      );
    } else {
      // as it goes on arrival: a person of its own first, then the move, with the judgement that made it
      const eigen = this.#nieuwPersoon(op);
      const antwoord = zelf
        ? op
        : new Date(Math.min(op.getTime() + boek.toeval.heel(20, 300) * MINUUT, boek.nu.getTime()));
      this.#koppel(id, eigen, op, open ? null : antwoord, 'eerste vermelding', null);
      const kandidaat = boek.schrijf('radar_kandidaat', {
        regio_id: REGIO_ID,
        id: boek.id(op),
        melding_id: melding.id,
        organisatie_id: vt.id,
        vermelding_id: id,
        persoon_id: bekend.persoonId,
        tegen_vermelding_id: bekend.laatsteId,
        gewicht: score.gewicht,
        kans: score.kans,
        staven: score.staven,
        model: score.modelVersie,
        oordeel: open ? 'vraag' : zelf ? 'zelf_gekoppeld' : 'zelfde',
        gemaakt_op: op,
        beoordeeld_op: zelf || open ? null : antwoord,
        medewerker_id: zelf || open ? null : (beoordelaar?.id ?? null),
        reden: zelf || open ? null : 'Nagevraagd bij het gezin: zelfde persoon.',
      });
      if (open) {
        for (const ander of n.lijktOp ?? [])
          this.#vraagOok(ander, klaar, { id, meldingId: melding.id, vt, op });
        return { vermeldingId: id, persoonId: eigen, vraag: true, rij };
      }
      this.#koppel(
        id,
        bekend.persoonId,
        antwoord,
        null,
        zelf ? GROND.zelf : GROND.zelfde,
        zelf ? null : beoordelaar,
      );
      boek.schrijf('radar_oordeel', {
        regio_id: REGIO_ID,
        id: boek.id(antwoord),
        kandidaat_id: kandidaat.id,
        organisatie_id: vt.id,
        oordeel: kandidaat.oordeel,
        op: antwoord,
        medewerker_id: kandidaat.medewerker_id ?? null,
        reden: kandidaat.reden ?? null,
        verplaatst: [{ vermelding: id, van: eigen, naar: bekend.persoonId }],
      });
    }
    bekend.laatste = klaar;
    bekend.laatsteId = id;
    return { vermeldingId: id, persoonId: bekend.persoonId, vraag: false, rij };
  }

  /** The radar also asks whether it is someone else of the household. */
  #vraagOok(
    ander: Mens,
    klaar: Voorbereid,
    v: { id: string; meldingId: string; vt: Organisatie; op: Date },
  ): void {
    const bekend = this.#bekend.get(ander);
    if (!bekend) return;
    const score = scoor(bekend.laatste, klaar, MODEL, { lambda: LAMBDA });
    this.#boek.schrijf('radar_kandidaat', {
      regio_id: REGIO_ID,
      id: this.#boek.id(v.op),
      melding_id: v.meldingId,
      organisatie_id: v.vt.id,
      vermelding_id: v.id,
      persoon_id: bekend.persoonId,
      tegen_vermelding_id: bekend.laatsteId,
      gewicht: score.gewicht,
      kans: score.kans,
      staven: score.staven,
      model: score.modelVersie,
      oordeel: 'vraag',
      gemaakt_op: v.op,
      beoordeeld_op: null,
      medewerker_id: null,
      reden: null,
    });
  }

  /** What these people's earlier casussen make of a melding: the radar's own rule. */
  betrokkenheid(
    genoemd: readonly (Genoemd & { directbetrokken: boolean })[],
    op: Date,
    toegevoegdAan: LopendeCasus | null,
  ): Betrokkenheid {
    const direct = genoemd.filter((g) => g.directbetrokken);
    return bepaalBetrokkenheid({
      ontvangen: op.toISOString(),
      directbetrokkenen: direct.map((g) => ({
        persoonId: g.persoonId,
        eerder: (this.#casussen.get(g.persoonId) ?? []).map(
          (c): EerdereBetrokkenheid => ({
            casusId: c.casusId,
            directbetrokkene: c.directbetrokkene,
            geopend: c.casus.geopend_op.toISOString(),
            gesloten: c.casus.gesloten_op?.toISOString() ?? null,
          }),
        ),
      })),
      toegevoegdAan,
      openVragen: direct.filter((g) => g.vraag).length,
    });
  }

  /** Remembers that someone was in a casus. */
  inCasus(persoonId: string, casus: Rij<'casus'>, directbetrokkene: boolean): void {
    const lijst = this.#casussen.get(persoonId) ?? [];
    if (!lijst.some((c) => c.casusId === casus.id))
      lijst.push({ casusId: casus.id, directbetrokkene, casus });
    this.#casussen.set(persoonId, lijst);
  }
}
