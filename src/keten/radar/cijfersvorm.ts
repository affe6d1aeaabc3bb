// SPDX-License-Identifier: EUPL-1.2
/** The shape of the measured figures of the model; the figures themselves are made (cijfers.ts). */

export interface Deelmaat {
  /** Share of what the radar calls the same person that is so. */
  readonly precisie: number;
  /** Share of the true pairs that the radar calls the same person. */
  readonly recall: number;
  /** True pairs in which it occurs. */
  readonly paren: number;
}

/** A part of the scale of chances. */
export interface Band {
  readonly van: number;
  readonly tot: number;
  readonly paren: number;
  /** Mean chance that the model gave. */
  readonly gemiddeld: number;
  /** Share that truly was one person. */
  readonly waar: number;
}

export interface Radarmaat {
  readonly vermeldingen: number;
  readonly mensen: number;
  readonly paren: number;
  /** All pairs, at a chance of one in two and more. */
  readonly alles: Deelmaat;
  readonly perFout: Readonly<Record<string, Deelmaat>>;
  /** Pairs that would be joined without asking: of one person, and of different people by what they are of each other. */
  readonly zelfGekoppeld: Readonly<Record<'zelfde' | 'tweeling' | 'naamgenoot' | 'gezin' | 'vreemd', number>>;
  /** Pairs of twins and of namesakes that were weighed. */
  readonly gewogen: Readonly<Record<'tweeling' | 'naamgenoot', number>>;
  /** True pairs that share no key and were never looked at. */
  readonly nooitBekeken: number;
  readonly banden: readonly Band[];
  /** Expected calibration error over the candidate pairs. */
  readonly ijkfout: number;
}

export interface RadarCijfers {
  /** Made by this command. */
  readonly gemaaktMet: string;
  readonly model: string;
  readonly nederlands: Radarmaat;
  /** The same set, if only "same or stranger" existed. */
  readonly zonderVerwanten: Deelmaat;
  /** Sets of others, weights learned on the set without its truth: precision and recall at one in two. */
  readonly febrl: readonly (Deelmaat & { readonly naam: string })[];
}
