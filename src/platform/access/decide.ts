// SPDX-License-Identifier: EUPL-1.2
// One answer to "may this person do this here, for this purpose?". Pure; the table of rules comes from outside.

/** Who asks. */
export interface Subject {
  medewerkerId: string;
  functie: string;
  organisatieId: string;
  organisatieSoort: string;
}

/** About what. `relaties` are the parts that the asker's organisation or person has in it now. */
export interface Bron {
  soort: string;
  casusId?: string | undefined;
  onderwerpId?: string | undefined;
  relaties: readonly string[];
}

/** One line of the table: these functions, with one of these parts, may do these acts for these purposes. */
export interface Toegangsregel {
  id: string;
  handelingen: readonly string[];
  functies: readonly string[];
  /** The asker needs one of these parts; an empty list: no part is asked (a list, a form, the radar). */
  relaties: readonly string[];
  doelen: readonly string[];
  /** The clause that this line rests on. */
  grond: string;
  /** A look by the noodknop: the log says so, and the privacy officer reviews it. */
  noodknop?: boolean;
}

/** One line that forbids, whatever else allows: a sealed dossier, a conflict of interest. */
export interface Uitsluiting {
  id: string;
  /** Whoever has this part is kept out. */
  relatie: string;
  grond: string;
}

/** The answer, in the words of AuthZEN. */
export interface Besluit {
  decision: boolean;
  /** The lines that allow it, or the reasons why not, in plain Dutch. */
  reasons: string[];
  policyVersion: string;
  /** The function could have done this, but the asker has no part in this subject. */
  zonderDeel?: boolean;
  /** Allowed by the noodknop and by nothing else. */
  noodknop?: boolean;
}

export interface Beleid {
  versie: string;
  uitsluitingen: readonly Uitsluiting[];
  regels: readonly Toegangsregel[];
}

/**
 * Refused is the default: allowed only when one whole line of the table fits and no line forbids it. Who is kept out hears the same
 * as who has no part: that there is something to be kept out of is not said.
 */
export function decide(
  beleid: Beleid,
  subject: Subject,
  handeling: string,
  bron: Bron,
  context: { doel: string },
): Besluit {
  const soort = beleid.regels.filter((r) => r.handelingen.includes(handeling));
  const functie = soort.filter((r) => r.functies.includes(subject.functie));
  const buiten = beleid.uitsluitingen.some((u) => bron.relaties.includes(u.relatie));
  const deel = buiten
    ? []
    : functie.filter((r) => r.relaties.length === 0 || r.relaties.some((x) => bron.relaties.includes(x)));
  const passend = deel.filter((r) => r.doelen.includes(context.doel));
  const antwoord = (decision: boolean, reasons: string[]): Besluit => ({
    decision,
    reasons,
    policyVersion: beleid.versie,
  });
  if (passend.length > 0) {
    const ja = antwoord(
      true,
      passend.map((r) => r.id),
    );
    return passend.every((r) => r.noodknop) ? { ...ja, noodknop: true } : ja;
  }
  if (soort.length === 0) return antwoord(false, ['Deze handeling staat in geen enkele toegangsregel.']);
  if (functie.length === 0) return antwoord(false, ['Uw functie mag dit niet.']);
  if (deel.length === 0)
    return { ...antwoord(false, ['Uw organisatie heeft hierin geen rol.']), zonderDeel: true };
  return antwoord(false, ['Het doel dat u noemt hoort niet bij deze handeling.']);
}
