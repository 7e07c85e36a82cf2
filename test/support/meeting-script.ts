import fc from 'fast-check';
import type {Participant} from '../../server/core/domain/participant.js';
import {MOVES, scriptDevice, type ScriptedDevice, type Step} from './scripted-device.js';
import {ana} from './people.js';

/** Somebody in a meeting, with all their devices. */
export interface ScriptedPerson {
  /** As the card shows them. */
  shownAs: string;
  isHost: boolean;
  devices: readonly ScriptedDevice[];
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    move: fc.constantFrom(...MOVES),
    pause: fc.integer({min: 3, max: 60}),
    gap: fc.integer({min: 0, max: 2}),
    isReversed: fc.boolean(),
    isPlain: fc.boolean(),
  }),
  {minLength: 1, maxLength: 8},
);

/** Known by more than their name, with one or two devices, the second of which Zoom tells less of. */
const known = (index: number, isHere: boolean): fc.Arbitrary<ScriptedPerson> => {
  const name = index === 0 ? 'Ana Silva' : isHere ? `Colleague ${index}` : `Visitor${index}`;
  const userId = index === 0 ? ana.id : isHere ? `user-${index}` : undefined;
  const device = fc.record({start: fc.nat(200), taken: steps, tells: fc.constantFrom('user', 'address')});
  return fc.array(device, {minLength: 1, maxLength: 2}).map((devices) => ({
    shownAs: name,
    isHost: index === 0,
    devices: devices.map(({start, taken, tells}, which) =>
      scriptDevice(start, taken, (stay): Participant => ({
        stayId: `1${index}${which}${stay}`,
        ...(userId !== undefined && {userId}),
        ...((which === 0 || tells === 'address') && {addressDigest: `digest-${index}`}),
        ...((which === 0 || tells === 'user') && {zoomUserId: index === 0 ? 'zoom-ana' : `zoom-${index}`}),
        name,
      })),
    ),
  }));
};

/** Known by a name and the number of the stay alone. `isOnly`: nobody else goes by that name. */
const guest = (index: number, shownAs: string, isOnly: boolean): fc.Arbitrary<ScriptedPerson> =>
  fc.record({start: fc.nat(200), taken: steps}).map(({start, taken}) => {
    // Of several, nobody could tell who waits; and Zoom gives outsiders a new number each time.
    const possible = taken
      .filter(({move}) => isOnly || !['wait', 'waitForHost', 'sendOut'].includes(move))
      .map((step) => (isOnly ? step : {...step, isPlain: false}));
    const as = (stay: number): Participant => ({stayId: `2${index}${stay}`, name: `${shownAs} Smith`});
    return {shownAs, isHost: false, devices: [scriptDevice(start, possible, as)]};
  });

/** A meeting of its host, a colleague, a visitor, a guest, and two who go by one name. */
export const scripts: fc.Arbitrary<readonly ScriptedPerson[]> = fc.tuple(
  known(0, true),
  known(1, true),
  known(2, false),
  guest(1, 'Zoe', true),
  guest(2, 'iPhone', false),
  guest(3, 'iPhone', false),
);
