/** Something that is looked through once, in steps of seconds that different nodes may take. */
export interface Sweep {
  name: string;
  /** Rejects with `zoom-trouble` or with a store error; the step is taken again then. */
  step: () => Promise<'more' | 'done'>;
}
