/** One thing inside the bundle that others made. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier or expression. */
  readonly licence: string;
  /** Its licence and notice texts, word for word. */
  readonly texts: readonly string[];
  /** Package URL. */
  readonly purl: string;
}
