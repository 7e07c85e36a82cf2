import type {FormError, State, Who} from '../machine/state.js';
import {element} from './element.js';
import {createField} from './form-field.js';
import type {ViewDeps} from './view-deps.js';

type FormState = State & {kind: 'form'};

/** The form stays the same while its state changes, so that nothing is lost that somebody types. */
export interface FormView {
  nodes: readonly HTMLElement[];
  update: (state: FormState) => void;
}

export function createFormView(state: FormState, deps: ViewDeps): FormView {
  const {voice, names, typed, act} = deps;
  const say = voice.say;
  const {offered, sent} = typed;
  // Who came by a card of Mattermost's is known.
  const first = sent ?? {
    name: state.meeting?.name || offered.name,
    email: state.meeting?.email || offered.email,
  };
  const name = createField({
    id: 'name',
    label: say('name'),
    value: first.name,
    type: 'text',
    autocomplete: 'name',
  });
  const email = createField({
    id: 'email',
    label: say('email'),
    value: first.email,
    type: 'email',
    autocomplete: 'email',
  });
  const remember = element('input', {type: 'checkbox', id: 'remember', checked: names.isKept()});
  const submit = (): void => {
    const who = {name: name.value(), email: email.row.hidden ? '' : email.value()};
    const error = errorIn(who, !email.row.hidden);
    show(error && {...error, words: say(error.text)});
    if (error !== undefined) return (error.field === 'name' ? name : email).focus();
    if (remember.checked) names.keep(who.name);
    else names.forget();
    typed.sent = {name: who.name, email: email.value()};
    act({kind: 'submitted', who});
  };
  const show = (error: FormError | undefined): void => {
    name.complain(error?.field === 'name' ? voice.sayWords(error.words) : '');
    email.complain(error?.field === 'email' ? voice.sayWords(error.words) : '');
  };
  const join = element('button', {type: 'submit', className: 'join-main'});
  const form = element(
    'form',
    {noValidate: true},
    name.row,
    email.row,
    element(
      'p',
      {className: 'join-check', hidden: !names.canKeep},
      remember,
      label('remember', say('remember')),
    ),
    element('p', {className: 'join-actions'}, join, deps.button('zoom')),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  const update = ({meeting, error}: FormState): void => {
    email.row.hidden = meeting?.asks_email !== true;
    join.textContent = say('join');
    if (error === undefined) return;
    show(error);
  };
  update(state);
  return {nodes: [form, element('p', {className: 'join-hint'}, say('hosts'))], update};
}

const label = (id: string, text: string): HTMLElement => element('label', {htmlFor: id}, text);

function errorIn(
  {name, email}: Who,
  asksEmail: boolean,
): {field: FormError['field']; text: 'nameNeeded' | 'emailNeeded'} | undefined {
  if (name.trim() === '') return {field: 'name', text: 'nameNeeded'};
  return asksEmail && !/^\S+@\S+$/.test(email.trim()) ? {field: 'email', text: 'emailNeeded'} : undefined;
}
