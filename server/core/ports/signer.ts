/** What is signed: one list says one thing only, whatever is in it. */
export type SignedFacts = readonly (string | number | boolean | null)[];

/** Knows again what it has signed. Its key stays with it. */
export interface Signer {
  sign: (facts: SignedFacts) => string;
  /** Takes as long for a wrong signature as for a right one. */
  hasSigned: (facts: SignedFacts, signature: string) => boolean;
}
