import type {PersonRefusal} from './who-may-start.js';

/**
 * Why an attempt to connect to Zoom came to nothing, as a closed union: each kind has one page.
 * state-unknown: never begun here, too old, or completed before · settings-changed: begun under other settings ·
 * signed-out: without a session nobody knows who comes back · other-person, other-browser: begun by somebody else, or
 * somewhere else · not-set-up: the settings ask for nobody's consent, or lack something · not-admin: one connects for
 * everybody · declined: the person said no in Zoom · odd-answer: Zoom sent the browser back with an error, or with
 * nothing that makes sense · code-unknown: what was typed confirms nothing · zoom-user-taken: they are connected to
 * somebody else here, who is not named
 */
export type ConnectRefusal =
  | {
      kind:
        | 'state-unknown'
        | 'settings-changed'
        | 'signed-out'
        | 'other-person'
        | 'other-browser'
        | 'not-set-up'
        | 'not-admin'
        | 'declined'
        | 'odd-answer'
        | 'code-unknown'
        | 'zoom-user-taken';
    }
  | {kind: 'not-allowed'; because: PersonRefusal}
  /** `nextAt`: ms since the epoch. */
  | {kind: 'too-many'; nextAt: number}
  /** `scopes`: by their names in Zoom; those that are not ours are in the log. */
  | {kind: 'missing-scopes'; scopes: readonly string[]}
  | {kind: 'foreign-scopes'}
  /** Zoom took neither the code nor another of what we sent. `id`: by which the log knows it. */
  | {kind: 'zoom-refused'; because: RefusedBy; id: string}
  /** Zoom could not be asked, or its answer was none. */
  | {kind: 'zoom-trouble'; id: string};

/** What of ours Zoom refused. */
export type RefusedBy = 'code' | 'client' | 'app-type' | 'app-disabled' | 'redirect' | 'untold';
