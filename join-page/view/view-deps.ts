import type {Event} from '../machine/event.js';
import type {Who} from '../machine/state.js';
import type {KeptName} from '../kept-name.js';
import type {Voice} from './speak.js';

/** What the fields of the form begin with. */
export interface Typed {
  /** By the address of the page, or by the browser. */
  offered: Who;
  /** What was sent before. */
  sent: Who | undefined;
}

export interface ViewDeps {
  voice: Voice;
  names: KeptName;
  typed: Typed;
  act: (event: Event) => void;
  /** One that stands for something to be done. */
  button: (what: 'retry' | 'zoom' | 'back', isMain?: boolean) => HTMLButtonElement;
}
