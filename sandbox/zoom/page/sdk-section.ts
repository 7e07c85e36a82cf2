import {box, button, control, createPlace, row} from './elements.js';
import type {SimulatorView} from './view.js';

/** What the next person who joins in a browser may be told: Zoom's code, and what it means. */
const ANSWERS: readonly [code: number, text: string][] = [
  [3705, 'The signature has expired'],
  [3004, 'The passcode is wrong'],
  [3009, 'They were removed before'],
  [4004, 'The meeting has ended'],
  [4005, 'The meeting is full'],
  [4006, 'The meeting is locked'],
  [4012, 'The meeting is in another account'],
  [10000, 'The SDK is too old'],
];

const PLACES: readonly [fault: object, text: string][] = [
  [{kind: 'serve', what: 'page'}, 'A web page lies there'],
  [{kind: 'serve', what: 'script'}, 'Another script lies there'],
  [{kind: 'serve', what: 'nothing'}, 'Nothing lies there'],
  [{kind: 'unreachable'}, 'Nobody can connect to it'],
];

/** The second app of the account, by which pages of other sites let people join, and what goes wrong with it. */
export function createSdkSection(place: HTMLElement, refresh: () => unknown): (view: SimulatorView) => void {
  const draw = createPlace(place);
  const spoil = (fault: object) => () => control('POST', '/sdk-faults', fault).then(refresh);
  const mend = (): unknown => control('DELETE', '/sdk-faults').then(refresh);
  return ({account, sdkUrl, sdkFaults}) =>
    draw([account.sdkClientId, sdkFaults], () => [
      known('Client ID of the Meeting SDK app', account.sdkClientId),
      known('Client Secret of the Meeting SDK app', account.sdkClientSecret),
      known('Address of the SDK', sdkUrl),
      heading('The next join is answered with'),
      row(...ANSWERS.map(([code, text]) => button(`${code}: ${text}`, spoil({kind: 'answer', code})))),
      heading('At the address of the SDK'),
      row(...PLACES.map(([fault, text]) => button(text, spoil(fault)))),
      ...(sdkFaults.length > 0 ? [row(button('Mend all of it', mend, true))] : []),
    ]);
}

function known(name: string, value: string): HTMLElement {
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = value;
  const label = document.createElement('label');
  label.append(`${name} `, field);
  return box('known', label);
}

function heading(text: string): HTMLElement {
  const made = document.createElement('h3');
  made.textContent = text;
  return made;
}
