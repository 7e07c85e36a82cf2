import {element} from './element.js';

interface FieldOptions {
  id: string;
  label: string;
  value: string;
  type: 'text' | 'email';
  autocomplete: 'name' | 'email';
}

export interface Field {
  row: HTMLElement;
  value: () => string;
  focus: () => void;
  /** Says below the field what is wrong; '': nothing is. */
  complain: (text: string) => void;
}

/** As long as an address may be; names are shorter. */
const MAX_LENGTH = 254;

export function createField({id, label, value, type, autocomplete}: FieldOptions): Field {
  const problem = element('span', {id: `${id}-problem`, className: 'join-problem', hidden: true});
  const input = element('input', {id, type, autocomplete, value, dir: 'auto'});
  input.maxLength = MAX_LENGTH;
  return {
    row: element('p', {className: 'join-field'}, element('label', {htmlFor: id}, label), input, problem),
    value: () => input.value,
    focus: () => input.focus(),
    complain(text) {
      problem.textContent = text;
      problem.hidden = text === '';
      if (text === '') {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
      } else {
        input.setAttribute('aria-invalid', 'true');
        input.setAttribute('aria-describedby', problem.id);
      }
    },
  };
}
