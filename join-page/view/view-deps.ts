import type {Event} from '../machine/event.js';
import type {Who} from '../machine/state.js';
import type {KeptName} from '../kept-name.js';
import type {Voice} from './speak.js';

export interface ViewDeps {
  voice: Voice;
  names: KeptName;
  /** What the fields begin with; what was sent is kept in it. */
  typed: Who;
  act: (event: Event) => void;
  /** One that stands for something to be done. */
  button: (what: 'retry' | 'zoom' | 'back', isMain?: boolean) => HTMLButtonElement;
}
