// SPDX-License-Identifier: EUPL-1.2
// What stations say to each other. A station never imports a later one: it says what happened, the later one reacts,
// in the same transaction.
import type { Reacties, Tx } from '../platform/acts/deur.ts';
import type { Verstreken } from './termijn/termijn.store.ts';

export interface Gebeurtenissen {
  /** A melding came in, from whatever side. Its casus is open and held. */
  'melding.ontvangen': {
    meldingId: string;
    casusId: string;
    /** The Veilig Thuis that received it. */
    vtId: string;
    acuut: boolean;
    ontvangenOp: Date;
    vermeldingen: readonly { vermeldingId: string; persoonId: string; rol: string }[];
  };
  /** A later message of the sender named people about a melding that was in already. */
  'melding.aangevuld': {
    meldingId: string;
    casusId: string;
    /** The Veilig Thuis that received it. */
    vtId: string;
    acuut: boolean;
    vermeldingen: readonly { vermeldingId: string; persoonId: string; rol: string }[];
  };
  /** People were put into a casus. */
  'casus.personen_toegevoegd': { casusId: string; vermeldingIds: readonly string[] };
  /** A later message of the sender names acute danger about a melding that was in already. */
  'melding.acuut_gemeld': { meldingId: string; casusId: string; vtId: string; op: Date };
  /** Statements were added to a casus; nobody outside their organisation reads them yet. */
  'uitspraak.toegevoegd': { casusId: string; uitspraakIds: readonly string[] };
  /** What is about to be kept where others of the casus read it as it stands: each field as the request calls it, with its text. */
  'tekst.geschreven': {
    casusId: string;
    teksten: readonly (readonly [veld: string, tekst: string | null])[];
  };
  /** Parts of a casus were opened to another organisation. */
  'casus.gedeeld': { casusId: string };
  /** Mentions are now believed to be of these persons, or it is asked whether they are, and then there is an address to hide. */
  'personen.herkend': { persoonIds: readonly string[] };
  'melding.ingetrokken': { meldingId: string; casusId: string; vtId: string; reden: string };
  /** Which casus a melding belongs to was changed (samenvoegen, or undone). */
  'melding.verplaatst': { meldingIds: readonly string[]; vanCasusId: string; naarCasusId: string };
  /**
   * What hangs on an open casus came or went with another: they became one, or two again. Each station makes its own work in it whole
   * from what is there now, so that nobody is left without what brings back to the family.
   */
  'casus.herschikt': {
    casusId: string;
    /** They are two again, and were one since then; null: they became one just now. */
    sinds: Date | null;
    /** Whether it was acute before that. */
    wasAcuut: boolean;
  };
  'beoordeling.vastgesteld': {
    meldingId: string;
    casusId: string;
    besluit: string;
    vervolgSoort: string | null;
    vtId: string;
  };
  'overdracht.aangeboden': { overdrachtId: string; casusId: string; vanId: string; naarId: string };
  'overdracht.aanvaard': {
    overdrachtId: string;
    casusId: string;
    vanId: string;
    naarId: string;
    regisseurId: string;
  };
  /** Refused, withdrawn or lapsed: the giver still holds. */
  'overdracht.niet_door': {
    overdrachtId: string;
    casusId: string;
    vanId: string;
    naarId: string;
    hoe: 'geweigerd' | 'ingetrokken' | 'verlopen';
  };
  /** Someone is about to take up a term; who may not, throws. */
  'termijn.oppakken': { soort: string; onderwerpId: string };
  /** An assessment, a merge or its undoing said whether a casus is acute. */
  'casus.acuut_gewijzigd': { casusId: string };
  'casus.gesloten': { casusId: string; reden: string; organisatieId: string };
  'casus.heropend': { casusId: string; houderId: string; meldingId: string | null };
  /** An organisation closed; its successor holds its casussen from this moment. */
  'organisatie.gesloten': {
    organisatieId: string;
    naam: string;
    opvolgerId: string;
    casusIds: readonly string[];
    /** Those of which somebody from there was regisseur: nobody is now. */
    zonderRegisseur: readonly string[];
  };
  /** What a colleague was to do is another's now, or everyone's. */
  'medewerker.werk_over': {
    medewerkerId: string;
    naam: string;
    organisatieId: string;
    /** Whose it is; null: everyone's there. */
    aanId: string | null;
    /** The casussen that they steered and that nobody does now. */
    zonderRegisseur: readonly string[];
  };
  'termijn.verstreken': Verstreken;
}

/** Says that something happened; comes back when everyone who reacts to it has done so. */
export function laatWeten<K extends keyof Gebeurtenissen>(
  tx: Tx,
  naam: K,
  gegevens: Gebeurtenissen[K],
): Promise<void> {
  return tx.gebeurt(naam, gegevens);
}

/** Registers what a station does when something happens. */
export function bij<K extends keyof Gebeurtenissen>(
  reacties: Reacties,
  naam: K,
  fn: (tx: Tx, gegevens: Gebeurtenissen[K]) => Promise<void>,
): void {
  reacties.bij(naam, (tx, g) => fn(tx, g as Gebeurtenissen[K]));
}
